"""axe finds nothing on any page of ours, at the width of a desk and of a phone, and no page is wider than its screen.

With LOOKS=folder a picture of every page is left there, to be looked at.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.template import loader
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import DESK, session_cookie
from tests.browser.looks.addresses import names_of_ours, page_types_of_ours
from tests.browser.looks.excused import EXCUSED
from tests.browser.looks.look import Look
from tests.browser.looks.office import OFFICE
from tests.browser.looks.public import PUBLIC
from tests.browser.looks.stage import Stage
from tests.browser.watch import Watch

LOOKS = [*PUBLIC, *OFFICE]
WIDTHS = {"desk": {"width": 1280, "height": 1600}, "phone": {"width": 390, "height": 1600}}
SAME_AT_EVERY_WIDTH = ("color-contrast",)  # and the slowest rule of all
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_every_page_of_ours_is_looked_at_or_excused():
    listed = {look.url for look in LOOKS}
    kinds = {f"page:{kind}" for kind in page_types_of_ours()}
    assert sorted((names_of_ours() | kinds) - listed - set(EXCUSED)) == []


def test_every_look_has_a_name_of_its_own():
    names = [look.name for look in LOOKS]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_no_excuse_is_left_over():
    listed = {look.url for look in LOOKS}
    assert {name for name in EXCUSED if name in listed or name not in names_of_ours()} == set()


@pytest.fixture(scope="module")
def server(stage: Stage) -> Iterator[str]:
    server = LiveServer("localhost")
    yield str(server.url)
    server.stop()


@pytest.fixture(scope="module")
def page_of(chromium: Any, server: str, stage: Stage) -> Iterator[Callable[[str], tuple[Any, Watch]]]:
    """`page_of(who)`: one page for each person, signed in once."""
    opened: dict[str, tuple[Any, Watch]] = {}

    def page_of(who: str) -> tuple[Any, Watch]:
        if who not in opened:
            context = chromium.new_context(
                base_url=server, locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce", **DESK
            )
            context.set_default_timeout(15_000)
            if who:
                context.add_cookies([session_cookie(stage.user(who), server)])
            page = context.new_page()
            opened[who] = page, Watch(page, host=urlsplit(server).netloc)
        return opened[who]

    yield page_of
    for page, _watch in opened.values():
        page.context.close()


@pytest.mark.law("R30")
@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_axe_finds_nothing(look: Look, stage: Stage, page_of: Callable[..., Any], axe: Callable[..., None]):
    page, watch = page_of(look.who)
    watch.faults.clear()
    page.set_viewport_size(WIDTHS["desk"])
    open_look(page, look, stage)
    for width, size in WIDTHS.items():
        page.set_viewport_size(size)
        take_picture(page, f"{look.name}-{width}")
        assert page.evaluate(TOO_WIDE) <= 1, f"wider than the {width}"
        if look.judged:
            axe(page, but=SAME_AT_EVERY_WIDTH if width == "phone" else ())
    assert [fault for fault in watch.faults if look.judged and not fault.startswith(str(look.status))] == []


def open_look(page: Any, look: Look, stage: Stage) -> None:
    address = stage.address(look)
    if look.url.startswith("template:"):
        page.goto("/search/")
        page.set_content(loader.render_to_string(address))
        return
    answer = page.goto(address)
    assert answer.status == look.status, f"{answer.status} {address}"
    sent_back = urlsplit(page.url).path == "/admin/" != urlsplit(address).path
    assert not sent_back, f"{look.who} may not open {address}"
    if look.go is not None:
        look.go(page)


def take_picture(page: Any, name: str) -> None:
    if folder := os.environ.get("LOOKS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.wait_for_timeout(400)  # the side bar of the back office moves when the width changes
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
