"""Special ways of acceptance: papers that follow, a promise instead of a proof, silence that counts (domain.md §3.6)."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from accounts.models import Role
from cases.dues import last_day
from cases.enums import Status
from cases.models import ApplicantBar, Case, CaseMaterial, Commitment, Reminder, Tolerance
from cases.rules.context import CaseContext
from cases.rules.state import SETTLED
from cases.rules.who import may_do_alone
from catalog.content import ItemContent
from core.prepared import rows_of
from core.text import format_day
from flow.conditions import Condition

NECESSARY, LATER = 1, 3


def may_be_deemed(facts: ItemContent) -> bool:
    """Silence counts as acceptance by law for licences (Art. 32(4)); other items may say so themselves (R2)."""
    return facts.time_regime == "licensing" or facts.deemed_acceptance


def missing_papers(case: Case) -> list[CaseMaterial]:
    """The papers that are not in order: those that must be there, and those of the published list that may follow."""
    return [m for m in rows_of(case, "materials") if m.necessity in (NECESSARY, LATER) and m.state not in SETTLED]


def papers_that_follow(case: Case) -> list[CaseMaterial]:
    """What a promise under tolerance is about: only listed secondary papers; in an emergency any (先行救助)."""
    urgent = case.version.facts.relief_first
    return [m for m in missing_papers(case) if urgent or m.necessity == LATER]


def papers_promised(case: Case) -> list[CaseMaterial]:
    """The papers that the applicant's promise would stand for."""
    keys = case.version.facts.commitment_materials
    return [m for m in missing_papers(case) if m.key in keys]


def _tolerance_allowed(context: CaseContext) -> str | None:
    facts = context.case.version.facts
    if facts.tolerance_allowed or facts.relief_first:
        return None
    return _("The guide of this item lists no papers that may follow later.")


def _something_follows(context: CaseContext) -> str | None:
    if papers_that_follow(context.case):
        return None
    return _("No paper of the published list is missing: accept the case in the ordinary way.")


def _promise_allowed(context: CaseContext) -> str | None:
    if context.case.version.facts.commitment_allowed:
        return None
    return _("This item is not handled on a promise (告知承诺).")


def _something_promised(context: CaseContext) -> str | None:
    if papers_promised(context.case):
        return None
    return _("No paper that a promise may stand for is missing: accept the case in the ordinary way.")


def _rest_complete(follow: Callable[[Case], list[CaseMaterial]]) -> Callable[[CaseContext], str | None]:
    def reason(context: CaseContext) -> str | None:
        covered = {material.key for material in follow(context.case)}
        rest = [m for m in missing_papers(context.case) if m.necessity == NECESSARY and m.key not in covered]
        if not rest:
            return None
        return _("These papers cannot follow later and are not in order: %(papers)s.") % {
            "papers": "、".join(material.name for material in rest)
        }

    return reason


def _answers_given(context: CaseContext) -> str | None:
    """Only papers may follow or be promised (domain.md §3.6); what a notice asked of the form has to be there."""
    notice = context.case.correction
    if notice is None:
        return None
    papers = {material.key for material in rows_of(context.case, "materials")}
    open_ones = [item.name for item in notice.items.all() if item.supplied_at is None and item.key not in papers]
    if not open_ones:
        return None
    return _("Only papers may follow later, answers may not. Still to be put right: %(answers)s.") % {
        "answers": "、".join(open_ones)
    }


def _no_broken_tolerance(context: CaseContext) -> str | None:
    """Who did not supply in time once may lose the right (容缺 rules of the places; [M])."""
    broken = Tolerance.objects.filter(
        case__applicant_id=context.case.applicant_id, supplied_at=None, case__status=Status.TERMINATED
    )
    if not broken.exists():
        return None
    return _("An earlier promise to supply papers was not kept. This time all papers have to be there.")


def _no_broken_promise(context: CaseContext) -> str | None:
    broken = Commitment.objects.filter(case__applicant_id=context.case.applicant_id, kept=False)
    if not broken.exists():
        return None
    return _("An earlier promise turned out to be false. This time the papers themselves have to be there.")


def _promise_unchecked(context: CaseContext) -> str | None:
    promise = getattr(context.case, "commitment", None)
    if promise is not None and promise.checked_at is None:
        return None
    return _("There is no promise in this case that has still to be checked.")


def _may_do_alone(context: CaseContext) -> str | None:
    if may_do_alone(context):
        return None
    return _("This item is not one that one person may handle throughout.")


def _signed(context: CaseContext) -> str | None:
    if context.given.get("signed"):
        return None
    return _("The applicant has to sign the promise: tick that she has signed it, or have her sign on the glass.")


