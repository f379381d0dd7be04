"""What other rooms tell, inside the transaction of the change, becomes a job in the same transaction.

SEARCH_KEEPS_UP is the one switch: without it the index changes only by `search_rebuild` and `search_reconcile`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from cases.models import Certificate
from cases.signals import case_changed, certificate_changed
from catalog.models import ItemVersion, OneThing
from catalog.signals import version_published
from home.models import GuidePage, NewsPage, OneThingPage, PolicyPage, StaticPage
from places.models import ServicePoint
from search.tasks import index_refs

PAGE_KINDS: dict[type[Any], str] = {
    GuidePage: "guide",
    OneThingPage: "one_thing",
    PolicyPage: "policy",
    NewsPage: "news",
    StaticPage: "page",
}


def enqueue(refs: Iterable[str]) -> None:
    if settings.SEARCH_KEEPS_UP:
        index_refs.enqueue(list(refs))


@receiver(case_changed, dispatch_uid="search.case_changed")
def follow_cases(case_ids: Iterable[int], **kwargs: Any) -> None:
    enqueue(f"{kind}:{key}" for key in case_ids for kind in ("case", "certificate"))


@receiver(certificate_changed, dispatch_uid="search.certificate_changed")
def follow_certificate(certificate_id: int, **kwargs: Any) -> None:
    case_ids = Certificate.objects.filter(pk=certificate_id).values_list("case_id", flat=True)
    follow_cases(case_ids)


@receiver(version_published, dispatch_uid="search.version_published")
def follow_item(version_id: int, **kwargs: Any) -> None:
    """The item for the staff, and the guide that shows its facts."""
    item_ids = list(ItemVersion.objects.filter(pk=version_id).values_list("item_id", flat=True))
    guides = GuidePage.objects.filter(item_id__in=item_ids).order_by().values_list("pk", flat=True)
    enqueue([*(f"item:{key}" for key in item_ids), *(f"guide:{key}" for key in guides)])


@receiver([page_published, page_unpublished], dispatch_uid="search.follow_page")
def follow_page(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    if sender in PAGE_KINDS:
        enqueue([f"{PAGE_KINDS[sender]}:{instance.pk}"])


@receiver(post_save, sender=OneThing, dispatch_uid="search.follow_one_thing")
def follow_one_thing(sender: type[Any], instance: OneThing, **kwargs: Any) -> None:
    pages = OneThingPage.objects.filter(one_thing=instance).order_by().values_list("pk", flat=True)
    enqueue(f"one_thing:{key}" for key in pages)


def follow_removed_page(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    enqueue([f"{PAGE_KINDS[sender]}:{instance.pk}"])


def follow_point(sender: type[Any], instance: ServicePoint, **kwargs: Any) -> None:
    enqueue([f"point:{instance.pk}"])


for model in PAGE_KINDS:
    post_delete.connect(follow_removed_page, sender=model, dispatch_uid=f"search.removed_{model.__name__}")
for signal in (post_save, post_delete):
    signal.connect(follow_point, sender=ServicePoint, dispatch_uid="search.follow_point")
