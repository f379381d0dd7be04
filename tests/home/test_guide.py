"""The guide: its parts in their order, its honest dates, its papers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from catalog.content import Limit
from catalog.guide import build_guide
from flow.calendar import WalkedCalendar
from tests.home.factories import contents, make_guide

ORDER = [
    "conditions",
    "materials",
    "steps",
    "dates",
    "ways",
    "fees",
    "result",
    "places",
    "basis",
    "questions",
    "remedy",
    "privacy",
]
NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


class Weekdays(WalkedCalendar):
    def __init__(self, provisional_from: date = date.max) -> None:
        self.provisional_from = provisional_from

    def is_workday(self, day: date) -> bool:
        return day.weekday() < 5

    def is_provisional(self, day: date) -> bool:
        return day >= self.provisional_from


def guide_of(**changes):
    facts = replace(contents()["senior_allowance"], **changes)
    return build_guide(facts, now=NOW, calendar=Weekdays())


def test_the_parts_stand_in_the_order_of_the_provincial_portals(site, client):
    page = make_guide()

    html = client.get(page.url).content.decode()

    found = re.findall(r'<section class="yc-section" id="([a-z]+)"', html)
    assert found == ORDER
    assert html.index("yc-facts") < html.index('id="conditions"')


def test_the_contents_lead_to_every_part(site, client):
    html = client.get(make_guide().url).content.decode()

    assert re.findall(r'<a href="#([a-z]+)">', html.split('class="yc-contents"')[1].split("</nav>")[0]) == ORDER


def test_the_button_leads_to_the_application_of_the_item(site, client):
    html = client.get(make_guide().url).content.decode()

    assert 'href="/apply/start/senior_allowance/"' in html


def test_dates_are_the_usual_and_the_latest_day():
    guide = guide_of(usual_days=5, promised_limit=Limit(10, "working_day"))

    assert guide.dates.usual.on == date(2026, 11, 30)
    assert guide.dates.latest.on == date(2026, 12, 7)


def test_a_usual_time_longer_than_the_promise_is_not_told():
    assert guide_of(usual_days=30, promised_limit=Limit(10, "working_day")).dates.usual is None


def test_instant_items_have_no_dates_and_say_on_the_spot():
    guide = guide_of(usual_days=None, promised_limit=Limit(0, "instant"))

    assert guide.dates.latest is None
    assert guide.strip[0]["value"] == "当场办结"


def test_a_date_that_rests_on_unknown_holidays_is_provisional():
    guide = build_guide(contents()["senior_allowance"], now=NOW, calendar=Weekdays(date(2026, 12, 1)))

    assert guide.dates.is_provisional


def test_papers_we_fetch_stand_apart_and_are_marked():
    guide = guide_of()

    assert {line.material.key for line in guide.fetched_papers} >= {"id_card", "household_booklet"}
    assert not any(line.material.shared for line in guide.own_papers)


def test_answers_leave_only_the_papers_they_make_necessary(site, client):
    page = make_guide()

    everything = client.get(page.url).content.decode()
    narrowed = client.get(page.url, {"age_band": "from_80", "receipt_account": "own", "agent": "self"}).content.decode()

    assert "下面是按您的回答要准备的材料" in narrowed
    assert "委托家人代领声明" in everything
    assert "委托家人代领声明" not in narrowed


def test_answers_nobody_offered_change_nothing():
    facts = contents()["senior_allowance"]
    guide = build_guide(facts, now=NOW, calendar=Weekdays(), answers={"age_band": "from_7", "x": "y"})

    assert guide.answers == {}
    assert len(guide.own_papers) + len(guide.fetched_papers) == len(facts.materials)


def test_a_paused_item_can_be_read_but_not_applied_for(site, client):
    page = make_guide()
    page.item.state = "2"
    page.item.save()

    html = client.get(page.url).content.decode()

    assert "暂停办理" in html
    assert "/apply/start/" not in html


def test_a_guide_without_a_published_version_is_not_found(site, client):
    page = make_guide()
    page.item.current_version = None
    page.item.save()

    assert client.get(page.url).status_code == 404
