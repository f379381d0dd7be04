"""一次办理 on a telephone without a script: from the page of the package to the whole with its parts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cases.models import Application, Case
from tests.browser.looks.public import SEND
from tests.cases.factories import County
from tests.cases.packages import make_package

ANSWERS = {"phone": "13800000000", "id_number": "110101199003070978"}


@pytest.fixture
def county(county_server) -> County:
    Locale.objects.get_or_create(language_code="zh-hans")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    Site.objects.get_or_create(is_default_site=True, defaults={"root_page": root})
    county = County(now=timezone.localtime())
    make_package(county)
    return county


@pytest.fixture
def page(county, new_page):
    return new_page(county.resident.user, phone=True, javascript=False)


def look(page, name: str) -> None:
    """Pictures for a person, when they are asked for."""
    if folder := os.environ.get("LOOKS"):
        page.screenshot(path=Path(folder) / f"package-{name}.png", full_page=True)


def test_the_newborn_package_is_applied_for_on_a_telephone_without_a_script(county, page):
    page.goto(reverse("online:thing", args=["newborn"]))
    look(page, "start")
    page.locator(".yc-actions a").first.click()
    look(page, "parts")
    for part in ("城乡居民基本医疗保险参保登记", "社会保障卡"):
        page.get_by_label(part).first.check()
    SEND(page)
    while "/question/" in page.url:
        look(page, "question")
        page.locator("main input[type=radio]").first.check()
        SEND(page)
    look(page, "papers")
    assert page.locator("main h1").inner_text() == "您需要的材料"
    page.locator(".yc-actions a").click()
    SEND(page)
    look(page, "tasks")
    assert "新生儿出生一件事" in page.inner_text("main")
    application = Application.objects.get()
    page.locator(".yc-tasks a").first.click()
    page.locator("main input").last.press("Enter")
    page.goto(reverse("online:check", args=[application.public_id]))
    look(page, "check")
    page.locator(".yc-actions a").click()
    page.get_by_label("真实").check()
    look(page, "declare")
    SEND(page)
    look(page, "done")
    assert Case.objects.filter(application=application).exclude(number=None).count() == 3
    page.locator(".yc-actions a", has_text="看全部进度").click()
    look(page, "whole")
    assert "3件事已办完0件" in page.inner_text("main")
    page.locator(".yc-cards a").first.click()
    look(page, "case")
    assert "这是“新生儿出生一件事”里的一件" in page.inner_text("main")
