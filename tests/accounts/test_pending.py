"""A session that ended while a form was open: what was typed is still there after signing in again."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import pending
from tests.accounts.factories import PASSWORD, TownFactory, VillageFactory

pytestmark = pytest.mark.django_db
GIVE = "/accounts/mandates/give/"
TYPED = {
    "name": "李晓梅",
    "phone": "19900001234",
    "relation": "女儿",
    "acts": ["submit", "collect"],
    "my_password": "x",
}


def sign_in(client, resident, back=GIVE):
    return client.post(
        reverse("accounts:login"), {"username": resident.phone, "password": PASSWORD, "next": back}, follow=True
    )


def test_what_was_typed_is_back_after_signing_in(alice):
    client = Client()
    away = client.post(GIVE, TYPED)
    page = sign_in(client, alice).content.decode()

    assert away.headers["Location"] == f"{reverse('accounts:login')}?next={GIVE}"
    assert 'value="李晓梅"' in page
    assert "您刚才填写的内容还在" in page


def test_the_sign_in_page_says_that_nothing_is_lost(alice):
    response = Client().post(GIVE, TYPED, follow=True)

    assert "您填写的内容已经保留" in response.content.decode()


def test_it_is_given_back_once(alice):
    client = Client()
    client.post(GIVE, TYPED)
    sign_in(client, alice)

    assert "李晓梅" not in client.get(GIVE).content.decode().replace('value=""', "")


def test_it_is_shown_at_its_own_path_only(alice):
    client = Client()
    client.post(GIVE, TYPED)

    assert "19900001234" not in sign_in(client, alice, back=reverse("accounts:contact")).content.decode()


def test_passwords_are_never_kept(alice):
    client = Client()
    client.post(GIVE, TYPED)

    assert "my_password" not in client.session[pending.KEY][GIVE]["typed"]
    assert "csrf" not in client.session[pending.KEY][GIVE]["typed"]


def test_files_are_not_kept_and_the_page_says_so(alice):
    client = Client()
    client.post(GIVE, {**TYPED, "paper": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})

    assert "请重新选择文件" in sign_in(client, alice).content.decode()


def test_after_an_hour_it_is_gone(alice, monkeypatch):
    client = Client()
    client.post(GIVE, TYPED)
    later = timezone.now() + timedelta(minutes=61)
    monkeypatch.setattr("accounts.pending.timezone.now", lambda: later)

    assert 'value="李晓梅"' not in sign_in(client, alice).content.decode()


def test_the_next_person_at_the_same_computer_does_not_get_it(alice, charlie):
    client = Client()
    sign_in(client, alice)
    client.cookies.pop("sessionid")
    client.post(GIVE, TYPED)

    assert 'value="李晓梅"' not in sign_in(client, charlie).content.decode()


def test_the_same_person_gets_it_back(alice):
    client = Client()
    sign_in(client, alice)
    client.cookies.pop("sessionid")
    client.post(GIVE, TYPED)

    assert 'value="李晓梅"' in sign_in(client, alice).content.decode()


def test_a_page_of_somebody_else_shows_nothing_typed(alice, charlie):
    from tests.accounts.factories import MandateFactory

    mandate = MandateFactory(principal=alice)
    address = reverse("accounts:revoke_mandate", args=[mandate.public_id])
    client = Client()
    client.post(address, {"reason": "不再需要"})

    assert sign_in(client, charlie, back=address).status_code == 404


def test_a_huge_form_is_not_kept(alice):
    client = Client()
    client.post(GIVE, {"name": "王" * 40_000})

    assert pending.KEY not in client.session


def stale(client, address, data, **extra):
    """A form whose token belongs to an earlier sign-in."""
    return client.post(address, {**data, "csrfmiddlewaretoken": "x" * 64}, **extra)


def test_a_stale_token_from_our_own_page_keeps_what_was_typed(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice.user, backend="accounts.backends.LoginNameBackend")
    response = stale(client, GIVE, TYPED, headers={"Origin": "http://testserver"})

    assert (response.status_code, response.headers["Location"]) == (302, GIVE)
    page = client.get(GIVE).content.decode()
    assert 'value="李晓梅"' in page
    assert "还没有提交" in page


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://example.org"}, {"Referer": "https://example.org/"}])
def test_a_form_from_elsewhere_is_refused_and_forgotten(alice, headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice.user, backend="accounts.backends.LoginNameBackend")
    response = stale(client, GIVE, TYPED, headers=headers)

    assert response.status_code == 403
    assert pending.KEY not in client.session


def test_a_stale_token_while_registering_keeps_the_form():
    village = VillageFactory(parent=TownFactory(code="990100005"))
    address = f"{reverse('accounts:register')}?town={village.parent.code}"
    client = Client(enforce_csrf_checks=True)
    data = {"name": "䶮小明", "password": "secret-words-1"}
    response = stale(client, address, data, headers={"Origin": "http://testserver"})
    page = client.get(response.headers["Location"]).content.decode()

    assert 'value="䶮小明"' in page
    assert "secret-words-1" not in page
