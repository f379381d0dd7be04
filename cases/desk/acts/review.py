from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cases.desk.acts.base import Act
from cases.desk.forms import OpinionForm
from cases.desk.review.stage_forms import ContinueForm, FinishForm, SendBackForm, SiteCheckForm
from cases.domain.review import give_opinion, start_review
from cases.domain.site_checks import Findings, record_site_check
from cases.domain.stages import continue_stages, finish_stage, send_back
from cases.models import Case, SiteCheck
from cases.procedure import ON_SITE_KINDS, OPINION_KINDS, is_stopped
from cases.rules.stages import stages_of
from catalog.choices import StepKind
from core.domain.uploads import store_upload


def _has_other_stages(case: Case) -> bool:
    own = (s for s in stages_of(case) if s.unit_id == case.unit_id and s.kind in OPINION_KINDS)
    mine = {stage.order for stage in own}
    return any(s.order not in mine and s.kind != StepKind.PUBLICITY for s in stages_of(case))


def _is_checked_on_site(case: Case) -> bool:
    return case.version.facts.is_licence or any(stage.kind in ON_SITE_KINDS for stage in stages_of(case))


def _is_stopped(case: Case) -> bool:
    return is_stopped(stages_of(case))


def _record(*, case: Case, actor: Any, now: Any, photos: Any, signature: Any, **fields: Any) -> SiteCheck:
    """Files through the gate first; a record that is refused keeps none of them."""
    for name in ("first_staff", "second_staff"):
        fields[name] = fields[name].pk if fields[name] else 0
    with transaction.atomic():
        kept = [store_upload(upload=photo, user_id=actor.user_id, now=now) for photo in photos]
        signed = store_upload(upload=signature, user_id=actor.user_id, now=now) if signature else None
        findings = Findings(**fields)
        return record_site_check(case=case, findings=findings, photos=kept, signature=signed, actor=actor, now=now)


ACTS = (
    Act("start_review", start_review, _("The review of %(number)s has begun.")),
    Act(
        "record_site_check",
        _record,
        _("%(number)s: the check on site was recorded. Its paper is being made."),
        SiteCheckForm,
        applies=_is_checked_on_site,
    ),
    Act(
        "finish_stage",
        finish_stage,
        _("%(number)s: the stage is finished; what follows has begun."),
        FinishForm,
        goes_on=True,
        applies=_has_other_stages,
    ),
    Act("give_opinion", give_opinion, _("The opinion on %(number)s was recorded."), OpinionForm, goes_on=True),
    Act("send_back", send_back, _("%(number)s was sent back."), SendBackForm, goes_on=True),
    Act("continue_stages", continue_stages, _("%(number)s goes on."), ContinueForm, applies=_is_stopped),
)
