from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.actors import Actor
from accounts.domain.actors import actor_for
from tests.accounts.factories import PostFactory, ResidentFactory


@pytest.fixture
def now() -> datetime:
    """The clock of the views, so that verbs called by hand and by a page agree on the day."""
    return timezone.now()


@pytest.fixture
def today(now: datetime) -> date:
    return timezone.localdate(now)


@pytest.fixture
def alice(db):
    """The owner."""
    return ResidentFactory(name="王秀英")


@pytest.fixture
def bob(db):
    """Somebody alice knows: acts for her once she has given a mandate."""
    return ResidentFactory(name="李晓梅")


@pytest.fixture
def charlie(db):
    """A stranger."""
    return ResidentFactory(name="赵国强")


@pytest.fixture
def admin_post(db):
    return PostFactory(sys_admin=True)


@pytest.fixture
def acting(today):
    """The actor of a resident, a post or a user."""

    def build(of: object) -> Actor:
        return actor_for(user=getattr(of, "user", of), on=today)

    return build


@pytest.fixture
def signed_in():
    """A browser in which this resident, post holder or user is signed in."""

    def build(of: object) -> Client:
        client = Client()
        client.force_login(getattr(of, "user", of), backend="accounts.backends.LoginNameBackend")
        return client

    return build


@pytest.fixture
def same_queries():
    """Asserts that a page takes as many queries after `more()` as before; a call beforehand warms what is kept."""

    def check(client: Client, address: str, more: Callable[[], object]) -> None:
        counts = []
        for step in (None, more):
            if step is not None:
                step()
            for _warming in range(2):
                client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))
        assert counts[1] == counts[0]

    return check
