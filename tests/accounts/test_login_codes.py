"""A login opened at the window: the clerk hands over a code, the resident chooses the password."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.domain.logins import ATTEMPTS, VALID_FOR, activate_login, open_login
from accounts.identity import IdentityLevel, IdentityWay
from accounts.models import LoginCode, Message, User
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import PASSWORD, PostFactory, ResidentFactory

pytestmark = pytest.mark.django_db
PHONE = "19900008888"


@pytest.fixture
def clerk(acting):
    return acting(PostFactory(clerk=True))


@pytest.fixture
def elder():
    return ResidentFactory(offline=True, phone="", identity_level=IdentityLevel.PHONE, identity_way=IdentityWay.PHONE)


def refusal(call, **given):
    with pytest.raises(Refused) as caught:
        call(**given)
    return {reason.code: reason.text for reason in caught.value.reasons}


def activate(number, code, now, password=PASSWORD):
    return activate_login(number=number, code=code, password=password, now=now)


def test_the_code_opens_the_login_under_telephone_and_identity_number(elder, clerk, now):
    code = open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    elder.refresh_from_db()
    assert elder.user is None
    user = activate(PHONE, f"{code[:4]} {code[4:]}", now + timedelta(days=2))
    elder.refresh_from_db()
    assert elder.user == user
    assert user.check_password(PASSWORD)
    assert Client().login(username=elder.id_number, password=PASSWORD)
    assert Message.objects.filter(resident=elder, title="您的网上账号已经开通").exists()


def test_the_card_was_seen_so_the_level_is_the_highest(elder, clerk, now):
    open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    elder.refresh_from_db()
    assert (elder.identity_level, elder.phone) == (IdentityLevel.PERSON, PHONE)


def test_the_code_stands_nowhere_in_clear(elder, clerk, now):
    code = open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    stored = [*LoginCode.objects.values_list("code_hash", flat=True), *map(str, AuditEntry.objects.values("data"))]
    assert not any(code in text for text in stored)


def test_five_wrong_attempts_an_old_code_and_a_newer_one_end_it(elder, clerk, now):
    code = open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    for _attempt in range(ATTEMPTS):
        assert "重新领取" in refusal(activate, number=PHONE, code="00000000", now=now)["code"]
    assert "code" in refusal(activate, number=PHONE, code=code, now=now)
    older = open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    newer = open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    assert "code" in refusal(activate, number=PHONE, code=older, now=now)
    assert "code" in refusal(activate, number=PHONE, code=newer, now=now + VALID_FOR)
    assert not User.objects.filter(resident=elder).exists()


def test_a_weak_password_costs_no_attempt_and_a_code_works_once(elder, clerk, now):
    code = open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    assert "password" in refusal(activate, number=PHONE, code=code, now=now, password="12345678")
    assert LoginCode.objects.get().attempts == 0
    activate(PHONE, code, now)
    assert "code" in refusal(activate, number=PHONE, code=code, now=now, password="another-long-password")


def test_an_unknown_number_and_a_wrong_code_get_the_same_sentence(elder, clerk, now):
    open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    wrong = refusal(activate, number=PHONE, code="1", now=now)
    assert wrong == refusal(activate, number="19900001111", code="1", now=now)


def test_a_login_that_somebody_else_had_opened_is_closed_at_once(clerk, now, signed_in):
    victim = ResidentFactory()
    stranger = signed_in(victim)
    assert stranger.get(reverse("accounts:profile")).status_code == 200
    open_login(resident=victim, phone=PHONE, actor=clerk, now=now)
    assert stranger.get(reverse("accounts:profile")).status_code == 302


def test_only_who_serves_the_person_opens_and_never_for_staff_or_a_child(elder, acting, clerk, now):
    reviewer = acting(PostFactory(reviewer=True))
    assert "role" in refusal(open_login, resident=elder, phone=PHONE, actor=reviewer, now=now)
    colleague = ResidentFactory(user=PostFactory(sys_admin=True).user)
    assert "系统管理员" in refusal(open_login, resident=colleague, phone=PHONE, actor=clerk, now=now)["role"]
    child = ResidentFactory(offline=True, birth_on=date(2020, 5, 6))
    assert "监护人" in refusal(open_login, resident=child, phone=PHONE, actor=clerk, now=now)["role"]
    assert "phone" in refusal(open_login, resident=elder, phone="123", actor=clerk, now=now)


def test_the_page_signs_her_in(elder, clerk, now):
    code = open_login(resident=elder, phone=PHONE, actor=clerk, now=now)
    client, address = Client(), reverse("accounts:activate")
    given = {"number": PHONE, "code": code, "password": PASSWORD, "password_again": "something-else"}
    assert "两次" in client.post(address, given).content.decode()
    response = client.post(address, {**given, "password_again": PASSWORD})
    assert response.status_code == 302
    assert "三级" in client.get(reverse("accounts:profile")).content.decode()
