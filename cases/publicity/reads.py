"""What the public pages may read: the published words, the term, the item and the village. No row of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.dues import day_text
from cases.models import Publicity
from core.text import format_day
from flow.calendar import WorkCalendar

# Only these columns are ever fetched here: nothing else of the case can reach a template.
OPEN_COLUMNS = (
    "pk",
    "content",
    "place",
    "contact",
    "starts_on",
    "ends_on",
    "ended_at",
    "case__version__name",
    "case__region__name",
    "case__region__parent__name",
    "case__region__parent__code",
)


Rows = QuerySet[Publicity, dict[str, Any]]


def running(*, on: date) -> Rows:
    """What is published today, the newest first."""
    rows = Publicity.objects.filter(starts_on__lte=on, ends_on__gte=on, ended_at=None)
    found: Rows = rows.order_by("-starts_on", "-id").values(*OPEN_COLUMNS)
    return found


def running_in(town: str, *, on: date) -> Rows:
    rows = running(on=on)
    return rows.filter(case__region__parent__code=town) if town.isdigit() else rows


def one(pk: int, *, on: date) -> dict[str, Any] | None:
    return running(on=on).filter(pk=pk).first()


def exists(pk: int) -> bool:
    return Publicity.objects.filter(pk=pk).exists()


def card(row: dict[str, Any], calendar: WorkCalendar) -> dict[str, Any]:
    """A line of the list, in the shape of the card component."""
    return {
        "title": row["case__version__name"],
        "href": reverse("publicity:detail", args=[row["pk"]]),
        "text": "；".join(_told(row)),
        "meta": [village(row), _("open until %(day)s") % {"day": day_text(row["ends_on"], calendar)}],
    }


def _told(row: dict[str, Any]) -> Iterator[str]:
    """The published lines in short, without what title and place say already; whose matter it is needs no label."""
    said = {row["case__version__name"], village(row)}
    shown = [(label, value) for label, value in lines(row["content"]) if value and value not in said]
    for number, (label, value) in enumerate(shown):
        yield f"{label}：{value}" if label and number else value


def village(row: dict[str, Any]) -> str:
    return f"{row['case__region__parent__name'] or ''}{row['case__region__name']}"


def lines(content: str) -> list[tuple[str, str]]:
    """“申请人：王*英” as label and value; a line without a label has an empty one."""
    found = []
    for line in filter(None, map(str.strip, content.splitlines())):
        label, sign, value = line.partition("：")
        found.append((label, value) if sign and len(label) <= 12 else ("", line))
    return found


def facts(row: dict[str, Any], calendar: WorkCalendar) -> list[dict[str, str]]:
    """The rows of the page, in the shape of the summary list."""
    published = [{"key": label or _("What is published"), "value": value} for label, value in lines(row["content"])]
    return [
        *published,
        {
            "key": _("Term of the publicity"),
            "value": _("%(first)s to %(last)s")
            % {"first": format_day(row["starts_on"]), "last": day_text(row["ends_on"], calendar)},
        },
        {"key": _("Place of the publicity"), "value": row["place"]},
        {"key": _("Where to object"), "value": row["contact"]},
    ]


def towns(chosen: str, *, on: date) -> list[dict[str, Any]]:
    """Narrowing by town, with how many run in each."""
    counted: dict[tuple[str, str], int] = {}
    found: Iterable[tuple[str, str]] = running(on=on).values_list(
        "case__region__parent__code", "case__region__parent__name"
    )
    for code, name in found:
        counted[code, name] = counted.get((code, name), 0) + 1
    return [
        {
            "label": name,
            "count": count,
            "href": "?" if code == chosen else f"?town={code}",
            "current": code == chosen,
        }
        for (code, name), count in sorted(counted.items())
        if code
    ]
