"""Interested parties and hearings: told, asked for in time, announced, held apart from the reviewer, recorded."""

from datetime import timedelta

import pytest

from accounts.actors import SYSTEM
from accounts.models import Role
from cases.documents.hearings import considered
from cases.domain.decide import deny_case, grant_case
from cases.domain.hearings import (
    announce_hearing,
    close_hearing_right,
    order_hearing,
    record_hearing,
    request_hearing,
    tell_hearing_right,
)
from cases.domain.parties import add_party, note_no_parties, record_party_opinion, tell_party
from cases.domain.periodic import close_hearing_rights
from cases.domain.review import give_opinion, start_review
from cases.domain.withdraw import withdraw_case
from cases.enums import Status
from cases.models import Hearing, HearingState
from papers.catalogue import KINDS
from papers.make import require_complete
from tests.cases.review.factories import COUNTY_REVIEW, Joint
from tests.cases.review.test_stages import codes_of, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def joint(db):
    county = Joint()
    county.key, county.steps = "timber_permit", (COUNTY_REVIEW,)
    county.changes = {"hearing_right": True}
    return county


def reviewed(joint):
    case = start_review(case=joint.accepted(), actor=joint.county_reviewer, now=joint.later(2))
    give_opinion(case=case, conclusion="grant", text="符合采伐条件", actor=joint.county_reviewer, now=joint.later(3))
    return fresh(case)


def by_reviewer(joint, case, at=None):
    return {"case": case, "actor": joint.county_reviewer, "now": at or joint.later(4)}


def told(joint):
    case = reviewed(joint)
    party = add_party(name="李四", interest="相邻林地", contact="13900000000", **by_reviewer(joint, case))
    tell_party(party=party.pk, **by_reviewer(joint, case))
    record_party_opinion(party=party.pk, opinion="要求保留界木", **by_reviewer(joint, case))
    tell_hearing_right(**by_reviewer(joint, case))
    return case


def asked_for(joint):
    case = told(joint)
    request_hearing(requested_by="李四", **by_reviewer(joint, case, joint.after(3)))
    return case


def setting(joint, **changes):
    presider = joint.of(Role.APPROVER, name="周正").user_id
    return {"held_at": joint.after(18), "place": "县林业局会议室", "presider": presider, "in_public": True, **changes}


def announced(joint, **changes):
    case = asked_for(joint)
    announce_hearing(**setting(joint, **changes), **by_reviewer(joint, case, joint.after(4)))
    return case


RECORD = {
    "present": [{"name": "王秀英", "role": "申请人"}, {"name": "李四", "role": "利害关系人"}],
    "record": "李四：界木是两家共有的。\n王秀英：同意保留界木。",
    "recorder": "孙记",
    "signed_note": "到场人员阅后签名",
}


def test_who_may_be_concerned_is_told_before_a_decision(joint):
    case = reviewed(joint)
    assert codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.later(5)) == ["hearing_observed"]
    given = {"case": case, "reasons": "不符合", "basis": "森林法", "actor": joint.county_approver}
    assert codes_of(deny_case, now=joint.later(5), **given) == ["hearing_observed"]


def test_the_finding_that_nobody_is_concerned_needs_its_grounds_and_opens_the_way(joint):
    case = reviewed(joint)
    assert codes_of(note_no_parties, reason=" ", **by_reviewer(joint, case)) == ["reason"]
    note_no_parties(reason="四邻为申请人自有林地", **by_reviewer(joint, case))
    assert grant_case(case=case, actor=joint.county_approver, now=joint.later(5)).status == Status.GRANTED


def test_with_parties_on_record_nobody_finds_that_there_are_none(joint):
    case = reviewed(joint)
    add_party(name="李四", interest="相邻林地", **by_reviewer(joint, case))
    assert codes_of(note_no_parties, reason="无", **by_reviewer(joint, case)) == ["nobody_concerned"]


