"""A show case on its way: who acts is found by role and unit, and the time goes on with every step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts.actors import Actor
from accounts.data.demo_people import ShowResident
from accounts.domain.actors import actor_for
from accounts.models import Resident, Role, User
from cases.demo.stage_walk import walk_stages
from cases.domain.applications import declare_application, save_answers, start_application
from cases.domain.decide import grant_case
from cases.domain.deliver import deliver_electronically
from cases.domain.intake import accept_case
from cases.domain.linked import open_linked_case
from cases.domain.materials import check_material, hand_in_paper
from cases.domain.parties import note_no_parties, record_party_opinion
from cases.domain.review import start_review
from cases.domain.submit import submit_application
from cases.enums import Channel, MaterialState, Status
from cases.models import Application, Case
from cases.rules.asked import asked_fields, asked_papers, asked_situations, contents_of, spread, told_answers
from catalog.content import ItemContent, Material
from catalog.models import ServiceItem
from core.fields import blind_index
from places.models import ServicePoint, Unit

LATER = 3  # necessity: may follow
DAY = 24 * 60  # minutes
SATURDAY = 5


class Stage:
    """The named people of the print-out and the moments of a show."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.today = timezone.localdate(now)

    def staff(self, username: str) -> Actor:
        return actor_for(user=User.objects.get(username=username), on=self.today)

    def of_unit(self, unit: Unit, role: str) -> Actor:
        """The first who holds this role in the unit."""
        user = User.objects.filter(posts__role=role, posts__unit=unit).order_by("pk").first()
        return actor_for(user=user, on=self.today)

    def hall_clerk(self) -> Actor:
        user = User.objects.filter(posts__role="window_clerk", posts__point__kind="county_hall").order_by("pk").first()
        return actor_for(user=user, on=self.today)

    def resident(self, who: ShowResident) -> Resident:
        return Resident.objects.select_related("user", "region__parent").get(phone_index=blind_index(who.phone))

    def actor(self, resident: Resident) -> Actor:
        return actor_for(user=resident.user, on=self.today)


