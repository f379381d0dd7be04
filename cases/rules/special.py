"""Conditions on special procedures and extensions (行政许可法 Art. 42, 45; R6, R8)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.models import Role
from cases.dues import last_day
from cases.models import Case, Suspension
from cases.rules.context import CaseContext
from cases.rules.proposals import open_proposal
from cases.rules.stages import may_review
from catalog.choices import STATUTORY_PROCEDURES, ProcedureKind
from catalog.content import SpecialProcedure
from core.prepared import rows_of
from flow.conditions import Condition
from places.models import Unit
from places.models.units import UnitKind

LICENCE_EXTENSION, JOINT_EXTENSION = 10, 15  # working days, 行政许可法 Art. 42


def procedures_of(case: Case) -> tuple[SpecialProcedure, ...]:
    """What may stop the clock of this case: for a licence only the procedures of Art. 45 that its item names."""
    facts = case.version.facts
    return tuple(p for p in facts.special_procedures if not facts.is_licence or p.kind in STATUTORY_PROCEDURES)


def procedure_of(case: Case, kind: object) -> SpecialProcedure | None:
    return next((procedure for procedure in procedures_of(case) if procedure.kind == kind), None)


def open_suspension(case: Case) -> Suspension | None:
    return next((row for row in rows_of(case, "suspensions") if row.ended_on is None), None)


def most_days_of_extension(case: Case) -> int:
    """Art. 42 limits licences; other items follow their own rule."""
    facts = case.version.facts
    if not facts.is_licence:
        return facts.extension_days
    return min(facts.extension_days, JOINT_EXTENSION if facts.joint_handling else LICENCE_EXTENSION)


def extending_unit(case: Case) -> Unit:
    """Whose head extends: the agency's; with joint handling that of the government at its level (Art. 42)."""
    unit = case.unit
    if not case.version.facts.joint_handling or unit.kind != UnitKind.DEPARTMENT:
        return unit
    above = unit.parent
    return above if above is not None and above.kind == UnitKind.GOVERNMENT else unit


def _has_procedures(context: CaseContext) -> str | None:
    if procedures_of(context.case):
        return None
    return _("This item names no special procedure; nothing else stops its clock.")


def _procedure_known(context: CaseContext) -> str | None:
    kind = context.given.get("kind")
    if procedure_of(context.case, kind) is not None:
        return None
    if kind in ProcedureKind.values and context.case.version.facts.is_licence and kind not in STATUTORY_PROCEDURES:
        return _(
            "For a licence only the procedures of the law stop the clock: hearing, inspection, appraisal and so on."
        )
    return _("The item does not name this procedure.")


def _procedure_short(context: CaseContext) -> str | None:
    procedure, days = procedure_of(context.case, context.given.get("kind")), context.given.get("days")
    if procedure is None or (isinstance(days, int) and 1 <= days <= procedure.max_days):
        return None
    return _("This procedure takes between 1 and %(days)s working days.") % {"days": procedure.max_days}


def _no_open_suspension(context: CaseContext) -> str | None:
    row = open_suspension(context.case)
    if row is None:
        return None
    return _("A special procedure runs until %(day)s: %(kind)s. It must end first.") % {
        "day": last_day(context.case, row.until_on),
        "kind": row.get_kind_display(),
    }


def _may_resume(context: CaseContext) -> str | None:
    """The reviewer at any time, with the result; the periodic work once the last day told has passed (T12)."""
    if may_review(context.case, context.actor):
        return None
    row = open_suspension(context.case)
    over = row is not None and row.until_on < context.today
    if context.actor.is_system and over:
        return None
    return _("Only a reviewer of %(unit)s can do this.") % {"unit": context.case.unit.name}


def _result_given(context: CaseContext) -> str | None:
    if context.actor.is_system or str(context.given.get("result", "")).strip():
        return None
    return _("Write down the result of the procedure.")


def _never_extended(context: CaseContext) -> str | None:
    if context.case.extension_count == 0:
        return None
    return _("The term has been extended once already; it cannot be extended again.")


def _before_statutory_due(context: CaseContext) -> str | None:
    due = context.case.statutory_due_on
    if due is None and open_suspension(context.case) is not None:
        return None  # the clock stands: its end is not known, and it is not over
    if due is not None and context.today <= due:
        return None
    return _("The statutory term is over. It could only have been extended before its end.")


def _extendable(context: CaseContext) -> str | None:
    if most_days_of_extension(context.case) > 0:
        return None
    return _("The rules of this item allow no extension.")


def _extension_short(context: CaseContext) -> str | None:
    most, days = most_days_of_extension(context.case), context.given.get("days")
    if isinstance(days, int) and 1 <= days <= most:
        return None
    return _("The term may be extended by 1 to %(days)s working days.") % {"days": most}


def _extension_fits(context: CaseContext) -> str | None:
    """At the second signature the proposed days are looked at once more: the proposal is what is confirmed."""
    proposal = open_proposal(context.case, "extend")
    if proposal is None:
        return None
    given = {"days": proposal.given.get("days")}
    return _extension_short(CaseContext(context.case, context.actor, context.now, given))


def _head(context: CaseContext) -> str | None:
    unit = extending_unit(context.case)
    if context.actor.has_role(Role.UNIT_HEAD) and context.actor.unit_id == unit.pk:
        return None
    return _("Only the head of %(unit)s can extend the term.") % {"unit": unit.name}


HAS_PROCEDURES = Condition("procedures", "行政许可法 第45条", _has_procedures)
PROCEDURE_KNOWN = Condition("kind", "行政许可法 第45条", _procedure_known, asked=True)
PROCEDURE_SHORT = Condition("days", "行政许可法 第45条", _procedure_short, asked=True)
NO_OPEN_SUSPENSION = Condition("no_open_suspension", "domain.md §3.3 T11", _no_open_suspension)
MAY_RESUME = Condition("may_resume", "domain.md §3.3 T12", _may_resume)
RESULT_GIVEN = Condition("result", "domain.md §3.3 T12", _result_given, asked=True)
NEVER_EXTENDED = Condition("never_extended", "行政许可法 第42条", _never_extended)
BEFORE_STATUTORY_DUE = Condition("before_statutory_due", "行政许可法 第42条", _before_statutory_due)
EXTENDABLE = Condition("extendable", "行政许可法 第42条", _extendable)
EXTENSION_SHORT = Condition("days", "行政许可法 第42条", _extension_short, asked=True)
EXTENSION_FITS = Condition("days", "行政许可法 第42条", _extension_fits)
HEAD = Condition("head", "行政许可法 第42条", _head)
