"""Cases, people, visits and orders: one of every kind, each brought there by the verbs."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.apps import apps

from accounts.models import Mandate, Message, Resident, Role, User
from cases.domain.bars import FALSE_PAPERS, bar_applicant
from cases.domain.decide import grant_case
from cases.domain.fees import ask_payment
from cases.domain.materials import hand_in_paper
from cases.domain.review import give_opinion, start_review
from cases.domain.special import propose_extension, propose_suspension, suspend_case
from cases.domain.supervise import answer_supervision, order_in_own_words
from cases.enums import Channel, VisitState
from cases.models import Application, Case, CharacterPicture, Visit
from cases.models.visits import VisitSource
from catalog.models import ServiceItem
from core.domain.files import keep_file
from tests.accounts.factories import MandateFactory, MessageFactory
from tests.cases.factories import County, make_item
from tests.cases.packages import make_package
from tests.cases.review.factories import ACCEPT, APPROVE, COUNTY_REVIEW, DELIVER, Joint
from tests.cases.test_character_pictures import keep
from tests.cases.visits.factories import Door
from tests.lists.copies import copy_all, copy_row

FEE = {"name": "证照工本费", "standard": "每本10元", "basis": "《中华人民共和国居民身份证法》第二十条"}
EXPERTS = {"kind": "expert_review", "basis": "《行政许可法》第四十五条", "max_days": 20}


class Cases:
    """`county` has an item of one unit, `joint` one that goes through four; people, places and posts are the same."""

    def __init__(self, now: datetime) -> None:
        self.county, self.joint = County(now=now), Joint(now=now)
        self.joint.people = self.county.people
        self.joint.__dict__.update({name: getattr(self.county, name) for name in SHARED})
        self.county.__dict__["station"] = self.joint.station
        self.county.__dict__["item"] = make_item(department=self.county.department, fees=[FEE])
        self.supervisor = self.county.staff(Role.SUPERVISOR)
        self.head = self.county.staff(Role.UNIT_HEAD)

    def build(self) -> None:
        county = self.county
        agent = MandateFactory(
            principal=county.resident, agent_resident__name="李晓梅", valid_from=county.now.date() - timedelta(days=9)
        )
        MandateFactory(principal__name="赵国强", agent=county.resident.user)
        MessageFactory(resident=county.resident)
        self._at_the_window(agent)
        self._in_review()
        self._decided()
        self._of_several_units()
        self._at_the_door()
        part = Case.objects.exclude(application__mandate=None).order_by("pk")[0]
        Application.objects.filter(pk=part.application_id).update(one_thing=make_package(county))
        keep(county, character="\ue200")

    def grow(self, times: int) -> None:
        """Every other turn brings other people."""
        copy_all(_kinds(), times=times, left=lambda row, n: _stays(row, keeps_people=n % 2 == 0))
        copy_row(CharacterPicture.objects.get(), times=times, character=lambda n: chr(0xE500 + n))

    def _at_the_window(self, mandate: Mandate) -> None:
        county = self.county
        county.draft()
        self.sheet = county.draft(channel=Channel.WINDOW, actor=county.clerk, point=county.center)
        county.received(channel=Channel.WINDOW, actor=county.clerk, point=county.center)
        case = county.received(mandate=mandate, actor=county.actor_of(Resident.objects.get(user=mandate.agent)))
        order = order_in_own_words(case=case, matter="为什么？", actor=self.supervisor, now=county.later(5))
        answer_supervision(order=order, answer="明天办完。", actor=self.head, now=county.later(6))
        county.correction_required()
        supplied = county.correction_required()
        for key in supplied.correction.items.values_list("key", flat=True):
            hand_in_paper(
                application=supplied.application,
                key=key,
                name="银行账户证明",
                actor=county.resident_actor,
                now=county.later(2),
                file=keep_file(content=b"x", name="x.pdf", content_type="application/pdf", now=county.now),
            )

    def _in_review(self) -> None:
        county = self.county
        case = county.accepted()
        order_in_own_words(case=case, matter="为什么？", actor=self.supervisor, now=county.later(5))
        case = county.reviewing()
        propose_extension(case=case, days=5, reason="材料很多", actor=county.reviewer, now=county.later(3))
        case = county.reviewed()
        ask_payment(
            case=case,
            amounts={FEE["name"]: Decimal("10.00")},
            due_on=county.now.date() + timedelta(days=14),
            actor=county.reviewer,
            now=county.later(4),
        )

    def _decided(self) -> None:
        county = self.county
        county.granted()
        given = {"ground": FALSE_PAPERS, "reason": "伪造残疾证。", "actor": county.approver, "now": county.later(5)}
        bar_applicant(case=county.denied(), **given)

    def _of_several_units(self) -> None:
        joint = self.joint
        joint.begun()
        joint.published()
        joint.at_county()
        joint.at_decision()
        steps = [ACCEPT, COUNTY_REVIEW, APPROVE, DELIVER]
        given = {"steps": steps, "special_procedures": [EXPERTS], "hearing_right": False}
        licence = make_item("timber_permit", department=joint.department, **given)
        case = self._licence_in_review(licence)
        propose_suspension(
            case=case,
            kind="expert_review",
            days=10,
            reason="需要专家评审采伐方式",
            body="县林业专家组",
            actor=joint.county_reviewer,
            now=joint.later(3),
        )
        suspend_case(case=case, actor=joint.county_approver, now=joint.later(4))
        case = self._licence_in_review(licence)
        give_opinion(case=case, conclusion="grant", text="符合", actor=joint.county_reviewer, now=joint.later(3))
        grant_case(case=Case.objects.get(pk=case.pk), actor=joint.county_approver, now=joint.later(4))

    def _licence_in_review(self, item: ServiceItem) -> Case:
        joint = self.joint
        return start_review(case=joint.accepted(items=[item]), actor=joint.county_reviewer, now=joint.later(2))

    def _at_the_door(self) -> None:
        """Of this helper: to be visited today, under way, at the office, ready, done; one that nobody has yet."""
        today = self.county.now.date() + timedelta(days=2)
        self._door().asked(wished_on=today)
        self.mandated = self._door().mandated(wished_on=today)
        self._door().submitted()
        self._door().decided()
        self._door().asked(wished_on=today, source=VisitSource.ONLINE, actor=self.county.resident_actor)
        untaken, stopped = self._door().asked(), self._door().asked()
        Visit.objects.filter(pk=untaken.pk).update(helper=None, state=VisitState.REQUESTED, visit_on=None)
        Visit.objects.filter(pk=stopped.pk).update(state=VisitState.STOPPED, stop_reason="本人好了")

    def _door(self) -> Door:
        """To somebody else each time."""
        return Door(self.county)


SHARED = ("town_unit", "department", "center", "village", "resident")
PEOPLE = (User, Resident)


def _kinds() -> list[Any]:
    cases = [kind for kind in apps.get_app_config("cases").get_models() if kind is not CharacterPicture]
    return [*PEOPLE, Mandate, Message, *cases]


def _stays(row: Any, *, keeps_people: bool) -> bool:
    if isinstance(row, User):
        return keeps_people or not hasattr(row, "resident")
    return keeps_people and isinstance(row, Resident)
