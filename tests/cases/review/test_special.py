"""T11-T13: who stops and lengthens the clocks, for how long, and what it does to the dates."""

import pytest

from accounts.actors import SYSTEM
from accounts.models import Role
from cases.domain.decide import grant_case
from cases.domain.special import (
    decline_extension,
    decline_suspension,
    extend_case,
    propose_extension,
    propose_suspension,
    resume_case,
    suspend_case,
)
from cases.domain.stages import finish_stage
from cases.enums import Status
from cases.models import Case, Proposal, ProposalState, Suspension
from cases.rebuild import differences
from papers.catalogue import KINDS
from papers.make import require_complete
from places.models.units import UnitKind
from tests.accounts.factories import UnitFactory
from tests.cases.review.factories import COUNTY_REVIEW, TOWN_REVIEW, Joint
from tests.cases.review.test_stages import codes_of, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.database]
EXPERTS = {"kind": "expert_review", "basis": "《行政许可法》第四十五条", "max_days": 20}
DATA = {"kind": "data_check", "basis": "", "max_days": 15}


@pytest.fixture
def licence(db):
    """A licence decided by the county, examined there alone."""
    joint = Joint()
    joint.key = "timber_permit"
    joint.steps = (COUNTY_REVIEW,)
    joint.changes = {"special_procedures": [EXPERTS, DATA], "hearing_right": False}
    return joint


def reviewing(joint):
    from cases.domain.review import start_review

    return start_review(case=joint.accepted(), actor=joint.county_reviewer, now=joint.later(2))


def asked(joint, case, **changes):
    given = {"kind": "expert_review", "days": 10, "reason": "需要专家评审采伐方式", "body": "县林业专家组", **changes}
    return propose_suspension(case=case, actor=joint.county_reviewer, now=joint.later(3), **given)


def suspended(joint, **changes):
    case = reviewing(joint)
    asked(joint, case, **changes)
    return suspend_case(case=case, actor=joint.county_approver, now=joint.later(4))


@pytest.mark.law("R8")
def test_the_clocks_stand_while_the_experts_look_and_run_on_afterwards(licence):
    case = suspended(licence)
    row = Suspension.objects.get(case=case)
    assert case.status == Status.SUSPENDED
    assert (str(row.from_on), str(row.until_on), row.is_statutory) == ("2026-11-02", "2026-11-16", True)
    assert case.statutory_due_on is None and case.promised_due_on is None
    assert case.due_on == row.until_on
    case = resume_case(case=case, result="同意采伐", actor=licence.county_reviewer, now=licence.after(7))
    assert case.status == Status.REVIEWING
    # Five working days of 3 to 9 November are not counted.
    assert (str(case.statutory_due_on), str(case.promised_due_on)) == ("2026-12-07", "2026-11-23")
    assert list(differences(fresh(case), now=licence.after(7))) == []


def test_the_stage_stands_too(licence):
    case = reviewing(licence)
    before = licence.stage(case, "县级审核").due_on
    asked(licence, case)
    suspend_case(case=case, actor=licence.county_approver, now=licence.later(4))
    assert licence.stage(case, "县级审核").due_on is None
    resume_case(case=case, result="同意", actor=licence.county_reviewer, now=licence.after(7))
    assert licence.stage(case, "县级审核").due_on > before


@pytest.mark.law("R8")
def test_the_applicant_is_told_in_writing_how_long_it_takes(licence):
    case = suspended(licence)
    paper = case.documents.get(code="special_procedure_notice")
    require_complete(KINDS["special_procedure_notice"], paper.context)
    assert (paper.context["limit"], paper.context["until_on"]) == ("10 个工作日", "2026-11-16")
    assert paper.context["statutory_runs"] is False
    assert "2026年11月16日" in case.applicant.messages.latest("id").body


@pytest.mark.law("R8")
def test_for_a_licence_nothing_but_the_procedures_of_the_law_stops_the_clock(licence):
    case = reviewing(licence)
    given = {"case": case, "days": 5, "reason": "核对", "actor": licence.county_reviewer, "now": licence.later(3)}
    assert codes_of(propose_suspension, kind="data_check", **given) == ["kind"]
    assert codes_of(propose_suspension, kind="tender", **given) == ["kind"]


