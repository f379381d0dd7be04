from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Role
from cases.clock import Clocks
from cases.desk.timeline import LABELS, MARGIN, WIDTH, draw_timeline
from flow.clocks import Due, Term, TermUnit
from flow.running import Clock
from tests.flow.factories import CalendarOf2026

NOW = datetime(2026, 3, 10, 2, tzinfo=UTC)


NAMES = {"promised": "承诺", "statutory": "法定", "correction": "补正", "stage": "环节", "pause": "不计时限"}
CALENDAR = CalendarOf2026()


def clock(due, start=2, kind="promised", **more):
    return Clock(kind, datetime(2026, 3, start, 2, tzinfo=UTC), Term(5, TermUnit.DAY), due, **more)


def line_of(*clocks, **given):
    values = {
        "clocks": Clocks(clocks={one.kind: one for one in clocks}), "events": [], "now": NOW, "names": NAMES,
        "stages": {}, "titles": {}, "reasons": {date(2026, 3, 4): "鉴定"}, "calendar": CALENDAR, "ends": {}, **given,
    }  # fmt: skip
    return draw_timeline(**values)


def row_of(one, **given):
    line = line_of(one, **given)
    return line, line.rows[0]


def test_no_clock_draws_nothing():
    assert line_of() is None


def test_a_pause_without_words_of_its_own_still_says_what_it_is():
    _line, row = row_of(clock(None, pauses=((date(2026, 3, 5), None),)))
    assert [pause.reason for pause in row.pauses] == ["不计时限"]


def test_the_same_pause_has_the_same_number_in_every_row_and_stands_once_in_the_list():
    long, other = (date(2026, 3, 4), date(2026, 3, 6)), (date(2026, 3, 7), None)
    line = line_of(clock(None, pauses=(long, other)), clock(Due(date(2026, 3, 20)), kind="statutory", pauses=(long,)))
    statutory, promised = line.rows
    assert [pause.number for pause in promised.pauses] == [1, 2]
    assert [pause.number for pause in statutory.pauses] == [1]
    assert [pause.reason for pause in line.pauses] == ["鉴定", "不计时限"]


def test_an_extension_is_drawn_from_the_day_the_term_would_have_ended():
    one = clock(Due(date(2026, 3, 16)), kind="statutory", extension=Term(7, TermUnit.DAY))
    line, row = row_of(one)
    assert (row.extension.begins, row.extension.ends) == (date(2026, 3, 9), date(2026, 3, 16))  # the 7th is a Saturday
    assert row.extension.x + row.extension.width == pytest.approx(row.due_x, abs=0.2)
    assert line.is_extended


def test_a_clock_without_an_end_of_its_own_stops_when_the_state_left_its_phase():
    one = clock(Due(date(2026, 3, 6)), kind="correction")
    line, row = row_of(one)
    assert row.late and line.is_late
    _line, row = row_of(one, ends={"correction": datetime(2026, 3, 5, 2, tzinfo=UTC)})
    assert not row.late and row.ended == date(2026, 3, 5)
    _line, row = row_of(clock(Due(date(2026, 3, 6))), ends={"case": datetime(2026, 3, 4, 2, tzinfo=UTC)})
    assert not row.late and row.ended == date(2026, 3, 4)


def test_a_stage_is_called_by_its_name_and_side_by_side_ones_each_have_a_row():
    begun = datetime(2026, 3, 2, 2, tzinfo=UTC)
    stage = Clock("stage", begun, Term(5, TermUnit.DAY), Due(date(2026, 3, 9)))
    line = line_of(
        clocks=Clocks(stages={1: stage, 2: stage, 3: stage}),
        stages={1: "自然资源部门审查", 2: "农业农村部门和林业部门联合现场审查"},
    )
    assert [row.name for row in line.rows] == ["自然资源部门审查", "农业农村部门和林业部门联合现场审查", "环节 3"]
    assert line.rows[1].short == "农业农村部门和林业部门联…"
    assert len({row.y for row in line.rows}) == 3


def test_the_axis_of_a_finished_case_ends_with_its_clocks():
    done = {"ended_at": datetime(2026, 1, 8, 2, tzinfo=UTC)}
    one = Clock("promised", datetime(2026, 1, 5, 2, tzinfo=UTC), Term(5, TermUnit.DAY), Due(date(2026, 1, 12)), **done)
    line, row = row_of(one)
    assert line.today is None and row.due_x == WIDTH - MARGIN
    assert not line.by_month


def test_a_long_axis_is_marked_by_months():
    line, _row = row_of(clock(Due(date(2026, 9, 1))))
    assert line.by_month and [tick.day.day for tick in line.ticks] == [1] * len(line.ticks)


def test_a_paused_clock_has_no_due_day_and_a_pause_until_today_with_its_reason():
    line, row = row_of(clock(None, pauses=((date(2026, 3, 4), None),)))
    (pause,) = row.pauses
    assert row.due is None and row.due_x is None and not row.late
    assert pause.reason == "鉴定" and pause.ends is None
    assert pause.x + pause.width == pytest.approx(line.today.x, abs=0.2)


def test_an_overdue_clock_shows_the_days_after_its_due_day():
    line, row = row_of(clock(Due(date(2026, 3, 6))))
    assert row.late and row.over
    assert row.over.x == row.due_x
    assert row.over.x + row.over.width == pytest.approx(line.today.x, abs=0.2)


def test_a_clock_that_ended_in_time_stops_where_it_ended():
    _line, row = row_of(clock(Due(date(2026, 3, 6)), ended_at=datetime(2026, 3, 4, 2, tzinfo=UTC)))
    assert row.ended == date(2026, 3, 4) and not row.late and row.over is None
    assert row.x + row.width < row.due_x


def test_a_provisional_due_day_says_so_and_lies_after_today():
    line, row = row_of(clock(Due(date(2026, 3, 20), provisional=True)))
    assert row.provisional and row.due_x == WIDTH - MARGIN > line.today.x
    assert [tick.day for tick in line.ticks] == [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16)]


def test_a_single_day_still_has_a_width():
    line, row = row_of(clock(Due(date(2026, 3, 10)), start=10))
    assert row.x == line.today.x == LABELS and row.width == 2


@pytest.mark.django_db
def test_the_case_page_draws_its_clocks(county, signed_in):
    case = county.accepted()
    text = signed_in(county.staff(Role.REVIEWER)).get(reverse("desk:case", args=[case.public_id])).content.decode()
    assert 'class="desk-line__bar' in text and "作出决定（法定）" in text and "desk-line__today" in text
    assert f"至 {case.statutory_due_on.month}月{case.statutory_due_on.day}日" in text


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["received", "granted"])
def test_the_time_line_costs_no_query(county, signed_in, monkeypatch, state):
    case = getattr(county, state)()
    client = signed_in(county.staff(Role.SUPERVISOR))
    address = reverse("desk:case", args=[case.public_id])
    client.get(address)
    with CaptureQueriesContext(connection) as drawn:
        client.get(address)
    monkeypatch.setattr("cases.desk.case_page._line", lambda *_given: None)
    with CaptureQueriesContext(connection) as plain:
        client.get(address)
    assert len(drawn) == len(plain) > 0
