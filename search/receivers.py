"""What other rooms tell, inside the transaction of the change, becomes a job in the same transaction.

SEARCH_KEEPS_UP is the one switch: without it the index changes only by `search_rebuild` and `search_reconcile`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.dispatch import receiver

from cases.models import Certificate
from cases.signals import case_changed, certificate_changed
from catalog.models import ItemVersion
from catalog.signals import version_published
from search.tasks import index_refs


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
    item_ids = ItemVersion.objects.filter(pk=version_id).values_list("item_id", flat=True)
    enqueue(f"item:{key}" for key in item_ids)
