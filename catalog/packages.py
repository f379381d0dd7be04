"""Reads of one-thing packages for rooms above: what is offered now, with the versions in use of its items."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from catalog.content import ItemContent
from catalog.models import OneThing, OneThingPart, ServiceItem
from catalog.models.items import ItemState

FEWEST_PARTS = 2


@dataclass(frozen=True)
class Part:
    """One item of a package in the version that holds now. `when` says for whom a part is that may be left out."""

    item: ServiceItem
    facts: ItemContent
    required: bool
    when: str

    @property
    def key(self) -> str:
        return self.item.key


@dataclass(frozen=True)
class Package:
    """`parts` can be applied for now; `resting` are the names of those that cannot."""

    one_thing: OneThing
    parts: tuple[Part, ...]
    resting: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Offered, every required part in use, and still more than one item."""
        return self.one_thing.is_open and len(self.parts) >= FEWEST_PARTS and not self._lacks_required

    @property
    def given(self) -> dict[str, str]:
        return self.one_thing.given

    @property
    def _lacks_required(self) -> bool:
        there = {part.item.pk for part in self.parts}
        return any(row.required and row.item_id not in there for row in self.one_thing.parts.all())

    @property
    def optional(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.required)

    def picked(self, keys: Collection[str]) -> tuple[Part, ...]:
        """The required parts and exactly those named."""
        return tuple(part for part in self.parts if part.required or part.key in keys)

    def chosen(self, keys: set[str]) -> tuple[Part, ...]:
        """The required parts and those named; all of them when none that may be left out is named."""
        if not keys & {part.key for part in self.optional}:
            return self.parts
        return self.picked(keys)


def with_parts(one_things: QuerySet[OneThing]) -> QuerySet[OneThing]:
    """With everything `package_of` reads, in a constant number of queries."""
    parts = OneThingPart.objects.select_related("item__current_version", "item__department").order_by("sort_order")
    return one_things.select_related("lead").prefetch_related(Prefetch("parts", queryset=parts))


def package_of(one_thing: OneThing) -> Package:
    parts, resting = [], []
    for row in one_thing.parts.all():
        version = row.item.current_version
        if version is not None and row.item.state == ItemState.IN_USE:
            parts.append(Part(row.item, version.facts, row.required, row.when))
        else:
            resting.append(row.item.name)
    return Package(one_thing, tuple(parts), tuple(resting))


def open_packages() -> list[Package]:
    """What can be applied for now, in the order in which it is offered."""
    found = with_parts(OneThing.objects.filter(is_open=True))
    return [package for package in map(package_of, found) if package.is_open]


def find_open_package(key: str) -> Package | None:
    """That of this key, if it can be applied for now."""
    one_thing = with_parts(OneThing.objects.filter(key=key)).first()
    package = package_of(one_thing) if one_thing else None
    return package if package is not None and package.is_open else None


def open_package(key: str) -> Package:
    """Raises `Http404` when there is none of this key that can be applied for now."""
    package = find_open_package(key)
    if package is None:
        raise Http404(key)
    return package
