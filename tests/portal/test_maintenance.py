"""While the mark file lies in the data directory, visitors read that the portal is closed; staff work on."""

from pathlib import Path

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    (Path(tmp_path) / "maintenance").touch()


def test_visitors_are_told_when_the_portal_is_closed(closed):
    answer = Client().get("/accounts/login/")
    assert answer.status_code == 503
    assert "维护" in answer.content.decode()


def test_staff_can_still_sign_in(closed):
    assert Client().get("/accounts/staff/").status_code == 200
