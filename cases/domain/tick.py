"""The periodic work of cases. Each may run twice, late, or on two machines at once, and does each thing once.

One transaction per object; a row another machine holds is left to it. What the terms of the law bring about by
themselves stands in `periodic`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cases.certificates.change import expire_certificate
from cases.clock import light_at, wind
from cases.domain import periodic
from cases.enums import CertificateState, Light, PaperState
from cases.models import Case, Certificate, OfficialDocument, Reminder
from cases.signals import case_changed
from cases.tasks import make_document
from catalog.models import ItemVersion
from core.domain.jobs import waiting_since
from places.calendar import Calendars

WAITS_LONG = timedelta(minutes=10)
ATTEMPTS = 3
HAS_HOURS = Q(content__promised_limit__unit="hour") | Q(content__statutory_limit__unit="hour")
IN_FORCE = (CertificateState.VALID, CertificateState.SUSPENDED)


def refresh_lights(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """Lights change with the day alone: once a day, store the one of today for every case whose clock runs.

    A clock in hours changes within the day, so cases of such items are looked at every time.
    """
    today = f"lights:{timezone.localdate(now)}"
    running = Case.objects.exclude(due_on=None)
    if Reminder.objects.filter(key=today).exists():
        running = running.filter(version__in=ItemVersion.objects.filter(HAS_HOURS))  # read per version, not per case
    running = running.select_related("version", "unit__region").prefetch_related("events")
    calendars, all_seen = Calendars(), True
    for case in running.order_by("pk").iterator(chunk_size=500):
        calendar = calendars.of_unit(case.unit)
        light = light_at(clocks=wind(case.events.all(), case.version.facts, calendar), now=now, calendar=calendar)
        if light == case.light:
            continue
        yield f"light {case.number}: {case.light or '-'} → {light or '-'}"
        if not dry_run:
            all_seen &= _store_light(case, light)
    if not dry_run and all_seen:
        Reminder.objects.get_or_create(key=today, defaults={"sent_at": now})


def _store_light(case: Case, light: Light) -> bool:
    """False when somebody holds the case just now: it is looked at again the next time."""
    with transaction.atomic():
        locked = Case.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=case.pk).first()
        if locked is None:
            return False
        if locked.version_no != case.version_no:
            return True  # changed meanwhile: the change itself stored the light
        locked.light = light
        locked.version_no += 1
        locked.save(update_fields=["light", "version_no"])
        case_changed.send(sender=Case, case_ids=[locked.pk])
    return True


def retry_papers(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """Papers whose job got lost are enqueued again; failed ones are tried three times.

    As long as the queue has not come to the jobs of that moment, a paper merely waits for its turn.
    """
    since = waiting_since(make_document.module_path)
    stuck = OfficialDocument.objects.filter(
        state__in=(PaperState.QUEUED, PaperState.FAILED),
        attempts__range=(0, ATTEMPTS - 1),
        queued_at__lt=min(now - WAITS_LONG, since or now),
    )
    for document in stuck.order_by("pk")[:500]:
        if dry_run or _queue_again(document, now):
            yield f"paper {document.pk} {document.code}: again"


def _queue_again(document: OfficialDocument, now: datetime) -> bool:
    with transaction.atomic():
        as_seen = OfficialDocument.objects.filter(pk=document.pk, queued_at=document.queued_at)
        if not as_seen.update(queued_at=now):
            return False  # another machine was first
        make_document.enqueue(document.pk)
    return True


def expire_certificates(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """A certificate whose last day has passed says so."""
    today = timezone.localdate(now)
    for certificate in Certificate.objects.filter(state__in=IN_FORCE, valid_to__lt=today).order_by("pk"):
        if dry_run or _expire(certificate, now):
            yield f"certificate {certificate.number}: expired"


def _expire(certificate: Certificate, now: datetime) -> bool:
    with transaction.atomic():
        return expire_certificate(certificate=certificate, now=now)


# Silence renews before the term ends, lights follow everything that moves a date.
WORK: tuple[Callable[..., Iterator[str]], ...] = (
    periodic.deem_unanswered,
    periodic.remind_of_corrections,
    periodic.remind_of_papers,
    periodic.propose_lapses,
    periodic.end_suspensions,
    periodic.close_hearing_rights,
    periodic.end_publicities,
    periodic.deem_renewals,
    periodic.remind_of_expiry,
    expire_certificates,
    refresh_lights,
    periodic.order_overdue,
    retry_papers,
)
