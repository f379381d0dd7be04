"""What decided lives leave behind: notices, opinions, papers to be made when first opened, certificates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django.utils import timezone

from accounts.actors import Actor
from cases.certificates.issue import NO_RESULT, verify_address
from cases.demo.timeline import DEFECTS, Step
from cases.demo.writer import Life, Numbers
from cases.documents.certificates import certificate_context
from cases.documents.decisions import (
    completion_context,
    delivery_context,
    denial_context,
    grant_context,
)
from cases.documents.notices import (
    acceptance_context,
    not_required_context,
    refusal_context,
    withdrawal_context,
)
from cases.documents.receipts import receipt_context
from cases.models import Application, Case, Certificate, CorrectionItem, CorrectionNotice, OfficialDocument, Opinion
from cases.models.certificates import new_token
from core.identifiers import certificate_identifier
from flow.clocks import add_months
from flow.numbers import document_number, document_series
from papers.catalogue import KINDS


class Results:
    """Collects rows of many lives for one bulk write each. Lives must be saved before."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.notices: list[CorrectionNotice] = []
        self.corrections: list[CorrectionItem] = []
        self.opinions: list[Opinion] = []
        self.documents: list[OfficialDocument] = []
        self.certificates: list[Certificate] = []

    def collect(self, application: Application, lives: list[Life]) -> None:
        """Everything of one application."""
        first = lives[0]
        submitter = _actor_of(first, first.steps[0])
        received = first.steps[0].at
        context = receipt_context(application, [life.case for life in lives], actor=submitter, now=received)
        self._document("receipt_of_materials", application, None, context, received)
        for life in lives:
            for step in life.steps:
                self._collect_step(life, step)

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
                context = denial_context(case, reasons=step.opinion, basis=step.data["basis"], now=now)
                self._paper("denial_decision", case, context, now)
            case "case.confirm_delivery":
                actor = _actor_of(life, step)
                context = delivery_context(
                    case, mode=step.data["mode"], receiver=case.applicant.name, actor=actor, now=now
                )
                context["documents"] = [{"name": d.title, "number": d.number, "copies": 1} for d in self._of_case(case)]
                self._paper("service_receipt", case, context, now)

    def _correction(self, life: Life, step: Step) -> None:
        case = life.case
        supplied = next((s.at for s in life.steps if s.verb == "case.supply_paper"), None)
        notice = CorrectionNotice(case=case, issued_at=step.at, due_on=step.data["due_on"], supplied_at=supplied)
        names = {material.key: material.name for material in case.version.facts.materials}
        reason, remedy = DEFECTS[case.pk % len(DEFECTS)]
        for key in step.data["keys"]:
            self.corrections.append(
                CorrectionItem(
                    notice=notice, key=key, name=names.get(key, key), reason=reason, remedy=remedy, supplied_at=supplied
                )
            )
        self.notices.append(notice)

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
        result = case.version.facts.result
        if result.kind == NO_RESULT:
            return
        day = timezone.localdate(now)
        serial = self.numbers.next(f"certificate:{case.unit_id}:{result.type_code}:{day.year}")
        running = f"{day.year}{serial:06d}"
        certificate = Certificate(
            identifier=certificate_identifier(result.type_code, case.unit.credit_code, running, 1),
            number=f"{case.unit.short_name}{result.type_code}-{running}",
            token=new_token(),
            case=case,
            holder=case.applicant,
            holder_name=case.applicant.name,
            name=result.name,
            issuer=case.unit,
            issued_on=day,
            valid_from=day,
            valid_to=add_months(day, result.validity_months) if result.validity_months else None,
        )
        context = certificate_context(certificate, verify_url=verify_address(certificate))
        certificate.document = self._document("certificate", case.application, case, context, now)
        self.certificates.append(certificate)

    def _paper(self, code: str, case: Case, context: dict[str, Any], now: datetime) -> None:
        kind, year = KINDS[code], timezone.localdate(now).year
        number = ""
        if kind.number_word:
            short = case.unit.short_name or case.unit.name
            serial = self.numbers.next(document_series(short, kind.number_word, year))
            number = document_number(short, kind.number_word, year, serial)
            context = {**context, "number": number}
        self._document(code, case.application, case, context, now, number)

    def _document(
        self,
        code: str,
        application: Application,
        case: Case | None,
        context: dict[str, Any],
        now: datetime,
        number: str = "",
    ) -> OfficialDocument:
        document = OfficialDocument(
            application=application,
            case=case,
            code=code,
            number=number,
            title=KINDS[code].name,
            context=cast(Any, context),
            issued_at=now,
        )
        self.documents.append(document)
        return document

    def _of_case(self, case: Case) -> Iterable[OfficialDocument]:
        wanted = ("certificate", "grant_decision", "denial_decision", "completion_notice")
        return (d for d in self.documents[-8:] if d.case is case and d.code in wanted)

    def save(self) -> None:
        CorrectionNotice.objects.bulk_create(self.notices, batch_size=500)
        CorrectionItem.objects.bulk_create(self.corrections, batch_size=500)
        Opinion.objects.bulk_create(self.opinions, batch_size=500)
        OfficialDocument.objects.bulk_create(self.documents, batch_size=300)
        Certificate.objects.bulk_create(self.certificates, batch_size=300)


def _actor_of(life: Life, step: Step) -> Actor:
    event = life.events[life.steps.index(step)]
    return Actor(name=event.actor_name, user_id=event.user_id)
