from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cases.desk.acts.base import Act
from cases.desk.review.publicity_forms import EndPublicityForm, HandlingForm, ObjectionForm, PublicityForm
from cases.domain.publicity import end_publicity, enter_objection, handle_objection, start_publicity
from cases.models import Case
from cases.rules.stages import stages_of
from catalog.choices import StepKind


def _is_published(case: Case) -> bool:
    return any(stage.kind == StepKind.PUBLICITY and stage.started_at for stage in stages_of(case))


ACTS = (
    Act(
        "start_publicity",
        start_publicity,
        _("%(number)s: the publicity has begun. The notice for the board is being made."),
        PublicityForm,
        applies=_is_published,
    ),
    Act(
        "handle_objection",
        handle_objection,
        _("%(number)s: the objection was answered."),
        HandlingForm,
        applies=_is_published,
    ),
    Act(
        "end_publicity",
        end_publicity,
        _("%(number)s: the publicity has ended."),
        EndPublicityForm,
        goes_on=True,
        applies=_is_published,
    ),
    Act(
        "enter_objection",
        enter_objection,
        _("%(number)s: the objection was entered."),
        ObjectionForm,
        applies=_is_published,
    ),
)
