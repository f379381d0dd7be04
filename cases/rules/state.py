"""Conditions on the case itself: its state, its papers, its record."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.models import Role
from cases.enums import OPEN, MaterialState, Status
from cases.rules.context import CaseCondition, CaseContext
from catalog.models.items import ItemState
from core.prepared import rows_of
from core.text import format_day
from flow.conditions import Condition

SETTLED = (MaterialState.OK, MaterialState.SHARED)


def in_state(*allowed: Status) -> CaseCondition:
    def reason(context: CaseContext) -> str | None:
        if context.case.status in allowed:
            return None
        return _("The case is now “%(state)s”; this cannot be done in that state.") % {
            "state": Status(context.case.status).label
        }

    return Condition("state", "domain.md §3.3", reason)


def _may_be_checked(context: CaseContext) -> str | None:
    """Until acceptance; after it only as long as papers that were to follow are outstanding."""
    case = context.case
    if case.status in (Status.RECEIVED, Status.CORRECTION_REQUIRED):
        return None
    tolerance = getattr(case, "tolerance", None)
    if (
        tolerance is not None
        and case.status in OPEN
        and any(m.key in tolerance.keys and m.state not in SETTLED for m in rows_of(case, "materials"))
    ):
        return None
    return _("The case is now “%(state)s”; this cannot be done in that state.") % {"state": Status(case.status).label}


def _papers_complete(context: CaseContext) -> str | None:
    needed = [m for m in rows_of(context.case, "materials") if m.necessity == 1 and m.state not in SETTLED]
    if not needed:
        return None
    return _("Not yet checked or not in order: %(papers)s.") % {"papers": "、".join(m.name for m in needed)}


def _papers_followed(context: CaseContext) -> str | None:
    """R25: the result is not issued before the papers that were to follow are there; urgent relief does not wait."""
    tolerance = getattr(context.case, "tolerance", None)
    if tolerance is None or context.case.version.facts.relief_first:
        return None
    rows = [m for m in rows_of(context.case, "materials") if m.key in tolerance.keys and m.state not in SETTLED]
    if not rows:
        return None
    return _("These papers were to follow and are not in order yet: %(papers)s.") % {
        "papers": "、".join(row.name for row in rows)
    }


def _some_defect(context: CaseContext) -> str | None:
    if context.given.get("defects"):
        return None
    return _("Mark at least one paper or answer as missing or wrong, and say how to put it right.")


def _defects_explained(context: CaseContext) -> str | None:
    bare = [d.name for d in context.given.get("defects", ()) if not (d.reason.strip() and d.remedy.strip())]
    return _("Say what is wrong and how to put it right: %(papers)s.") % {"papers": "、".join(bare)} if bare else None


def _no_earlier_notice(context: CaseContext) -> str | None:
    if context.case.correction is None:
        return None
    return _("A correction notice was already given. Everything that is wrong may be demanded only once.")


def _within_intake_term(context: CaseContext) -> str | None:
    due = context.case.intake_due_on
    if due is None or context.today <= due or context.case.status == Status.CORRECTION_REQUIRED:
        return None  # a second notice has a rule of its own
    return _("The five working days for a correction notice ended on %(day)s; the application counts as accepted.") % {
        "day": format_day(due)
    }


def _all_supplied(context: CaseContext) -> str | None:
    notice = context.case.correction
    if notice is None:
        return None
    missing = [item.name for item in notice.items.all() if item.supplied_at is None]
    return _("Not yet supplied: %(papers)s.") % {"papers": "、".join(missing)} if missing else None


def _item_in_use(context: CaseContext) -> str | None:
    if context.case.item.state == ItemState.IN_USE:
        return None
    return _("The item “%(item)s” is not handled at the moment. Ask the office by telephone.") % {
        "item": context.case.item.name
    }


def _declared(context: CaseContext) -> str | None:
    application = context.case.application
    if application.declared_at:
        return None
    return _("The declaration that everything is true has not been made yet.")


def _opinion_given(context: CaseContext) -> str | None:
    if rows_of(context.case, "opinions"):
        return None
    return _("No reviewer has given an opinion on this case yet.")


def text_given(name: str, sentence: Promise) -> CaseCondition:
    """A condition that the parameter `name` of the verb is not empty."""

    def reason(context: CaseContext) -> str | None:
        return None if str(context.given.get(name, "")).strip() else str(sentence)

    return Condition(name, "", reason, asked=True)


MAY_BE_CHECKED = Condition("state", "domain.md §3.3", _may_be_checked)
PAPERS_COMPLETE = Condition("papers_complete", "行政许可法 第32条", _papers_complete)
SOME_DEFECT = Condition("some_defect", "行政许可法 第32条", _some_defect, asked=True)
DEFECTS_EXPLAINED = Condition("defects_explained", "行政许可法 第32条", _defects_explained, asked=True)
NO_EARLIER_NOTICE = Condition(
    "no_earlier_notice", "行政许可法 第32条", _no_earlier_notice, override=(Role.SUPERVISOR, Role.UNIT_HEAD)
)
WITHIN_INTAKE_TERM = Condition(
    "within_intake_term", "行政许可法 第32条", _within_intake_term, override=(Role.SUPERVISOR, Role.UNIT_HEAD)
)
ALL_SUPPLIED = Condition("all_supplied", "行政许可法 第32条", _all_supplied)
ITEM_IN_USE = Condition("item_in_use", "domain.md §3.3 T1", _item_in_use)
DECLARED = Condition("declared", "行政许可法 第31条", _declared)
PAPERS_FOLLOWED = Condition("papers_followed", "domain.md §3.6", _papers_followed)
OPINION_GIVEN = Condition("opinion_given", "行政许可法 第34条", _opinion_given)
