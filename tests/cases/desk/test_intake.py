"""A clerk takes two items in one application: what is shared is given once, each case goes its own way."""

import pytest
from django.urls import reverse

from cases.enums import Channel, MaterialState, Status
from cases.models import Application, Case, HandedPaper
from core.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(county, signed_in):
    return signed_in(county.clerk)


@pytest.fixture
def draft(county, second_item, clerk):
    answer = clerk.post(
        reverse("desk:intake_items", args=[county.resident.pk]), {"items": [county.item.key, second_item.key]}
    )
    application = Application.objects.get()
    assert answer.url == reverse("desk:intake_form", args=[application.public_id])
    return application


def sheet_of(draft):
    return reverse("desk:intake_form", args=[draft.public_id])


def handed_keys(draft):
    """Every paper that the two items ask the applicant for, as the page names it."""
    from cases.desk.intake.sheet import read_sheet

    return [row.material.key for row in read_sheet(draft).papers if not row.material.shared]


def submitted(clerk, draft, *, seen):
    data = {f"listed_{key}": "1" for key in handed_keys(draft)} | {f"seen_{key}": "1" for key in seen}
    answer = clerk.post(sheet_of(draft), {**data, "phone": "13800000000", "declared": "1", "submit": "1"})
    assert answer.status_code == 302, [str(m) for m in answer.context["messages"]]
    assert answer.url == reverse("desk:intake_check", args=[draft.public_id])
    return list(Case.objects.order_by("id"))


def test_a_person_is_found_by_number_and_the_look_up_is_logged(county, clerk):
    answer = clerk.post(reverse("desk:intake"), {"query": county.resident.id_number})
    page = answer.content.decode()
    assert reverse("desk:intake_items", args=[county.resident.pk]) in page
    assert county.resident.id_number not in page.replace(f'value="{county.resident.id_number}"', "")
    assert AuditEntry.objects.filter(action="resident.find").count() == 1


def test_a_walk_in_with_a_wrong_number_is_told_why_and_keeps_what_was_typed(county, clerk):
    values = {"id_number": "990100194303081234", "name": "赵小兰", "region": county.village.code}
    answer = clerk.post(reverse("desk:intake_register"), values)
    assert answer.context["walk_in"].errors["id_number"]
    assert "赵小兰" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ("110101190001011234", "id_number", "最后一位与前面的数字对不上"),
        ("19900009999", "phone", "没有找到"),
        ("欧阳无名", "name", "没有找到"),
    ],
)
def test_whoever_is_not_found_begins_at_the_field_that_was_typed(clerk, typed, field, said):
    answer = clerk.post(reverse("desk:intake"), {"query": typed})
    assert answer.context["walk_in"].initial == {field: typed}
    assert said in answer.content.decode()


def test_a_walk_in_is_registered_with_the_reason_for_an_odd_number(county, clerk):
    values = {
        "id_number": "990100194303081234",
        "name": "赵小兰",
        "region": county.village.code,
        "id_number_override": "一代证换发错号，已核验原件",
    }
    answer = clerk.post(reverse("desk:intake_register"), values)
    assert answer.status_code == 302
    assert "/intake/person/" in answer.url


def test_the_number_is_checked_while_it_is_typed(clerk):
    answer = clerk.post(reverse("desk:check_number"), {"number": "990100194303081234"})
    assert answer.json()["problem"]


@pytest.mark.law("R13")
def test_two_items_share_their_papers_and_answers(county, clerk, draft):
    page = clerk.get(sheet_of(draft)).content.decode()
    assert page.count('name="phone"') == 1
    assert page.count("共用") >= 1
    assert draft.channel == Channel.WINDOW
    assert draft.point_id == county.center.pk


def test_nothing_is_asked_that_the_register_knows(county, draft):
    assert draft.answers["phone"] == county.resident.phone


def test_a_save_in_the_background_answers_with_what_is_still_missing(clerk, draft):
    before = clerk.get(sheet_of(draft)).context["sheet"].missing[0].count
    answer = clerk.post(sheet_of(draft), {"emergency_contact_name": "王小妹"}, headers={"X-Desk-Save": "1"})
    assert "<form" not in answer.content.decode()
    assert Application.objects.get().answers["emergency_contact_name"] == "王小妹"
    assert answer.context["sheet"].missing[0].count == before - 1


def test_a_wrong_answer_is_marked_and_the_right_ones_are_kept(clerk, draft):
    answer = clerk.post(sheet_of(draft), {"phone": "12", "emergency_contact_name": "王小妹", "save": "1"})
    assert answer.context["form"].errors["phone"]
    assert Application.objects.get().answers["emergency_contact_name"] == "王小妹"
    assert Application.objects.get().answers["phone"] != "12"


def test_a_paper_seen_at_the_counter_can_be_unticked_again(clerk, draft):
    key = handed_keys(draft)[0]
    clerk.post(sheet_of(draft), {f"listed_{key}": "1", f"seen_{key}": "1", "save": "1"})
    assert HandedPaper.objects.filter(key=key, replaced_at=None, seen_on_paper=True).exists()
    clerk.post(sheet_of(draft), {f"listed_{key}": "1", "save": "1"})
    assert not HandedPaper.objects.filter(key=key, replaced_at=None).exists()


