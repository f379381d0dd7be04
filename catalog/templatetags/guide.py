"""`{% guide_of facts answers as guide %}`: the words and dates of a guide, for today and by the county's calendar."""

from __future__ import annotations

from typing import Any, cast

from django import template
from django.template.context import Context
from django.utils import timezone

from catalog.content import ItemContent
from catalog.guide import Guide, build_guide
from flow.calendar import WorkCalendar
from places.calendar import county_calendar

register = template.Library()


@register.simple_tag(takes_context=True)
def guide_of(context: Context, facts: ItemContent, answers: dict[str, str] | None = None) -> Guide:
    """Built once a page, however many parts of it ask. The page may bring the `calendar`."""
    made: dict[Any, Guide] = cast(Any, context.render_context.dicts[0]).setdefault("guide_of", {})
    key = (id(facts), tuple(sorted((answers or {}).items())))
    if key not in made:
        calendar: WorkCalendar = context.get("calendar") or county_calendar()
        made[key] = build_guide(facts, now=timezone.localtime(), calendar=calendar, answers=answers or None)
    return made[key]


@register.filter
def chosen(answers: Any, key: str) -> str:
    """The answer to one situation question, '' when it has none."""
    return str((answers or {}).get(key, ""))
