"""Stages across units: laid at acceptance, one after the other, side by side, sent back, with clocks of their own."""

import pytest

from accounts.models import Role
from cases.domain.decide import deny_case, grant_case
from cases.domain.review import give_opinion, start_review
from cases.domain.stages import continue_stages, finish_stage, send_back
from cases.enums import StageState, Status
from cases.models import Case, CaseStage
from cases.rebuild import differences
from core.domain.audit import verify_chain
from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import require_complete
from tests.accounts.factories import UnitFactory
from tests.cases.review.factories import COUNTY_REVIEW, HOUSING, LAND, SITE_CHECK, TOWN_REVIEW, Joint

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def states(case):
    return list(CaseStage.objects.filter(case=case).order_by("order").values_list("name", "state"))


def codes_of(verb, *args, **given):
    with pytest.raises(Refused) as refusal:
        verb(*args, **given)
    return [reason.code for reason in refusal.value.reasons]


def fresh(case):
    return Case.objects.get(pk=case.pk)


def test_acceptance_lays_the_published_steps_each_at_its_unit(joint):
    case = joint.accepted()
    rows = CaseStage.objects.filter(case=case).select_related("unit").order_by("order")
    assert [(s.order, s.kind, s.unit.name, s.limit_n, s.limit_unit, s.state) for s in rows] == [
        (1, "survey", "青石镇人民政府", 10, "working_day", "waiting"),
        (2, "review", "青石镇人民政府", 3, "working_day", "waiting"),
        (3, "publicity", "柳树村村民委员会", 7, "day", "waiting"),
        (4, "review", "云溪县民政局", 4, "working_day", "waiting"),
    ]


def test_a_step_of_a_department_that_is_gone_goes_to_the_department_of_the_item(joint):
    joint.steps = (LAND,)
    case = joint.accepted()
    assert CaseStage.objects.get(case=case).unit == joint.department


def test_the_unit_of_the_first_stage_begins_the_review_and_the_stage_with_its_clock(joint):
    case = joint.begun()
    assert case.status == Status.REVIEWING
    stage = joint.stage(case, "入户调查")
    assert (stage.state, stage.started_at, str(stage.due_on)) == (StageState.RUNNING, joint.later(2), "2026-11-16")
    assert joint.stage(case, "乡镇初审").state == StageState.WAITING


def test_a_reviewer_of_a_later_unit_does_not_begin_the_review(joint):
    joint.steps = (TOWN_REVIEW, LAND)
    land = UnitFactory(name="云溪县自然资源局")
    case = joint.accepted()
    stranger = joint.of(Role.REVIEWER, land)
    assert "first_unit" in codes_of(start_review, case=case, actor=stranger, now=joint.later(2))


@pytest.mark.parametrize("role", [Role.WINDOW_CLERK, Role.APPROVER, Role.STATION_HELPER, Role.SUPERVISOR])
def test_only_a_reviewer_begins_the_review(joint, role):
    case = joint.accepted()
    assert "first_unit" in codes_of(start_review, case=case, actor=joint.staff(role), now=joint.later(2))


def test_the_next_stage_begins_when_the_one_before_is_done(joint):
    case = joint.surveyed()
    assert states(case) == [
        ("入户调查", "done"),
        ("乡镇初审", "running"),
        ("公示", "waiting"),
        ("县级审核", "waiting"),
    ]
    started = case.events.get(verb="case.start_stage", data__order=2)
    assert started.data["unit_name"] == "青石镇人民政府"
    assert started.data["limit_n"] == 3


@pytest.mark.parametrize("role", [Role.WINDOW_CLERK, Role.APPROVER, Role.STATION_HELPER, Role.SUPERVISOR])
def test_only_a_reviewer_of_the_unit_finishes_its_stage(joint, role):
    case = joint.surveyed()
    found = codes_of(
        finish_stage,
        case=case,
        order=2,
        conclusion="pass",
        text="属实",
        actor=joint.staff(role),
        now=joint.later(4),
    )
    assert {"reviewer_at_work", "stage_to_finish"} & set(found)


def test_the_county_does_not_finish_the_stage_of_the_town(joint):
    case = joint.surveyed()
    given = {"case": case, "order": 2, "conclusion": "pass", "text": "属实", "now": joint.later(4)}
    assert "stage_to_finish" in codes_of(finish_stage, actor=joint.county_reviewer, **given)