def test_without_the_declaration_nothing_is_submitted_and_the_page_says_why(clerk, draft):
    answer = clerk.post(sheet_of(draft), {"submit": "1"})
    assert "承诺" in answer.content.decode()
    assert Application.objects.get().submitted_at is None


def test_one_case_is_accepted_and_the_other_gets_one_notice_that_names_everything(clerk, draft):
    first, second = submitted(clerk, draft, seen=handed_keys(draft))
    check = reverse("desk:check", args=[first.public_id])
    asked = first.materials.exclude(state=MaterialState.SHARED)
    clerk.post(check, {f"state_{m.key}": "ok" for m in asked} | {"then": "accept", "back": "intake"})
    first.refresh_from_db()
    assert first.status == Status.ACCEPTED

    wrong = second.materials.exclude(state=MaterialState.SHARED).first()
    found = {f"state_{wrong.key}": "defect", f"defect_{wrong.key}": "看不清", f"remedy_{wrong.key}": "请重拍"}
    answer = clerk.post(reverse("desk:check", args=[second.public_id]), {**found, "then": "correct", "back": "intake"})
    notice = clerk.get(answer.url)
    listed = [defect.key for defect in notice.context["defects"]]
    assert wrong.key in listed
    given = {f"reason_{d.key}": d.reason for d in notice.context["defects"]}
    given |= {f"remedy_{d.key}": d.remedy for d in notice.context["defects"]}
    clerk.post(reverse("desk:correction", args=[second.public_id]), {"include": listed, **given, "back": "intake"})
    second.refresh_from_db()
    assert second.status == Status.CORRECTION_REQUIRED
    assert list(second.correction.items.values_list("key", flat=True)) == listed
    codes = set(draft.documents.values_list("code", flat=True))
    assert codes == {"application_form", "receipt_of_materials", "acceptance_notice", "correction_notice"}


def test_sending_the_sheet_twice_leads_to_the_same_cases(clerk, draft):
    submitted(clerk, draft, seen=[])
    again = clerk.post(sheet_of(draft), {"submit": "1", "declared": "1"})
    assert again.url == reverse("desk:intake_check", args=[draft.public_id])
    assert Case.objects.count() == 2


def test_an_item_can_be_added_and_taken_out_before_submitting(county, clerk, draft, second_item):
    case = draft.cases.get(item=second_item)
    clerk.post(sheet_of(draft), {"remove": case.pk})
    assert draft.cases.count() == 1
    clerk.post(sheet_of(draft), {"add": second_item.key, "save": "1"})
    assert draft.cases.count() == 2


def test_a_draft_of_another_clerk_does_not_exist(county, signed_in, draft):
    from accounts.models import Role

    colleague = signed_in(county.staff(Role.WINDOW_CLERK, name="郑同事"))
    assert colleague.get(sheet_of(draft)).status_code == 404


def test_a_visit_asked_for_by_telephone_goes_to_the_helper_of_the_village(county, clerk):
    from accounts.models import Role
    from cases.models import Visit

    helper = county.staff(Role.STATION_HELPER)
    answer = clerk.post(
        reverse("desk:visit_ask"),
        {"person_name": "王秀英", "person_phone": "13800000000", "region": county.village.code, "address": "3组12号"},
    )
    assert answer.url == reverse("desk:visits")
    assert Visit.objects.get().helper_id == helper.user_id
    assert "王*英" in clerk.get(reverse("desk:visits")).content.decode()


def test_a_saving_that_comes_after_submitting_is_answered_and_changes_nothing(county, clerk, draft, monkeypatch):
    from cases.desk.intake import views_sheet

    page = views_sheet.read_sheet(draft)
    submitted(clerk, draft, seen=[])
    monkeypatch.setattr(views_sheet, "_submitted_already", lambda request, public_id: None)
    monkeypatch.setattr(views_sheet, "draft_of", lambda request, public_id: draft)
    monkeypatch.setattr(views_sheet, "read_sheet", lambda application: page)
    answer = clerk.post(sheet_of(draft), {"phone": "13900000000", "save": "1"}, headers={"x-desk-save": "1"})
    assert answer.status_code == 302
    assert Application.objects.get().answers["phone"] == "13800000000"


def test_a_package_is_taken_in_at_the_window_on_the_same_sheet(county, clerk):
    from tests.cases.packages import make_package

    one_thing = make_package(county)
    address = reverse("desk:intake_items", args=[county.resident.pk])
    assert "?thing=newborn" in clerk.get(address).content.decode()
    page = clerk.get(address, {"thing": "newborn"}).content.decode()
    assert "必办" in page and county.item.name not in page
    answer = clerk.post(f"{address}?thing=newborn", {"items": ["social_card"]})
    application = Application.objects.get()
    assert answer.url == reverse("desk:intake_form", args=[application.public_id])
    assert application.one_thing == one_thing
    assert [case.item.key for case in application.cases.order_by("id")] == ["newborn_household", "social_card"]
    sheet = clerk.get(answer.url).content.decode()
    assert 'name="situation_card_holder"' not in sheet, "it goes without saying in the package"
    assert sheet.count('name="phone"') == 1
