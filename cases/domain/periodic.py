"""What terms bring about by themselves: deemed acceptance, reminders, lapses, ends of procedures, orders on red.

Each is a generator of lines for people; with `dry_run` it only says them. The verbs lock the row and ask their
conditions anew, so a thing that another machine has done meanwhile is refused there and left out here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import SYSTEM
from accounts.domain.messages import send_message
from cases.domain.hearings import close_hearing_right
from cases.domain.lapse import propose_lapse
from cases.domain.publicity import end_publicity
from cases.domain.renew import deem_renewed
from cases.domain.special import resume_case
from cases.domain.supervise import order_supervision
from cases.domain.tell import tell_applicant
from cases.domain.ways import deem_accepted
from cases.dues import day_text
from cases.enums import OPEN, CaseKind, CertificateState, Light, Status
from cases.models import (
    Case,
    Certificate,
    Hearing,
    HearingState,
    Publicity,
    Reminder,
    Supervision,
    SupervisionRule,
    Suspension,
)
from cases.rules.context import CaseContext
from cases.rules.verbs import CONDITIONS
from cases.rules.ways import correction_reminder_key, may_be_deemed
from core.errors import Refused
from core.text import format_day
from flow.conditions import unmet
from places.calendar import Calendars

REMIND_BEFORE = timedelta(days=5)  # covers three working days over any weekend
EXPIRY_REMINDERS = (60, 30)  # days before the end (domain.md §7.3; 行政许可法 Art. 50 asks for 30)
Lines = Iterator[str]


def deem_unanswered(*, now: datetime, dry_run: bool) -> Lines:
    """T7: nobody answered in five working days (Art. 32(4); R2)."""
    late = _cases(status=Status.RECEIVED, intake_due_on__lt=timezone.localdate(now))
    for case in late:
        if may_be_deemed(case.version.facts):
            yield from _each(f"deem accepted {case.number}", partial(deem_accepted, case=case, now=now), dry_run)


def remind_of_corrections(*, now: datetime, dry_run: bool) -> Lines:
    """Once per notice, some days before the applicant's term ends; later if nobody ran this in time."""
    soon = timezone.localdate(now) + REMIND_BEFORE
    cases = list(_cases(status=Status.CORRECTION_REQUIRED, correction_due_on__lte=soon).prefetch_related("corrections"))
    sent = _sent(correction_reminder_key(case) for case in cases)
    for case in cases:
        notice = case.correction
        if notice is None or notice.supplied_at is not None:
            continue
        body = _("For “%(item)s” (%(number)s) something is still missing. Please supply it by %(due)s.")
        title = _("Please do not forget what is missing")
        yield from _remind(case, correction_reminder_key(case), title, body, now, dry_run, sent)


def remind_of_papers(*, now: datetime, dry_run: bool) -> Lines:
    """Papers that follow under a promise (R25): reminded once before their term ends."""
    soon = timezone.localdate(now) + REMIND_BEFORE
    waiting = _cases(tolerance__supplied_at=None, tolerance_due_on__lte=soon, tolerance__isnull=False)
    cases = list(waiting.filter(status__in=(Status.ACCEPTED, Status.REVIEWING, Status.SUSPENDED)))
    sent, calendars = _sent(f"tolerance:{case.number}" for case in cases), Calendars()
    for case in cases:
        body = _("For “%(item)s” (%(number)s) you promised papers that follow. Please supply them by %(last)s.") % {
            "item": "%(item)s",
            "number": "%(number)s",
            "last": day_text(case.tolerance_due_on, calendars.of_unit(case.unit)),
        }
        title = _("Please supply the papers that follow")
        yield from _remind(case, f"tolerance:{case.number}", title, body, now, dry_run, sent)


def propose_lapses(*, now: datetime, dry_run: bool) -> Lines:
    """T8: proposed here, confirmed by a clerk; only after a reminder on an earlier day."""
    today = timezone.localdate(now)
    cases = list(_cases(status=Status.CORRECTION_REQUIRED, correction_due_on__lt=today).prefetch_related("corrections"))
    reminded = _sent((correction_reminder_key(case) for case in cases), before=today)
    for case in cases:
        if correction_reminder_key(case) in reminded:
            yield from _each(f"propose lapse {case.number}", partial(propose_lapse, case=case, now=now), dry_run)


def end_suspensions(*, now: datetime, dry_run: bool) -> Lines:
    """T12: the last day that the applicant was told has passed; the clocks run on."""
    over = Suspension.objects.filter(ended_on=None, until_on__lt=timezone.localdate(now))
    for case in _cases(pk__in=over.values("case"), status=Status.SUSPENDED):
        yield from _each(f"resume {case.number}", partial(resume_case, case=case, actor=SYSTEM, now=now), dry_run)


def close_hearing_rights(*, now: datetime, dry_run: bool) -> Lines:
    """Art. 47: five working days to ask for a hearing; who let them pass has had his right, and the case goes on."""
    over = Hearing.objects.filter(state=HearingState.TOLD, request_by_on__lt=timezone.localdate(now))
    for case in _cases(pk__in=over.values("case"), status__in=(Status.REVIEWING, Status.SUSPENDED)):
        yield from _each(
            f"close hearing right {case.number}",
            partial(close_hearing_right, case=case, actor=SYSTEM, now=now),
            dry_run,
        )


