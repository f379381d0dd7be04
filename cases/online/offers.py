"""What can be begun at one go: one item, or a package (一件事) with the parts that somebody picked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import Http404
from django.urls import reverse

from cases.online.preparation import picked_parts
from cases.online.sheet import open_questions
from catalog.content import ItemContent, Situation
from catalog.models import OneThing, ServiceItem
from catalog.models.items import ItemState
from catalog.packages import Package, package_of, with_parts
from catalog.together import shared_situations

ITEM, THING = "start", "thing"
CANNOT_BE_SENT_ONLINE = ("1",)  # online_depth: information only


@dataclass(frozen=True)
class Offer:
    """`kind` is the beginning of the names of its addresses, `slug` the key of the item or package in them."""

    kind: str
    slug: str
    name: str
    summary: str
    items: tuple[ServiceItem, ...]
    contents: tuple[ItemContent, ...]
    package: Package | None = None

    @property
    def one_thing(self) -> OneThing | None:
        return self.package.one_thing if self.package else None

    @property
    def session_key(self) -> str:
        return f"{self.kind}:{self.slug}" if self.package else self.slug

    @property
    def given(self) -> dict[str, str]:
        return self.package.given if self.package else {}

    @property
    def questions(self) -> tuple[Situation, ...]:
        """The situation questions a person is asked, each once."""
        asked = open_questions(shared_situations(self.contents))
        return tuple(situation for situation in asked if situation.key not in self.given)

    @property
    def is_closed(self) -> bool:
        if self.package is not None:
            return not self.package.is_open
        return self.items[0].state != ItemState.IN_USE

    @property
    def is_offline(self) -> bool:
        """Something of it cannot be sent in online."""
        return any(not c.is_online or c.online_depth in CANNOT_BE_SENT_ONLINE for c in self.contents)

    @property
    def phone(self) -> str:
        return next((content.consult_phone for content in self.contents if content.consult_phone), "")

    @property
    def begin_href(self) -> str:
        if self.package is not None and self.package.optional:
            return self.address("parts")
        return self.address("question", 1) if self.questions else self.address("papers")

    @property
    def start_href(self) -> str:
        return self.address("")

    @property
    def whom_href(self) -> str:
        return self.address("whom")

    def address(self, step: str, *more: Any) -> str:
        return reverse(f"online:{self.kind}_{step}".rstrip("_"), args=[self.slug, *more])


def item_offer(key: str) -> Offer:
    """A published item with the content in use now."""
    item = ServiceItem.objects.select_related("current_version").filter(key=key).first()
    if item is None or item.current_version is None:
        raise Http404
    facts = item.current_version.facts
    return Offer(ITEM, key, facts.name, facts.summary, (item,), (facts,))


def whole_package(key: str) -> Offer:
    """The package with every part that is in use, whether or not it can be applied for as a whole now."""
    one_thing = with_parts(OneThing.objects.filter(key=key, is_open=True)).first()
    if one_thing is None:
        raise Http404
    package = package_of(one_thing)
    items = tuple(part.item for part in package.parts)
    contents = tuple(part.facts for part in package.parts)
    return Offer(THING, key, one_thing.name, one_thing.summary, items, contents, package)


def picked_package(key: str, session: SessionBase) -> Offer | None:
    """The package narrowed to the parts picked before; None while nothing has been picked."""
    offer = whole_package(key)
    if offer.package is None or offer.is_closed:
        raise Http404
    keys = picked_parts(session, offer.session_key)
    parts = offer.package.picked(keys or ()) if keys is not None or not offer.package.optional else ()
    if not parts:
        return None
    return replace(offer, items=tuple(p.item for p in parts), contents=tuple(p.facts for p in parts))