def test_another_procedure_stops_the_promised_clock_alone(joint):
    joint.changes = {"special_procedures": [DATA]}
    case = joint.surveyed()
    before = fresh(case)
    propose_suspension(
        case=case, kind="data_check", days=10, reason="外省银行未回复", actor=joint.reviewer, now=joint.later(5)
    )
    case = suspend_case(case=case, actor=joint.county_approver, now=joint.later(6))
    assert case.statutory_due_on == before.statutory_due_on
    assert case.promised_due_on is None
    assert case.documents.get(code="special_procedure_notice").context["statutory_runs"] is True


@pytest.mark.parametrize("days", [0, 21, -1])
def test_no_longer_than_the_item_says(licence, days):
    case = reviewing(licence)
    given = {"case": case, "kind": "expert_review", "reason": "x", "actor": licence.county_reviewer}
    assert codes_of(propose_suspension, days=days, now=licence.later(3), **given) == ["days"]


def test_an_item_without_special_procedures_has_none(joint):
    joint.changes = {"special_procedures": []}
    case = joint.surveyed()
    given = {"case": case, "kind": "hearing", "days": 5, "reason": "x", "actor": joint.reviewer}
    assert "procedures" in codes_of(propose_suspension, now=joint.later(3), **given)


def test_two_people_suspend_a_case(licence):
    case = reviewing(licence)
    assert "proposed" in codes_of(suspend_case, case=case, actor=licence.county_approver, now=licence.later(4))
    propose_suspension(case=case, kind="expert_review", days=10, reason="x", actor=licence.head, now=licence.later(3))
    assert codes_of(suspend_case, case=case, actor=licence.head, now=licence.later(4)) == ["second_person"]
    assert codes_of(suspend_case, case=case, actor=licence.county_reviewer, now=licence.later(4)) == [
        "approver_of_unit"
    ]
    suspend_case(case=case, actor=licence.county_approver, now=licence.later(4))
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.answered_by_id) == (ProposalState.CONFIRMED, licence.county_approver.user_id)


@pytest.mark.parametrize("role", [Role.WINDOW_CLERK, Role.APPROVER, Role.STATION_HELPER, Role.SUPERVISOR])
def test_only_a_reviewer_proposes(licence, role):
    case = reviewing(licence)
    given = {"case": case, "kind": "expert_review", "days": 10, "reason": "x", "now": licence.later(3)}
    assert "reviewer_at_work" in codes_of(propose_suspension, actor=licence.of(role), **given)


def test_it_is_proposed_once_and_may_be_declined_with_the_reason(licence):
    case = reviewing(licence)
    asked(licence, case)
    given = {"case": case, "kind": "expert_review", "days": 3, "reason": "x", "actor": licence.county_reviewer}
    assert codes_of(propose_suspension, now=licence.later(3), **given) == ["not_proposed"]
    answer = {"case": case, "actor": licence.county_approver, "now": licence.later(4)}
    assert codes_of(decline_suspension, answer=" ", **answer) == ["answer"]
    decline_suspension(answer="材料已经够清楚", **answer)
    assert case.events.get(verb="case.decline_suspension").opinion == "材料已经够清楚"
    assert fresh(case).status == Status.REVIEWING
    asked(licence, case)


def test_nothing_is_decided_while_a_procedure_runs(licence):
    case = suspended(licence)
    assert "no_open_suspension" in codes_of(grant_case, case=case, actor=licence.county_approver, now=licence.later(5))
    given = {"case": case, "order": 1, "conclusion": "pass", "text": "x", "actor": licence.county_reviewer}
    assert "state" in codes_of(finish_stage, now=licence.later(5), **given)


def test_the_periodic_work_resumes_after_the_last_day_told_and_not_before(licence):
    case = suspended(licence)
    assert codes_of(resume_case, case=case, actor=SYSTEM, now=licence.after(14)) == ["may_resume"]
    case = resume_case(case=case, actor=SYSTEM, now=licence.after(15))
    assert case.status == Status.REVIEWING
    assert codes_of(resume_case, case=case, actor=SYSTEM, now=licence.after(15))[0] == "state"


def test_a_reviewer_ends_it_with_the_result(licence):
    case = suspended(licence)
    assert codes_of(resume_case, case=case, result=" ", actor=licence.county_reviewer, now=licence.after(7)) == [
        "result"
    ]
    assert codes_of(resume_case, case=case, result="x", actor=licence.county_approver, now=licence.after(7)) == [
        "may_resume"
    ]