def end_publicities(*, now: datetime, dry_run: bool) -> Lines:
    """The term of a publicity is over and every objection answered; what was upheld is left to people."""
    over = Publicity.objects.filter(ended_at=None, ends_on__lt=timezone.localdate(now))
    for case in _cases(pk__in=over.values("case"), status__in=(Status.REVIEWING, Status.SUSPENDED)):
        yield from _each(
            f"end publicity {case.number}", partial(end_publicity, case=case, actor=SYSTEM, now=now), dry_run
        )


def deem_renewals(*, now: datetime, dry_run: bool) -> Lines:
    """Art. 50: the term is over and nobody decided on the renewal that was applied for in time."""
    undecided = (Status.ACCEPTED, Status.REVIEWING, Status.SUSPENDED)
    over = _cases(kind=CaseKind.RENEW, status__in=undecided, subject__valid_to__lt=timezone.localdate(now))
    for case in over.select_related("subject").prefetch_related("subject__events"):
        if not unmet(CONDITIONS["deem_renewed"], CaseContext(case, SYSTEM, now)):
            yield from _each(f"deem renewed {case.number}", partial(deem_renewed, case=case, now=now), dry_run)


def remind_of_expiry(*, now: datetime, dry_run: bool) -> Lines:
    """Holders are told 60 and 30 days before the end that a renewal has to be applied for (Art. 50)."""
    today = timezone.localdate(now)
    ending = Certificate.objects.filter(state=CertificateState.VALID, valid_to__gte=today)
    soon = ending.filter(valid_to__lte=today + timedelta(days=max(EXPIRY_REMINDERS))).select_related("holder")
    applied = Case.objects.filter(subject=OuterRef("pk"), kind=CaseKind.RENEW, status__in=OPEN)
    certificates = list(soon.exclude(Exists(applied)).order_by("pk"))
    sent = _sent(f"expiry:{one.pk}:{step}" for one in certificates for step in EXPIRY_REMINDERS)
    for certificate in certificates:
        left = (certificate.valid_to - today).days if certificate.valid_to else 0
        step = min(days for days in EXPIRY_REMINDERS if left <= days)
        key = f"expiry:{certificate.pk}:{step}"
        if key in sent:
            continue
        yield f"remind of expiry {certificate.number} ({left})"
        if not dry_run:
            _once(key, now, partial(_tell_holder, certificate, now))


def order_overdue(*, now: datetime, dry_run: bool) -> Lines:
    """A red light calls the supervisor, once for each date that was missed."""
    ordered = Supervision.objects.filter(case=OuterRef("pk"), rule=SupervisionRule.OVERDUE).values_list("key")
    late = _cases(light=Light.RED).exclude(due_on=None).annotate(last_key=Subquery(ordered.order_by("-id")[:1]))
    for case in late:
        key = f"overdue:{case.number}:{case.due_on}"
        if case.last_key == key or (case.last_key and case.supervisions.filter(key=key).exists()):
            continue
        yield f"order {case.number}"
        if not dry_run:
            with transaction.atomic():
                matter = _("The case should have been ready by %(day)s and is not.") % {"day": format_day(case.due_on)}
                order_supervision(case=case, rule=SupervisionRule.OVERDUE, key=key, matter=matter, now=now)


def _cases(**lookups: object) -> QuerySet[Case]:
    return (
        Case.objects.filter(**lookups)
        .select_related("version", "item", "unit__region", "applicant", "application__mandate")
        .order_by("pk")
    )


def _sent(keys: Iterable[str], *, before: date | None = None) -> set[str]:
    """Which of these were done already (on an earlier day than `before`): a query for every five hundred."""
    wanted, found = list(keys), set[str]()
    for start in range(0, len(wanted), 500):
        rows = Reminder.objects.filter(key__in=wanted[start : start + 500])
        found |= set((rows.filter(sent_at__date__lt=before) if before else rows).values_list("key", flat=True))
    return found


def _each(line: str, act: Callable[[], object], dry_run: bool) -> Lines:
    if dry_run:
        yield line
        return
    try:
        act()
    except Refused:
        return  # not due any more, or done meanwhile
    yield line


def _remind(case: Case, key: str, title: str, body: str, now: datetime, dry_run: bool, sent: Collection[str]) -> Lines:
    if key in sent:
        return
    yield f"remind {case.number}"
    if not dry_run:
        _once(key, now, lambda: tell_applicant(case=case, actor=SYSTEM, title=title, body=body, now=now))


def _once(key: str, now: datetime, act: Callable[[], object]) -> None:
    """The row of the key is unique: of two machines at the same moment one gives way with all it did."""
    try:
        with transaction.atomic():
            Reminder.objects.create(key=key, sent_at=now)
            act()
    except IntegrityError:
        return


def _tell_holder(certificate: Certificate, now: datetime) -> None:
    send_message(
        resident=certificate.holder,
        title=_("A certificate of yours will end"),
        body=_("“%(name)s” (%(number)s) is valid until %(day)s. Apply for its renewal 30 days before at the latest.")
        % {
            "name": certificate.name,
            "number": certificate.number,
            "day": format_day(certificate.valid_to) if certificate.valid_to else "",
        },
        now=now,
    )
