"""T1: a draft becomes a received case. Missing papers never stop it (R1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import BigAutoField
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.applications import application_form_context
from cases.documents.consents import guardian_consent_context
from cases.domain.applications import declare_application
from cases.domain.change import changing
from cases.domain.documents import record_document
from cases.domain.drafts import Guardian, record_consents, record_guardian
from cases.domain.materials import hand_in_forms, list_required
from cases.domain.numbers import number_case
from cases.domain.receive import give_receipt, tell_received
from cases.handed import papers_in_force
from cases.models import Application, Case
from catalog.content import Material
from core.errors import Reason, Refused
from core.prepared import Prepared

# What the papers of a submission say of the applicant and of the place is read with the row that is locked.
_TO_SUBMIT = Prepared(
    lambda pk: (
        Application.objects.select_for_update(of=("self",))
        .select_related("applicant__region__parent", "region__parent", "mandate__agent", "point__unit")
        .filter(pk=pk)
    ),
    pk=BigAutoField(),
)
_TO_BE_SUBMITTED = Prepared(
    lambda application: (
        Case.objects.filter(application_id=application).select_related("unit").with_item().order_by("id")
    ),
    application=BigAutoField(),
)


def submit_application(*, application: Application, actor: Actor, now: datetime) -> list[Case]:
    """Submit every case of the application together and issue one receipt.

    Submitting twice (double click, two tabs) is answered with the cases of the first time and changes nothing.
    """
    with transaction.atomic():
        locked = _TO_SUBMIT.get(pk=application.pk)
        cases = _TO_BE_SUBMITTED.rows(application=locked.pk)
        for case in cases:
            case.application = locked
        if locked.submitted_at is not None:
            return cases
        if not cases:
            raise Refused([Reason("no_item", _("Choose at least one item."))])
        hand_in_forms(locked, cases, actor=actor, now=now)
        submitted = [_submit_case(case=case, application=locked, actor=actor, now=now) for case in cases]
        locked.submitted_at = locked.updated_at = now
        locked.save(update_fields=["submitted_at", "updated_at"])
        give_receipt(locked, submitted, actor=actor, now=now)
        if locked.guardian_consent_at is not None:
            record_document(
                code="guardian_consent",
                application=locked,
                context=guardian_consent_context(locked, submitted, actor=actor, now=now),
                actor=actor,
                now=now,
            )
    application.submitted_at = now
    return submitted


def declare_and_submit(
    *,
    application: Application,
    consents_asked: Iterable[Material],
    consents_given: Iterable[str],
    actor: Actor,
    now: datetime,
    guardian: Guardian | None = None,
) -> list[Case]:
    """The last page of an application: separate consents, the declaration (Art. 31) and T1 as one act.

    Sent twice, the second one finds the application submitted and changes nothing.
    """
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        if locked.submitted_at is None:
            record_consents(application=locked, asked=consents_asked, given=consents_given, actor=actor, now=now)
            if guardian is not None:
                record_guardian(application=locked, guardian=guardian, now=now)
            declare_application(application=locked, now=now)
        return submit_application(application=locked, actor=actor, now=now)


def _submit_case(*, case: Case, application: Application, actor: Actor, now: datetime) -> Case:
    with changing(case=case, verb="submit", actor=actor, now=now, act="submit") as change:
        now = change.now
        before = change.case.status
        list_required(change.case, application)
        number_case(change.case, now=now)
        change.case._submit()
        change.record("case.submit", "number", "exchange_number", state_from=before)
        record_document(
            code="application_form",
            application=application,
            case=change.case,
            context=application_form_context(
                change.case,
                application,
                materials=change.case.materials.order_by("order"),
                papers=papers_in_force(application),
                actor=actor,
                now=now,
            ),
            actor=actor,
            now=now,
        )
        tell_received(change.case, actor=actor, now=now)
    return change.case
