"""Service points 办事网点: by name, place, address and what can be done there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from home.models import PointIndexPage
from places.models import ServicePoint
from search.documents.base import PUBLIC, Reader, SearchDocument
from search.documents.texts import joined


class PointSource:
    """A point counts no versions: what is written last is what the database held last."""

    kind = "point"
    suggests = True

    def load(self, keys: Collection[int], *, desk: bool) -> Iterable[SearchDocument]:
        index = PointIndexPage.objects.live().first()
        found = ServicePoint.objects.filter(is_open=True, pk__in=keys).select_related("unit", "region__parent")
        start = index.get_url_parts()[2] if index else ""
        return (point_document(point, start=start) for point in found)

    def versions(self) -> Iterator[tuple[int, int]]:
        for key in ServicePoint.objects.filter(is_open=True).order_by("pk").values_list("pk", flat=True).iterator():
            yield key, 1

    def tokens_for(self, reader: Reader) -> Collection[str]:
        return () if reader.desk else {PUBLIC}

    def visible(self, reader: Reader, keys: Collection[int]) -> set[int]:
        opened = ServicePoint.objects.filter(is_open=True, pk__in=keys)
        return set(opened.order_by().values_list("pk", flat=True))


def point_document(point: ServicePoint, *, start: str) -> SearchDocument:
    town = point.region.town
    return SearchDocument(
        kind="point",
        key=point.pk,
        version=1,
        title=point.name,
        names=(point.region.full_name,),
        identifiers=(point.phone,),
        body=joined([point.address, point.hours, point.phone, point.facilities]),
        tokens=(PUBLIC,),
        url=f"{start}{point.pk}/" if start else "",
        facets={"unit": point.unit.name, "town": town.name if town else ""},
        boost=2,
    )