def test_the_opinion_of_the_town_goes_up_as_a_paper_of_the_town(joint):
    case = joint.town_reviewed()
    paper = case.documents.get(code="review_opinion")
    assert paper.number == "青石审〔2026〕1号"
    assert paper.context["issuer"] == "青石镇人民政府"
    assert paper.context["to"] == "云溪县民政局"
    require_complete(KINDS["review_opinion"], paper.context)


def test_the_competent_unit_gives_no_opinion_while_others_are_at_work(joint):
    case = joint.surveyed()
    given = {"case": case, "conclusion": "grant", "text": "属实", "now": joint.later(4)}
    assert codes_of(give_opinion, actor=joint.county_reviewer, **given) == ["own_turn"]


def test_the_opinion_of_the_competent_unit_ends_its_stage(joint):
    case = joint.at_decision()
    assert joint.stage(case, "县级审核").state == StageState.DONE
    assert case.opinions.count() == 2
    assert case.reviewer_id == joint.county_reviewer.user_id


def test_a_case_is_granted_only_after_its_last_stage(joint):
    case = joint.at_county()
    assert "stages_done" in codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.after(13))
    give_opinion(case=case, conclusion="grant", text="符合", actor=joint.county_reviewer, now=joint.after(13))
    assert grant_case(case=case, actor=joint.county_approver, now=joint.after(13)).status == Status.GRANTED


def test_a_stage_that_did_not_pass_ends_the_way_and_the_case_can_be_denied(joint):
    case = joint.town_reviewed("fail")
    assert joint.stage(case, "公示").state == StageState.WAITING
    found = codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.later(6))
    assert found == ["stages_passed"]
    denied = deny_case(
        case=case, reasons="收入超过标准", basis="办法第五条", actor=joint.county_approver, now=joint.later(6)
    )
    assert denied.status == Status.DENIED


def test_the_competent_unit_may_go_on_although_a_stage_did_not_pass(joint):
    case = joint.town_reviewed("fail")
    continue_stages(case=case, reason="证据不足以否定", actor=joint.county_reviewer, now=joint.later(6))
    assert joint.stage(case, "公示").state == StageState.RUNNING


def test_nothing_is_held_up_while_stages_follow_one_another(joint):
    case = joint.surveyed()
    given = {"case": case, "reason": "x", "actor": joint.county_reviewer, "now": joint.later(6)}
    assert codes_of(continue_stages, **given) == ["stopped"]


def test_the_county_sends_back_to_the_town_and_the_stage_runs_a_second_round(joint):
    case = joint.at_county()
    at = joint.after(13)
    send_back(case=case, order=2, reason="收入没有核清", actor=joint.county_reviewer, now=at)
    town, county = joint.stage(case, "乡镇初审"), joint.stage(case, "县级审核")
    assert (town.state, town.round, town.ended_at) == (StageState.RUNNING, 2, None)
    assert (county.state, county.conclusion) == (StageState.RETURNED, "back")
    assert fresh(case).status == Status.REVIEWING
    assert case.events.get(verb="case.send_back").opinion == "收入没有核清"
    joint.finish(case, "乡镇初审", joint.reviewer, at=joint.after(14))
    county.refresh_from_db()
    assert (county.state, county.round, county.started_at) == (StageState.RUNNING, 2, joint.after(14))
    assert joint.stage(case, "公示").state == StageState.DONE


def test_what_was_sent_back_returns_even_when_it_does_not_pass_the_second_time(joint):
    case = joint.at_county()
    send_back(case=case, order=2, reason="收入没有核清", actor=joint.county_reviewer, now=joint.after(13))
    joint.finish(case, "乡镇初审", joint.reviewer, "fail", at=joint.after(14))
    assert joint.stage(case, "县级审核").state == StageState.RUNNING


def test_the_approver_at_the_decision_sends_back_too(joint):
    case = joint.at_decision()
    send_back(case=case, order=4, reason="意见不清", actor=joint.county_approver, now=joint.after(13))
    assert joint.stage(case, "县级审核").round == 2
    assert "stages_done" in codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.after(13))


