"""What turns silent mistakes into failures, and the few fixtures that every room uses.

A test fails on: an undefined variable in a template of ours, a naive moment, an unordered list that is paginated, a
warning of our own (pyproject.toml), a form that posts without a CSRF token, and any connection that leaves this machine.

The whole run lives on one Wednesday, so that no test passes today and fails tomorrow. TEST_DAY=2027-02-07T23:55+08:00
(Beijing time, or any other zone) asks how the code does on another.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests import template_database
from tests.guards import UndefinedVariable, check_forms, only_this_machine
from tests.queries import added, queries_of
from tests.tables import call_with_tables_released

pytest_plugins = ["tests.judges", "tests.sharing"]

DAY = "2026-11-25T14:00+08:00"  # in office hours; most tests make their rows in the month before

# A property is no measure of speed: on a busy machine it holds all the same.
hypothesis_settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def the_day() -> Iterator[None]:
    """The machine's clock is set when the run starts, and goes on from there."""
    with time_machine.travel(datetime.fromisoformat(os.environ.get("TEST_DAY", DAY)).astimezone(UTC), tick=True):
        yield


@pytest.fixture(scope="session", autouse=True)
def guarded(the_day: None) -> Iterator[None]:
    """Undefined variables and connections that leave the machine, for the whole run."""
    from django.template import engines

    engines["django"].engine.string_if_invalid = UndefinedVariable()
    with only_this_machine(), pytest.MonkeyPatch.context() as patch:
        # A test with real transactions ends with a flush, which the triggers of append-only tables would refuse.
        patch.setattr("django.test.testcases.call_command", call_with_tables_released)
        yield
    shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_copy(pytestconfig: pytest.Config) -> Path | None:
    """Where the empty copy of the test database is or will be; None when this run does without."""
    if connection.vendor != "sqlite" or pytestconfig.getoption("create_db") or pytestconfig.getoption("reuse_db"):
        return None
    return pytestconfig.cache.mkdir("database") / f"{template_database.digest()}.sqlite3"


@pytest.fixture(scope="session")
def turn_to_make_it(empty_copy: Path | None) -> IO[bytes] | None:
    """Held by the one process that makes the copy; None where it is there."""
    if empty_copy is None or empty_copy.exists():
        return None
    turn = template_database.my_turn(empty_copy)
    if not empty_copy.exists():
        return turn
    turn.close()
    return None


@pytest.fixture(scope="session")
def django_db_keepdb(
    request: pytest.FixtureRequest,
    empty_copy: Path | None,
    turn_to_make_it: IO[bytes] | None,
    django_db_modify_db_settings: None,
) -> bool:
    if empty_copy is None:
        return request.config.getoption("reuse_db")
    if turn_to_make_it is not None:
        return False
    return template_database.lay_out(empty_copy, Path(connection.settings_dict["TEST"]["NAME"]))


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, empty_copy: Path | None, turn_to_make_it: IO[bytes] | None, django_db_blocker: Any
) -> None:
    if empty_copy is None or turn_to_make_it is None:
        return
    with turn_to_make_it, django_db_blocker.unblock():
        template_database.keep(Path(connection.settings_dict["NAME"]), empty_copy)


@pytest.fixture(autouse=True)
def forms_carry_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    request = Client.request

    def checked(self: Client, **environ: Any) -> Any:
        response = request(self, **environ)
        check_forms(environ.get("PATH_INFO", ""), response)
        return response

    monkeypatch.setattr(Client, "request", checked)


@pytest.fixture
def now() -> datetime:
    """A Monday morning in office hours; every workday around it is in the official calendar."""
    return datetime(2026, 11, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def client_for(db: None) -> Callable[..., Client]:
    """`client_for(user)` is a signed-in client; `post` chooses one of several posts of a member of staff."""

    def signed_in(user: Any, post: Any = None) -> Client:
        client = Client()
        client.force_login(user, backend="accounts.backends.LoginNameBackend")
        if post is not None:
            session = client.session
            session["post_id"] = post.pk
            session.save()
        return client

    return signed_in


@pytest.fixture
def assert_same_queries(db: None) -> Callable[..., None]:
    """`assert_same_queries(show, grow)`: `show()` takes as many queries after `grow()` as before."""

    def check(show: Callable[[], Any], grow: Callable[[], Any]) -> None:
        for _warming in range(2):
            show()  # what a process keeps does not count, nor what it keeps only when asked a second time
        few = queries_of(show)
        grow()
        many = queries_of(show)
        if len(many) != len(few):
            many = queries_of(show)  # what was kept and is read again is read once; what grows with the rows stays
        assert len(many) == len(few), added(few, many)

    return check


def could_be_drawn(document_id: int) -> None:
    """Raises `core.errors.Refused` where the data lacks what the paper needs."""
    from cases.models import OfficialDocument
    from papers.catalogue import KINDS
    from papers.make import require_complete

    document = OfficialDocument.objects.get(pk=document_id)
    require_complete(KINDS[document.code], document.context)


@pytest.fixture(autouse=True)
def papers_wait(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job that draws a paper only looks whether it could: drawing takes longer than all the rest of most tests.

    `@pytest.mark.drawn` lets it draw; whoever opens a paper has it drawn in any case.
    """
    if not {"drawn", "browser"} & {mark.name for mark in request.node.iter_markers()}:
        monkeypatch.setattr("cases.tasks.make_document", SimpleNamespace(enqueue=could_be_drawn))


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process keeps of the database would outlive a test that is rolled back: answers, values, roots of sites.

    The frame of the back office is kept by the minute of the machine's clock: a test is one moment, whenever it runs.
    """
    from wagtail.models import Site

    from catalog.models.versions import facts_read
    from home.memory import remembered
    from home.middleware import kept
    from portal import admin_frame

    monkeypatch.setattr(admin_frame, "this_moment", lambda: 0)
    kept.clear()
    remembered.clear()
    Site.clear_site_root_paths_cache()
    facts_read.clear()


def pytest_collection_finish() -> None:
    """What is there by now stays: the collector need not walk over a million objects again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
