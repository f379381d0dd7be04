"""What the public list of grants reads (R23; 行政许可法 Art. 40, 政府信息公开条例 Art. 15).

Listed are decisions that grant a licence. Benefits, confirmations and services are nobody's business but the person's,
and an item may keep its decisions to itself. Holders are masked, minors are not named, and nothing else of a person is
ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Max, Min, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import CaseKind, CertificateState, Outcome
from cases.models import Case, OfficialDocument
from cases.rules.masked import public_name
from catalog.models import ServiceItem
from core.text import format_day

OPEN_COLUMNS = (
    "version__name",
    "unit__name",
    "decided_at",
    "kind",
    "applicant__name",
    "applicant__birth_on",
    "certificate__state",
    "certificate__valid_to",
    "decision",
)
# What somebody is granted; revocations and corrections show in the state of what they changed.
GRANTING = (CaseKind.INITIAL, CaseKind.CHANGE, CaseKind.RENEW, CaseKind.RECONSIDER, CaseKind.SUCCESSOR)
DECISIONS = ("grant_decision", "change_decision", "renew_decision")
COUNT_TO = 10_000
Rows = QuerySet[Case, dict[str, Any]]


@dataclass(frozen=True)
class Chosen:
    """What the address narrows by; anything else in it counts as not given."""

    department: int | None = None
    item: str = ""
    year: int | None = None


def chosen_from(department: str, item: str, year: str) -> Chosen:
    return Chosen(
        department=int(department) if department.isascii() and department.isdigit() and len(department) < 10 else None,
        item=item,
        year=int(year) if year.isascii() and year.isdigit() and 2000 <= int(year[:5]) <= 2999 else None,
    )


def public_items() -> list[ServiceItem]:
    """The items whose grants are public: one query, and the facts of each version are remembered."""
    items = ServiceItem.objects.exclude(current_version=None).select_related("current_version", "department")
    return [item for item in items.order_by("name") if _is_public(item)]


def _is_public(item: ServiceItem) -> bool:
    version = item.current_version
    return version is not None and version.facts.is_licence and not version.facts.grants_private


def grants(items: Iterable[ServiceItem], chosen: Chosen) -> Rows:
    """The newest decision first."""
    keys = [item.pk for item in items if _fits(item, chosen)]
    found = Case.objects.filter(item__in=keys, outcome=Outcome.GRANTED, kind__in=GRANTING)
    if chosen.year is not None:
        first, last = _moment(chosen.year), _moment(chosen.year + 1)
        found = found.filter(decided_at__gte=first, decided_at__lt=last)
    decision = OfficialDocument.objects.filter(case=OuterRef("pk"), code__in=DECISIONS).order_by("id")
    rows: Rows = (
        found.order_by("-decided_at", "-id")
        .annotate(decision=Subquery(decision.values("number")[:1]))
        .values(*OPEN_COLUMNS)
    )
    return rows


def _fits(item: ServiceItem, chosen: Chosen) -> bool:
    in_department = chosen.department is None or item.department_id == chosen.department
    return in_department and (not chosen.item or item.key == chosen.item)


def _moment(year: int) -> datetime:
    return timezone.make_aware(datetime(year, 1, 1))  # noqa: DTZ001 - made aware here


def card(found: dict[str, Any], *, on: date) -> dict[str, Any]:
    """One decision, in the shape of the card component."""
    kind, state, until = found["kind"], found["certificate__state"], found["certificate__valid_to"]
    number = _("Decision %(number)s") % {"number": found["decision"]} if found["decision"] else ""
    holder = public_name(found["applicant__name"], found["applicant__birth_on"], on=on)
    meta = [
        found["unit__name"],
        _("decided on %(day)s") % {"day": format_day(timezone.localdate(found["decided_at"]))},
        _("valid until %(day)s") % {"day": format_day(until)} if until else "",
    ]
    return {
        "title": found["version__name"]
        if kind == CaseKind.INITIAL
        else f"{found['version__name']}（{CaseKind(kind).label}）",
        "text": "；".join(filter(None, [_("Holder: %(name)s") % {"name": holder}, number])),
        "meta": [word for word in meta if word],
        "state": state_of(state, until, on=on),
        "tone": "done" if state == CertificateState.VALID and not _is_over(until, on) else "void",
    }


def state_of(state: str | None, valid_to: date | None, *, on: date) -> str:
    """The certificate as it stands today; '' for a decision without one."""
    if not state:
        return ""
    ended = state == CertificateState.VALID and _is_over(valid_to, on)
    return str(CertificateState(CertificateState.EXPIRED if ended else state).label)


def _is_over(valid_to: date | None, on: date) -> bool:
    return valid_to is not None and valid_to < on


def groups(items: list[ServiceItem], chosen: Chosen) -> list[dict[str, Any]]:
    """Narrowing by department, item and year, in the shape of the facets component."""
    departments = sorted({(item.department.name, item.department_id) for item in items})
    named = [item for item in items if chosen.department is None or item.department_id == chosen.department]
    return [
        {"title": title, "options": options}
        for title, options in (
            (_("Department"), [_option(chosen, name, department=pk) for name, pk in departments]),
            (_("Service item"), [_option(chosen, item.name, item=item.key) for item in named]),
            (_("Year"), [_option(chosen, str(year), year=year) for year in _years(items)]),
        )
        if len(options) > 1 or any(option["current"] for option in options)
    ]


def query_of(chosen: Chosen, **changes: Any) -> str:
    """The address without its page; a department that is changed takes the item with it."""
    values = {"department": chosen.department, "item": chosen.item, "year": chosen.year, **changes}
    if "department" in changes:
        values["item"] = ""
    return "&".join(f"{name}={value}" for name, value in values.items() if value)


def _option(chosen: Chosen, label: str, **value: Any) -> dict[str, Any]:
    ((name, wanted),) = value.items()
    current = getattr(chosen, name) == wanted
    return {"label": label, "href": f"?{query_of(chosen, **{name: None if current else wanted})}", "current": current}


def _years(items: Iterable[ServiceItem]) -> list[int]:
    """From the newest decision back to the oldest one."""
    ends = Case.objects.filter(
        item__in=[item.pk for item in items], outcome=Outcome.GRANTED, kind__in=GRANTING
    ).aggregate(first=Min("decided_at"), last=Max("decided_at"))
    if ends["first"] is None:
        return []
    return list(range(timezone.localdate(ends["last"]).year, timezone.localdate(ends["first"]).year - 1, -1))


class CappedPaginator(Paginator[dict[str, Any]]):
    """Counts to 10,000 and stops."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[:COUNT_TO].count())
