"""A session that ended while a form was open: what was typed is there after signing in."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.factories import PASSWORD

pytestmark = pytest.mark.django_db


def test_what_was_typed_is_back_after_signing_in(county, alice):
    application = alice.begin()
    address = reverse("online:field", args=[application.public_id, "bank_name"])
    browser = Client()
    sent = browser.post(address, {"bank_name": "云溪农村商业银行临江支行"})
    assert sent.status_code == 302
    login = browser.post(sent.url, {"username": county.resident.user.username, "password": PASSWORD})
    assert login.url == address
    page = browser.get(address).content.decode()
    assert "云溪农村商业银行临江支行" in page


def test_a_stranger_who_signs_in_there_gets_nothing(county, alice, charlie):
    application = alice.begin()
    address = reverse("online:field", args=[application.public_id, "bank_name"])
    charlie.client.logout()
    charlie.client.post(address, {"bank_name": "云溪农村商业银行临江支行"})
    from tests.accounts.factories import ResidentFactory

    charlie.client.force_login(ResidentFactory().user, backend="accounts.backends.LoginNameBackend")
    assert charlie.client.get(address).status_code == 404
