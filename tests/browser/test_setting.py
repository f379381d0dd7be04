"""The setting of the browser tests itself: fonts that are there, a server whose threads see what a test wrote."""

import pytest
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from core.domain.audit import append_audit
from places.models import CalendarDay

CHARACTERS = "高龄津贴登记县䶮㛃"


def picture(page, character: str) -> bytes:
    page.set_content(f'<p lang="zh-CN" style="font-size: 40px; width: 60px; margin: 0">{character}</p>')
    return page.locator("p").screenshot()


def test_chinese_is_drawn_as_characters_and_not_as_boxes(desk):
    box = picture(desk, "\ue123")  # a private character, which no font has
    drawn = {character: picture(desk, character) for character in CHARACTERS}
    assert [character for character, image in drawn.items() if image == box] == []
    assert len(set(drawn.values())) == len(CHARACTERS)


def test_a_style_sheet_and_a_chinese_page_come_from_the_server(desk):
    answer = desk.goto("/no-such-page/")
    assert answer.status == 404
    assert desk.locator("html").get_attribute("lang") == "zh-CN"
    assert "govuk" in desk.content()
    assert desk.evaluate("getComputedStyle(document.body).fontFamily") != ""


@pytest.mark.parametrize("attempt", ["first", "second"])
def test_every_test_begins_with_what_migrations_made(county_server, attempt):
    assert Page.objects.filter(depth=1).exists()
    assert CalendarDay.objects.exists()
    assert User.objects.count() == 0
    User.objects.create(username=attempt)
    append_audit(action="accounts.test", user_id=None, user_name="", subject="", data={}, now=timezone.now())
