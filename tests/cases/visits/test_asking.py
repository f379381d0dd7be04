"""A daughter asks for a visit to her mother; she sees who comes, changes her mind, and nobody else sees it."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.models import Message
from cases.domain.visits import move_visit
from cases.enums import VisitState
from cases.models import SentForm, Visit
from tests.accounts.factories import ResidentFactory

pytestmark = pytest.mark.django_db
START = "/door/request/"


@pytest.fixture
def daughter(county):
    return ResidentFactory(name="李晓梅", region=county.village)


@pytest.fixture
def hers(daughter, client_for):
    return client_for(daughter.user)


def request_of(door, **changes):
    day = door.today + timedelta(days=2)
    return {
        "token": str(uuid.uuid4()),
        "person_name": "王秀英",
        "person_phone": "19900000009",
        "region": door.county.village.code,
        "address": "3组12号",
        "item_key": "senior_allowance",
        "reason": "腿脚不便",
        "wished_on_year": day.year,
        "wished_on_month": day.month,
        "wished_on_day": day.day,
        **changes,
    }


def where(door, whom="relative"):
    return f"{START}?whom={whom}&town={door.county.town_unit.region.code}"


def test_the_first_step_asks_for_whom_and_where(hers, door):
    page = hers.get(START, {"item": "senior_allowance"}).content.decode()
    assert door.county.town_unit.region.name in page
    assert "senior_allowance" in page


def test_asking_leads_to_who_comes_and_the_telephone_of_the_station(hers, door):
    answer = hers.post(where(door), request_of(door), follow=True)
    page = answer.content.decode()
    visit = Visit.objects.get()
    assert visit.state == VisitState.ASSIGNED
    assert visit.helper_id == door.helper.user_id
    assert door.helper.name in page
    assert door.county.station.phone in page
    assert "2026年11月4日(周三)" in page


def test_for_myself_my_own_record_is_used(hers, door, daughter):
    given = request_of(door)
    del given["person_name"]
    hers.post(where(door, "self"), given)
    visit = Visit.objects.get()
    assert (visit.person_name, visit.resident) == ("李晓梅", daughter)


def test_the_same_form_sent_twice_asks_once(hers, door):
    given = request_of(door)
    first, second = (hers.post(where(door), given) for _time in range(2))
    assert first["Location"] == second["Location"]
    assert Visit.objects.count() == 1
    assert SentForm.objects.count() == 1


def test_a_refused_form_may_be_sent_again_with_the_same_token(hers, door):
    given = request_of(door, person_phone="123")
    assert "govuk-error-summary" in hers.post(where(door), given).content.decode()
    assert not SentForm.objects.exists()
    hers.post(where(door), {**given, "person_phone": "19900000009"})
    assert Visit.objects.count() == 1


def test_a_token_of_somebody_else_does_nothing(hers, door, client_for):
    given = request_of(door)
    hers.post(where(door), given)
    stranger = client_for(ResidentFactory(region=door.county.village).user)
    page = stranger.post(where(door), given).content.decode()
    assert "页面已经过期" in page
    assert Visit.objects.count() == 1


@pytest.mark.parametrize(
    "changes", [{"person_name": "x" * 40_000}, {"wished_on_day": "32"}, {"address": ""}, {"token": "x"}]
)
def test_bad_input_is_told_and_nothing_is_kept(hers, door, changes):
    answer = hers.post(where(door), request_of(door, **changes))
    assert answer.status_code == 200
    assert "govuk-error-summary" in answer.content.decode()
    assert not Visit.objects.exists()


def test_whoever_asked_changes_it_until_the_helper_has_begun(hers, door):
    hers.post(where(door), request_of(door))
    visit = Visit.objects.get()
    change = reverse("door:change", args=[visit.public_id])
    assert hers.get(change).status_code == 200
    hers.post(change, request_of(door, address="5组1号"))
    visit.refresh_from_db()
    assert visit.address == "5组1号"


def test_calling_off_needs_a_reason_and_ends_the_visit(hers, door):
    hers.post(where(door), request_of(door))
    visit = Visit.objects.get()
    stop = reverse("door:call_off", args=[visit.public_id])
    assert "请" in hers.post(stop, {"token": uuid.uuid4(), "reason": ""}).content.decode()
    hers.post(stop, {"token": uuid.uuid4(), "reason": "已经办好"}, follow=True)
    visit.refresh_from_db()
    assert (visit.state, visit.stop_reason) == (VisitState.STOPPED, "已经办好")


@pytest.mark.parametrize("name", ["asked", "change", "call_off"])
def test_the_request_of_somebody_else_does_not_exist(hers, door, client_for, name):
    hers.post(where(door), request_of(door))
    stranger = client_for(ResidentFactory(region=door.county.village).user)
    assert stranger.get(reverse(f"door:{name}", args=[Visit.objects.get().public_id])).status_code == 404


def test_without_a_login_one_signs_in_first(client, door):
    assert "/accounts/login/" in client.get(START)["Location"]


def test_staff_are_led_to_their_own_pages(helper, door, browser_of):
    assert helper.get(START)["Location"] == reverse("door:enter")
    assert browser_of(door.county.clerk).get(START)["Location"] == reverse("desk:visit_ask")


def test_who_asked_is_told_when_the_visit_is_moved(hers, door, daughter, monday):
    hers.post(where(door), request_of(door))
    move_visit(visit=Visit.objects.get(), visit_on=door.today + timedelta(days=5), actor=door.helper, now=monday)
    message = Message.objects.get(resident=daughter)
    assert "2026年11月7日(周六)" in message.body