def test_a_party_is_told_in_writing_and_waited_for(joint):
    case = reviewed(joint)
    party = add_party(name="李四", interest="相邻林地", **by_reviewer(joint, case))
    found = codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.later(5))
    assert "parties_heard" in found
    row = tell_party(party=party.pk, **by_reviewer(joint, case))
    assert str(row.answer_by_on) == "2026-11-09"
    paper = case.documents.get(code="interested_party_notice")
    require_complete(KINDS["interested_party_notice"], paper.context)
    assert paper.context["party_name"] == "李四"
    assert "parties_heard" in codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.after(7))
    assert "parties_heard" not in codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.after(8))


def test_the_answer_of_a_party_is_on_record_once(joint):
    case = reviewed(joint)
    party = add_party(name="李四", interest="相邻林地", **by_reviewer(joint, case))
    assert codes_of(record_party_opinion, party=party.pk, opinion="x", **by_reviewer(joint, case)) == ["party_told"]
    tell_party(party=party.pk, **by_reviewer(joint, case))
    assert codes_of(tell_party, party=party.pk, **by_reviewer(joint, case)) == ["party_untold"]
    record_party_opinion(party=party.pk, opinion="无意见", **by_reviewer(joint, case))
    assert codes_of(record_party_opinion, party=party.pk, opinion="x", **by_reviewer(joint, case)) == ["party_told"]


def test_everybody_concerned_hears_of_the_right_with_five_working_days(joint):
    case = told(joint)
    papers = case.documents.filter(code="hearing_right_notice")
    assert [paper.context["to"] for paper in papers.order_by("id")] == ["王秀英", "李四"]
    for paper in papers:
        require_complete(KINDS["hearing_right_notice"], paper.context)
        assert paper.context["due_on"] == "2026-11-09"
    assert codes_of(tell_hearing_right, **by_reviewer(joint, case)) == ["none_under_way"]


def test_a_hearing_is_asked_for_within_five_working_days_and_held_within_twenty(joint):
    case = told(joint)
    assert codes_of(request_hearing, requested_by="李四", **by_reviewer(joint, case, joint.after(8))) == [
        "request_in_time"
    ]
    row = request_hearing(requested_by="李四", **by_reviewer(joint, case, joint.after(7)))
    assert (row.state, str(row.organise_by_on)) == (HearingState.REQUESTED, "2026-12-07")


def test_the_applicant_asks_for_it_herself_and_a_stranger_does_not(joint):
    case = told(joint)
    stranger = joint.of(Role.WINDOW_CLERK, name="路人")
    given = {"case": case, "requested_by": "王秀英", "now": joint.after(1)}
    assert codes_of(request_hearing, actor=stranger, **given) == ["request_side"]
    assert request_hearing(actor=joint.resident_actor, **given).requested_by == "王秀英"


def test_when_nobody_asks_the_way_is_free_after_the_term(joint):
    case = told(joint)
    assert codes_of(close_hearing_right, **by_reviewer(joint, case, joint.after(7))) == ["waived_by"]
    assert codes_of(close_hearing_right, case=case, actor=SYSTEM, now=joint.after(7)) == ["waived_by"]
    close_hearing_right(case=case, actor=SYSTEM, now=joint.after(8))
    assert grant_case(case=case, actor=joint.county_approver, now=joint.after(8)).status == Status.GRANTED


def test_whoever_waives_in_writing_shortens_the_wait(joint):
    case = told(joint)
    close_hearing_right(waived_by="王秀英、李四书面放弃", **by_reviewer(joint, case, joint.after(2)))
    assert Hearing.objects.get(case=case).state == HearingState.WAIVED


def test_seven_working_days_lie_between_announcement_and_hearing(joint):
    case = asked_for(joint)
    at = joint.after(4)  # Friday 6 November; the seventh working day is the 17th
    early = setting(joint, held_at=joint.after(14))
    assert codes_of(announce_hearing, **early, **by_reviewer(joint, case, at)) == ["held_at"]
    late = setting(joint, held_at=joint.after(40))
    assert codes_of(announce_hearing, **late, **by_reviewer(joint, case, at)) == ["held_at"]
    announce_hearing(**setting(joint, held_at=joint.after(15)), **by_reviewer(joint, case, at))


