"""Conditions on serving papers and on the archive (domain.md §3.3 T18, T19)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.enums import DeliveryMode, PaperState
from cases.models import Case
from cases.rules.context import CaseContext
from cases.rules.who import serves_intake
from core.prepared import rows_of
from flow.conditions import Condition


def in_the_post(case: Case) -> bool:
    """Read from the prefetched rows where there are some: three buttons of one page ask."""
    return any(
        s.mode == DeliveryMode.POST and s.served_at is None and not s.failed_note for s in rows_of(case, "servings")
    )


def _nothing_in_the_post(context: CaseContext) -> str | None:
    if in_the_post(context.case):
        return _("The result is in the post. Record first what became of it.")
    return None


def _in_the_post(context: CaseContext) -> str | None:
    return None if in_the_post(context.case) else _("Nothing of this case is in the post.")


def _archivist(context: CaseContext) -> str | None:
    if context.actor.is_system or serves_intake(context):
        return None
    return _("The periodic work or the window puts closed cases into the archive.")


def _papers_made(context: CaseContext) -> str | None:
    """The archive holds files, not intentions. One that nobody has opened yet is made by archiving itself."""
    waiting = context.case.documents.exclude(state=PaperState.MADE).exclude(state=PaperState.QUEUED, queued_at=None)
    if not (names := list(waiting.order_by("id").values_list("title", flat=True))):
        return None
    return _("These official papers are not made yet: %(papers)s.") % {"papers": "、".join(names)}


NOTHING_IN_THE_POST = Condition("nothing_in_the_post", "行政许可法 第44条", _nothing_in_the_post)
IN_THE_POST = Condition("in_the_post", "行政许可法 第44条", _in_the_post)
ARCHIVISTS = Condition("archivists", "档案法 第37条", _archivist)
PAPERS_MADE = Condition("papers_made", "档案法 第37条", _papers_made)
