"""What the helper sees of her visits: cards in the order of the day, and what to take along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.domain.door import TO_HAND_OVER, in_force
from cases.enums import VisitState
from cases.models import Visit
from cases.rules.papers import PaperWay, paper_way
from catalog.content import ItemContent
from catalog.models import ServiceItem

RUNNING_AT_DOOR = (VisitState.ASSIGNED, VisitState.HANDLING)
TONES = {
    VisitState.REQUESTED: "todo",
    VisitState.ASSIGNED: "todo",
    VisitState.HANDLING: "doing",
    VisitState.DELIVERED: "done",
    VisitState.STOPPED: "void",
}


@dataclass(frozen=True)
class Bring:
    """What to have in the bag: papers to photograph at the door, and blank forms to print ((name, address) pairs)."""

    papers: list[str] = field(default_factory=list)
    blanks: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Card:
    visit: Visit
    item: str
    place: str
    map_href: str
    bring: Bring
    state: str
    tone: str
    late: bool = False


@dataclass
class Day:
    """The helper's first page, group by group."""

    results: list[Card] = field(default_factory=list)
    today: list[Card] = field(default_factory=list)
    waiting: list[Card] = field(default_factory=list)
    later: list[Card] = field(default_factory=list)


def sort_visits(visits: Iterable[Visit], *, on: date) -> Day:
    """Results to bring first, then what is due today or overdue, what lies at the office, and later days."""
    running = list(visits)
    facts = facts_of(visit.item_key for visit in running)
    day = Day()
    for visit in running:
        card = card_of(visit, facts.get(visit.item_key), on=on)
        _group(day, visit, on).append(card)
    return day


def _group(day: Day, visit: Visit, on: date) -> list[Card]:
    application = visit.application
    if application is not None and application.submitted_at is not None and in_force(visit.mandate, on=on):
        ready = any(case.status in TO_HAND_OVER for case in application.cases.all())
        return day.results if ready else day.waiting
    return day.later if visit.visit_on is not None and visit.visit_on > on else day.today


def card_of(visit: Visit, facts: ItemContent | None, *, on: date) -> Card:
    place = visit.region.address(visit.address)
    begun = visit.application is not None and visit.application.submitted_at is not None
    return Card(
        visit=visit,
        item=facts.name if facts else _("Not known yet"),
        place=place,
        map_href=f"geo:0,0?q={quote(place)}",
        bring=what_to_bring(facts),
        state=str(VisitState(visit.state).label),
        tone=TONES[VisitState(visit.state)],
        late=bool(visit.visit_on and visit.visit_on < on and not begun and visit.state in RUNNING_AT_DOOR),
    )


def facts_of(keys: Iterable[str]) -> dict[str, ItemContent]:
    """The content in use of these items, in one query."""
    items = ServiceItem.objects.filter(key__in={key for key in keys if key}).select_related("current_version")
    return {item.key: item.current_version.facts for item in items if item.current_version is not None}


def what_to_bring(facts: ItemContent | None) -> Bring:
    """Before the situation is known: everything that may be asked for."""
    if facts is None:
        return Bring()
    asked = [m for m in facts.materials if paper_way(m, by_mandate=True) is PaperWay.UPLOAD]
    blanks = [m for m in facts.materials if m.is_form or m.blank_form]
    papers = [_("%(paper)s (in some situations)") % {"paper": m.name} if m.situations else m.name for m in asked]
    return Bring(papers, [(m.name, reverse("catalog:blank_form", args=[facts.key, m.key])) for m in blanks])
