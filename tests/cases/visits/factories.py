"""Visits brought to a state by the verbs themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from accounts.actors import Actor
from accounts.models import MandateAct, MandateProof, Resident, Role
from cases.domain.decide import grant_case
from cases.domain.door import Scope, begin_application, record_mandate, submit_read_back
from cases.domain.intake import accept_case
from cases.domain.review import give_opinion, start_review
from cases.domain.visits import identify_person, request_visit
from cases.models import Case, Visit
from cases.models.visits import VisitSource
from core.domain.files import keep_file
from tests.accounts.factories import ResidentFactory
from tests.cases.factories import County


class Door:
    """The helper of the village station and the old woman she visits (unless `person` is given), who has no login."""

    def __init__(self, county: County, person: Resident | None = None) -> None:
        self.county = county
        self.helper: Actor = county.staff(Role.STATION_HELPER)
        self.person: Resident = person or ResidentFactory(
            name="王秀英", region=county.village, elder=True, offline=True
        )

    @property
    def today(self) -> date:
        return self.county.now.date()

    def asked(self, **values: Any) -> Visit:
        given = {
            "source": VisitSource.HELPER,
            "person_name": self.person.name,
            "person_phone": self.person.phone,
            "region": self.county.village,
            "address": "3组12号",
            "item_key": "senior_allowance",
            "wished_on": self.today,
            "actor": self.helper,
            "now": self.county.now,
            **values,
        }
        return request_visit(**given)

    def identified(self, **values: Any) -> Visit:
        return identify_person(visit=self.asked(**values), resident=self.person, actor=self.helper, now=self.county.now)

    def mandated(self, days: int = 90, acts: tuple[str, ...] = tuple(MandateAct.values), **values: Any) -> Visit:
        visit = self.identified(**values)
        paper = keep_file(content=b"signed", name="qianzi.jpg", content_type="image/jpeg", now=self.county.now)
        record_mandate(
            visit=visit,
            scope=Scope(("senior_allowance",), acts, "帮代办员", self.today, self.today + timedelta(days=days)),
            proof_kind=MandateProof.PHOTO,
            proof=paper,
            witness=None,
            actor=self.helper,
            now=self.county.now,
        )
        return self.again(visit)

    def begun(self, **values: Any) -> Visit:
        visit = self.mandated(**values)
        begin_application(visit=visit, items=[self.county.item], actor=self.helper, now=self.county.now)
        return self.again(visit)

    def submitted(self, **values: Any) -> Visit:
        visit = self.begun(**values)
        submit_read_back(
            visit=visit,
            application=visit.application,
            consents_asked=(),
            consents_given=(),
            actor=self.helper,
            now=self.county.now,
        )
        return self.again(visit)

    def decided(self, **values: Any) -> Visit:
        visit = self.submitted(**values)
        county = self.county
        case = accept_case(case=county.checked(self.case(visit)), actor=county.clerk, now=county.later(1))
        start_review(case=case, actor=county.reviewer, now=county.later(1))
        give_opinion(case=case, conclusion="grant", text="情况属实", actor=county.reviewer, now=county.later(1))
        grant_case(case=case, actor=county.approver, now=county.later(1))
        return self.again(visit)

    def case(self, visit: Visit) -> Case:
        return Case.objects.get(application=visit.application_id)

    def again(self, visit: Visit) -> Visit:
        return Visit.objects.select_related("mandate__principal", "application", "resident", "point").get(pk=visit.pk)


def address(name: str, visit: Visit, *more: Any) -> str:
    return reverse(f"door:{name}", args=[visit.public_id, *more])
