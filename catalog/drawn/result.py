"""The sample of what an applicant gets: invented data, no seal, no signature, and it says so across the page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse

from catalog.content import ItemContent
from catalog.drawn.forms import EXAMPLE_ID, EXAMPLE_NAME

HOLDER_KINDS = ("certificate", "approval", "proof")
NO_NUMBER = "样本无编号"


def has_sample(facts: ItemContent) -> bool:
    """Whether the result is a paper that can be drawn."""
    return bool(facts.result.name) and facts.result.kind in HOLDER_KINDS


def sample_context(facts: ItemContent, *, on: date) -> dict[str, Any]:
    """For the paper kind `certificate_sample`; `on` is the day it is drawn for."""
    return {
        "issuer": facts.department,
        "issued_on": on.isoformat(),
        "name": facts.result.name,
        "number": NO_NUMBER,
        "identifier": NO_NUMBER,
        "holder_name": EXAMPLE_NAME,
        "holder_code": EXAMPLE_ID,
        "holder_code_label": "公民身份号码",
        "item_name": facts.name,
        "facts": [["说明", "本页为样本，内容均为虚构"]],
        "valid_from": on.isoformat(),
        "valid_to": _end(on, facts.result.validity_months),
        "verify_url": settings.PUBLIC_URL.rstrip("/") + reverse("verify:index"),
    }


def _end(start: date, months: int | None) -> str:
    """The last day of the validity, '' for no end."""
    if not months:
        return ""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return (date(year, month + 1, min(start.day, 28)) - timedelta(days=1)).isoformat()
