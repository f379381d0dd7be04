from __future__ import annotations

import base64
from datetime import datetime
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image, ImageDraw

from accounts.models import Role, User
from tests.cases.factories import MONDAY, County
from tests.cases.visits.factories import Door


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The door is knocked at on the Monday on which the cases of the factories begin."""
    moment = MONDAY.replace(hour=11)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


@pytest.fixture
def door(county: County) -> Door:
    assert county.item is not None
    return Door(county)


@pytest.fixture
def browser_of(client_for):
    """`browser_of(actor)`: a browser in which this actor is signed in."""

    def enter(actor) -> Client:
        return client_for(User.objects.get(pk=actor.user_id))

    return enter


@pytest.fixture
def helper(door: Door, browser_of) -> Client:
    return browser_of(door.helper)


@pytest.fixture
def other_helper(door: Door, browser_of) -> Client:
    return browser_of(door.county.staff(Role.STATION_HELPER, name="周小兰"))


@pytest.fixture
def drawn() -> str:
    """What the page sends when somebody has signed on the glass."""
    picture = Image.new("RGB", (640, 260), "white")
    ImageDraw.Draw(picture).line([(40, 130), (300, 60), (580, 200)], fill="#14202b", width=4)
    return as_data(picture)


@pytest.fixture
def blank() -> str:
    return as_data(Image.new("RGB", (640, 260), "white"))


def as_data(picture: Image.Image) -> str:
    content = BytesIO()
    picture.save(content, "PNG")
    return "data:image/png;base64," + base64.b64encode(content.getvalue()).decode("ascii")
