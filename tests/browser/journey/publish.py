"""Step 1: an editor prepares, a second person publishes, and everybody finds the guide."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse

from catalog.models import ServiceItem
from tests.browser.journey.cast import Cast
from tests.browser.journey.hands import press, text
from tests.browser.journey.refusals import asks_to_sign_in

GUIDE = "/services/senior-allowance/"
SUMMARY = "满80岁的本县老人，每月都能领的高龄津贴。"
CONDITION = "户口在本县，人也住在本县。"
PAPER_NOTE = "拍银行卡正面，四个角都要拍到。"


def item() -> ServiceItem:
    return ServiceItem.objects.select_related("current_version").get(key="senior_allowance")


def address(name: str) -> str:
    return reverse(ServiceItem.snippet_viewset.get_url_name(name), args=[item().pk])


def the_gate_tells_everything_at_once(cast: Cast) -> None:
    """A draft with two faults is saved, not submitted, and both faults are told with the way to them."""
    page = cast("editor")
    page.goto(address("edit"))
    change(page, "complaint_phone", "", tab="咨询与救济")
    change(page, "result_name", "", tab="收费与结果")
    submit_for_review(page)
    told = page.inner_text(".messages")
    assert "已存为草稿，没有送审" in told
    assert "咨询电话和投诉电话都要填写" in told
    assert "结果" in told
    assert item().current_version.number == 1


def an_editor_mends_previews_and_submits(cast: Cast) -> None:
    page = cast("editor")
    change(page, "complaint_phone", "0990-5551109", tab="咨询与救济")
    change(page, "result_name", "高龄津贴发放通知", tab="收费与结果")
    change(page, "summary", SUMMARY, tab="基本信息")
    change(page, "condition_rows-0-text", CONDITION, tab="条件与依据")
    change(page, "material_rows-1-fill_note", PAPER_NOTE, tab="材料")
    page.get_by_role("button", name="预览开关").click()
    preview = page.frame_locator("#w-preview-iframe, iframe[id*=preview]").first
    preview.get_by_text(SUMMARY).wait_for()
    assert "这是预览" in preview.locator("main").inner_text()
    page.get_by_role("button", name="预览开关").click()
    submit_for_review(page)
    assert "已提交审核" in page.inner_text(".messages")
    assert item().current_version.number == 1


def the_editor_cannot_publish(cast: Cast) -> None:
    page = cast("editor")
    page.goto(address("review"))
    assert "由没有编辑过它的发布人员决定" in text(page)
    assert not page.get_by_role("button", name="通过并发布").count()
    clerk = cast("clerk")
    clerk.goto(address("edit"))
    assert "edit" not in clerk.url and "高龄津贴" not in clerk.inner_text("main, #main")
    asks_to_sign_in(cast.stranger(), address("review"))


def a_second_person_publishes(cast: Cast) -> None:
    """From her landing to the draft, with what changed, and one button."""
    page = cast("publisher")
    press(page, re.compile("去审核"))
    for change_ in (SUMMARY, CONDITION, PAPER_NOTE):
        assert change_ in text(page)
    press(page, "通过并发布")
    assert "已发布" in page.inner_text(".messages")
    assert item().current_version.number == 2
    page.goto(address("edit"))
    assert "review" in page.url


def everybody_finds_the_guide(cast: Cast) -> None:
    """By its own name and by the name people use; under its department, who it serves, its theme and its window."""
    page = cast.stranger(phone=True, javascript=False)
    for words in ("高龄津贴申领", "高龄补贴"):
        page.goto("/")
        page.locator("main input[name=q]").first.fill(words)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        press(page, re.compile("高龄津贴申领"))
        assert page.url.endswith(GUIDE)
    assert SUMMARY in text(page)
    assert CONDITION in text(page)
    assert PAPER_NOTE in text(page)
    press(page, "溪北街道便民服务中心")
    assert page.locator(f"main a[href$='{GUIDE}']").count()
    for facet in ("department", "audience", "theme"):
        page.goto("/services/")
        choices = [link.get_attribute("href") for link in page.locator(f"main a[href*='{facet}=']").all()]
        assert any(lists_the_guide(page, choice) for choice in choices), facet


def lists_the_guide(page: Any, choice: str) -> bool:
    """On the list of this choice, or on one of its further pages."""
    page.goto(f"/services/{choice}")
    while not page.locator(f"main a[href$='{GUIDE}']").count():
        further = page.locator("main a[rel=next]")
        if not further.count():
            return False
        with page.expect_navigation():
            further.first.click()
    return True


def change(page: Any, name: str, value: str, *, tab: str) -> None:
    page.get_by_role("tab", name=re.compile(f"^{tab}")).click()
    page.locator(f"[name='{name}']").fill(value)


def submit_for_review(page: Any) -> None:
    page.get_by_role("button", name="更多动作").click()
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("提交给")).click()
