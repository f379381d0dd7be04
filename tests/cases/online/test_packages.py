"""一次办理: several items on one form, by the pages alone."""

import pytest
from django.test import Client
from django.urls import reverse

from cases.enums import Outcome, Status
from cases.models import Application, Case
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from tests.cases.packages import make_package
from tests.core.factories import photo, upload

pytestmark = pytest.mark.django_db
KEY = "newborn"


@pytest.fixture
def one_thing(county):
    county.village  # noqa: B018 - made when first asked for
    return make_package(county)


def answer_all(client, address):
    """The first answer to every question, until the list of papers."""
    while "/question/" in address:
        form = client.get(address).context["form"]
        address = client.post(address, {form.situation.key: form.situation.options[0].key}).url
    return address


def begun(person, *parts, key=KEY):
    address = person.post("thing_parts", key, parts=parts).url
    answer_all(person.client, address)
    response = person.post("thing_whom", key, whom="self")
    assert response.status_code == 302, response.content.decode()[-2000:]
    return Application.objects.latest("id")


def submitted(person, *parts):
    application = begun(person, *parts)
    assert person.declare(application).status_code == 302
    return list(Case.objects.filter(application=application).order_by("id"))


def test_the_first_page_says_what_is_done_together_without_signing_in(one_thing):
    page = Client().get(reverse("online:thing", args=[KEY])).content.decode()

    assert "新生儿出生登记（落户）" in page and "有一件办不成，不影响别的" in page
    assert reverse("online:thing_parts", args=[KEY]) in page


def test_parts_come_first_then_each_question_once_then_one_list_of_papers(one_thing):
    client = Client()
    assert client.get(reverse("online:thing_papers", args=[KEY])).url == reverse("online:thing_parts", args=[KEY])
    address = client.post(reverse("online:thing_parts", args=[KEY]), {"parts": ["medical_enrol", "social_card"]}).url
    address = answer_all(client, address)
    assert address == reverse("online:thing_papers", args=[KEY])
    page = client.get(address)

    keys = [shared.material.key for shared in page.context["bring"]]
    assert len(keys) == len(set(keys))
    assert "登录并填表" in page.content.decode()


def test_a_package_of_parts_to_pick_asks_for_one_at_least(county):
    make_package(county, "retirement")
    answer = Client().post(reverse("online:thing_parts", args=["retirement"]), {})

    assert "请至少勾选一个事项" in answer.content.decode()


def test_one_form_one_set_of_papers_and_a_case_per_part(one_thing, alice):
    application = begun(alice, "medical_enrol", "social_card")
    tasks = alice.get("tasks", application.public_id)
    assert "新生儿出生一件事" in tasks.content.decode()
    assert any(len(line.items) > 1 for line in tasks.context["fetched"])
    alice.post("field", application.public_id, "phone", phone="13800000000")
    alice.declare(application)

    cases = Case.objects.order_by("id")
    assert [case.item.key for case in cases] == ["newborn_household", "medical_enrol", "social_card"]
    assert {case.application_id for case in cases} == {application.pk}
    done = alice.get("done", application.public_id).content.decode()
    assert all(case.number in done for case in cases)
    assert reverse("online:whole", args=[application.public_id]) in done


def test_a_shared_paper_is_uploaded_once_and_reaches_every_case_that_needs_it(one_thing, county, alice):
    make_package(county, "retirement", known=("social_card",))
    application = begun(alice, "social_card", "elder_card", key="retirement")
    assert "交一份，2件事共用" in alice.get("tasks", application.public_id).content.decode()
    address = reverse("online:hand_in", args=[application.public_id, "recent_photo"])
    assert "只交一份，用于：" in alice.client.get(address).content.decode()
    alice.client.post(address, {"file": upload("照片.jpg", photo(), "image/jpeg")})
    alice.declare(application)

    held = Case.objects.filter(materials__key="recent_photo", materials__state="provided")
    assert {case.item.key for case in held} == {"social_card", "elder_card"}


def test_missing_papers_stop_nothing(one_thing, alice):
    assert {case.status for case in submitted(alice, "social_card")} == {Status.RECEIVED}


