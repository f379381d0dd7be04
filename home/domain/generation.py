from __future__ import annotations

from django.db.models import F

from home.models import PageGeneration

ONLY = 1


def raise_generation() -> None:
    """Answers kept so far are not given out any more, from the commit of the surrounding transaction on."""
    if not PageGeneration.objects.filter(pk=ONLY).update(number=F("number") + 1):
        PageGeneration.objects.get_or_create(pk=ONLY, defaults={"number": 1})
