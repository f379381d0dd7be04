"""The pages of a correction on the spot, the card seen at the window, and a login opened there."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from accounts.identity import IdentityLevel, IdentityWay
from accounts.models import LoginCode
from cases.domain.materials import hand_in_paper
from cases.enums import MaterialState
from cases.models import Application, HandedPaper
from core.domain.files import keep_file
from tests.accounts.factories import ResidentFactory
from tests.cases.factories import make_item
from tests.core.factories import photo, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(county, signed_in):
    return signed_in(county.clerk)


@pytest.fixture
def unproved(county):
    county.resident.identity_level, county.resident.identity_way = IdentityLevel.PHONE, IdentityWay.PHONE
    county.resident.save()
    return county.resident


@pytest.fixture
def strict(county):
    return make_item("individual_business", department=county.department, deciding_level="town")


def page_of(case):
    return reverse("desk:case", args=[case.public_id])


def test_the_case_page_leads_to_the_correction_of_each_answer_until_acceptance(county, clerk):
    case = county.received()
    address = reverse("desk:amend", args=[case.public_id, "bank_name"])
    assert address in clerk.get(page_of(case)).content.decode()
    assert "/amend/" not in clerk.get(page_of(county.accepted())).content.decode()


@pytest.mark.law("R3")
def test_a_clerk_corrects_an_answer(county, clerk):
    case = county.received()
    address = reverse("desk:amend", args=[case.public_id, "bank_name"])
    refused = clerk.post(address, {"answer": "青石农村商业银行"})
    assert "当面让申请人" in refused.content.decode()
    answer = clerk.post(address, {"answer": "青石农村商业银行", "confirmed": "on"})
    assert answer.url.endswith("#answers")
    assert Application.objects.get().answers["bank_name"] == "青石农村商业银行"


def test_a_sensitive_answer_is_asked_anew_and_never_shown(county, clerk):
    case = county.received()
    application = Application.objects.get()
    application.answers = {"bank_account": "9901000000000000018"}
    application.save()
    page = clerk.get(reverse("desk:amend", args=[case.public_id, "bank_account"])).content.decode()
    assert "9901000000000000018" not in page
    assert "请重新询问后填写" in page


def test_an_unknown_question_does_not_exist(county, clerk):
    case = county.received()
    assert clerk.get(reverse("desk:amend", args=[case.public_id, "nonsense"])).status_code == 404
    assert clerk.get(reverse("desk:supply_paper", args=[case.public_id, "nonsense"])).status_code == 404


def test_a_paper_brought_along_is_taken_in(county, clerk):
    case = county.received()
    material = case.materials.filter(state=MaterialState.MISSING).first()
    address = reverse("desk:supply_paper", args=[case.public_id, material.key])
    assert address in clerk.get(page_of(case)).content.decode()
    assert "请勾选、扫描或者填写补来的内容" in clerk.post(address, {}).content.decode()
    clerk.post(address, {f"file_{material.key}": upload("卡.jpg", photo(), "image/jpeg")})
    clerk.post(address, {f"seen_{material.key}": "on"})  # seen afterwards: the scan stays
    material.refresh_from_db()
    paper = HandedPaper.objects.get(key=material.key, replaced_at=None)
    assert (material.state, paper.seen_on_paper, paper.file is not None) == (MaterialState.PROVIDED, True, True)


@pytest.mark.law("R14")
def test_the_check_says_what_may_not_be_demanded_on_paper_again(county, clerk):
    case = county.received()
    material = case.materials.exclude(state=MaterialState.SHARED).first()
    file = keep_file(content=b"%PDF-1.4", name="a.pdf", content_type="application/pdf", now=county.now)
    hand_in_paper(
        application=case.application,
        key=material.key,
        name=material.name,
        file=file,
        actor=county.resident_actor,
        now=county.now,
    )
    assert "网上已交，不得要求再交纸质件" in clerk.get(page_of(case)).content.decode()
    notice = reverse("desk:correction", args=[case.public_id])
    assert "不得要求再交纸质件或者再到窗口提交" in clerk.get(notice).content.decode()
    demand = {"include": [material.key], f"reason_{material.key}": "看不清", f"remedy_{material.key}": "请到窗口交原件"}
    refused = clerk.post(notice, demand).content.decode()
    assert "已在网上提交，不得要求再交纸质件" in refused
    assert "请到窗口交原件" in refused  # nothing typed is lost


def test_the_card_seen_at_the_choice_of_items_raises_the_level(clerk, unproved, strict):
    address = reverse("desk:intake_items", args=[unproved.pk])
    page = clerk.get(address).content.decode()
    assert "一级（凭手机号注册）" in page
    assert "登录手机号" in page
    clerk.post(address, {"items": [strict.key], "card_seen": "1"})
    unproved.refresh_from_db()
    assert (unproved.identity_level, unproved.identity_way) == (IdentityLevel.PERSON, IdentityWay.WINDOW)
    assert 'name="card_seen"' not in clerk.get(address).content.decode()


def test_the_sheet_says_what_the_level_wants_and_takes_the_tick_with_the_submission(clerk, unproved, strict):
    clerk.post(reverse("desk:intake_items", args=[unproved.pk]), {"items": [strict.key]})
    draft = Application.objects.get()
    sheet = reverse("desk:intake_form", args=[draft.public_id])
    assert "勾选“已当面核对”" in clerk.get(sheet).content.decode()
    refused = clerk.post(sheet, {"submit": "1", "declared": "1", "emergency_contact_name": "王小妹"})
    assert "当面核对身份证" in refused.content.decode()
    draft.refresh_from_db()
    assert draft.submitted_at is None
    answer = clerk.post(sheet, {"submit": "1", "declared": "1", "card_seen": "1"})
    assert answer.url == reverse("desk:intake_check", args=[draft.public_id])


@pytest.mark.law("R17")
def test_the_guardian_of_a_child_is_asked_on_the_sheet(county, clerk):
    child = ResidentFactory(name="何小满", offline=True, birth_on=date(2018, 5, 6), region=county.village)
    clerk.post(reverse("desk:intake_items", args=[child.pk]), {"items": [county.item.key]})
    draft = Application.objects.get()
    sheet = reverse("desk:intake_form", args=[draft.public_id])
    assert "监护人姓名" in clerk.get(sheet).content.decode()
    assert "未满14周岁" in clerk.post(sheet, {"submit": "1", "declared": "1"}).content.decode()
    guardian = {"guardian_name": "何晓雯", "guardian_relation": "母亲", "guardian_agrees": "1"}
    clerk.post(sheet, {"submit": "1", "declared": "1", **guardian})
    draft.refresh_from_db()
    assert draft.submitted_at is not None
    assert (draft.guardian_name, draft.guardian_relation) == ("何晓雯", "母亲")


def test_a_clerk_opens_a_login_and_hands_over_the_slip(clerk):
    elder = ResidentFactory(name="赵小兰", offline=True, phone="")
    address = reverse("desk:open_login", args=[elder.pk])
    assert address in clerk.get(reverse("desk:intake_items", args=[elder.pk])).content.decode()
    assert "请先当面核对身份证" in clerk.post(address, {"phone": "19900008888"}).content.decode()
    assert not LoginCode.objects.exists()
    slip = clerk.post(address, {"phone": "19900008888", "card_seen": "on"})
    assert len(slip.context["code"].replace(" ", "")) == 8
    assert slip.context["code"] in slip.content.decode()
    assert reverse("accounts:activate") in slip.content.decode()
    assert "no-store" in slip["Cache-Control"]
