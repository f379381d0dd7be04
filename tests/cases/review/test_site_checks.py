"""Checks on site: two named staff, place, time, facts, photos, a signature or its refusal (R15)."""

from datetime import timedelta

import pytest

from cases.domain.stages import send_back
from cases.enums import StageState
from cases.models import Case, SiteCheck
from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import require_complete
from tests.cases.review.test_stages import codes_of, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_survey_is_not_finished_without_its_record(joint):
    case = joint.begun()
    with pytest.raises(Refused) as refusal:
        joint.finish(case, "入户调查", joint.reviewer)
    assert [reason.code for reason in refusal.value.reasons] == ["checked_on_site"]
    joint.check_on_site(case)
    assert joint.finish(case, "入户调查", joint.reviewer).state == StageState.DONE


def test_the_record_becomes_a_paper_with_photos_and_both_names(joint):
    case = joint.begun()
    check = joint.check_on_site(case)
    paper = case.documents.get(code="site_check_record")
    require_complete(KINDS["site_check_record"], paper.context)
    assert paper.context["title"] == "入户调查记录"
    assert len(paper.context["checkers"]) == 2
    assert paper.context["photos"][0]["image"].startswith("data:image/jpeg;base64,")
    assert check.stage == joint.stage(case, "入户调查")
    assert paper.number.startswith("青石核")


@pytest.mark.law("R15")
def test_one_person_does_not_check_alone(joint):
    case = joint.begun()
    for second in (joint.reviewer.user_id, 0):
        assert codes_of(joint.check_on_site, case=case, second_staff=second) == ["second_staff"]


def test_both_belong_to_the_unit_that_checks(joint):
    case = joint.begun()
    stranger = joint.county_reviewer.user_id
    assert codes_of(joint.check_on_site, case=case, second_staff=stranger) == ["second_staff"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"place": " "}, "at"),
        ({"facts": " "}, "facts"),
        ({"signed_by": ""}, "signed_by"),
        ({"signed_by": "", "refusal_note": "不肯签"}, "signed_by"),
        ({"refusal_note": "不肯签"}, "signed_by"),
    ],
)
def test_a_record_that_lacks_something_is_refused(joint, changes, code):
    case = joint.begun()
    assert codes_of(joint.check_on_site, case=case, **changes) == [code]


def test_it_took_place_after_acceptance_and_not_in_the_future(joint):
    case = joint.begun()
    for at in (joint.later(-3), joint.later(9)):
        assert codes_of(joint.check_on_site, case=case, at=at) == ["at"]


def test_a_check_in_the_minute_of_the_acceptance_is_not_before_it(joint):
    """The acceptance is stamped to the second, the time of the check is typed to the minute."""
    case = joint.begun()
    Case.objects.filter(pk=case.pk).update(accepted_at=joint.later(1).replace(second=42, microsecond=7))
    check = joint.check_on_site(fresh(case), at=joint.later(1).replace(second=0, microsecond=0))
    assert check.at == joint.later(1).replace(second=0, microsecond=0)
    early = joint.later(1) - timedelta(minutes=1)
    with pytest.raises(Refused) as refusal:
        joint.check_on_site(fresh(case), at=early)
    assert [reason.code for reason in refusal.value.reasons] == ["at"]


def test_a_refusal_to_sign_stands_in_the_record_with_its_witness(joint):
    case = joint.begun()
    joint.check_on_site(case, signed_by="", refusal_note="本人不识字，拒绝按手印", witness="村主任赵七")
    context = case.documents.get(code="site_check_record").context
    assert (context["refusal_note"], context["witness"]) == ("本人不识字，拒绝按手印", "村主任赵七")


def test_a_stage_that_was_sent_back_needs_a_new_record(joint):
    case = joint.surveyed()
    send_back(case=case, order=1, reason="没有看到人", actor=joint.reviewer, now=joint.later(5))
    with pytest.raises(Refused) as refusal:
        joint.finish(case, "入户调查", joint.reviewer, at=joint.later(6))
    assert [reason.code for reason in refusal.value.reasons] == ["checked_on_site"]


def test_a_check_outside_of_a_stage_is_possible_while_the_case_is_examined(joint):
    case = joint.town_reviewed()
    check = joint.check_on_site(case, joint.county_reviewer)
    assert check.stage is None
    assert SiteCheck.objects.count() == 2
