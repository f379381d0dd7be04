"""What the search boxes of the Wagtail admin (pages, items, choosers) ask: substrings of titles and short texts.

Wagtail's own SQLite and PostgreSQL backends take a run of Chinese for one word and so find nothing in it, and answer
a quotation mark with an error. This one finds every substring in either script, needs no index that could lag
behind, and takes whatever is typed as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Q, TextField
from modelsearch.backends.database.fallback import (
    MATCH_NONE,
    DatabaseSearchBackend,
    DatabaseSearchQueryCompiler,
)
from modelsearch.query import Phrase, PlainText

from search.text import fold

LONGEST = 100
MOST_TERMS = 8


class SubstringQueryCompiler(DatabaseSearchQueryCompiler):
    def get_fields_names(self) -> Iterator[str]:
        """Text columns only: a StreamField is stored with its characters escaped."""
        model = self.queryset.model
        for name in self.fields or [field.field_name for field in model.get_searchable_search_fields()]:
            try:
                field = model._meta.get_field(name)
            except FieldDoesNotExist:
                continue
            if isinstance(field, CharField | TextField):
                yield name

    def build_single_term_filter(self, term: str) -> Q:
        found = Q()
        for name in self.fields_names:
            for written in {term, fold(term)}:
                found |= Q(**{f"{name}__icontains": written})
        return found

    def build_database_filter(self, query: Any, boost: float = 1.0) -> Any:
        if isinstance(query, PlainText | Phrase):
            terms = query.query_string[:LONGEST].replace("\x00", " ").split()[:MOST_TERMS]
            if not terms or not self.fields_names:
                return MATCH_NONE
            query = PlainText(" ".join(terms), operator=getattr(query, "operator", "and"))
        return super().build_database_filter(query, boost)


class SearchBackend(DatabaseSearchBackend):
    query_compiler_class = SubstringQueryCompiler
    autocomplete_query_compiler_class = SubstringQueryCompiler
