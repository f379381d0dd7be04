from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.desk.acts.base import Act
from cases.desk.forms_ways import AnswerForm
from cases.desk.review.time_forms import ExtensionForm, ResumeForm, SuspensionForm
from cases.domain.special import (
    decline_extension,
    decline_suspension,
    extend_case,
    propose_extension,
    propose_suspension,
    resume_case,
    suspend_case,
)
from cases.enums import Status
from cases.models import Case
from cases.rules.proposals import open_proposal
from cases.rules.special import most_days_of_extension, procedures_of
from core.domain.uploads import store_upload

GROUP = "time"


def _has_procedures(case: Case) -> bool:
    return bool(procedures_of(case))


def _is_suspended(case: Case) -> bool:
    return bool(case.status == Status.SUSPENDED)


def _is_extendable(case: Case) -> bool:
    facts = case.version.facts
    return not facts.is_instant and most_days_of_extension(case) > 0 and case.extension_count == 0


def _waits(act: str) -> Any:
    """Confirming and declining are shown once something was proposed."""
    return lambda case: open_proposal(case, act) is not None


def _suspension(case: Case, actor: Actor) -> dict[str, Any]:
    proposal = open_proposal(case, "suspend")
    return {**proposal.given} if proposal else {}


def _resume(*, report: Any, actor: Actor, now: Any, **given: Any) -> Case:
    """The report through the gate first; a refusal keeps nothing of it."""
    with transaction.atomic():
        kept = store_upload(upload=report, user_id=actor.user_id, now=now) if report else None
        return resume_case(report=kept, actor=actor, now=now, **given)


ACTS = (
    Act(
        "suspend",
        suspend_case,
        _("%(number)s: the special procedure has begun. The notice is being made."),
        given=_suspension,
        applies=_waits("suspend"),
    ),
    Act(
        "decline_suspension",
        decline_suspension,
        _("%(number)s: the special procedure was declined."),
        AnswerForm,
        applies=_waits("suspend"),
    ),
    Act(
        "extend",
        extend_case,
        _("%(number)s: the term was extended. The notice is being made."),
        applies=_waits("extend"),
    ),
    Act(
        "decline_extension",
        decline_extension,
        _("%(number)s: the extension was declined."),
        AnswerForm,
        applies=_waits("extend"),
    ),
    Act(
        "resume",
        _resume,
        _("%(number)s: the special procedure has ended; the clocks run on."),
        ResumeForm,
        applies=_is_suspended,
    ),
    Act(
        "propose_suspension",
        propose_suspension,
        _("%(number)s: the special procedure was proposed. An approver has to agree."),
        SuspensionForm,
        applies=_has_procedures,
        group=GROUP,
    ),
    Act(
        "propose_extension",
        propose_extension,
        _("%(number)s: the extension was proposed. The head has to agree."),
        ExtensionForm,
        applies=_is_extendable,
        group=GROUP,
    ),
)
