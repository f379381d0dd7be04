"""From the guide to the certificate, by the pages alone."""

import pytest
from django.test import Client
from django.urls import reverse

from cases.enums import MaterialState, Status
from cases.models import Application, Case

pytestmark = pytest.mark.django_db


def test_the_checklist_comes_from_the_answers_without_signing_in(county):
    client, key = Client(), county.item.key
    assert "开始" in client.get(reverse("online:start", args=[key])).content.decode()
    client.post(reverse("online:start_question", args=[key, 1]), {"age_band": "from_80"})
    client.post(reverse("online:start_question", args=[key, 2]), {"receipt_account": "agent"})
    page = client.get(reverse("online:start_papers", args=[key])).content.decode()
    assert "委托家人代领声明" in page
    assert "登录并填表" in page
    assert "百岁老人上门看望记录" not in page
    client.post(reverse("online:start_question", args=[key, 2]) + "?check", {"receipt_account": "own"})
    assert "委托家人代领声明" not in client.get(reverse("online:start_papers", args=[key])).content.decode()


def test_the_question_who_comes_is_not_asked_but_follows_from_the_mandate(county, alice):
    assert alice.get("start_question", county.item.key, 3).status_code == 404
    application = alice.begin()
    assert application.situations[county.item.key]["agent"] == "self"


def test_unanswered_questions_come_before_the_checklist(county):
    response = Client().get(reverse("online:start_papers", args=[county.item.key]))
    assert response.url == reverse("online:start_question", args=[county.item.key, 1])


def test_a_draft_begins_with_what_is_known_and_is_kept(county, alice):
    application = alice.begin()
    assert application.answers["phone"] == county.resident.phone
    assert application.answers["address"] == "青石镇柳树村3组12号"
    alice.post("field", application.public_id, "bank_name", bank_name="云溪农村商业银行")
    page = alice.get("tasks", application.public_id).content.decode()
    assert "还剩" in page
    assert "保存" in page
    assert alice.get("my").content.decode().count("高龄津贴申领") >= 1


def test_beginning_twice_goes_on_with_the_same_draft(county, alice):
    alice.begin()
    alice.begin()
    assert Application.objects.count() == 1
    assert "接着填王秀英的申请" in alice.get("start", county.item.key).content.decode()


def test_the_whole_way_to_the_number(county, alice):
    application = alice.begin()
    alice.fill(application)
    alice.hand_in(application)
    checked = alice.get("check", application.public_id).content.decode()
    assert "和子女或者其他家人住" in checked
    assert "卡.jpg" in checked
    assert "还缺这些" not in checked
    response = alice.declare(application)
    assert response.url == reverse("online:done", args=[application.public_id])
    case = Case.objects.get()
    assert case.status == Status.RECEIVED
    done = alice.client.get(response.url).content.decode()
    assert case.number in done
    assert "青石镇人民政府" in done
    states = dict(case.materials.values_list("key", "state"))
    assert states["bank_account_proof"] == MaterialState.PROVIDED
    assert states["application_form_senior_allowance"] == MaterialState.PROVIDED
    assert states["id_card"] == MaterialState.SHARED


def test_nothing_missing_stops_submitting(county, alice):
    application = alice.begin()
    alice.post("hand_in", application.public_id, "bank_account_proof", later="1")
    checked = alice.get("check", application.public_id).content.decode()
    assert "还缺这些，但不影响提交" in checked
    alice.declare(application)
    assert Case.objects.get().status == Status.RECEIVED


def test_without_the_declaration_nothing_is_submitted(county, alice):
    application = alice.begin()
    response = alice.post("declare", application.public_id)
    assert "请勾选真实性声明" in response.content.decode()
    assert Case.objects.get().status == Status.DRAFT


def test_sending_twice_and_going_back_land_on_the_confirmation(county, alice):
    application = alice.begin()
    alice.fill(application)
    alice.declare(application)
    done = reverse("online:done", args=[application.public_id])
    assert alice.declare(application).url == done
    assert alice.get("check", application.public_id).url == done
    late = alice.post("field", application.public_id, "bank_name", bank_name="另一家银行")
    assert late.url == done
    assert Application.objects.get().answers["bank_name"] == "云溪农村商业银行"
    assert Case.objects.get().events.filter(verb="case.submit").count() == 1


