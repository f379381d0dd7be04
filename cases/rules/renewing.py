"""When silence renews a licence: applied for in time, and no decision before its term ended (行政许可法 Art. 50)."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import OPEN, CaseKind
from cases.enums import CertificateState as C
from cases.models import Case
from cases.rules.context import CaseContext
from core.text import format_day
from flow.conditions import Condition

APPLY_BEFORE = timedelta(days=30)  # 行政许可法 Art. 50(1); calendar days before the last day of the term


def last_day(case: Case) -> date | None:
    """The last day of the term that the case asks to renew."""
    return case.subject.valid_to if case.subject is not None else None


def applied_in_time(case: Case) -> bool:
    """Thirty days before the end; who applies later has no claim that silence answers him."""
    last = last_day(case)
    return (
        last is not None
        and case.received_at is not None
        and timezone.localdate(case.received_at) + APPLY_BEFORE <= last
    )


def silence_renews(case: Case) -> bool:
    """Whether the certificate goes on by law when nobody decides on this renewal before the term ends, as it is now."""
    last, old = last_day(case), case.subject
    if old is None or last is None or case.kind != CaseKind.RENEW or not case.version.facts.is_licence:
        return False
    in_term = case.accepted_at is None or timezone.localdate(case.accepted_at) <= last
    return old.state == C.VALID and applied_in_time(case) and in_term


def silence_means(case: Case, on: date) -> str:
    """What it means for the certificate if nothing is decided, in words for everybody; '' for no open renewal.

    Asks for `subject`: read it with the case where many are shown.
    """
    last = last_day(case) if case.kind == CaseKind.RENEW and case.status in OPEN else None
    if last is None:
        return ""
    if silence_renews(case) and (on <= last or case.accepted_at is not None):
        text = _renewing(case, on, last)
    elif on <= last:
        text = _("The term ends on %(day)s. Silence does not renew this certificate: undecided by then, it ends.")
    else:
        text = _("The term ended on %(day)s; until the renewal is granted, the certificate is not valid.")
    return text % {"day": format_day(last)}


def _renewing(case: Case, on: date, last: date) -> str:
    if on > last:
        return _("The term ended on %(day)s and nobody had decided: by law the renewal counts as granted.")
    if case.accepted_at is None:
        return _(
            "Once it is accepted: if nothing is decided by %(day)s, when the term ends, it counts as renewed by law."
        )
    return _("If nothing is decided by %(day)s, when the term ends, it counts as renewed by law.")


def _is_licence_renewal(context: CaseContext) -> str | None:
    if context.case.kind == CaseKind.RENEW and context.case.version.facts.is_licence:
        return None
    return _("Only the renewal of an administrative licence is granted by silence.")


def _in_time(context: CaseContext) -> str | None:
    if applied_in_time(context.case):
        return None
    return _("The renewal was not applied for thirty days before the end of the term, so silence does not grant it.")


def _accepted_in_term(context: CaseContext) -> str | None:
    """What the applicant completed only after the end could not be decided before it."""
    case, last = context.case, last_day(context.case)
    if last is not None and case.accepted_at is not None and timezone.localdate(case.accepted_at) <= last:
        return None
    return _("The application was not complete before the end of the term; it has to be decided by people.")


def _term_over(context: CaseContext) -> str | None:
    last = last_day(context.case)
    if last is not None and context.today > last:
        return None
    if last is None:
        return _("This certificate has no end and needs no renewal.")
    return _("The term runs until %(day)s; until then the renewal can be decided.") % {"day": format_day(last)}


def _still_renewable(context: CaseContext) -> str | None:
    """In force to its last day. What was suspended, revoked or replaced meanwhile is for people to decide."""
    certificate = context.case.subject
    if certificate is not None:
        if certificate.state == C.VALID:
            return None
        ended = list(certificate.events.all())[-1:]
        if certificate.state == C.EXPIRED and [event.state_from for event in ended] == [C.VALID]:
            return None
        return _("The certificate is now “%(state)s”; this cannot be done with it.") % {
            "state": C(certificate.state).label
        }
    return _("This case did not end in a certificate.")


LICENCE_RENEWAL = Condition("licence_renewal", "行政许可法 第50条", _is_licence_renewal)
APPLIED_IN_TIME = Condition("applied_in_time", "行政许可法 第50条", _in_time)
ACCEPTED_IN_TERM = Condition("accepted_in_term", "行政许可法 第50条", _accepted_in_term)
TERM_OVER = Condition("term_over", "行政许可法 第50条", _term_over)
STILL_RENEWABLE = Condition("still_renewable", "行政许可法 第50条", _still_renewable)
