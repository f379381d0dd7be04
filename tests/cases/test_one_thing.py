"""一件事 as verbs: one application, a case per part with its own clock; a part that fails stops no other."""

import pytest

from cases.domain.applications import declare_application, save_answers
from cases.domain.one_thing import choose_parts, start_package
from cases.domain.submit import submit_application
from cases.domain.withdraw import withdraw_case
from cases.enums import Channel, Status
from cases.online.together import whole_of
from cases.rules.asked import asked_papers, asked_situations, contents_of
from catalog.models import OneThing, ServiceItem
from catalog.models.items import ItemState
from catalog.packages import package_of, with_parts
from core.errors import Refused
from core.models import AuditEntry
from places.calendar import county_calendar
from tests.cases.packages import make_package

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_thing(county):
    return make_package(county)


def package(one_thing):
    return package_of(with_parts(OneThing.objects.filter(pk=one_thing.pk)).get())


def begun(county, one_thing, *keys):
    return start_package(
        applicant=county.resident,
        package=package(one_thing),
        keys=keys,
        channel=Channel.ONLINE,
        actor=county.resident_actor,
        now=county.now,
    )


def parts_of(application):
    return list(application.cases.order_by("id").values_list("item__key", flat=True))


def test_what_always_belongs_to_it_is_there_with_what_was_picked(county, one_thing):
    application = begun(county, one_thing, "social_card", "no_such_part")

    assert application.one_thing == one_thing
    assert parts_of(application) == ["newborn_household", "social_card"]


def test_what_goes_without_saying_is_answered_and_not_asked(county, one_thing):
    application = begun(county, one_thing, "medical_enrol", "social_card")

    assert application.situations["social_card"] == {"card_holder": "child"}
    assert application.situations["medical_enrol"]["insured_person"] == "newborn"
    asked = {one.key for one in asked_situations(application, contents_of(application.cases.with_item()))}
    assert asked and not asked & {"card_holder", "insured_person"}


def test_a_paper_that_several_parts_need_is_asked_for_once(county, one_thing):
    application = begun(county, one_thing, "birth_registration", "medical_enrol", "social_card")
    papers = asked_papers(application, contents_of(application.cases.with_item()))

    keys = [shared.material.key for shared in papers]
    assert len(keys) == len(set(keys))
    assert any(len(shared.items) > 1 for shared in papers)


def test_an_answer_given_before_holds_for_a_part_added_later(county):
    one_thing = make_package(county, "retirement")
    application = begun(county, one_thing, "senior_allowance")
    save_answers(application=application, situations={"senior_allowance": {"agent": "self"}}, now=county.now)
    choose_parts(
        application=application,
        package=package(one_thing),
        keys=["senior_allowance", "elder_card"],
        actor=county.resident_actor,
        now=county.now,
    )

    assert application.situations["elder_card"] == {"agent": "self"}


def test_parts_can_be_changed_while_it_is_a_draft_and_the_answers_stay(county, one_thing):
    application = begun(county, one_thing, "social_card")
    save_answers(application=application, answers={"phone": "13800000000"}, now=county.now)
    change = {"package": package(one_thing), "actor": county.resident_actor, "now": county.now}
    choose_parts(application=application, keys=["medical_enrol"], **change)

    assert parts_of(application) == ["newborn_household", "medical_enrol"]
    application.refresh_from_db()
    assert application.answers["phone"] == "13800000000"
    assert AuditEntry.objects.filter(action="application.choose_parts").count() == 1
    choose_parts(application=application, keys=["medical_enrol"], **change)
    assert AuditEntry.objects.filter(action="application.choose_parts").count() == 1, "nothing changed"

    declare_application(application=application, now=county.now)
    submit_application(application=application, actor=county.resident_actor, now=county.now)
    with pytest.raises(Refused, match="已经提交"):
        choose_parts(application=application, keys=["social_card"], **change)


def test_without_a_part_or_with_one_that_rests_it_cannot_be_begun(county):
    one_thing = make_package(county, "retirement")
    with pytest.raises(Refused, match="请至少选一个事项"):
        begun(county, one_thing)

    newborn = make_package(county, "after_death")
    ServiceItem.objects.filter(key="death_household").update(state=ItemState.PAUSED)
    with pytest.raises(Refused, match="目前不能整体申请"):
        begun(county, newborn, "survivor_benefit")


def test_submitting_opens_a_case_per_part_with_its_own_number_and_clock_and_one_receipt(county, one_thing):
    application = begun(county, one_thing, "medical_enrol", "social_card")
    declare_application(application=application, now=county.now)
    cases = submit_application(application=application, actor=county.resident_actor, now=county.now)

    assert len({case.number for case in cases}) == 3
    assert {case.status for case in cases} == {Status.RECEIVED}
    assert all(case.intake_due_on for case in cases)
    assert application.documents.filter(code="receipt_of_materials").count() == 1
    assert application.documents.filter(code="application_form").count() == 3


def test_the_whole_is_done_when_all_are_and_a_part_that_ends_stops_no_other(county, one_thing):
    application = begun(county, one_thing, "social_card")
    declare_application(application=application, now=county.now)
    first, second = submit_application(application=application, actor=county.resident_actor, now=county.now)

    def whole():
        cases = application.cases.for_list().select_related("item").order_by("id")
        return whole_of(application, cases, on=county.now.date(), calendar=county_calendar())

    assert (whole().done, whole().total, whole().title) == (0, 2, "新生儿出生一件事")
    withdraw_case(case=first, reason="", actor=county.resident_actor, now=county.later(1))
    assert (whole().done, whole().is_done, whole().goes_on) == (1, False, True)
    second.refresh_from_db()
    assert second.status == Status.RECEIVED
    withdraw_case(case=second, reason="", actor=county.resident_actor, now=county.later(2))
    assert whole().is_done
