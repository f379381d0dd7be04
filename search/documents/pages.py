"""The public pages: guides, policies, news and texts. Everybody may find what is live and not behind a door."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from types import SimpleNamespace
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from wagtail.models import Page

from catalog.content import ItemContent
from catalog.models import OneThing
from catalog.packages import package_of, with_parts
from home.models import GuidePage, NewsPage, OneThingPage, PolicyPage, StaticPage
from search.documents.base import PUBLIC, Reader, SearchDocument
from search.documents.texts import joined

ITEM_VERSIONS = 10_000


class PageSource:
    """Live pages of one model. The version is that of the published revision; both only grow."""

    kind = ""
    suggests = True
    model: type[Page] = Page
    related: tuple[str, ...] = ()
    boost = 2

    def live(self) -> QuerySet[Any]:
        found: QuerySet[Any] = self.model.objects.live()
        return found

    def load(self, keys: Collection[int], *, desk: bool) -> Iterable[SearchDocument]:
        roots = SimpleNamespace()  # where Wagtail keeps the root paths of the site, so that they are read once
        found = self.live().filter(pk__in=keys)
        if self.related:  # without a name select_related follows every relation, past what live() has prefetched
            found = found.select_related(*self.related)
        for page in found:
            parts = page.get_url_parts(request=roots)
            yield self.document(page, url=parts[2] if parts else "")

    def document(self, page: Any, *, url: str) -> SearchDocument:
        published = page.last_published_at or page.first_published_at
        values = {
            "version": page.live_revision_id or 0,
            "title": page.title,
            "on": timezone.localdate(published) if published else None,
            **self.facts(page),
        }
        return SearchDocument(kind=self.kind, key=page.pk, tokens=(PUBLIC,), url=url, boost=self.boost, **values)

    def facts(self, page: Any) -> dict[str, Any]:
        """The values of the document that are this model's own."""
        return {"body": joined([page.summary, *texts_of(page.body)])}

    def versions(self) -> Iterator[tuple[int, int]]:
        for key, revision in self.live().order_by("pk").values_list("pk", "live_revision_id").iterator():
            yield key, revision or 0

    def tokens_for(self, reader: Reader) -> Collection[str]:
        return () if reader.desk else {PUBLIC}

    def visible(self, reader: Reader, keys: Collection[int]) -> set[int]:
        open_pages = self.live().public().filter(pk__in=keys)  # type: ignore[attr-defined]  # Wagtail's page queryset
        return set(open_pages.order_by().values_list("pk", flat=True))


class GuideSource(PageSource):
    """Guides speak for their item: its everyday names, conditions, papers and questions are found under the guide."""

    kind = "guide"
    model = GuidePage
    related = ("item__current_version", "item__department")
    boost = 6

    def live(self) -> QuerySet[Any]:
        return super().live().exclude(item__current_version=None)

    def facts(self, page: Any) -> dict[str, Any]:
        version = page.item.current_version
        return {
            "version": (page.live_revision_id or 0) * ITEM_VERSIONS + version.number,
            "names": (version.name, *version.facts.aliases),
            "identifiers": (version.facts.task_code, version.facts.catalog_code),
            "body": joined([page.summary, *item_texts(version.facts), *texts_of(page.intro)]),
            "facets": {"item": version.name, "unit": page.item.department.name},
            "on": timezone.localdate(version.published_at),
        }

    def versions(self) -> Iterator[tuple[int, int]]:
        rows = self.live().order_by("pk").values_list("pk", "live_revision_id", "item__current_version__number")
        for key, revision, number in rows.iterator():
            yield key, (revision or 0) * ITEM_VERSIONS + number


class OneThingSource(PageSource):
    """Packages are found by their own names and by those of their items; closed ones are found by nobody."""

    kind = "one_thing"
    model = OneThingPage
    boost = 6

    def live(self) -> QuerySet[Any]:
        parts = Prefetch("one_thing", queryset=with_parts(OneThing.objects.all()))
        return super().live().filter(one_thing__is_open=True).prefetch_related(parts)

    def facts(self, page: Any) -> dict[str, Any]:
        one_thing, parts = page.one_thing, package_of(page.one_thing).parts
        texts = [one_thing.summary, *(part.when for part in parts), *one_thing.notes, *texts_of(page.intro)]
        return {
            "version": _edition(page.live_revision_id, one_thing.edition),
            "names": (one_thing.name, *one_thing.aliases),
            "body": joined([page.summary, *texts, *(name for part in parts for name in _names(part.facts))]),
            "facets": {"unit": one_thing.lead.name},
        }

    def versions(self) -> Iterator[tuple[int, int]]:
        rows = super().live().filter(one_thing__is_open=True).order_by("pk")
        for key, revision, edition in rows.values_list("pk", "live_revision_id", "one_thing__edition").iterator():
            yield key, _edition(revision, edition)


def _names(facts: ItemContent) -> tuple[str, ...]:
    return (facts.name, *facts.aliases)


def _edition(revision: int | None, edition: int) -> int:
    return (revision or 0) * ITEM_VERSIONS + edition


class PolicySource(PageSource):
    kind = "policy"
    model = PolicyPage

    def facts(self, page: Any) -> dict[str, Any]:
        return {
            **super().facts(page),
            "identifiers": (page.document_no,),
            "facets": {"unit": page.issuer},
            "on": page.issued_on,
        }


class NewsSource(PageSource):
    kind = "news"
    model = NewsPage
    boost = 0

    def facts(self, page: Any) -> dict[str, Any]:
        return {**super().facts(page), "on": page.day}


class TextSource(PageSource):
    kind = "page"
    model = StaticPage
    boost = 1


def item_texts(facts: ItemContent) -> Iterator[str]:
    """What people ask about an item, in the order of the guide."""
    yield facts.summary
    yield from (condition.text for condition in facts.conditions)
    yield from (material.name for material in facts.materials)
    yield from (f"{step.name}{step.note}" for step in facts.steps)
    yield facts.result.name
    yield from (f"{asked.question}{asked.answer}" for asked in facts.questions)
    yield from (f"{basis.law}{basis.article}" for basis in facts.basis)
    yield from facts.notes


def texts_of(stream: Any) -> list[str]:
    """The readable texts of a StreamField."""
    found: list[str] = stream.stream_block.get_searchable_content(stream)
    return found
