"""An error that can be put right on the spot is put right on the spot (行政许可法 Art. 32(3); R3)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.applications import amended_how, application_form_context
from cases.domain.change import changing
from cases.domain.documents import record_document
from cases.domain.supplied import note_supplied
from cases.domain.tell import tell_applicant
from cases.enums import Status
from cases.handed import papers_in_force
from cases.models import Application, Case
from cases.rules.amending import BEFORE_ACCEPTANCE, field_of
from cases.rules.answers import answer_problem, normalise_answer
from catalog.content import FormField
from core.errors import Reason, Refused


def amend_answer(*, case: Case, key: str, answer: str, confirmed: bool, actor: Actor, now: datetime) -> None:
    """The clerk corrects one answer with the applicant before her, before acceptance; the form is drawn up anew.

    The answer counts for every case of the application that asks it. The form as it was stays among the papers.
    """
    with transaction.atomic():
        application = Application.objects.select_for_update().get(pk=case.application_id)
        for one in [case, *_others(case, key)]:
            _amend_case(one, application, key=key, answer=answer, confirmed=confirmed, actor=actor, now=now)


def _others(case: Case, key: str) -> list[Case]:
    """Further cases of the application that ask the same and have not been accepted either."""
    waiting = case.application.cases.exclude(pk=case.pk).filter(status__in=BEFORE_ACCEPTANCE).order_by("id")
    return [one for one in waiting.select_related("item", "version", "application") if field_of(one, key)]


def _amend_case(
    case: Case, application: Application, *, key: str, answer: str, confirmed: bool, actor: Actor, now: datetime
) -> None:
    with changing(case=case, verb="amend_answer", actor=actor, now=now, key=key, confirmed=confirmed) as change:
        now = change.now
        asked = field_of(change.case, key)
        if asked is None:
            raise ValueError(f"{key} was let through without a question")
        _keep(application, asked, answer, now)
        if change.case.status == Status.CORRECTION_REQUIRED:
            note_supplied(change, key)
        change.record("case.amend_answer", data={"key": key, "name": asked.label})
        context = application_form_context(
            change.case,
            application,
            materials=change.case.materials.order_by("order"),
            papers=papers_in_force(application),
            actor=actor,
            now=now,
        )
        record_document(
            code="application_form",
            application=application,
            case=change.case,
            context={**context, "signed_how": amended_how(asked.label, actor)},
            actor=actor,
            now=now,
        )
        tell_applicant(
            case=change.case,
            actor=actor,
            title=_("An answer was corrected with you"),
            body=_("“%(item)s” (%(number)s): an answer of the form was corrected on the spot. The new form is there."),
            now=now,
        )


def _keep(application: Application, asked: FormField, typed: str, now: datetime) -> None:
    answer = normalise_answer(asked, typed)
    if problem := answer_problem(asked, answer, today=timezone.localdate(now)):
        raise Refused([Reason("answer", problem)])
    application.answers = {**application.answers, asked.key: answer}
    application.updated_at = now
    application.save(update_fields=["answers", "updated_at"])