def test_a_second_procedure_follows_the_first(licence):
    case = suspended(licence)
    resume_case(case=case, result="同意", actor=licence.county_reviewer, now=licence.after(7))
    propose_suspension(
        case=case, kind="expert_review", days=5, reason="补充评审", actor=licence.county_reviewer, now=licence.after(8)
    )
    case = suspend_case(case=case, actor=licence.county_approver, now=licence.after(8))
    assert Suspension.objects.filter(case=case, ended_on=None).count() == 1


class TestExtension:
    def asked(self, joint, case, days=10, **changes):
        given = {"case": case, "days": days, "reason": "案情复杂，需要补充核查", "actor": joint.county_reviewer}
        return propose_extension(**{**given, "now": joint.later(5), **changes})

    def test_the_head_extends_once_and_the_applicant_is_told_the_new_date(self, licence):
        case = reviewing(licence)
        before = case.statutory_due_on
        self.asked(licence, case)
        case = extend_case(case=case, actor=licence.head, now=licence.later(6))
        assert (str(before), str(case.statutory_due_on)) == ("2026-11-30", "2026-12-14")
        assert case.due_on == case.statutory_due_on
        assert case.extension_count == 1
        paper = case.documents.get(code="extension_notice")
        require_complete(KINDS["extension_notice"], paper.context)
        assert (paper.context["due_on"], paper.context["former_due_on"]) == ("2026-12-14", "2026-11-30")
        assert "2026年12月14日" in case.applicant.messages.latest("id").body
        found = codes_of(self.asked, licence, case)
        assert found == ["never_extended"]
        assert list(differences(fresh(case), now=licence.later(6))) == []

    @pytest.mark.parametrize("role", [Role.REVIEWER, Role.APPROVER, Role.WINDOW_CLERK, Role.SUPERVISOR])
    def test_nobody_but_the_head_extends(self, licence, role):
        case = reviewing(licence)
        self.asked(licence, case)
        assert "head" in codes_of(extend_case, case=case, actor=licence.of(role), now=licence.later(6))

    def test_the_head_who_proposed_it_does_not_approve_it(self, licence):
        case = reviewing(licence)
        self.asked(licence, case, actor=licence.head)
        assert codes_of(extend_case, case=case, actor=licence.head, now=licence.later(6)) == ["second_person"]

    @pytest.mark.parametrize("days", [0, 11])
    def test_a_licence_is_extended_by_ten_working_days_at_most(self, licence, days):
        case = reviewing(licence)
        assert codes_of(self.asked, licence, case, days) == ["days"]

    def test_after_the_statutory_term_it_is_too_late(self, licence):
        case = reviewing(licence)
        assert codes_of(self.asked, licence, case, now=licence.after(30)) == ["before_statutory_due"]

    def test_it_may_be_declined_with_the_reason(self, licence):
        case = reviewing(licence)
        self.asked(licence, case)
        decline_extension(case=case, answer="按期办结", actor=licence.head, now=licence.later(6))
        assert fresh(case).extension_count == 0

    def test_the_head_of_the_government_extends_a_joint_procedure_by_fifteen(self, licence):
        government = UnitFactory(name="云溪县人民政府", kind=UnitKind.GOVERNMENT)
        licence.department.parent = government
        licence.department.save()
        licence.changes = {
            **licence.changes,
            "joint_handling": True,
            "extension_days": 15,
            "statutory_limit": {"n": 45, "unit": "working_day"},
        }
        case = reviewing(licence)
        self.asked(licence, case, 15)
        assert codes_of(extend_case, case=case, actor=licence.head, now=licence.later(6)) == ["head"]
        governor = licence.of(Role.UNIT_HEAD, government)
        assert Case.objects.visible_to(governor, on=licence.now.date()).get() == case
        assert Case.objects.listed_for(governor).get() == case
        extend_case(case=case, actor=governor, now=licence.later(6))
        assert fresh(case).extension_count == 1

    def test_other_items_follow_their_own_rule(self, joint):
        joint.changes = {"extension_days": 15}
        joint.steps = (TOWN_REVIEW,)
        from cases.domain.review import start_review

        case = start_review(case=joint.accepted(), actor=joint.reviewer, now=joint.later(2))
        self.asked(joint, case, 15, actor=joint.reviewer)
        assert Proposal.objects.get().given == {"days": 15}