def test_a_change_from_the_check_page_leads_back_to_it(county, alice):
    application = alice.begin()
    address = reverse("online:field", args=[application.public_id, "phone"]) + "?check"
    response = alice.client.post(address, {"phone": "13800000000"})
    assert response.url == reverse("online:check", args=[application.public_id])


def test_changing_the_situation_changes_what_is_asked_and_keeps_what_was_typed(county, alice):
    application = alice.begin()
    alice.fill(application)
    assert "代领人姓名" not in alice.get("check", application.public_id).content.decode()
    alice.post("question", application.public_id, "receipt_account", receipt_account="agent")
    page = alice.get("check", application.public_id).content.decode()
    assert "代领人姓名" in page
    assert "云溪农村商业银行" in page


def test_a_draft_can_be_given_up(county, alice):
    application = alice.begin()
    alice.hand_in(application)
    assert "要删除这份草稿吗" in alice.get("discard", application.public_id).content.decode()
    alice.post("discard", application.public_id)
    assert not Application.objects.exists()
    assert alice.get("tasks", application.public_id).status_code == 404


def test_a_paused_item_says_so_and_opens_no_draft(county, alice):
    item = county.item
    item.state = "2"
    item.save()
    assert "暂停办理" in alice.get("start", item.key).content.decode()
    alice.prepare()
    response = alice.post("start_whom", item.key, whom="self")
    assert "is not handled" in response.content.decode() or "暂" in response.content.decode()
    assert not Application.objects.exists()


def test_an_item_with_a_consent_of_its_own_asks_for_it_and_records_it(county, alice):
    from tests.cases.factories import make_item

    item = make_item("minimum_living", department=county.department)
    for number, key in enumerate(("serious_illness", "has_disabled", "has_student"), start=1):
        alice.post("start_question", item.key, number, **{key: "no"})
    county.village, county.town_unit  # noqa: B018 - made when first asked for
    alice.post("start_whom", item.key, whom="self")
    application = Application.objects.get()
    page = alice.get("declare", application.public_id).content.decode()
    assert "单独同意" in page
    assert "checked" not in page
    alice.post("declare", application.public_id, declared="on", consent_check_authorization="on")
    states = dict(Case.objects.get().materials.values_list("key", "state"))
    assert states["check_authorization"] == MaterialState.PROVIDED


def test_without_the_tick_the_paper_of_consent_is_missing(county, alice):
    from tests.cases.factories import make_item

    item = make_item("minimum_living", department=county.department)
    for number, key in enumerate(("serious_illness", "has_disabled", "has_student"), start=1):
        alice.post("start_question", item.key, number, **{key: "no"})
    county.village, county.town_unit  # noqa: B018 - made when first asked for
    alice.post("start_whom", item.key, whom="self")
    application = Application.objects.get()
    alice.declare(application)
    states = dict(Case.objects.get().materials.values_list("key", "state"))
    assert states["check_authorization"] == MaterialState.MISSING


def test_an_application_that_is_being_handled_is_pointed_out_before_the_next(county, alice):
    case = county.received()
    page = alice.get("start", county.item.key).content.decode()
    assert f"编号 {case.number}" in page
    assert "不用重复申请" in page


def test_answers_of_an_earlier_application_are_taken_over_unless_they_are_wrong_now(county, alice):
    earlier = county.draft()
    earlier.answers = {"bank_name": "云溪农村商业银行", "emergency_contact_name": "12"}
    earlier.submitted_at = county.now
    earlier.save()
    alice.prepare()
    alice.post("start_whom", county.item.key, whom="self")
    application = Application.objects.get(submitted_at=None)
    assert application.answers["bank_name"] == "云溪农村商业银行"
    assert "emergency_contact_name" not in application.answers
