"""What a stranger is told of a certificate: one mark, six facts, and nothing else (domain.md §7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.enums import CertificateState as State
from cases.models import Certificate
from core.masking import mask_name
from core.text import format_day


@dataclass(frozen=True)
class Mark:
    """The large mark; `outcome` is the look of the component: valid, ended, revoked, unknown."""

    outcome: str
    title: str
    text: str


def mark_of(certificate: Certificate, *, on: date) -> Mark:
    """Expiry follows from the day; every other end comes from a case and is stored."""
    match State(certificate.state):
        case State.REVOKED:
            return Mark("revoked", _("Revoked"), _("This certificate was issued here and has been revoked since."))
        case State.VOIDED:
            return Mark("revoked", _("Voided"), _("This certificate was issued in error and is void."))
        case State.CANCELLED:
            return Mark(
                "ended",
                pgettext("certificate", "Cancelled"),
                _("This certificate was issued here and has been cancelled since."),
            )
        case State.WITHDRAWN:
            return Mark("revoked", _("Withdrawn"), _("The authority has withdrawn this certificate."))
        case State.SUSPENDED:
            return Mark(
                "ended", _("Suspended at present"), _("This certificate is genuine, but may not be used at present.")
            )
        case State.CHANGED | State.RENEWED:
            return Mark(
                "ended",
                _("Replaced by a newer one"),
                _("This certificate was genuine; a newer one has taken its place."),
            )
    if State(certificate.state) == State.EXPIRED or (certificate.valid_to and certificate.valid_to < on):
        return Mark("ended", _("Expired"), _("This certificate is genuine, but its term is over."))
    return Mark("valid", _("Genuine and valid"), _("This certificate was issued here and is in force today."))


def unknown(text: str) -> Mark:
    return Mark("unknown", _("No such certificate"), text)


def facts_of(certificate: Certificate, *, on: date) -> list[dict[str, str]]:
    """The rows of the page: masked holder, number, item, validity, state, issuer."""
    return [
        {"key": _("Holder"), "value": mask_name(certificate.holder_name)},
        {"key": _("Certificate"), "value": certificate.name},
        {"key": _("Certificate number"), "value": certificate.number},
        {"key": _("Item"), "value": certificate.case.version.name},
        {"key": _("Validity"), "value": validity(certificate)},
        {"key": _("State"), "value": mark_of(certificate, on=on).title},
        {"key": _("Issued by"), "value": certificate.issuer.name},
    ]


def validity(certificate: Certificate) -> str:
    first = format_day(certificate.valid_from)
    if certificate.valid_to is None:
        return _("From %(first)s, without end") % {"first": first}
    return _("From %(first)s to %(last)s") % {"first": first, "last": format_day(certificate.valid_to)}
