"""What waits for the applicant beside a correction: a fee, papers that follow, the right to a hearing and its day.

Each says by when, and what it means if nothing comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.dues import day_text
from cases.enums import OPEN, MaterialState
from cases.models import Case, HearingState
from cases.rules.fees import open_payment
from core.text import format_moment
from flow.calendar import WorkCalendar


@dataclass(frozen=True)
class Ask:
    text: str
    otherwise: str
    links: tuple[tuple[str, str], ...] = ()  # (words, address)
    kind: str = "urgent"


def asks_of(case: Case, *, on: date, calendar: WorkCalendar) -> list[Ask]:
    if case.status not in OPEN:
        return []
    return [*_payment(case, calendar), *_tolerance(case, calendar), *_hearing(case, on, calendar)]


def _payment(case: Case, calendar: WorkCalendar) -> Iterator[Ask]:
    row = open_payment(case)
    if row is None:
        return
    text = _(
        "Please pay ¥%(total)s by %(due)s. The notice names each fee with its legal basis; nothing else is charged."
    )
    links: tuple[tuple[str, str], ...] = ()
    if row.notice is not None:
        links = ((_("Open the payment notice"), reverse("online:document", args=[row.notice.public_id])),)
    yield Ask(
        text % {"total": row.total, "due": day_text(row.due_on, calendar)},
        _("Without it no result is issued; if it is not paid in time, the handling may be ended."),
        links,
    )


def _tolerance(case: Case, calendar: WorkCalendar) -> Iterator[Ask]:
    tolerance = getattr(case, "tolerance", None)
    if tolerance is None or tolerance.supplied_at is not None:
        return
    waiting = [row for row in case.materials.all() if row.key in tolerance.keys and row.state == MaterialState.LATER]
    due = day_text(case.tolerance_due_on, calendar)
    otherwise = if_papers_stay_away(case)
    links = tuple((row.name, reverse("online:follow", args=[case.public_id, row.key])) for row in waiting)
    yield Ask(_("You promised these papers by %(due)s:") % {"due": due}, otherwise, links)


def if_papers_stay_away(case: Case) -> str:
    """What it means if promised papers (容缺) do not come; urgent relief has been given already (先行救助)."""
    if case.version.facts.relief_first:
        return _("If they do not come, the relief may be stopped and what was paid in advance asked back.")
    return _("No result is issued before they are there; without them the handling may be ended.")


def _hearing(case: Case, on: date, calendar: WorkCalendar) -> Iterator[Ask]:
    row = next(reversed(list(case.hearings.all())), None)
    if row is None:
        return
    if row.state == HearingState.TOLD and row.request_by_on and row.request_by_on >= on:
        due = day_text(row.request_by_on, calendar)
        yield Ask(
            _("You may ask for a hearing until %(due)s, here, at %(unit)s or by letter. It costs nothing.")
            % {"due": due, "unit": case.unit.name},
            _("If nobody asks for it by then, it is decided without a hearing."),
            ((_("Ask for a hearing here"), reverse("online:hearing", args=[case.public_id])),),
            "warning",
        )
    elif row.state == HearingState.ANNOUNCED and row.held_at and timezone.localdate(row.held_at) >= on:
        yield Ask(
            _("The hearing is on %(moment)s: %(place)s.") % {"moment": format_moment(row.held_at), "place": row.place},
            _("You may come yourself or send somebody with a mandate. If you stay away, it may be held without you."),
            kind="warning",
        )
