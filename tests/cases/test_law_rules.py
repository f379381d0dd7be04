"""Rules of law that no other test proves by itself, one by one (domain.md §0.1)."""

from datetime import timedelta

import pytest

from accounts.models import Message, Role, User
from cases.domain.decide import grant_case
from cases.domain.intake import inform_not_required, propose_refusal, refuse_intake
from cases.domain.linked import open_linked_case
from cases.domain.review import give_opinion, start_review
from cases.domain.special import extend_case, propose_extension
from cases.enums import Channel, MaterialState, Status
from cases.models import Case
from core.domain.audit import verify_chain
from core.errors import Refused
from core.models import AuditEntry
from flow.clocks import Term, TermUnit, due_on
from papers.catalogue import KINDS
from papers.make import require_complete
from papers.samples import least
from places.calendar import calendar_for
from places.models.units import UnitKind
from portal.management.commands.tick import STEPS
from tests.accounts.factories import MandateFactory, UnitFactory
from tests.cases.factories import make_item
from tests.cases.review.factories import COUNTY_REVIEW, Joint

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def working_days(case, start, number):
    return due_on(start, Term(number, TermUnit.WORKING_DAY), calendar_for(case.unit)).on


@pytest.fixture
def licence(county):
    return make_item("food_workshop", department=county.department, deciding_level="town", steps=[])


def refuse(county, case):
    given = {"reason": "不属于本机关职权", "basis": "办法第三条", "agency": "云溪县人民医院"}
    propose_refusal(case=case, actor=county.clerk, now=county.later(1), **given)
    return refuse_intake(case=case, actor=county.approver, now=county.later(2))


@pytest.mark.law("R4")
def test_accepting_and_not_accepting_leave_a_numbered_dated_and_sealed_paper(county):
    accepted = county.accepted().documents.get(code="acceptance_notice")
    refused = refuse(county, county.received()).documents.get(code="non_acceptance_decision")
    for paper in (accepted, refused):
        assert paper.number.startswith("青石") and "〔2026〕" in paper.number
        assert KINDS[paper.code].sealed and paper.context["issuer"] == "青石镇人民政府"
        assert paper.context["issued_on"].startswith("2026-11-02")


@pytest.mark.law("R5")
def test_nothing_to_handle_and_not_our_competence_are_two_outcomes(county):
    unneeded = inform_not_required(
        case=county.received(), reason="不需要办理", basis="办法第一条", actor=county.clerk, now=county.later(1)
    )
    refused = refuse(county, county.received())
    assert (unneeded.status, refused.status) == (Status.NOT_REQUIRED, Status.NOT_ACCEPTED)
    assert unneeded.documents.filter(code="not_required_notice").exists()
    assert "云溪县人民医院" in str(refused.documents.get(code="non_acceptance_decision").context)


@pytest.mark.law("R6")
def test_a_licence_is_extended_once_by_ten_working_days_at_most_by_the_head_with_reasons(county, licence):
    case = county.reviewing(items=[licence])
    head = county.staff(Role.UNIT_HEAD)
    with pytest.raises(Refused):
        propose_extension(case=case, days=11, reason="复杂", actor=county.reviewer, now=county.later(3))
    propose_extension(case=case, days=10, reason="需要核实加工场所", actor=county.reviewer, now=county.later(3))
    with pytest.raises(Refused):
        extend_case(case=case, actor=county.approver, now=county.later(4))
    before = case.statutory_due_on
    extended = extend_case(case=case, actor=head, now=county.later(4))
    assert extended.statutory_due_on == working_days(case, before, 10)
    assert "需要核实加工场所" in str(extended.documents.get(code="extension_notice").context)
    with pytest.raises(Refused):
        propose_extension(case=extended, days=5, reason="还要", actor=county.reviewer, now=county.later(5))


@pytest.fixture
def joint_licence(db):
    """Several departments, so 45 and 15 working days, and the head of the government extends."""
    joint = Joint()
    joint.key, joint.steps = "timber_permit", (COUNTY_REVIEW,)
    joint.changes = {
        "joint_handling": True,
        "extension_days": 30,
        "statutory_limit": {"n": 45, "unit": "working_day"},
        "hearing_right": False,
    }
    joint.department.parent = UnitFactory(name="云溪县人民政府", kind=UnitKind.GOVERNMENT)
    joint.department.save()
    return joint


