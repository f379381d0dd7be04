"""流程: the published steps in words; what runs side by side stands together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from catalog import codes
from catalog.content import ItemContent, Limit, Step
from catalog.lengths import length, runs_of

from .dates import limit_words

Row = dict[str, Any]
ON_SITE = ("site_check", "survey")
FOR_APPLICANT = ("accept", "approve", "make", "conclude", "deliver")


def step_rows(facts: ItemContent) -> list[Row]:
    """One row a step; several that run side by side are one row with `parts`, as long as its longest."""
    return [_together(run, facts) if len(run) > 1 else _row(run[0], facts) for run in runs_of(facts.steps)]


def _together(run: list[Step], facts: ItemContent) -> Row:
    longest = max((step.limit or Limit(0) for step in run), key=length)
    return {
        "name": _("%(count)s departments at the same time") % {"count": len(run)},
        "days": limit_words(longest),
        "note": "",
        "parts": [_row(step, facts) for step in run],
    }


def _row(step: Step, facts: ItemContent) -> Row:
    notes = [_("By: %(unit)s") % {"unit": done_by(step, facts)}, step.note]
    if step.min_staff > 1 and step.kind in ON_SITE:
        notes.insert(1, _("at least %(count)s staff come together") % {"count": step.min_staff})
    if step.output:
        words = _("You get: %(paper)s") if step.kind in FOR_APPLICANT else _("What comes out: %(paper)s")
        notes.append(words % {"paper": step.output})
    if not step.counts_in_limit:
        notes.append(_("this time is not counted in the limit"))
    return {
        "name": step.name,
        "days": limit_words(step.limit) if step.limit else "",
        "note": "。".join(note.rstrip("。") for note in notes if note) + "。",
    }


def done_by(step: Step, facts: ItemContent) -> str:
    """The department by its name; a town or village is the applicant's own and is named by its level."""
    if step.level == "county":
        return step.department or facts.department
    return codes.label("deciding_level", step.level)
