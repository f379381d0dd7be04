"""Step 8: everybody finds what she may see, and counts and suggestions give nothing else away."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone

from accounts.data.demo_people import ELDER, NEIGHBOUR
from accounts.domain.actors import actor_for
from cases.models import Case
from tests.browser.county import staff
from tests.browser.journey.cast import Cast
from tests.browser.journey.hands import text

NOTE = "电话联系过，老人听力不好"


def a_colleague_writes_a_note(cast: Cast, case: Case) -> None:
    page = cast("reviewer")
    page.goto(reverse("desk:case", args=[case.public_id]))
    page.locator("[name='note-text']").fill(NOTE)
    with page.expect_navigation():
        page.get_by_role("button", name="添加备注").click()


def staff_find_within_their_scope(cast: Cast, case: Case) -> None:
    """By name, number, item, words of the form and of notes, the holder masked. Another unit finds nothing."""
    words = ("王秀英", case.number, "王秀英 高龄津贴", "云溪农村商业银行", NOTE)
    for asked in words:
        for who in ("clerk", "reviewer", "approver"):
            assert search_at_desk(cast(who), asked, case), (who, asked)
        assert not search_at_desk(cast("approver2"), asked, case), asked
        assert "王秀英" not in [title.inner_text() for title in cast("clerk").locator(".yc-found__meta").all()]
    other = staff("approver2")
    mine = Case.objects.visible_to(actor_for(user=other, on=timezone.localdate()), on=timezone.localdate())
    links = cast("approver2").locator(".yc-found__list a[href*='/desk/case/']").all()
    found = {str(link.get_attribute("href")).rstrip("/").rpartition("/")[2] for link in links}
    assert found <= {str(public_id) for public_id in mine.values_list("public_id", flat=True)}


def search_at_desk(page: Any, words: object, case: Case) -> bool:
    """Whether the case is among what is found; typed as everybody types it."""
    page.goto(reverse("search_cases"))
    page.locator("main input[name=q], #main input[name=q]").first.fill(str(words))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return bool(page.locator(f"a[href*='{case.public_id}']").count())


def residents_find_their_own(cast: Cast, case: Case) -> None:
    for who, sees in ((ELDER, True), (NEIGHBOUR, False)):
        page = cast(who)
        page.goto(f"/search/?q={case.number}")
        assert bool(page.locator(f"main a[href*='{case.public_id}']").count()) == sees


def strangers_find_guides_only(cast: Cast, case: Case) -> None:
    """Not by the name, not by the number, not by the words of a note, not in the suggestions."""
    page = cast.stranger()
    for words in ("王秀英", str(case.number), NOTE):
        page.goto(f"/search/?q={quote(words)}")
        assert str(case.public_id) not in page.content()
        suggested = page.request.get(f"{cast.address}/search/suggest?q={quote(words[:4])}").json()["suggestions"]
        assert not [title for title in suggested if "王秀英" in title or str(case.number) in title]
    page.goto(f"/search/?q={quote('高龄补贴')}")
    assert "高龄津贴申领" in text(page)
