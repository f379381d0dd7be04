"""What decided lives leave behind: notices, opinions, papers to be made when first opened, certificates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from accounts.actors import Actor
from cases.certificates.build import build_certificate, verify_address
from cases.demo.cast import Cast
from cases.demo.stage_results import StageResults
from cases.demo.timeline import DEFECTS, Step
from cases.demo.writer import Life, Numbers
from cases.documents.applications import application_form_context
from cases.documents.build import build_document
from cases.documents.certificates import certificate_context
from cases.documents.decisions import (
    DELIVERED,
    completion_context,
    delivery_context,
    denial_context,
    grant_context,
)
from cases.documents.notices import (
    acceptance_context,
    correction_context,
    not_required_context,
    refusal_context,
    withdrawal_context,
)
from cases.documents.provisional import mark_provisional
from cases.documents.receipts import receipt_context
from cases.models import (
    Application,
    Case,
    Certificate,
    CorrectionItem,
    CorrectionNotice,
    OfficialDocument,
    Opinion,
    Proposal,
    ProposalState,
    Serving,
)
from flow.calendar import WorkCalendar
from places.models import Unit


class Results:
    """Collects rows of many lives for one bulk write each. Lives must be saved before."""

    def __init__(self, numbers: Numbers, cast: Cast, calendar: WorkCalendar) -> None:
        self.numbers, self.calendar = numbers, calendar
        self.of_stages = StageResults(cast, self._document)
        self.notices: list[CorrectionNotice] = []
        self.corrections: list[CorrectionItem] = []
        self.opinions: list[Opinion] = []
        self.proposals: list[Proposal] = []
        self.servings: list[Serving] = []
        self.documents: list[OfficialDocument] = []
        self.certificates: list[Certificate] = []

    def collect(self, application: Application, lives: list[Life]) -> None:
        """Everything of one application."""
        first = lives[0]
        submitter = _actor_of(first, first.steps[0])
        received = first.steps[0].at
        context = receipt_context(application, [life.case for life in lives], actor=submitter, now=received)
        self._document("receipt_of_materials", application, None, context, received, unit=None)
        for life in lives:
            self._application_form(life, submitter, received)
            for step in life.steps:
                self._collect_step(life, step)

    def _application_form(self, life: Life, submitter: Actor, received: datetime) -> None:
        context = application_form_context(
            life.case, life.case.application, materials=life.materials, papers=(), actor=submitter, now=received
        )
        self._document("application_form", life.case.application, life.case, context, received, unit=None)

    def _collect_step(self, life: Life, step: Step) -> None:
        case, now = life.case, step.at
        match step.verb:
            case "case.request_correction":
                self._correction(life, step)
            case "case.accept":
                self._paper("acceptance_notice", case, acceptance_context(case, now=now), now)
            case "case.inform_not_required":
                context = not_required_context(case, reason=step.opinion, basis=step.data["basis"], now=now)
                self._paper("not_required_notice", case, context, now)
            case "case.propose_refusal":
                self._proposal(life, step)
            case "case.refuse_intake":
                context = refusal_context(case, reason=step.opinion, data=step.data, now=now)
                self._paper("non_acceptance_decision", case, context, now)
            case "case.withdraw":
                context = withdrawal_context(case, reason=step.opinion, actor=_actor_of(life, step), now=now)
                self._paper("withdrawal_confirmation", case, context, now)
            case "case.give_opinion":
                self._opinion(life, step)
            case "case.grant":
                self._grant(case, now)
            case "case.deny":
                opinions = [s.opinion for s in life.steps if s.verb == "case.give_opinion"]
                context = denial_context(
                    case, facts=opinions[-1], reasons=step.opinion, basis=step.data["basis"], now=now
                )
                self._paper("denial_decision", case, context, now)
            case "case.end_stage" | "case.record_site_check" | "case.start_publicity":
                self.of_stages.collect(life, step)
            case "case.confirm_delivery":
                actor = _actor_of(life, step)
                context = delivery_context(
                    case,
                    documents=self._delivered(case),
                    mode=step.data["mode"],
                    receiver=case.applicant.name,
                    actor=actor,
                    now=now,
                )
                self._paper("service_receipt", case, context, now)
                self._serving(life, step)

    def _serving(self, life: Life, step: Step) -> None:
        begun = next(s for s in life.steps if s.verb == "case.deliver")
        serving = Serving(
            case=life.case,
            mode=step.data["mode"],
            begun_at=begun.at,
            receiver=life.case.applicant.name,
            served_at=step.at,
            recorded_by_id=_actor_of(life, step).user_id,
        )
        self.servings.append(serving)

    def _proposal(self, life: Life, step: Step) -> None:
        answered = next((s for s in life.steps if s.verb == "case.refuse_intake"), None)
        self.proposals.append(
            Proposal(
                case=life.case,
                verb="refuse_intake",
                given=step.data,
                reason=step.opinion,
                proposed_by_id=_actor_of(life, step).user_id,
                proposed_at=step.at,
                state=ProposalState.CONFIRMED if answered else ProposalState.OPEN,
                answered_by_id=_actor_of(life, answered).user_id if answered else None,
                answered_at=answered.at if answered else None,
            )
        )

    def _correction(self, life: Life, step: Step) -> None:
        case = life.case
        supplied = next((s.at for s in life.steps if s.verb == "case.supply_paper"), None)
        due_on = date.fromisoformat(step.data["due_on"])
        notice = CorrectionNotice(case=case, issued_at=step.at, due_on=due_on, supplied_at=supplied)
        names = {material.key: material.name for material in case.version.facts.materials}
        reason, remedy = DEFECTS[case.pk % len(DEFECTS)]
        items = [
            CorrectionItem(
                notice=notice, key=key, name=names.get(key, key), reason=reason, remedy=remedy, supplied_at=supplied
            )
            for key in step.data["keys"]
        ]
        self.notices.append(notice)
        self.corrections += items
        self._paper("correction_notice", case, correction_context(case, notice, items, now=step.at), step.at)

    def _opinion(self, life: Life, step: Step) -> None:
        opinion = Opinion(
            case=life.case,
            user_id=_actor_of(life, step).user_id,
            conclusion=step.data["conclusion"],
            text=step.opinion,
            given_at=step.at,
        )
        self.opinions.append(opinion)

    def _grant(self, case: Case, now: datetime) -> None:
        if case.version.facts.is_licence:
            self._paper("grant_decision", case, grant_context(case, text="", now=now), now)
        else:
            self._paper("completion_notice", case, completion_context(case, now=now), now)
        certificate = build_certificate(case=case, on=timezone.localdate(now), draw=self.numbers.next)
        if certificate is None:
            return
        context = certificate_context(certificate, verify_url=verify_address(certificate))
        certificate.document = self._document("certificate", case.application, case, context, now, unit=None)
        self.certificates.append(certificate)

    def _paper(self, code: str, case: Case, context: dict[str, Any], now: datetime) -> None:
        self._document(code, case.application, case, context, now, unit=case.unit)

    def _document(
        self,
        code: str,
        application: Application,
        case: Case | None,
        context: dict[str, Any],
        now: datetime,
        *,
        unit: Unit | None,
    ) -> OfficialDocument:
        """As the verbs issue it, but left unmade until somebody opens it."""
        context = mark_provisional(context, self.calendar)
        document = build_document(
            code=code, application=application, case=case, unit=unit, context=context, draw=self.numbers.next, now=now
        )
        self.documents.append(document)
        return document

    def _delivered(self, case: Case) -> Iterable[OfficialDocument]:
        return (d for d in self.documents[-8:] if d.case is case and d.code in DELIVERED)

    def save(self) -> None:
        CorrectionNotice.objects.bulk_create(self.notices, batch_size=500)
        CorrectionItem.objects.bulk_create(self.corrections, batch_size=500)
        Opinion.objects.bulk_create(self.opinions, batch_size=500)
        self.of_stages.save()
        Proposal.objects.bulk_create(self.proposals, batch_size=500)
        Serving.objects.bulk_create(self.servings, batch_size=500)
        OfficialDocument.objects.bulk_create(self.documents, batch_size=300)
        Certificate.objects.bulk_create(self.certificates, batch_size=300)


def _actor_of(life: Life, step: Step) -> Actor:
    event = life.event_of(step)
    return Actor(name=event.actor_name, user_id=event.user_id)
