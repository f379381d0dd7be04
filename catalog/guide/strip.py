"""The four facts people come for: how long, what it costs, how many visits, where."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from catalog import codes
from catalog.content import ItemContent
from core.text import format_limit

from .dates import limit_words

Fact = dict[str, str]
WINDOW = "1"
ONLINE = {"2", "3"}


def fact_strip(facts: ItemContent) -> list[Fact]:
    return [_duration(facts), _fee(facts), _visits(facts), _where(facts)]


def _duration(facts: ItemContent) -> Fact:
    promised, statutory = limit_words(facts.promised_limit), limit_words(facts.statutory_limit)
    if facts.promised_limit.unit == "instant":
        note = _("when your papers are complete")
    elif facts.usual_days:
        note = _("as a rule; at the latest %(limit)s") % {"limit": promised}
        promised = format_limit(facts.usual_days, "working_day")
    else:
        note = _("the law allows %(limit)s") % {"limit": statutory} if statutory != promised else ""
    return {"key": _("How long"), "value": promised, "note": note}


def _fee(facts: ItemContent) -> Fact:
    if not facts.fees:
        return {"key": _("What it costs"), "value": _("No charge"), "note": ""}
    note = _("%(count)s fees, see below") % {"count": len(facts.fees)} if len(facts.fees) > 1 else facts.fees[0].name
    return {"key": _("What it costs"), "value": facts.fees[0].standard, "note": note}


def _visits(facts: ItemContent) -> Fact:
    if facts.visits == 0:
        helped = "at_home" in facts.assist_modes
        note = _("online, or somebody comes to you") if helped else _("online or by post")
        return {"key": _("Trips to the office"), "value": _("No visit needed"), "note": note}
    value = ngettext("%(count)s visit at most", "%(count)s visits at most", facts.visits) % {"count": facts.visits}
    return {"key": _("Trips to the office"), "value": value, "note": facts.visits_reason}


def _where(facts: ItemContent) -> Fact:
    at_window, online = WINDOW in facts.handle_types, bool(ONLINE & set(facts.handle_types))
    ways = (
        _("Online or at a window")
        if at_window and online
        else pgettext("where", "Online")
        if online
        else _("At a window")
    )
    return {"key": _("Where to apply"), "value": ways, "note": codes.label("handle_area", facts.handle_area)}
