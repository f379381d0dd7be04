"""How a document is written into tantivy and how a match becomes its query.

No text is stored, only reference, version and terms. The terms of a text stand in their order, though, so that the index
directory is as confidential as the database.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import tantivy

from search.documents.base import FACETS, SearchDocument
from search.engines.base import AllOf, Exact, Match, Phrase, Sound
from search.pinyin import sound_terms
from search.text import cut, identifier, pairs, units

Q = tantivy.Query
MUST, SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
TITLE_BOOST, WHOLE_BOOST = 4.0, 12.0
FIELDS = ("title", "body", "inner")


@cache
def schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("ref", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("version", stored=True, fast=True, indexed=True)
    builder.add_unsigned_field("boost", fast=True)
    builder.add_unsigned_field("day", fast=True)
    for name in ("identifier", "whole", "sound", "token"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(f"{name}_unit", tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def written(document: SearchDocument) -> Any:
    """The tantivy document."""
    entry = tantivy.Document()
    entry.add_text("ref", document.ref)
    entry.add_unsigned("version", document.version)
    entry.add_unsigned("boost", document.boost)
    entry.add_unsigned("day", document.on.toordinal() if document.on else 0)
    titles = (document.title, *document.names)
    for name, texts in (("title", titles), ("body", (document.body,)), ("inner", (document.inner,))):
        found = cut(texts)
        entry.add_text(name, found.pairs)
        entry.add_text(f"{name}_unit", found.units)
    for name, terms in (
        ("identifier", {identifier(value) for value in document.identifiers}),
        ("whole", {identifier(title) for title in titles}),
        ("sound", sound_terms(titles)),
        ("token", set(document.tokens)),
    ):
        for term in sorted(terms - {""}):
            entry.add_text(name, term)
    for name, value in document.facet_values.items():
        entry.add_text(name, value)
    return entry


def any_of(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else Q.boolean_query([(SHOULD, query) for query in queries])


def all_of(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else Q.boolean_query([(MUST, query) for query in queries])


def term(name: str, value: str) -> Any:
    return Q.term_query(schema(), name, value, index_option="basic")


def one_of(name: str, values: list[str]) -> Any:
    """A filter: matches without weighing."""
    return Q.const_score_query(Q.term_set_query(schema(), name, values), 0.0)


def compiled(match: Match, *, inner: bool) -> Any:
    """The tantivy query of a match."""
    if isinstance(match, Exact):
        return any_of([term("identifier", value) for value in match.values]) if match.values else Q.empty_query()
    if isinstance(match, Phrase):
        return _phrase(match.text, FIELDS if inner else FIELDS[:2])
    if isinstance(match, Sound):
        return begins("sound", match.letters)
    parts = [compiled(part, inner=inner) for part in match.parts]
    if not parts:
        return Q.empty_query()
    return all_of(parts) if isinstance(match, AllOf) else any_of(parts)


def begins(name: str, prefix: str) -> Any:
    """Terms with this prefix. Only letters, digits and ideographs pass: nobody writes the expression but this line."""
    plain = identifier(prefix)
    return Q.const_score_query(Q.regex_query(schema(), name, f"{plain}.*"), 1.0) if plain else Q.empty_query()


def _phrase(text: str, names: tuple[str, ...]) -> Any:
    asked = units(text)
    if not asked:
        return Q.empty_query()
    queries = [Q.boost_query(term("whole", "".join(asked)), WHOLE_BOOST)]
    for name in names:
        query = _in_field(name, asked)
        queries.append(Q.boost_query(query, TITLE_BOOST) if name == "title" else query)
    return any_of(queries)


def _in_field(name: str, asked: list[str]) -> Any:
    tokens: list[str | tuple[int, str]] = [*pairs(asked)]
    if not tokens:
        return term(f"{name}_unit", asked[0])
    if len(tokens) == 1:
        return Q.term_query(schema(), name, tokens[0], index_option="freq")
    return Q.phrase_query(schema(), name, tokens)
