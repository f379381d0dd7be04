"""When a term ends, asked on a phone without scripts; two administrators close the county for a day of snow."""

import pytest

from tests.browser.county import build_county, press, staff

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_villager_reckons_a_term_on_a_phone_without_scripts(new_page, axe):
    build_county()
    phone = new_page(phone=True, javascript=False)
    phone.goto("/services/")
    phone.get_by_role("contentinfo").get_by_role("link", name="期限计算器").click()
    phone.get_by_label("从哪一天起算").fill("20260213")
    phone.get_by_label("期限长度").fill("5")
    press(phone, "计算")
    assert phone.get_by_role("heading", name="2026年2月27日(周五)").is_visible()
    assert phone.get_by_role("cell", name="春节放假，不计入").count() == 9
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    desk = new_page()
    for query in ("", "?start=2026-12-10&n=20&unit=working_day&pauses=2026-12-14..2026-12-22", "?start=x&unit=hour"):
        desk.goto(f"/deadline/{query}")
        axe(desk, within="#main")


def test_two_administrators_close_the_county_for_a_day(new_page, axe):
    build_county()
    first, second = new_page(staff("admin")), new_page(staff("admin2"))
    first.goto("/admin/workcalendar/propose/")
    axe(first, within=".cal")
    first.get_by_label("变更原因").fill("大雪红色预警")
    first.get_by_label("依据文件").fill("云政发电〔2026〕12号")
    first.locator("[name=row-0-first]").fill("2026-12-03")
    first.locator("[name=row-0-what]").select_option("emergency")
    first.locator("[name=row-0-name]").fill("暴雪")
    press(first, "预览变更")
    assert first.get_by_role("row", name="2026年12月3日(周四) 上班 暴雪应急停办 影响期限").is_visible()
    press(first, "提交变更")
    assert first.get_by_role("button", name="使其生效").is_disabled()
    assert first.get_by_text("须由另一人生效").is_visible()

    second.goto("/admin/workcalendar/")
    second.get_by_role("link", name="大雪红色预警").click()
    second.wait_for_selector(".cal")
    axe(second, within=".cal")
    press(second, "使其生效")
    assert second.get_by_text("已生效").first.is_visible()
    second.goto("/admin/workcalendar/?year=2026&layer=990100")
    assert second.get_by_title("2026年12月3日(周四) 暴雪应急停办").is_visible()
    axe(second, within=".cal")

    visitor = new_page()
    visitor.goto("/deadline/?start=2026-12-01&n=2&unit=working_day")
    assert visitor.get_by_role("heading", name="2026年12月4日(周五)").is_visible()
