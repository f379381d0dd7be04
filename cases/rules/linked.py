"""When a decided case may be followed by a linked one, and by whom it may be opened (domain.md §3.3 T20; Art. 49-70)."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from accounts.models import Role
from cases.enums import DECIDED, OPEN, CaseKind, Outcome, Status
from cases.enums import CertificateState as C
from cases.models import Case, Certificate
from cases.rules.context import CaseContext
from cases.rules.who import APPLICANT_SIDE
from core.text import format_day
from flow.conditions import Condition

# The authority opens these itself; the others are applied for.
EX_OFFICIO = (CaseKind.REVOKE, CaseKind.WITHDRAW, CaseKind.SUSPEND, CaseKind.RESTORE, CaseKind.RECONSIDER)
# These take something from the holder: told at the opening, he may state his view and defend himself (Art. 7).
AGAINST_HOLDER = (CaseKind.REVOKE, CaseKind.WITHDRAW, CaseKind.SUSPEND)
APPLIED_FOR = (CaseKind.CHANGE, CaseKind.RENEW, CaseKind.CANCEL, CaseKind.CORRECT_ERROR)
STATES: dict[str, tuple[str, ...]] = {
    CaseKind.CHANGE: (C.VALID,),
    CaseKind.RENEW: (C.VALID,),
    CaseKind.CANCEL: (C.VALID, C.SUSPENDED, C.EXPIRED),
    CaseKind.CORRECT_ERROR: (C.VALID, C.SUSPENDED, C.EXPIRED),
    CaseKind.REVOKE: (C.VALID, C.SUSPENDED, C.EXPIRED),
    CaseKind.WITHDRAW: (C.VALID, C.SUSPENDED),
    CaseKind.SUSPEND: (C.VALID,),
    CaseKind.RESTORE: (C.SUSPENDED,),
}
RENEW_FROM = timedelta(days=90)  # [M] how early a renewal may be applied for
NEEDS_CHANGES = (CaseKind.CHANGE, CaseKind.CORRECT_ERROR)


def certificate_of(case: Case) -> Certificate | None:
    """The certificate that this case ended in, or that stands in the place of it now."""
    found: Certificate | None = getattr(case, "certificate", None)
    while found is not None and (newer := getattr(found, "replaced_by", None)) is not None:
        found = newer
    return found


def _kind(context: CaseContext) -> str:
    return str(context.given.get("kind", ""))


def _decided(context: CaseContext) -> str | None:
    if context.case.status in DECIDED:
        return None
    return _("Only a decided case can be followed by a linked one. It is now “%(state)s”.") % {
        "state": Status(context.case.status).label
    }


def _known_kind(context: CaseContext) -> str | None:
    if _kind(context) in (*EX_OFFICIO, *APPLIED_FOR):
        return None
    return _("Choose what the linked case is about.")


def _by_whom(context: CaseContext) -> str | None:
    case, actor, kind = context.case, context.actor, _kind(context)
    of_unit = actor.unit_id == case.unit_id and actor.has_role(Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)
    if of_unit and kind != CaseKind.RENEW:
        return None
    if kind in EX_OFFICIO:
        return _("Only %(unit)s can open this of its own motion.") % {"unit": case.unit.name}
    return APPLICANT_SIDE.reason(CaseContext(case, actor, context.now, {**context.given, "act": "submit"}))


def _certificate_allows(context: CaseContext) -> str | None:
    kind = _kind(context)
    if kind == CaseKind.RECONSIDER:
        if context.case.outcome == Outcome.DENIED:
            return None
        return _("A new decision is for denied applications; a granted one is revoked, withdrawn or corrected.")
    certificate = certificate_of(context.case)
    if certificate is None:
        return _("This case did not end in a certificate.")
    if certificate.state in STATES.get(kind, ()):
        return None
    return _("The certificate is now “%(state)s”; this cannot be done with it.") % {"state": C(certificate.state).label}


def _none_open(context: CaseContext) -> str | None:
    waiting = context.case.linked.filter(kind=_kind(context), status__in=OPEN).first()
    if waiting is None:
        return None
    return _("There is a case of this kind already that is not decided yet: %(number)s.") % {"number": waiting.number}


def _early_enough(context: CaseContext) -> str | None:
    """Art. 50: applied for before the end; the house lets people apply from three months before."""
    certificate = certificate_of(context.case)
    if _kind(context) != CaseKind.RENEW or certificate is None:
        return None
    if certificate.valid_to is None:
        return _("This certificate has no end and needs no renewal.")
    first = certificate.valid_to - RENEW_FROM
    if first <= context.today <= certificate.valid_to:
        return None
    return _("A renewal can be applied for from %(first)s to %(last)s.") % {
        "first": format_day(first),
        "last": format_day(certificate.valid_to),
    }


def _changes_named(context: CaseContext) -> str | None:
    if _kind(context) not in NEEDS_CHANGES or any((context.given.get("changes") or {}).values()):
        return None
    return _("Say what is to be changed.")


def _until_named(context: CaseContext) -> str | None:
    if _kind(context) != CaseKind.SUSPEND or (context.given.get("changes") or {}).get("suspended_to"):
        return None
    return _("Say until when the certificate is suspended.")


LINKED = (
    Condition("decided", "domain.md §3.3 T20", _decided),
    Condition("kind", "domain.md §3.3 T20", _known_kind, asked=True),
    Condition("by_whom", "domain.md §11", _by_whom, asked=True),
    Condition("certificate_allows", "domain.md §7.3", _certificate_allows, asked=True),
    Condition("none_open", "domain.md §3.3 T20", _none_open, asked=True),
    Condition("early_enough", "行政许可法 第50条", _early_enough, asked=True),
    Condition("changes", "行政许可法 第49条", _changes_named, asked=True),
    Condition("suspended_to", "", _until_named, asked=True),
)
