from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.actors import Actor
from accounts.domain.posts import sync_groups
from accounts.middleware import POST_KEY
from accounts.models import User
from tests.cases.factories import MONDAY, County, make_item


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The desk works on the Monday on which the cases of the factories begin, one hour later."""
    moment = MONDAY.replace(hour=11)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


@pytest.fixture
def signed_in(county: County) -> Any:
    """`signed_in(actor)`: a browser of this person, in the post the actor works in."""

    def enter(actor: Actor) -> Client:
        client = Client()
        user = User.objects.get(pk=actor.user_id)
        if actor.post is not None:
            sync_groups(user=user, on=county.now.date())
        client.force_login(user)
        session = client.session
        session[POST_KEY] = actor.post.id if actor.post else None
        session.save()
        return client

    return enter


@pytest.fixture
def second_item(county: County) -> Any:
    return make_item("elder_card", department=county.department)
