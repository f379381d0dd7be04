"""Somebody without a login brings to the window what the notice asked for."""

import pytest
from django.urls import reverse

from cases.domain.correct import Defect, request_correction
from cases.enums import MaterialState, Status
from cases.models import Case, HandedPaper
from tests.core.factories import EXE, photo, upload

pytestmark = pytest.mark.django_db
PAPER, ANSWER = "bank_account_proof", "bank_name"


@pytest.fixture
def clerk(county, signed_in):
    return signed_in(county.clerk)


@pytest.fixture
def case(county):
    case = county.received()
    defects = [
        Defect(PAPER, "收款银行卡（存折）账号页", "没有提交", "请拍卡的正面"),
        Defect(ANSWER, "开户银行", "只写了银行名", "写到支行"),
    ]
    request_correction(case=case, defects=defects, actor=county.clerk, now=county.now)
    return Case.objects.get(pk=case.pk)


def supply(case):
    return reverse("desk:supply", args=[case.public_id])


def test_the_case_leads_to_the_page_that_lists_what_is_waited_for(clerk, case):
    assert supply(case) in clerk.get(reverse("desk:case", args=[case.public_id])).content.decode()
    page = clerk.get(supply(case)).content.decode()
    assert "请拍卡的正面" in page
    assert f'name="{ANSWER}"' in page


def test_what_was_brought_is_taken_and_the_case_can_be_accepted(county, clerk, case):
    answer = clerk.post(supply(case), {f"seen_{PAPER}": "on", ANSWER: "云溪农村商业银行临江支行"})
    assert answer.url.startswith(reverse("desk:case", args=[case.public_id]))
    case = Case.objects.get(pk=case.pk)
    assert case.correction.supplied_at is not None
    assert case.application.answers[ANSWER] == "云溪农村商业银行临江支行"
    assert HandedPaper.objects.get(key=PAPER, replaced_at=None).seen_on_paper
    assert case.events.filter(verb="case.supply_paper").get().actor_name == county.clerk.name
    found = {f"state_{m.key}": "ok" for m in case.materials.exclude(state=MaterialState.SHARED)}
    clerk.post(reverse("desk:check", args=[case.public_id]), {**found, "then": "accept"})
    assert Case.objects.get(pk=case.pk).status == Status.ACCEPTED


def test_what_has_not_come_stays_open(clerk, case):
    clerk.post(supply(case), {f"file_{PAPER}": upload("卡.jpg", photo(), "image/jpeg")})
    assert list(case.correction.items.filter(supplied_at=None).values_list("key", flat=True)) == [ANSWER]
    assert "请拍卡的正面" not in clerk.get(supply(case)).content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "请勾选、扫描或者填写补来的内容"),
        ({f"file_{PAPER}": upload("卡.pdf", EXE)}, "（.pdf）"),
        ({f"file_{PAPER}": upload("卡.jpg", b"")}, "空"),
        ({ANSWER: "行" * 40_000}, "字符"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_taken(clerk, case, given, sentence):
    page = clerk.post(supply(case), given).content.decode()
    assert "desk-error" in page
    assert sentence in page
    assert case.correction.items.filter(supplied_at=None).count() == 2


def test_of_two_things_brought_neither_is_taken_when_one_is_wrong(clerk, case):
    given = {f"file_{PAPER}": upload("卡.pdf", EXE), ANSWER: "云溪农村商业银行临江支行"}
    page = clerk.post(supply(case), given).content.decode()
    assert "云溪农村商业银行临江支行" in page
    assert case.correction.items.filter(supplied_at=None).count() == 2


def test_without_anything_open_the_page_leads_back(county, clerk):
    case = county.received()
    assert clerk.get(supply(case)).url == reverse("desk:case", args=[case.public_id])
