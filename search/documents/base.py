"""What is searchable: documents, the readers who ask, and the sources that know both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from accounts.actors import Actor

PUBLIC = "public"
STAFF = "staff"
FACETS = ("kind", "item", "state", "unit", "town", "channel", "month")


@dataclass(frozen=True)
class Reader:
    """Who reads, on which day, and at which face: `desk` is the back office with the post held, otherwise the portal.

    The same person finds at the portal only what is public or her own, whatever posts she holds.
    """

    actor: Actor
    on: date
    desk: bool = False


@dataclass(frozen=True)
class SearchDocument:
    """One thing that can be found. The engine keeps its tokens only; what is shown is loaded again from the database.

    `version` never goes down when the thing changes. `names` are other names and the people in it, `identifiers` what
    somebody types to get exactly this. `inner` is text for the desk only: it is matched, and shown, only there.
    `body` is matched; the excerpt is taken from `shown`, where personal data must not stand, or from the body.
    `tokens` say who may see it: a reader finds a document when they share one. `boost` 0..6 lifts it in the ranking.
    """

    kind: str
    key: int
    version: int
    title: str
    tokens: tuple[str, ...]
    url: str = ""
    names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    body: str = ""
    inner: str = ""
    shown: str | None = None
    facets: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None
    boost: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ref(self) -> str:
        return f"{self.kind}:{self.key}"

    @property
    def facet_values(self) -> dict[str, str]:
        """Every facet that has a value; the kind is one, and the month follows from the date."""
        month = {"month": f"{self.on:%Y-%m}"} if self.on else {}
        return {"kind": self.kind, **month, **{name: value for name, value in self.facets.items() if value}}


class DocumentSource(Protocol):
    """Everything of one kind. `suggests`: whether its titles and names may complete what somebody is typing."""

    kind: str
    suggests: bool

    def load(self, keys: Collection[int], *, desk: bool) -> Iterable[SearchDocument]:
        """The documents of these keys as they are now; what does not exist (any more) is left out.

        `desk` chooses the address the hit leads to; nothing that is indexed depends on it.
        """

    def versions(self) -> Iterator[tuple[int, int]]:
        """(key, version) of everything that ought to be in the index."""

    def tokens_for(self, reader: Reader) -> Collection[str]:
        """The visibility tokens this reader holds for this kind now; empty: finds none of it."""

    def visible(self, reader: Reader, keys: Collection[int]) -> set[int]:
        """Which of these the reader may see: asked of the room's own policy for every hit before it is shown."""