@dataclass
class Walk:
    """`at` is the moment of the last step."""

    stage: Stage
    case: Case
    at: datetime

    @classmethod
    def received(
        cls, stage: Stage, who: ShowResident, key: str, *, days: int, lacking: str = "", at_window: bool = False
    ) -> Walk:
        """Submitted so many days ago, online or at the window of the show town; `lacking` as in `fill`."""
        resident = stage.resident(who)
        actor = stage.staff("clerk") if at_window else stage.actor(resident)
        at = on_weekday(stage.now - timedelta(days=days, hours=5))
        item = ServiceItem.objects.select_related("current_version", "department").get(key=key)
        point_id = actor.post.point_id if actor.post else None
        application = start_application(
            applicant=resident,
            items=[item],
            channel=Channel.WINDOW if at_window else Channel.ONLINE,
            point=ServicePoint.objects.filter(pk=point_id or 0).first(),
            actor=actor,
            now=at - timedelta(minutes=20),
        )
        fill(application, actor, at - timedelta(minutes=5), lacking=lacking)
        return cls(stage, submit_application(application=application, actor=actor, now=at)[0], at)

    def later(self, minutes: int) -> datetime:
        self.at += timedelta(minutes=minutes)
        return self.at

    def days(self, number: int) -> datetime:
        """So many days on, and to the Monday where that is a weekend and not still to come."""
        self.later(number * DAY)
        monday = self.at + timedelta(days=7 - timezone.localtime(self.at).weekday())
        if timezone.localtime(self.at).weekday() >= SATURDAY and monday < self.stage.now:
            self.at = monday
        return self.at

    def fresh(self) -> Case:
        self.case = Case.objects.get(pk=self.case.pk)
        return self.case

    @property
    def applicant(self) -> Actor:
        return self.stage.actor(self.case.applicant)

    @property
    def clerk(self) -> Actor:
        unit = self.case.unit
        return self.stage.of_unit(unit, Role.WINDOW_CLERK) if unit.kind == "town" else self.stage.hall_clerk()

    @property
    def reviewer(self) -> Actor:
        return self.staff(Role.REVIEWER)

    @property
    def approver(self) -> Actor:
        return self.staff(Role.APPROVER)

    def staff(self, role: Role) -> Actor:
        return self.stage.of_unit(self.case.unit, role)

    def check(self) -> Walk:
        """Every paper that is there is in order."""
        for material in self.case.materials.filter(state=MaterialState.PROVIDED):
            check_material(
                case=self.case, key=material.key, state=MaterialState.OK, actor=self.clerk, now=self.later(2)
            )
        return self

    def accept(self) -> Walk:
        self.check()
        self.case = accept_case(case=self.fresh(), actor=self.clerk, now=self.later(10))
        return self

    def review_begun(self) -> Walk:
        self.case = start_review(case=self.case, actor=self.reviewer, now=self.later(30))
        return self

    def hear_holder(self, answer: str) -> Walk:
        """What the holder of the certificate said to the case against it."""
        for party in self.case.parties.all():
            record_party_opinion(
                case=self.fresh(), party=party.pk, opinion=answer, actor=self.reviewer, now=self.days(2)
            )
        self.fresh()
        return self

    def stages(self, conclusion: str, *, until_joint: bool = False) -> Walk:
        """Until the approver has it, a publicity runs, or (`until_joint`) one of the units side by side has answered."""
        text = "经核对，申请人情况属实，材料齐全，建议准予。"
        if conclusion != "grant":
            text = "经核对，申请人不符合规定的条件，建议不予。"
        self.later(10)
        walk_stages(
            case=self.case,
            conclusion=conclusion,
            text=text,
            staff_of=self.stage.of_unit,
            at=self.at,
            until_joint=until_joint,
        )
        self.later(60)
        self.fresh()
        return self

    def grant(self) -> Walk:
        """From wherever it stands after acceptance to the decision."""
        if self.case.status == Status.ACCEPTED:
            self.review_begun()
        if self.case.version.facts.hearing_right:
            reason = "现场核实，采伐地块四周均为申请人自家林地，不涉及他人重大利益。"
            note_no_parties(case=self.case, reason=reason, actor=self.reviewer, now=self.later(10))
        self.stages("grant")
        self.case = grant_case(case=self.case, actor=self.approver, now=self.later(60))
        return self

    def deliver(self) -> Walk:
        self.case = deliver_electronically(case=self.fresh(), actor=self.applicant, now=self.later(120))
        return self

    def linked(self, kind: str, reason: str, changes: dict[str, Any], *, by: Actor) -> Walk:
        now = self.later(120)
        case = open_linked_case(case=self.fresh(), kind=kind, reason=reason, changes=changes, actor=by, now=now)
        return Walk(self.stage, case, now)


def on_weekday(moment: datetime) -> datetime:
    """The same hour on the last day before that is none of a weekend."""
    return moment - timedelta(days=max(timezone.localtime(moment).weekday() - SATURDAY + 1, 0))


def fill(application: Application, actor: Actor, at: datetime, *, lacking: str = "") -> None:
    """Answers and papers of a draft, each once for all its items.

    `lacking` leaves out: "all"; "one", the first; "follows", those that may follow; "promised", those that a promise
    may stand for.
    """
    contents = contents_of(application.cases.with_item().order_by("id"))
    answers = {s.key: s.options[0].key for s in asked_situations(application, contents) if s.options}
    told = spread(contents, {**told_answers(application), **answers})
    save_answers(application=application, situations=told, now=at)
    fields = [shared.field for shared in asked_fields(application, contents)]
    save_answers(application=application, answers={one.key: one.example for one in fields}, now=at)
    wanted = [shared.material for shared in asked_papers(application, contents) if not shared.material.shared]
    for material in _handed(wanted, contents, lacking):
        hand_in_paper(
            application=application, key=material.key, name=material.name, actor=actor, now=at, seen_on_paper=True
        )
    declare_application(application=application, now=at)


def _handed(wanted: list[Material], contents: list[ItemContent], lacking: str) -> list[Material]:
    own = [material.key for material in wanted if not material.is_form]
    left_out = {
        "": set(),
        "all": {material.key for material in wanted},
        "one": set(own[:1]),
        "follows": {material.key for material in wanted if material.necessity == LATER},
        "promised": {key for content in contents for key in content.commitment_materials},
    }[lacking]
    return [material for material in wanted if material.key not in left_out]
