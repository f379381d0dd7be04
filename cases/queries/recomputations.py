"""How far the recomputation of due dates is, for the pages of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from cases.models import Recomputation
from core.text import format_moment
from places.follow_ups import FollowUp


def recomputations(asked_at: datetime | None) -> Iterator[FollowUp]:
    """Those asked for at that moment; without one, every run that is not over and the last one that is."""
    if asked_at is not None:
        rows = list(Recomputation.objects.filter(asked_at=asked_at))
    else:
        last = Recomputation.objects.exclude(finished_at=None).order_by("-finished_at")[:1]
        rows = [*Recomputation.objects.filter(finished_at=None), *last]
    for row in rows:
        yield FollowUp(
            title=_("Due dates of open cases"),
            note=row.note,
            text=_words(row),
            done=row.done,
            total=row.total,
            is_over=row.finished_at is not None,
        )


def _words(row: Recomputation) -> str:
    if row.started_at is None:
        return _("In the queue since %(at)s; the background work has not begun.") % {"at": format_moment(row.asked_at)}
    counts = {
        "done": f"{row.done:,}",
        "total": f"{row.total:,}",
        "changed": f"{row.changed:,}",
        "earlier": f"{row.earlier:,}",
    }
    text = _("Recomputed %(done)s / %(total)s.") % counts
    if row.changed:
        text += _(" Other dates in %(changed)s cases.") % counts
    if row.earlier:
        text += _(" Earlier in %(earlier)s, whose applicants were told.") % counts
    return text + (_(" Done at %(at)s.") % {"at": format_moment(row.finished_at)} if row.finished_at else "")
