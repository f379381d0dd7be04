"""The certificate of a granted case as a row (domain.md §7.2, §7.3): for the grant and for the invented county."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django.conf import settings
from django.urls import reverse

from cases.models import Case, Certificate
from cases.models.certificates import AMENDABLE, new_token
from core.identifiers import certificate_identifier
from flow.clocks import add_months
from flow.numbers import Draw

NO_RESULT = "none"


def build_certificate(*, case: Case, on: date, draw: Draw) -> Certificate | None:
    """Unsaved and without its document; None for items that end in a decision only. Valid from the day of issue."""
    result = case.version.facts.result
    if result.kind == NO_RESULT:
        return None
    serial = draw(series=f"certificate:{case.unit_id}:{result.type_code}:{on.year}")
    running = f"{on.year}{serial:06d}"
    return Certificate(
        identifier=certificate_identifier(result.type_code, case.unit.credit_code, running, 1),
        number=f"{case.unit.short_name}{result.type_code}-{running}",
        token=new_token(),
        case=case,
        holder=case.applicant,
        holder_name=case.applicant.name,
        name=result.name,
        issuer=case.unit,
        issued_on=on,
        valid_from=on,
        valid_to=add_months(on, result.validity_months) if result.validity_months else None,
    )


def verify_address(certificate: Certificate) -> str:
    """The address in the QR code; it keeps working after the certificate was changed or revoked."""
    return str(settings.PUBLIC_URL).rstrip("/") + reverse("verify:certificate", args=[certificate.token])


def build_version(*, old: Certificate, case: Case, on: date, valid_from: date, months: int | None) -> Certificate:
    """The next version of `old`, unsaved: the same serial with the next version number (GB/T 36904).

    `months` begins a new term (延续); without it the term of the old one goes on.
    """
    version = old.version + 1
    _prefix, type_code, issuer, serial = old.identifier.removesuffix(f".{old.identifier[-1]}").rsplit(".", 4)[:4]
    return Certificate(
        identifier=certificate_identifier(type_code, issuer, serial, version),
        number=f"{old.number.removesuffix(f'-{old.version}') if old.version > 1 else old.number}-{version}",
        token=new_token(),
        case=case,
        holder=old.holder,
        holder_name=str(case.changes.get("holder_name") or old.holder_name),
        name=old.name,
        issuer=old.issuer,
        issued_on=on,
        valid_from=valid_from,
        valid_to=add_months(valid_from, months) if months else old.valid_to,
        version=version,
        replaces=old,
        amended=cast(Any, amended_by(old, case)),
    )


def amended_by(old: Certificate, case: Case) -> dict[str, str]:
    """What the next version says otherwise than the item does: all that was changed before, and what this case changes."""
    return {**old.amended, **{key: str(case.changes[key]) for key in AMENDABLE if case.changes.get(key)}}
