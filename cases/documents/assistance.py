"""帮办代办受理单 (domain.md §3.9, §3.11 no. 26; DB14/T 2233-2020): given to who is helped, before anything is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cases.documents.common import iso, local_iso, person_facts
from cases.models import Application, Visit
from catalog.models import ServiceItem
from core.text import plain_day


def assist_order_context(
    visit: Visit, application: Application, *, items: Iterable[ServiceItem], now: datetime
) -> dict[str, Any]:
    """Who asked for help, with what, who helps, where and when; no fee is taken."""
    asker, day = visit.requested_by, visit.visit_on
    helper = visit.helper
    return {
        **person_facts(application),
        "issuer": visit.point.unit.name,
        "issued_on": iso(now),
        "applicant_phone": visit.person_phone,
        "asked_by": f"{asker.display_name}（{visit.get_source_display()}）" if asker else visit.get_source_display(),
        "asked_at": local_iso(visit.created_at),
        "items": [item.name for item in items],
        "kind_of_help": f"代办（上门），约定{plain_day(day)}上门" if day else "代办（上门）",
        "place": f"{visit.region.full_name}{visit.address}",
        "helper_name": helper.display_name if helper else "",
        "helper_phone": visit.point.phone,
        "helper_point": visit.point.name,
        "phone": visit.point.unit.phone,
    }