@pytest.mark.law("R6")
def test_joint_handling_has_forty_five_days_and_fifteen_more_from_the_head_of_the_government(joint_licence):
    county = joint_licence
    case = start_review(case=county.accepted(), actor=county.county_reviewer, now=county.later(2))
    assert case.statutory_due_on == working_days(case, county.now.date(), 45)
    asked = {"case": case, "reason": "涉及多个部门", "actor": county.county_reviewer, "now": county.later(3)}
    with pytest.raises(Refused):
        propose_extension(days=16, **asked)
    propose_extension(days=15, **asked)
    with pytest.raises(Refused):  # the head of the agency is not enough
        extend_case(case=case, actor=county.head, now=county.later(4))
    governor = county.of(Role.UNIT_HEAD, county.department.parent)
    told = Message.objects.filter(resident=county.resident).count()
    extended = extend_case(case=case, actor=governor, now=county.later(4))
    assert extended.statutory_due_on == working_days(case, county.now.date(), 60)
    assert Message.objects.filter(resident=county.resident).count() == told + 1
    assert "涉及多个部门" in str(extended.documents.get(code="extension_notice").context)
    with pytest.raises(Refused):
        propose_extension(**{**asked, "case": extended, "days": 1, "now": county.later(5)})


@pytest.mark.law("R6")
def test_a_licence_has_twenty_working_days_from_its_acceptance(county):
    item = make_item("timber_permit", department=county.department, deciding_level="town", steps=[])
    case = county.accepted(items=[item])
    assert case.statutory_due_on == working_days(case, case.accepted_at.date(), 20)


@pytest.mark.law("R7")
def test_delivery_has_ten_working_days_of_its_own_after_the_decision(county, licence):
    case = county.reviewing(items=[licence])
    give_opinion(case=case, conclusion="grant", text="符合", actor=county.reviewer, now=county.later(3))
    decided = county.now + timedelta(days=3)
    granted = grant_case(case=Case.objects.get(pk=case.pk), actor=county.approver, now=decided)
    assert granted.delivery_due_on == working_days(case, decided.date(), 10)
    assert granted.statutory_due_on == case.statutory_due_on
    assert granted.due_on == granted.delivery_due_on


@pytest.mark.law("R14")
@pytest.mark.parametrize("channel", [Channel.ONLINE, Channel.WINDOW, Channel.STATION, Channel.DOOR])
def test_the_applicant_chooses_the_way_and_each_of_them_leads_to_the_same_clock(county, channel):
    helper = county.staff(Role.STATION_HELPER)
    mandate = MandateFactory(
        principal=county.resident,
        agent=helper.user_id and User.objects.get(pk=helper.user_id),
        valid_from=county.now.date(),
        valid_to=county.now.date() + timedelta(days=30),
    )
    ways = {
        Channel.ONLINE: {"actor": county.resident_actor},
        Channel.WINDOW: {"actor": county.clerk, "point": county.center},
        Channel.STATION: {"actor": helper, "point": county.station, "mandate": mandate},
        Channel.DOOR: {"actor": helper, "mandate": mandate},
    }
    case = county.received(channel=channel, **ways[channel])
    assert (case.status, case.channel) == (Status.RECEIVED, channel)
    assert case.intake_due_on == working_days(case, county.now.date(), 5)


@pytest.mark.law("R14", "R30")
def test_what_can_be_done_online_can_be_done_at_the_window_too(county):
    """Nobody is sent to a screen: the window takes every item in, whatever its guide says of going online."""
    for depth, is_online in (("4", True), ("1", False)):
        key = "elder_card" if is_online else "disabled_subsidy"
        item = make_item(key, department=county.department, online_depth=depth, is_online=is_online)
        case = county.received(items=[item], channel=Channel.WINDOW, actor=county.clerk, point=county.center)
        assert case.status == Status.RECEIVED


@pytest.mark.law("R29")
def test_the_log_of_more_than_six_months_outlives_the_periodic_work(county):
    case = county.received()
    kept = AuditEntry.objects.count()
    much_later = county.now + timedelta(days=400)
    for step in STEPS:
        list(step(now=much_later, dry_run=False))
    assert AuditEntry.objects.count() >= kept
    assert AuditEntry.objects.filter(action="case.submit", subject_id=str(case.pk)).exists()
    assert verify_chain() is None


@pytest.mark.law("R13")
def test_what_the_office_can_fetch_itself_is_not_asked_for_and_a_linked_case_asks_for_nothing_again(county):
    case = county.received()
    shared = [m for m in case.version.facts.materials if m.shared]
    states = dict(case.materials.values_list("key", "state"))
    assert shared and {states[m.key] for m in shared if m.key in states} == {MaterialState.SHARED}
    linked = open_linked_case(
        case=county.granted(), kind="cancel", reason="不再需要", actor=county.resident_actor, now=county.later(6)
    )
    assert not linked.materials.filter(state=MaterialState.MISSING).exists()


@pytest.mark.law("R16")
@pytest.mark.parametrize("key", ["principal", "agent", "items", "acts", "valid_from", "valid_to"])
def test_an_authorisation_without_agent_matter_power_or_term_is_not_drawn(key):
    kind = KINDS["authorization"]
    sample = least("authorization")
    require_complete(kind, sample)
    with pytest.raises(Refused):
        require_complete(kind, {**sample, key: ""})
