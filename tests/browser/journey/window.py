"""Step 3: a clerk takes in a walk-in with two items, by the keyboard alone; one is accepted, one gets its notice."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from accounts.data.demo_people import NEIGHBOUR
from accounts.models import Resident
from cases.enums import Status
from cases.models import Case
from places.calendar import calendar_for
from tests.accounts.factories import invented_id_number
from tests.browser.journey.cast import Cast
from tests.browser.journey.hands import press, text
from tests.browser.journey.judge import words_of
from tests.browser.journey.keys import Keys
from tests.browser.journey.refusals import asks_to_sign_in, does_not_exist_for

WALK_IN = "䶮小兰"
ID_NUMBER = invented_id_number(1188, date(1943, 1, 2))
INTAKE = "/admin/desk/intake/"
PHOTO = "近期1寸免冠照片"
WRITTEN = {
    "emergency_contact_name": "李晓梅",
    "emergency_contact_phone": "19900000002",
    "household_address": "溪北街道1组1号",
    "bank_name": "云溪农村商业银行",
    "bank_account": "9901000000000000018",
}
CHOSEN = ("had_card", "living_with", "other_allowance")
TWO_MINUTES = 240  # keys, at two a second


def only_the_window_takes_in(cast: Cast) -> None:
    for who in ("reviewer", "approver", "editor", "supervisor"):
        does_not_exist_for(cast(who), INTAKE)
    asks_to_sign_in(cast(NEIGHBOUR), INTAKE)


def a_walk_in_is_registered_and_picks_two_items(cast: Cast) -> Keys:
    """Nobody has the number, so it stands in the form already; items are found by their initials."""
    page = cast("clerk")
    page.goto("/admin/")
    keys = Keys(page)
    keys.go("i")
    keys.type(ID_NUMBER)
    keys.go("Enter")
    assert "没有找到" in text(page)
    for name, value in {"id_number": "", "name": WALK_IN, "phone": "19900000009"}.items():
        keys.tab_to(name)
        keys.type(value)
    keys.tab_to("region")
    keys.press("ArrowDown")
    keys.tab_to("address")
    keys.type("1组1号")
    keys.go("Enter")
    assert Resident.objects.get(name=WALK_IN).id_number == ID_NUMBER
    for words in ("gljt", "优待证"):
        keys.type(words)
        keys.press("Enter")
    keys.go("Enter")
    return keys


def what_the_items_share_is_given_once(cast: Cast, keys: Keys) -> list[Case]:
    """Down the sheet, stop by stop; the photograph is not there, which stops nothing."""
    page = cast("clerk")
    for name in ("phone", "address", "household_address", "emergency_contact_name"):
        assert page.locator(f"[name={name}]").count() == 1
    assert page.locator(".desk-tag", has_text="共用").count() >= 6
    assert page.input_value("[name=phone]") == "19900000009"
    while (name := keys.here()) != "declared":
        if name.startswith("situation_"):
            keys.go("Space")
            continue
        if name.startswith("seen_") and name != "seen_recent_photo":
            keys.press("Space")
        elif name in CHOSEN:
            keys.press("ArrowDown")
        keys.type(WRITTEN.get(name, ""))
        keys.press("Tab")
    page.locator("[data-desk-missing]", has_text="已经齐全").wait_for()
    assert PHOTO in page.inner_text("[data-desk-missing]")
    keys.press("Space")
    keys.tab_to("收件并出收件凭证")
    keys.go("Enter")
    cases = list(Case.objects.filter(applicant__name=WALK_IN).select_related("item", "unit", "application"))
    assert [case.status for case in cases] == [Status.RECEIVED, Status.RECEIVED]
    assert len({case.application_id for case in cases}) == 1
    return sorted(cases, key=lambda case: case.pk)


def one_is_accepted_and_one_gets_a_complete_notice(cast: Cast, keys: Keys, cases: list[Case]) -> tuple[Case, Case]:
    card, allowance = cases
    assert [case.item.key for case in cases] == ["elder_card", "senior_allowance"]
    assert card.intake_due_on == five_working_days_on(card)
    keys.tab_to("一次性告知")
    keys.go("Enter")
    assert PHOTO in text(cast("clerk"))
    keys.tab_to("一次性告知")
    keys.go("Enter")
    keys.tab_to("受理")
    keys.go("Enter")
    card.refresh_from_db()
    allowance.refresh_from_db()
    assert (card.status, allowance.status) == (Status.CORRECTION_REQUIRED, Status.ACCEPTED)
    assert keys.pressed < TWO_MINUTES
    return card, allowance


def five_working_days_on(case: Case) -> date:
    calendar, day = calendar_for(case.unit), timezone.localdate(case.received_at)
    for _working_day in range(5):
        day += timedelta(days=1)
        while not calendar.is_workday(day):
            day += timedelta(days=1)
    return day


def both_papers_are_at_hand(cast: Cast, card: Case, allowance: Case) -> None:
    """Acceptance and correction notice open from the page of the check."""
    page = cast("clerk")
    for case, title, words in (
        (allowance, "受理通知书", [allowance.number]),
        (card, "补正材料通知书", [card.number, PHOTO, "需要补正的全部内容一次告知您"]),
    ):
        section = page.locator(f"#case-{case.pk}")
        notice = words_of(cast.content("clerk", section.get_by_role("link", name=title)))
        for word in [WALK_IN, *words]:
            assert str(word) in notice, f"{title}: {word} is not in {notice}"


def the_photo_comes_and_the_card_is_accepted(cast: Cast, card: Case) -> None:
    """He has no login: he brings it to the window."""
    page = cast("clerk")
    page.goto(f"/admin/desk/case/{card.public_id}/")
    press(page, "登记补交")
    assert PHOTO in text(page)
    page.get_by_label("已看原件").check()
    press(page, "登记")
    page.locator("input[name=state_recent_photo][value=ok]").check()
    press(page, "保存并受理")
    card.refresh_from_db()
    assert card.status == Status.ACCEPTED