def test_a_lower_unit_sends_nothing_up_and_nobody_sends_to_a_stage_to_come(joint):
    joint.steps = (COUNTY_REVIEW, TOWN_REVIEW)
    case = joint.accepted()
    start_review(case=case, actor=joint.county_reviewer, now=joint.later(2))
    give_opinion(case=case, conclusion="grant", text="符合", actor=joint.county_reviewer, now=joint.later(3))
    given = {"case": case, "reason": "x", "actor": joint.reviewer, "now": joint.later(4)}
    assert codes_of(send_back, order=1, **given) == ["can_send_back"]
    assert codes_of(send_back, order=2, **given) == ["can_send_back"]


def test_sending_back_needs_its_reason(joint):
    case = joint.at_county()
    given = {"case": case, "order": 2, "actor": joint.county_reviewer, "now": joint.after(13)}
    assert codes_of(send_back, reason=" ", **given) == ["reason"]


class TestSideBySide:
    """并联: one group, one joint clock, the lead unit decides."""

    @pytest.fixture
    def joint(self, db):
        county = Joint()
        county.steps = (SITE_CHECK, LAND, HOUSING)
        county.key = "homestead"
        county.changes = {
            "deciding_level": "county",
            "hearing_right": False,
            "joint_handling": True,
            "statutory_limit": {"n": 45, "unit": "working_day"},
        }
        self.land, self.housing = UnitFactory(name="云溪县自然资源局"), UnitFactory(name="云溪县住房和城乡建设局")
        return county

    def side_by_side(self, joint):
        case = joint.accepted()
        start_review(case=case, actor=joint.county_reviewer, now=joint.later(2))
        joint.check_on_site(case, joint.county_reviewer)
        joint.finish(case, "现场核查", joint.county_reviewer)
        return case

    def test_both_begin_together_and_the_decision_waits_for_both(self, joint):
        case = self.side_by_side(joint)
        assert states(case)[1:] == [("自然资源部门审查", "running"), ("住建部门审查", "running")]
        joint.finish(case, "住建部门审查", joint.of(Role.REVIEWER, self.housing))
        assert "stages_done" in codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.later(5))
        joint.finish(case, "自然资源部门审查", joint.of(Role.REVIEWER, self.land))
        assert grant_case(case=case, actor=joint.county_approver, now=joint.later(5)).status == Status.GRANTED

    def test_one_clock_runs_for_all_and_each_stage_has_its_own(self, joint):
        case = self.side_by_side(joint)
        assert str(fresh(case).statutory_due_on) == "2027-01-04"
        dues = {str(s.due_on) for s in CaseStage.objects.filter(case=case, state=StageState.RUNNING)}
        assert dues == {"2026-11-05"}

    def test_a_unit_finishes_only_its_own_stage(self, joint):
        case = self.side_by_side(joint)
        given = {"case": case, "conclusion": "pass", "text": "属实", "now": joint.later(5)}
        actor = joint.of(Role.REVIEWER, self.land)
        assert codes_of(finish_stage, order=3, actor=actor, **given) == ["stage_to_finish"]

    def test_one_that_did_not_pass_lets_the_other_finish_first(self, joint):
        case = self.side_by_side(joint)
        joint.finish(case, "自然资源部门审查", joint.of(Role.REVIEWER, self.land), "fail")
        assert joint.stage(case, "住建部门审查").state == StageState.RUNNING


def test_a_single_review_at_the_deciding_unit_works_as_one_stage(county):
    case = county.reviewing()
    stage = CaseStage.objects.get(case=case)
    assert (stage.state, stage.unit_id, stage.is_guest) == (StageState.RUNNING, county.town_unit.pk, False)
    give_opinion(case=case, conclusion="grant", text="属实", actor=county.reviewer, now=county.later(3))
    stage.refresh_from_db()
    assert (stage.state, stage.conclusion) == (StageState.DONE, "pass")


@pytest.mark.parametrize("state", ["begun", "surveyed", "town_reviewed", "published", "at_county", "at_decision"])
def test_a_case_in_any_stage_is_rebuilt_from_its_events(joint, state):
    case = getattr(joint, state)()
    now = case.events.last().at
    assert list(differences(fresh(case), now=now)) == []
    assert verify_chain() is None


def test_a_tampered_stage_is_named(joint):
    case = joint.surveyed()
    CaseStage.objects.filter(case=case, order=2).update(round=7)
    assert any("stage 2" in line for line in differences(fresh(case), now=joint.later(4)))
