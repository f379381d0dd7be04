"""What the county calls things: the editors' synonyms and the names of its services."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from catalog.models import ServiceItem
from search.models import Synonym
from search.text import identifier

SEED = Path(__file__).parent / "data" / "synonyms.txt"
MOST_VARIANTS = 16


@dataclass(frozen=True)
class Vocabulary:
    """Folded words: `groups` of equals, and `terms` that the cutter must keep whole."""

    groups: tuple[tuple[str, ...], ...] = ()
    terms: frozenset[str] = frozenset()

    def variants(self, text: str) -> tuple[str, ...]:
        """The text itself, then what others would have written: 低保怎么办 → 最低生活保障怎么办."""
        found = [text]
        for group in self.groups:
            known = max((word for word in group if word in text), key=len, default="")
            if known:
                found += [text.replace(known, word) for word in group if word != known]
        return tuple(dict.fromkeys(found))[:MOST_VARIANTS]


def current_vocabulary() -> Vocabulary:
    """Two queries."""
    active = Synonym.objects.filter(is_active=True)
    groups = tuple(tuple(identifier(word) for word in synonym.word_list) for synonym in active)
    names = ServiceItem.objects.exclude(current_version=None).values_list("name", flat=True)
    terms = {word for group in groups for word in group} | {identifier(name) for name in names}
    return Vocabulary(groups, frozenset(terms - {""}))


def seed_synonyms() -> int:
    """Put the groups we begin with into an empty table; an editor's table is left alone. Returns how many were made."""
    if Synonym.objects.exists():
        return 0
    lines = (line.strip() for line in SEED.read_text(encoding="utf-8").splitlines())
    groups = [line.split("=") for line in lines if line and not line.startswith("#")]
    return len(Synonym.objects.bulk_create(Synonym(words="\n".join(group)) for group in groups))
