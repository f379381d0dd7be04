"""期限计算器: the public page."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from home.models import PageGeneration
from tests.places.factories import change_days, emergency, make_county

pytestmark = pytest.mark.usefixtures("site")
ADDRESS = "/deadline/"


def text_of(response):
    """As it is read, in one line."""
    body = re.sub(r"<head>.*?</head>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", body)))


def ask(client, **query):
    return client.get(ADDRESS, {"start": "2026-02-13", "n": "5", "unit": "working_day", **query})


def cells(response, mark):
    """The words of the days that carry this mark in the picture."""
    html = response.content.decode()
    return re.findall(rf'yc-day--{mark}[^"]*"><span class="govuk-visually-hidden">([^<]+)', html)


def test_the_empty_page_asks_and_explains(client):
    response = client.get(reverse("home:deadline"))
    assert response.status_code == 200
    text = text_of(response)
    assert "期限计算器" in text
    assert "民法典第203条" in text
    assert "yc-months" not in response.content.decode()


def test_a_sentence_says_when_the_term_ends(client):
    response = ask(client)
    assert "从2026年2月13日(周五)起算5个工作日，到期日是2026年2月27日(周五)" in text_of(response)
    assert "计入5天" in text_of(response)
    assert "节假日9天" in text_of(response)


def test_the_picture_numbers_the_counted_days_and_names_the_holidays(client):
    response = ask(client)
    assert cells(response, "counted")[0] == "2026年2月14日(周六)：第 1 日（春节调休上班）"
    assert cells(response, "counted")[-1] == "2026年2月27日(周五)：第 5 日。期限在这一天届满。"
    assert len(cells(response, "holiday")) == 9
    assert cells(response, "start") == ["2026年2月13日(周五)：第 0 日，不计入"]


def test_pauses_come_as_pairs_of_days_or_as_one_text(client):
    paired = ask(client, start="2026-04-01", n="20", pauses_from_1="20260408", pauses_to_1="2026年4月20日")
    told = ask(client, start="2026-04-01", n="20", pauses="2026-04-08..2026-04-20")
    for response in (paired, told):
        assert "到期日是2026年5月14日(周四)" in text_of(response)
        assert len(cells(response, "paused")) == 12
        assert 'name="pauses_from_1" value="2026' in response.content.decode()


def test_an_open_pause_leaves_the_end_unknown(client):
    response = ask(client, pauses_from_1="2026-02-14")
    assert "暂停尚未结束，到期日还不能确定" in text_of(response)
    assert len(cells(response, "endless")) == 1


def test_a_date_that_rests_on_an_unpublished_year_is_marked_provisional(client):
    response = ask(client, start="2026-12-30")
    text = text_of(response)
    assert "到期日是2027年1月6日(周三)暂定" in text
    assert "这个日期是暂定的" in text
    assert len(cells(response, "provisional")) == 6  # 1 to 6 January
    assert "暂定：这一天的放假安排尚未公布" in text


def test_hours_begin_with_a_moment(client):
    response = ask(client, start="2026-03-06", at="16:00", n="24", unit="hour")
    assert "到期日是2026年3月7日(周六)16:00" in text_of(response)
    assert "到期日是2026年3月7日(周六)16:00" in text_of(ask(client, start="2026-03-06T16:00", n="24", unit="hour"))
    without = ask(client, start="2026-03-06", n="24", unit="hour")
    assert without.status_code == 422
    assert "请同时填写几点几分" in text_of(without)


def test_a_term_at_once_needs_no_length(client):
    assert "当日办结：2026年10月1日(周四)" in text_of(ask(client, start="2026-10-01", n="", unit="instant"))


def test_natural_days_that_end_on_a_holiday_are_moved(client):
    response = ask(client, start="2026-09-01", n="30", unit="day")
    assert "到期日是2026年10月8日(周四)" in text_of(response)
    assert cells(response, "moved") == ["2026年10月8日(周四)：期满日不是工作日，顺延至这一天。期限在这一天届满。"]
    assert "所以顺延到下一个工作日" in text_of(response)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"start": "2026-13-01"}, "不是日期"),
        ({"start": ""}, "请填写起算的日期"),
        ({"start": "1850-01-01"}, "日期应在"),
        ({"n": ""}, "请填写期限长度"),
        ({"n": "0"}, "期限长度应为整数"),
        ({"n": "viele"}, "期限长度应为整数"),
        ({"n": "99999999999999999999"}, "期限最长为750"),
        ({"unit": "weeks"}, "请选择期限单位"),
        ({"pauses": "immer"}, "不是暂停期间"),
        ({"pauses": "2026-04-08..2026-04-01"}, "早于开始日"),
        ({"pauses": "2026-04-08..9999-12-31"}, "暂停期间应在"),
        ({"unit": "hour", "at": "25:99"}, "09:30"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(client, query, sentence):
    response = ask(client, **query)
    assert response.status_code == 422
    assert sentence in text_of(response)


@pytest.mark.parametrize("query", [{"start": "<script>"}, {"pauses": "'\";<x>"}, {"n": "' OR 1=1"}])
def test_what_was_typed_comes_back_as_text(client, query):
    html = ask(client, **query).content.decode()
    assert not any(value in html for value in query.values() if "<" in value)


def test_the_longest_question_is_answered_and_its_picture_ends(client):
    response = ask(client, n="750", pauses="2027-01-01..2029-12-31")
    assert response.status_code == 200
    assert "日历只画到这里" in text_of(response)


def test_the_county_has_its_own_calendar(client):
    make_county()
    change_days(emergency(date(2026, 2, 27)), jurisdiction="990100")
    response = ask(client)
    assert "到期日是2026年2月28日(周六)" in text_of(response)
    assert "暴雪应急停办，不计入" in text_of(response)
    assert "适用云溪县工作日历" in text_of(response)


def test_it_asks_the_database_little_however_long_the_term(client, assert_same_queries):
    lengths = iter(["5", "5", "5", "500"])  # two calls to warm what is kept, then the two that count
    assert_same_queries(lambda: ask(client, n=next(lengths)), lambda: None)


def test_it_is_linked_from_the_foot_of_every_page_and_from_the_services(client):
    html = client.get("/services/").content.decode()
    assert html.count(f'href="{ADDRESS}"') == 2


def test_a_changed_calendar_is_seen_on_kept_pages(client):
    before = PageGeneration.objects.values_list("number", flat=True).first() or 0
    change_days(emergency(date(2026, 2, 27)))
    assert PageGeneration.objects.get().number > before
