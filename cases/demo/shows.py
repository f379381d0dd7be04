"""A dozen show cases and those of the law, walked through the real verbs."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.actors import Actor
from accounts.data.demo_people import DAUGHTER, ELDER, NEIGHBOUR, YOUNG_MOTHER, ShowResident
from accounts.domain.mandates import give_mandate
from accounts.models import MandateAct, MandateProof, User
from cases.demo.law_shows import build_law_shows
from cases.demo.package_shows import build_package_shows
from cases.demo.stage_walk import walk_stages
from cases.demo.walk import Stage, fill
from cases.domain.applications import start_application
from cases.domain.correct import Defect, request_correction
from cases.domain.decide import deny_case, grant_case
from cases.domain.deliver import deliver_electronically
from cases.domain.intake import accept_case
from cases.domain.materials import check_material
from cases.domain.review import add_note, start_review
from cases.domain.submit import submit_application
from cases.domain.visits import request_visit
from cases.enums import Channel, MaterialState
from cases.models import Case
from cases.models.visits import VisitSource
from catalog.models import ServiceItem


def build_shows(*, now: datetime) -> None:
    """Idempotent by the caller: runs only when the county had no cases."""
    stage = Stage(now)
    for who, key, until, days in (
        (YOUNG_MOTHER, "birth_registration", "closed", 40),
        (YOUNG_MOTHER, "flexible_employment", "granted", 2),
        (YOUNG_MOTHER, "public_rental", "received", 1),
        (NEIGHBOUR, "senior_allowance", "granted", 12),
        (NEIGHBOUR, "elder_card", "closed", 30),
        (DAUGHTER, "pension_enrol", "accepted", 1),
        (DAUGHTER, "individual_business", "denied", 9),
        (DAUGHTER, "temporary_relief", "correction", 2),
        (ELDER, "elder_card", "closed", 60),
        (ELDER, "temporary_relief", "reviewed", 3),
        (DAUGHTER, "homestead", "reviewed", 5),
        (DAUGHTER, "flexible_employment", "received", 0),
    ):
        _show(stage, who, key, until, now - timedelta(days=days, hours=5))
    build_law_shows(stage)
    build_package_shows(stage)
    _mandate_and_visit(stage)


def _show(stage: Stage, who: ShowResident, key: str, until: str, at: datetime) -> Case:
    resident = stage.resident(who)
    actor = stage.actor(resident)
    item = ServiceItem.objects.select_related("current_version", "department").get(key=key)
    application = start_application(
        applicant=resident, items=[item], channel=Channel.ONLINE, actor=actor, now=at - timedelta(minutes=20)
    )
    fill(application, actor, at - timedelta(minutes=5), lacking="all" if until == "correction" else "")
    case = submit_application(application=application, actor=actor, now=at)[0]
    if until != "received":
        case = _carry_on(stage, case, actor, until, at)
    return case


def _carry_on(stage: Stage, case: Case, resident: Actor, until: str, at: datetime) -> Case:
    town = case.unit.kind == "town"
    clerk = stage.staff("clerk") if town else stage.hall_clerk()
    reviewer, approver = _deciders(stage, case)
    if until == "correction":
        material = case.materials.filter(state=MaterialState.MISSING).first()
        if material is not None:
            defect = Defect(material.key, material.name, "申请时没有提交", "请拍照上传，四个角都要拍到，字要看得清")
            request_correction(case=case, defects=[defect], actor=clerk, now=_minutes(at, 30))
        return case
    for material in case.materials.exclude(state=MaterialState.SHARED):
        check_material(case=case, key=material.key, state=MaterialState.OK, actor=clerk, now=_minutes(at, 30))
    case = accept_case(case=case, actor=clerk, now=_minutes(at, 40))
    if until == "accepted":
        return case
    case = start_review(case=case, actor=reviewer, now=_minutes(at, 70))
    conclusion = "deny" if until == "denied" else "grant"
    text = (
        "经核对，申请人情况属实，材料齐全，建议准予。"
        if conclusion == "grant"
        else "申请的经营场所不符合规定，建议不予。"
    )
    walk_stages(case=case, conclusion=conclusion, text=text, staff_of=stage.of_unit, at=_minutes(at, 80))
    case = Case.objects.get(pk=case.pk)
    add_note(case=case, text="已电话联系申请人，情况清楚。", actor=reviewer, now=_minutes(at, 82))
    if until == "reviewed":
        return case
    if until == "denied":
        basis = f"《{case.version.facts.basis[0].law}》{case.version.facts.basis[0].article}"
        return deny_case(
            case=case, reasons="申请的经营场所不符合规定。", basis=basis, actor=approver, now=_minutes(at, 120)
        )
    case = grant_case(case=case, actor=approver, now=_minutes(at, 120))
    if until == "closed":
        case = deliver_electronically(case=case, actor=resident, now=_minutes(at, 180))
    return case


def _deciders(stage: Stage, case: Case) -> tuple[Actor, Actor]:
    return stage.of_unit(case.unit, "reviewer"), stage.of_unit(case.unit, "approver")


def _mandate_and_visit(stage: Stage) -> None:
    """The daughter may act for her mother; the helper visits the neighbour today."""
    elder, daughter, neighbour = (stage.resident(who) for who in (ELDER, DAUGHTER, NEIGHBOUR))
    give_mandate(
        principal=elder,
        agent_user=User.objects.get(resident=daughter),
        relation="女儿",
        item_keys=["senior_allowance", "temporary_relief", "disabled_subsidy"],
        acts=list(MandateAct.values),
        valid_from=stage.today,
        valid_to=stage.today + timedelta(days=180),
        proof_kind=MandateProof.ONLINE,
        proof=None,
        witness=None,
        actor=stage.actor(elder),
        now=stage.now,
    )
    for person, key, reason in (
        (neighbour, "disabled_subsidy", "腿脚不便，出不了门"),
        (elder, "senior_allowance", "年纪大，行动不便"),
    ):
        request_visit(
            source=VisitSource.ONLINE,
            person_name=person.name,
            person_phone=person.phone,
            region=person.region,
            address=person.address,
            item_key=key,
            reason=reason,
            wished_on=stage.today,
            resident=None,
            actor=stage.actor(daughter),
            now=stage.now,
        )


def _minutes(at: datetime, minutes: int) -> datetime:
    return at + timedelta(minutes=minutes)