def test_whoever_examines_the_application_does_not_preside(joint):
    case = asked_for(joint)
    given = setting(joint, presider=joint.county_reviewer.user_id)
    assert codes_of(announce_hearing, **given, **by_reviewer(joint, case, joint.after(4))) == ["presider"]
    stranger = setting(joint, presider=joint.reviewer.user_id)
    assert codes_of(announce_hearing, **stranger, **by_reviewer(joint, case, joint.after(4))) == ["presider"]


def test_notice_and_announcement_say_when_and_where(joint):
    case = announced(joint)
    for code in ("hearing_notice", "hearing_announcement"):
        for paper in case.documents.filter(code=code):
            require_complete(KINDS[code], paper.context)
    assert case.documents.filter(code="hearing_notice").count() == 2
    public = case.documents.get(code="hearing_announcement").context
    assert "王秀英" not in str(public) and "李四" not in str(public)


def test_a_hearing_that_is_not_public_is_not_announced_to_all(joint):
    case = announced(joint, in_public=False)
    assert not case.documents.filter(code="hearing_announcement").exists()


def test_the_record_is_signed_and_the_decision_rests_on_it(joint):
    case = announced(joint)
    assert codes_of(record_hearing, **RECORD, **by_reviewer(joint, case, joint.after(17))) == ["time_has_come"]
    at = joint.after(18) + timedelta(hours=2)
    unsigned = {**RECORD, "signed_note": ""}
    assert codes_of(record_hearing, **unsigned, **by_reviewer(joint, case, at)) == ["signed_note"]
    assert "hearing_observed" in codes_of(grant_case, case=case, actor=joint.county_approver, now=at)
    record_hearing(**RECORD, **by_reviewer(joint, case, at))
    paper = case.documents.get(code="hearing_record")
    require_complete(KINDS["hearing_record"], paper.context)
    assert paper.context["statements"][0] == {"speaker": "李四", "text": "界木是两家共有的。"}
    assert "2026年11月20日" in considered(fresh(case))
    assert grant_case(case=case, actor=joint.county_approver, now=at).status == Status.GRANTED


def test_the_presider_enters_the_record_too(joint):
    case = announced(joint)
    presider = joint.of(Role.APPROVER, name="周正")
    at = joint.after(18) + timedelta(hours=2)
    record_hearing(case=case, actor=presider, now=at, **RECORD)
    assert Hearing.objects.get(case=case).state == HearingState.HELD


def test_an_approver_orders_a_hearing_of_public_interest(joint):
    case = reviewed(joint)
    given = {"case": case, "reason": "涉及饮用水源地", "now": joint.later(5)}
    assert codes_of(order_hearing, actor=joint.county_reviewer, **given) == ["approver_of_unit"]
    order_hearing(actor=joint.county_approver, **given)
    assert "hearing_observed" in codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.later(6))
    announce_hearing(**setting(joint), **by_reviewer(joint, case, joint.later(6)))


def test_an_item_without_the_right_is_decided_without_a_hearing(joint):
    joint.changes = {"hearing_right": False}
    case = reviewed(joint)
    assert grant_case(case=case, actor=joint.county_approver, now=joint.later(5)).status == Status.GRANTED


@pytest.mark.parametrize("begin", [told, asked_for])
def test_a_hearing_still_under_way_ends_with_its_case(joint, begin):
    case = begin(joint)
    at = joint.after(4)
    withdraw_case(case=fresh(case), reason="不再申请", actor=joint.resident_actor, now=at)
    hearing = Hearing.objects.get(case=case)
    assert (hearing.state, hearing.closed_at) == (HearingState.ENDED, at)
    assert hearing.get_state_display() == "随办件终结，未举行"
    assert list(close_hearing_rights(now=joint.after(60), dry_run=False)) == []
    hearing.refresh_from_db()
    assert hearing.state == HearingState.ENDED