def test_it_is_gone_on_with_another_day_and_its_parts_can_be_changed(one_thing, alice):
    application = begun(alice, "social_card")
    assert "新生儿出生一件事" in alice.get("my").content.decode()
    assert reverse("online:tasks", args=[application.public_id]) in alice.get("thing", KEY).content.decode()
    assert alice.post("parts", application.public_id, parts=["medical_enrol"]).status_code == 302
    keys = application.cases.order_by("id").values_list("item__key", flat=True)
    assert list(keys) == ["newborn_household", "medical_enrol"]
    begun(alice, "medical_enrol", "social_card")
    assert Application.objects.count() == 1, "begun twice, gone on with"


def test_only_an_application_for_a_package_has_parts_to_change(county, alice):
    application = alice.begin()
    assert alice.get("parts", application.public_id).status_code == 404


def test_nobody_else_may_look_at_the_draft_or_the_whole(one_thing, alice, charlie):
    application = begun(alice, "social_card")
    assert charlie.get("parts", application.public_id).status_code == 404
    alice.declare(application)
    assert alice.get("whole", application.public_id).status_code == 200
    assert charlie.get("whole", application.public_id).status_code == 404
    assert Client().get(reverse("online:whole", args=[application.public_id])).status_code == 302


def test_the_whole_tells_how_many_are_done_and_explains_a_refused_part(one_thing, alice):
    first, second = submitted(alice, "social_card")
    Case.objects.filter(pk=second.pk).update(status=Status.NOT_ACCEPTED, outcome=Outcome.NOT_ACCEPTED)
    page = alice.get("whole", first.application.public_id).content.decode()

    assert "2件事已办完1件" in page and "全部办好，这件事才算办完" in page
    assert "别的几件照常办" in page
    assert "2件事已办完1件" in alice.get("case", first.public_id).content.decode()
    Case.objects.filter(pk=first.pk).update(status=Status.WITHDRAWN, outcome=Outcome.WITHDRAWN)
    assert "全部办完了" in alice.get("whole", first.application.public_id).content.decode()


def test_the_public_look_up_names_the_whole(one_thing, alice, county):
    first, _second = submitted(alice, "social_card")
    given = {"number": first.number, "last_four": county.resident.id_number[-4:], "name": county.resident.name}
    page = Client().post(reverse("online:track"), given).content.decode()

    assert "新生儿出生一件事" in page and "2件事已办完0件" in page


def test_a_package_whose_required_item_rests_leads_to_the_single_items(one_thing):
    ServiceItem.objects.filter(key="newborn_household").update(state=ItemState.PAUSED)
    page = Client().get(reverse("online:thing", args=[KEY])).content.decode()

    assert "目前不能一次办理" in page and reverse("online:start", args=["social_card"]) in page
    assert Client().get(reverse("online:thing_parts", args=[KEY])).status_code == 404
    assert Client().get(reverse("online:thing", args=["nosuch"])).status_code == 404


def test_the_pages_take_as_many_queries_for_five_parts_as_for_two(one_thing, alice, assert_same_queries):
    application = begun(alice, "social_card")

    def grow():
        alice.post(
            "parts",
            application.public_id,
            parts=["birth_registration", "birth_certificate", "medical_enrol", "social_card"],
        )

    assert_same_queries(lambda: alice.get("tasks", application.public_id), grow)


def test_the_whole_takes_as_many_queries_for_five_parts_as_for_two(one_thing, alice, assert_same_queries):
    submitted(alice, "social_card")
    small = Application.objects.get()
    every = ["birth_registration", "birth_certificate", "medical_enrol", "social_card"]
    shown = [small]

    def grow():
        alice.post("thing_parts", KEY, parts=every)
        answer_all(alice.client, reverse("online:thing_question", args=[KEY, 1]))
        alice.post("thing_whom", KEY, whom="self")
        shown[0] = Application.objects.order_by("-id")[0]
        alice.declare(shown[0])

    assert_same_queries(lambda: alice.get("whole", shown[0].public_id), grow)
