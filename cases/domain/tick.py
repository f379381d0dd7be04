"""The periodic work of cases. Each may run twice, late, or on two machines at once, and does each thing once.

One transaction per object; a row another machine holds is left to it. What the law issue adds (deemed acceptance,
lapses, reminders) becomes one more function here and one more line in `WORK`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.actors import SYSTEM
from cases.clock import light_at, wind
from cases.enums import CertificateState, Light, PaperState
from cases.models import Case, Certificate, OfficialDocument
from cases.signals import case_changed, certificate_changed
from cases.tasks import make_document
from core.domain.audit import append_audit
from places.calendar import calendar_for

WAITS_LONG = timedelta(minutes=10)
ATTEMPTS = 3


def refresh_lights(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """Lights change with the calendar alone: store the one of today for every case whose clock runs."""
    running = Case.objects.exclude(due_on=None).select_related("version", "unit__region").prefetch_related("events")
    for case in running.order_by("pk").iterator(chunk_size=500):
        calendar = calendar_for(case.unit)
        light = light_at(clocks=wind(case.events.all(), case.version.facts, calendar), now=now, calendar=calendar)
        if light == case.light:
            continue
        yield f"light {case.number}: {case.light or '-'} → {light or '-'}"
        if not dry_run:
            _store_light(case, light)


def _store_light(case: Case, light: Light) -> None:
    with transaction.atomic():
        locked = Case.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=case.pk).first()
        if locked is None or locked.version_no != case.version_no:
            return  # changed meanwhile: the change itself stored the light
        locked.light = light
        locked.version_no += 1
        locked.save(update_fields=["light", "version_no"])
        case_changed.send(sender=Case, case_ids=[locked.pk])


def retry_papers(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """Papers whose job got lost are enqueued again; failed ones are tried three times."""
    stuck = OfficialDocument.objects.filter(
        state__in=(PaperState.QUEUED, PaperState.FAILED),
        attempts__range=(0, ATTEMPTS - 1),
        queued_at__lt=now - WAITS_LONG,
    )
    for document in stuck.order_by("pk")[:500]:
        yield f"paper {document.pk} {document.code}: again"
        if not dry_run:
            with transaction.atomic():
                taken = OfficialDocument.objects.filter(pk=document.pk, queued_at=document.queued_at)
                if taken.update(queued_at=now):
                    make_document.enqueue(document.pk)


def expire_certificates(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """A certificate whose last day has passed says so."""
    today = timezone.localdate(now)
    for certificate in Certificate.objects.filter(state=CertificateState.VALID, valid_to__lt=today).order_by("pk"):
        yield f"certificate {certificate.number}: expired"
        if not dry_run:
            _expire(certificate, now)


def _expire(certificate: Certificate, now: datetime) -> None:
    with transaction.atomic():
        changed = Certificate.objects.filter(pk=certificate.pk, state=CertificateState.VALID)
        if changed.update(state=CertificateState.EXPIRED):
            append_audit(
                action="certificate.expire",
                user_id=None,
                user_name=SYSTEM.name,
                subject=certificate,
                data={"number": certificate.number},
                now=now,
            )
            certificate_changed.send(sender=Certificate, certificate_id=certificate.pk)


WORK: tuple[Callable[..., Iterator[str]], ...] = (refresh_lights, retry_papers, expire_certificates)
