"""Conditions on the actor: the right post, and separation of duties checked on the case (domain.md §11)."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.actors import Actor
from accounts.models import Role
from cases.enums import Status
from cases.models import Case
from cases.queries.cases import UNIT_ROLES
from cases.rules.context import CaseContext
from flow.conditions import Condition
from places.models.points import PointKind
from places.models.units import UnitKind


def serves_intake(context: CaseContext) -> bool:
    """Whether the actor's window makes the first check of this case; the same scope as `in_intake_scope`."""
    case, post = context.case, context.actor.post
    if post is None or not context.actor.has_role(Role.WINDOW_CLERK):
        return False
    here = post.point_id is not None and case.application.point_id == post.point_id
    at_hall = post.point_kind == PointKind.COUNTY_HALL and case.unit.kind == UnitKind.DEPARTMENT
    return here or at_hall or case.unit_id == post.unit_id


def plainly_at_desk(case: Case, actor: Actor) -> bool:
    """The two commonest ways in of `cases.queries.cases.at_desk`, told without a query: a case of the own unit, or
    taken in at the own window. Not being one of them says nothing yet."""
    post = actor.post
    if post is None or not actor.has_role(*UNIT_ROLES, Role.WINDOW_CLERK):
        return False
    at_window = actor.has_role(Role.WINDOW_CLERK) and post.point_id is not None
    return case.unit_id == post.unit_id or (at_window and case.application.point_id == post.point_id)


def _intake(context: CaseContext) -> str | None:
    if serves_intake(context):
        return None
    return _("Only a window clerk of %(unit)s or of the window that took the papers in can do this.") % {
        "unit": context.case.unit.name
    }


def may_do_alone(context: CaseContext) -> bool:
    """即办件 that the item lets one person handle throughout, at the window that takes it in (domain.md §3.3)."""
    facts = context.case.version.facts
    return facts.is_instant and facts.single_person_ok and serves_intake(context)


def _of_unit(roles: tuple[Role, ...], sentence: Promise) -> Callable[[CaseContext], str | None]:
    def reason(context: CaseContext) -> str | None:
        right = context.actor.has_role(*roles) and context.actor.unit_id == context.case.unit_id
        return None if right or may_do_alone(context) else str(sentence) % {"unit": context.case.unit.name}

    return reason


def _not_own(context: CaseContext) -> str | None:
    if context.actor.resident_id != context.case.applicant_id or context.actor.resident_id is None:
        agent = context.case.application.agent
        if agent is None or agent.pk != context.actor.user_id:
            return None
    return _("This is your own case, or you act in it for the applicant. Ask a colleague to handle it.")


def _not_intake_clerk(context: CaseContext) -> str | None:
    if context.actor.user_id != context.case.intake_clerk_id or context.case.version.facts.single_person_ok:
        return None
    return _("You took this case in. Intake and review must be done by different people.")


def _not_intake_nor_reviewer(context: CaseContext) -> str | None:
    case, user_id = context.case, context.actor.user_id
    if may_do_alone(context):
        return None
    if user_id == case.intake_clerk_id:
        return _("You took this case in. Somebody else must decide it.")
    if user_id == case.reviewer_id:
        return _("You reviewed this case. Somebody else must decide it.")
    return None


def _refusal_confirmer(context: CaseContext) -> str | None:
    same_unit = context.actor.has_role(*UNIT_ROLES) and context.actor.unit_id == context.case.unit_id
    if same_unit or serves_intake(context):
        return None
    return _("Only staff of %(unit)s can confirm this refusal.") % {"unit": context.case.unit.name}


def _applicant_side(context: CaseContext) -> str | None:
    case, actor = context.case, context.actor
    if actor.resident_id is not None and actor.resident_id == case.applicant_id:
        return None
    mandate = case.application.mandate
    act = context.given.get("act", "")
    if mandate is not None and mandate.agent_id == actor.user_id:
        if mandate.covers(item_key=case.version.facts.key, act=act, on=context.today):
            return None
        return _("Your mandate does not cover this act, or it has ended. Ask the applicant for a new one.")
    # At the counter the clerk submits the sheet she filled in for the person before her, and no other draft.
    began = case.application.created_by_id == actor.user_id
    if serves_intake(context) and (case.status != Status.DRAFT or began):
        return None
    return _("Only the applicant, an agent with a mandate, or the window at the applicant's request can do this.")


def _applicant_or_agent(context: CaseContext) -> str | None:
    """What the applicant takes herself, or somebody with her mandate: no clerk can have received it for her."""
    mandate = context.case.application.mandate
    is_agent = mandate is not None and mandate.agent_id == context.actor.user_id
    if is_agent or context.actor.resident_id == context.case.applicant_id:
        return _applicant_side(context)
    return _("Only the applicant, or an agent with a mandate, can do this.")


def _agent(context: CaseContext) -> str | None:
    mandate = context.case.application.mandate
    if mandate is not None and mandate.agent_id == context.actor.user_id:
        return _applicant_side(context)
    return _("Only the agent whose mandate covers collecting the result can bring it to the door.")


INTAKE_STAFF = Condition("intake_staff", "domain.md §11", _intake)
REVIEWER_OF_UNIT = Condition(
    "reviewer_of_unit",
    "domain.md §11",
    _of_unit((Role.REVIEWER, Role.UNIT_HEAD), gettext_lazy("Only a reviewer of %(unit)s can do this.")),
)
APPROVER_OF_UNIT = Condition(
    "approver_of_unit",
    "domain.md §11",
    _of_unit((Role.APPROVER, Role.UNIT_HEAD), gettext_lazy("Only an approver of %(unit)s can decide this case.")),
)
STAFF_OF_UNIT = Condition(
    "staff_of_unit",
    "domain.md §11",
    _of_unit(UNIT_ROLES, gettext_lazy("Only staff of %(unit)s can do this.")),
)
NOT_OWN_CASE = Condition("not_own_case", "行政许可法 第5条", _not_own)
NOT_INTAKE_CLERK = Condition("not_intake_clerk", "domain.md §11", _not_intake_clerk, override=(Role.UNIT_HEAD,))
NOT_INTAKE_NOR_REVIEWER = Condition(
    "not_intake_nor_reviewer", "domain.md §11", _not_intake_nor_reviewer, override=(Role.UNIT_HEAD,)
)
REFUSAL_CONFIRMER = Condition("refusal_confirmer", "domain.md §3.3 T6", _refusal_confirmer)
APPLICANT_SIDE = Condition("applicant_side", "民法典 第165条", _applicant_side)
APPLICANT_OR_AGENT = Condition("applicant_or_agent", "电子签名法 第11条", _applicant_or_agent)
AGENT = Condition("agent", "民法典 第165条", _agent)
