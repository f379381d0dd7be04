"""Service items 事项, for the staff: what is in use now, by its names and its everyday words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from django.utils import timezone

from catalog.models import ServiceItem
from search.documents.addresses import item_address
from search.documents.base import STAFF, Reader, SearchDocument
from search.documents.texts import joined


class ItemSource:
    kind = "item"
    suggests = True

    def load(self, keys: Collection[int], *, desk: bool) -> Iterable[SearchDocument]:
        found = ServiceItem.objects.exclude(current_version=None).filter(pk__in=keys)
        return (item_document(item) for item in found.select_related("current_version", "department"))

    def versions(self) -> Iterator[tuple[int, int]]:
        published = ServiceItem.objects.exclude(current_version=None).order_by("pk")
        yield from published.values_list("pk", "current_version__number").iterator()

    def tokens_for(self, reader: Reader) -> Collection[str]:
        return {STAFF} if reader.desk and reader.actor.is_staff else ()

    def visible(self, reader: Reader, keys: Collection[int]) -> set[int]:
        if not (reader.desk and reader.actor.is_staff):
            return set()
        published = ServiceItem.objects.exclude(current_version=None).filter(pk__in=keys)
        return set(published.order_by().values_list("pk", flat=True))


def item_document(item: ServiceItem) -> SearchDocument:
    version = item.current_version
    assert version is not None  # noqa: S101 - the queries above leave items without a version out
    facts = version.facts
    return SearchDocument(
        kind="item",
        key=item.pk,
        version=version.number,
        title=version.name,
        names=facts.aliases,
        identifiers=(item.key, facts.task_code, facts.catalog_code),
        body=joined([facts.summary, *(c.text for c in facts.conditions), *(m.name for m in facts.materials)]),
        tokens=(STAFF,),
        url=item_address(item),
        facets={"item": version.name, "unit": item.department.name},
        on=timezone.localdate(version.published_at),
        boost=4,
    )
