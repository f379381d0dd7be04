"""A real browser against a real server: Debian's Chromium through Playwright, in Chinese, in Shanghai's time."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from wagtail.models import Site

from tests.browser.watch import Watch
from tests.judges import CHROMIUM, ROOT

# Playwright keeps an event loop in this thread, so Django would take every query of a test for one of a coroutine.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--font-render-hinting=none"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",  # no name leaves the machine
]
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test below this folder is a browser test, with a longer time limit."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(600))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def first_rows(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the database as migrations and `post_migrate` left it."""
    assert "test" in Path(connection.settings_dict["NAME"]).name, "put_back empties tables: only ever those of a test"
    copy = tmp_path_factory.mktemp("first") / "rows.sqlite3"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    connection.close()
    return copy


def put_back(copy: Path) -> None:
    """Lay out every table anew; Django's own way loses the page tree of Wagtail."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("ATTACH DATABASE %s AS first", [str(copy)])
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM main.{name})")  # noqa: S608 - a table of ours
            if cursor.fetchone()[0]:  # post_migrate after the flush made rows with other numbers
                cursor.execute(f"DELETE FROM main.{name}")  # noqa: S608 - as above
            cursor.execute(f"INSERT INTO main.{name} SELECT * FROM first.{name}")  # noqa: S608 - as above
        cursor.execute("DETACH DATABASE first")
        cursor.execute("PRAGMA foreign_keys = ON")
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def rows(first_rows: Path) -> Path:
    """The copy that is laid out for every test; a package with tables of its own overrides it."""
    return first_rows


@pytest.fixture
def county_server(rows: Path, live_server: Any, settings: Any) -> Any:
    """The server; the same rows are in the tables again for every test."""
    put_back(rows)
    settings.PUBLIC_URL = settings.WAGTAILADMIN_BASE_URL = live_server.url
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    return live_server


@pytest.fixture
def new_page(chromium: Any, county_server: Any, request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """`new_page(user=None, phone=False, javascript=True)`: a page in a browser of its own, signed in as `user`.

    Addresses may be given as paths. After the test nothing may have been asked from another host, no script may have
    failed, no content policy been broken and no answer been a 5xx; a failed test leaves pictures in test-results/.
    """
    opened: list[tuple[Any, Watch]] = []

    def open_page(user: Any = None, *, phone: bool = False, javascript: bool = True) -> Any:
        context = chromium.new_context(
            base_url=county_server.url,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            java_script_enabled=javascript,
            **(PHONE if phone else DESK),
        )
        context.set_default_timeout(15_000)
        context.set_default_navigation_timeout(60_000)  # papers are made within the request
        if user is not None:
            context.add_cookies([session_cookie(user, county_server.url)])
        page = context.new_page()
        opened.append((page, Watch(page, host=urlsplit(county_server.url).netloc)))
        return page

    yield open_page
    report = getattr(request.node, "report_call", None)
    failed = report is None or report.failed
    for number, (page, _watch) in enumerate(opened):
        if failed:
            take_picture(page, request.node.nodeid, number)
        page.context.close()
    if not failed:
        assert [fault for _page, watch in opened for fault in watch.faults] == []


@pytest.fixture
def desk(new_page: Callable[..., Any]) -> Any:
    return new_page()


@pytest.fixture
def phone(new_page: Callable[..., Any]) -> Any:
    return new_page(phone=True)


@pytest.fixture
def axe() -> Callable[..., None]:
    """`axe(page, within="#main")`: the judge of accessible pages finds nothing, or the test says what and where.

    `but` are rules that were judged already and take long, such as `color-contrast` at another width.
    """
    from axe_playwright_python.sync_playwright import Axe

    def judge(page: Any, within: str | None = None, but: Iterable[str] = ()) -> None:
        options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in but}}
        results = Axe().run(page, context=within, options=options)
        found = [
            f"{violation['id']} ({violation['impact']}): {violation['help']}\n    "
            + "\n    ".join(node["html"][:200] for node in violation["nodes"][:5])
            for violation in results.response["violations"]
        ]
        assert not found, f"{page.url}:\n" + "\n".join(found)

    return judge


def session_cookie(user: Any, address: str) -> dict[str, str]:
    client = Client()
    client.force_login(user, backend="accounts.backends.LoginNameBackend")
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}


def take_picture(page: Any, name: str, number: int) -> None:
    folder = ROOT / "test-results"
    folder.mkdir(exist_ok=True)
    stem = re.sub(r"[^\w.-]+", "_", name.removeprefix("tests/"))[-150:]
    page.screenshot(path=folder / f"{stem}_{number}.png", full_page=True)