def bar_in_force(case: Case, context: CaseContext) -> ApplicantBar | None:
    bars = ApplicantBar.objects.filter(
        resident_id=case.applicant_id, item_id=case.item_id, lifted_at=None, from_on__lte=context.today
    )
    return bars.filter(until_on__gte=context.today).order_by("-until_on").first()


def _not_barred(context: CaseContext) -> str | None:
    bar = bar_in_force(context.case, context)
    if bar is None:
        return None
    return _("By %(basis)s this person may not apply for this item until %(day)s: %(reason)s Refuse the intake.") % {
        "basis": bar.basis,
        "day": format_day(bar.until_on),
        "reason": bar.reason,
    }


def _deemed_regime(context: CaseContext) -> str | None:
    if may_be_deemed(context.case.version.facts):
        return None
    return _("For this item silence does not count as acceptance.")


def _intake_term_over(context: CaseContext) -> str | None:
    due = context.case.intake_due_on
    if due is not None and context.today > due:
        return None
    return _("The five working days of the first check are not over yet.")


def _by_system(context: CaseContext) -> str | None:
    return None if context.actor.is_system else _("The periodic work does this by itself.")


def _correction_term_over(context: CaseContext) -> str | None:
    due = context.case.correction_due_on
    if due is None:
        return _("No correction notice has been given, so no term of one is over.")
    if context.today > due:
        return None
    return _("The applicant may still supply until %(day)s.") % {"day": last_day(context.case, due)}


def _nothing_open(context: CaseContext) -> str | None:
    notice = context.case.correction
    if notice is None or notice.supplied_at is None:
        return None
    return _("Everything asked for has been supplied: check it and accept the case.")


def correction_reminder_key(case: Case) -> str:
    notice = case.correction
    return f"correction:{case.number}:{notice.number if notice else 0}"


def _reminded(context: CaseContext) -> str | None:
    if Reminder.objects.filter(key__startswith=correction_reminder_key(context.case)).exists():
        return None
    return _("The applicant has not been reminded yet. The periodic work reminds three working days before the end.")


def _by_clerk_or_system(context: CaseContext) -> str | None:
    if context.actor.is_system or context.actor.has_role(Role.WINDOW_CLERK):
        return None
    return _("Only the window or the periodic work can propose this.")


PROMISE_UNCHECKED = Condition("promise_unchecked", "国办发〔2020〕42号", _promise_unchecked)
TOLERANCE_ALLOWED = Condition("tolerance_allowed", "domain.md §3.6", _tolerance_allowed)
SOMETHING_FOLLOWS = Condition("something_follows", "domain.md §3.6", _something_follows)
MAIN_PAPERS_COMPLETE = Condition("main_papers_complete", "行政许可法 第32条", _rest_complete(papers_that_follow))
ANSWERS_GIVEN = Condition("answers_given", "行政许可法 第32条", _answers_given)
NO_BROKEN_TOLERANCE = Condition(
    "no_broken_tolerance", "domain.md §3.6", _no_broken_tolerance, override=(Role.UNIT_HEAD,)
)
PROMISE_ALLOWED = Condition("promise_allowed", "国办发〔2020〕42号", _promise_allowed)
SOMETHING_PROMISED = Condition("something_promised", "国办发〔2020〕42号", _something_promised)
UNPROMISED_COMPLETE = Condition("unpromised_complete", "行政许可法 第32条", _rest_complete(papers_promised))
NO_BROKEN_PROMISE = Condition("no_broken_promise", "国办发〔2020〕42号", _no_broken_promise)
MAY_DO_ALONE = Condition("may_do_alone", "行政许可法 第34条", _may_do_alone)
SIGNED = Condition("signed", "国办发〔2020〕42号", _signed, asked=True)
TOLERANCE_SIGNED = Condition("signed", "domain.md §3.6", _signed, asked=True)  # no national rule, those of the places
NOT_BARRED = Condition("not_barred", "行政许可法 第78、79条", _not_barred)
DEEMED_REGIME = Condition("deemed_regime", "行政许可法 第32条", _deemed_regime)
INTAKE_TERM_OVER = Condition("intake_term_over", "行政许可法 第32条", _intake_term_over)
BY_SYSTEM = Condition("by_system", "", _by_system)
CORRECTION_TERM_OVER = Condition("correction_term_over", "domain.md §3.3 T8", _correction_term_over)
NOTHING_SUPPLIED = Condition("nothing_supplied", "domain.md §3.3 T8", _nothing_open)
REMINDED = Condition("reminded", "domain.md §3.3 T8", _reminded)
CLERK_OR_SYSTEM = Condition("clerk_or_system", "domain.md §3.3 T8", _by_clerk_or_system)
