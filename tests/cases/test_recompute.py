"""A changed calendar winds every open case anew, in the background, and people see how far it is (domain.md §3.5 no. 5)."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from accounts.models import Message
from cases.domain import recompute
from cases.domain.recompute import carry_on, recompute_clocks
from cases.models import Case, DueChange, Recomputation
from cases.rebuild import differences
from cases.tasks import recompute_after_calendar
from places.domain.edition import renew_edition
from places.models import CalendarDay
from tests.places.factories import change_days, emergency

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = "2026-11-11"


def turn_day(*, works):
    CalendarDay.objects.filter(jurisdiction="", day=DAY).update(is_workday=works)
    renew_edition()


def fresh(case):
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def keeper(county):
    """Somebody who keeps the calendar."""
    user = get_user_model().objects.create_user(username="keeper", display_name="何建国", password="x")
    wanted = ["access_admin", "view_calendarday", "add_calendarchange", "decide_calendarchange"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=wanted))
    client = Client()
    client.force_login(user, backend="accounts.backends.LoginNameBackend")
    return client


@pytest.mark.law("R22")
def test_whose_date_comes_nearer_is_told_which_one_and_the_history_is_kept(county):
    turn_day(works=False)
    case = county.accepted()
    before = fresh(case)
    told = Message.objects.count()
    turn_day(works=True)
    last = list(recompute_clocks(now=county.later(3), note="2026年11月11日"))[-1]
    after = fresh(case)
    assert (last.done, last.total, last.changed) == (1, 1, 1)
    assert after.promised_due_on < before.promised_due_on
    assert after.version_no == before.version_no + 1
    history = DueChange.objects.get(case=case, clock="promised")
    assert (history.old_on, history.new_on) == (before.promised_due_on, after.promised_due_on)
    assert (history.cause, history.note, history.at) == ("calendar", "2026年11月11日", county.later(3))
    message = Message.objects.order_by("-pk")[0]
    assert Message.objects.count() == told + 1
    assert "承诺办结日期" in message.body and "原为" in message.body and case.number in message.body
    assert message.link == reverse("online:case", args=[case.public_id])
    run = Recomputation.objects.get()
    assert (run.earlier, run.finished_at) == (1, county.later(3))
    assert list(differences(after, now=county.later(3))) == []


def test_an_earlier_date_that_may_still_move_is_told_as_provisional(county):
    turn_day(works=False)
    county.accepted()
    CalendarDay.objects.filter(day__gte="2026-11-20").update(is_provisional=True)
    turn_day(works=True)
    list(recompute_clocks(now=county.later(3)))
    assert "暂定" in Message.objects.order_by("-pk")[0].body


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(county, monkeypatch):
    monkeypatch.setattr(recompute, "CHUNK", 2)
    cases = [county.accepted() for _one in range(5)]
    turn_day(works=False)
    run = Recomputation.objects.create(note="", asked_at=county.now)
    steps = carry_on(run=run, now=county.later(3))
    assert next(steps).done == 2
    steps.close()  # the worker is killed
    run.refresh_from_db()
    assert (run.done, run.total, run.finished_at, run.last_key) == (2, 5, None, cases[1].pk)
    recompute_after_calendar.enqueue(run.pk)
    run.refresh_from_db()
    assert (run.done, run.changed) == (5, 5) and run.finished_at is not None
    assert DueChange.objects.filter(clock="promised").count() == 5
    recompute_after_calendar.enqueue(run.pk)  # put back once too often
    assert DueChange.objects.filter(clock="promised").count() == 5


def test_two_that_carry_on_the_same_run_share_it(county, monkeypatch):
    monkeypatch.setattr(recompute, "CHUNK", 1)
    for _one in range(3):
        county.accepted()
    turn_day(works=False)
    run = Recomputation.objects.create(note="", asked_at=county.now)
    one, other = (carry_on(run=run, now=county.later(3)) for _machine in range(2))
    assert [next(steps).done for steps in (one, other, one)] == [1, 2, 3]
    assert list(one)[-1].done == list(other)[-1].done == 3
    assert DueChange.objects.filter(clock="promised").count() == 3


def test_a_case_that_came_while_it_ran_knows_the_new_calendar_already(county, monkeypatch):
    monkeypatch.setattr(recompute, "CHUNK", 1)
    for _one in range(2):
        county.accepted()
    turn_day(works=False)
    run = Recomputation.objects.create(note="", asked_at=county.now)
    steps = carry_on(run=run, now=county.later(3))
    next(steps)
    late = county.accepted()
    assert [list(steps)[-1].done, run.total] == [2, 0]
    assert list(differences(fresh(late), now=county.later(3))) == []


def test_cases_that_are_over_are_left_as_they_are(county):
    county.denied()
    closed = county.granted()
    Case.objects.filter(pk=closed.pk).update(promised_due_on="2020-01-01")
    turn_day(works=False)
    list(recompute_clocks(now=county.later(6)))
    assert Recomputation.objects.get().total == 2  # the delivery clock of a decided case still runs
    assert not DueChange.objects.exclude(clock__in=("delivery", "statutory", "promised", "intake")).exists()


def test_a_chunk_asks_as_often_for_many_cases_as_for_one(county, assert_same_queries):
    works = [False]

    def again():
        works[0] = not works[0]
        turn_day(works=works[0])
        list(recompute_clocks(now=county.later(5)))

    def both():  # later and earlier, so that history and messages are written
        again()
        again()

    county.accepted()
    assert_same_queries(both, lambda: [county.accepted() for _one in range(4)])


def test_the_calendar_page_shows_how_far_it_is(county, keeper):
    run = Recomputation.objects.create(note="2026年11月24日(周二)", asked_at=county.now)
    page = keeper.get(reverse("workcalendar:year")).content.decode()
    assert "已排入后台队列，尚未开始" in page and "<progress" in page
    Recomputation.objects.filter(pk=run.pk).update(
        started_at=county.now, total=100_000, done=42_000, changed=3_512, earlier=812
    )
    page = keeper.get(reverse("workcalendar:year")).content.decode()
    assert "已重算42,000 / 100,000件" in page and "3,512件日期有变动。812件日期提前，已告知申请人。" in page
    assert 'max="100000" value="42000"' in page and "刷新进度" in page and "2026年11月24日(周二)" in page
    Recomputation.objects.filter(pk=run.pk).update(finished_at=county.later(1), done=100_000)
    page = keeper.get(reverse("workcalendar:year")).content.decode()
    assert "已重算100,000 / 100,000件" in page and "完成" in page and "<progress" not in page


def test_a_change_in_force_asks_for_its_own_run_and_its_page_shows_that_one(county, keeper):
    Recomputation.objects.create(note="早先的", asked_at=county.now - timedelta(days=9), finished_at=county.now)
    case = county.accepted()
    change = change_days(emergency(date(2026, 11, 24)))
    run = Recomputation.objects.get(asked_at=change.decided_at)
    assert run.finished_at is not None and run.total == 1  # in the tests jobs are done at once
    page = keeper.get(reverse("workcalendar:change", args=[change.pk])).content.decode()
    assert "已重算1 / 1件" in page and "早先的" not in page
    assert list(differences(fresh(case), now=county.later(3))) == []
