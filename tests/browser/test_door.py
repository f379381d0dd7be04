"""At the door with a finger: the signature on the glass, the pages without a fault, and verification by a stranger."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from accounts.models import Mandate, MandateProof, User
from cases.models import Certificate
from cases.visits.signature import read_signature
from tests.cases.factories import County
from tests.cases.visits.factories import Door, address


@pytest.fixture
def county(county_server) -> County:
    Locale.objects.get_or_create(language_code="zh-hans")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    Site.objects.get_or_create(is_default_site=True, defaults={"root_page": root})
    return County(now=timezone.localtime())


@pytest.fixture
def door(county) -> Door:
    assert county.item is not None
    return Door(county)


@pytest.fixture
def helper_phone(door, new_page):
    return new_page(User.objects.get(pk=door.helper.user_id), phone=True)


def aside(act: Callable[[], Any]) -> Any:
    """In a thread of its own: Playwright keeps an event loop in this one, and papers are signed in one of theirs."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(act_and_close, act).result()


def act_and_close(act: Callable[[], Any]) -> Any:
    try:
        return act()
    finally:
        connection.close()


def write_on_the_glass(page) -> None:
    field = page.locator("[data-signature-field]")
    field.scroll_into_view_if_needed()
    frame = field.bounding_box()
    page.mouse.move(frame["x"] + 30, frame["y"] + 40)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(frame["x"] + 30 + step * 15, frame["y"] + 40 + (step % 3) * 12)
    page.mouse.up()


def send(page) -> None:
    page.locator("main form button[type=submit]").last.click()


def test_the_principal_signs_on_the_glass(door, helper_phone, axe):
    page = helper_phone
    visit = door.identified()
    page.goto(address("scope", visit))
    axe(page)
    send(page)
    axe(page)
    write_on_the_glass(page)
    assert page.locator("[data-signature-state]").inner_text() == "已签字"
    drawn = page.locator("[data-signature-value]").input_value()
    assert read_signature(drawn).size > 1000
    send(page)
    page.wait_for_url("**/visit/**")
    assert Mandate.objects.get().proof_kind == MandateProof.GLASS
    axe(page)


def test_writing_anew_empties_the_field(door, helper_phone):
    page = helper_phone
    page.goto(address("scope", door.identified()))
    send(page)
    write_on_the_glass(page)
    page.locator("[data-signature-clear]").click()
    assert page.locator("[data-signature-value]").input_value() == ""
    send(page)
    page.locator(".govuk-error-summary").wait_for()
    assert not Mandate.objects.exists()


def test_without_a_script_there_is_no_field_but_the_photograph(door, new_page):
    page = new_page(User.objects.get(pk=door.helper.user_id), phone=True, javascript=False)
    page.goto(address("scope", door.identified()))
    send(page)
    assert not page.locator("[data-signature-field]").is_visible()
    assert page.locator("input[type=file]").is_visible()


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_every_page_of_a_visit_is_accessible(door, new_page, axe, size):
    page = new_page(User.objects.get(pk=door.helper.user_id), phone=size == "phone")
    new, begun = door.asked(), aside(door.begun)
    pages = [
        "/door/",
        "/door/enter/",
        *(address(name, new) for name in ("visit", "person", "register", "move", "stop")),
    ]
    pages += [address("visit", begun), reverse("door:read_back", args=[begun.application.public_id])]
    pages += [reverse("door:mandate", args=[begun.mandate.public_id])]
    for where in pages:
        assert page.goto(where).status == 200
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), where


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_verification_is_accessible_and_narrow(county, new_page, axe, size):
    certificate = Certificate.objects.get(case=aside(county.granted))
    page = new_page(phone=size == "phone")
    for where in ("/verify/", reverse("verify:certificate", args=[certificate.token]), "/verify/nosuch/"):
        page.goto(where)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), where
