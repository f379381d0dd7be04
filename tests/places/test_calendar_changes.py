"""Two persons change the calendar: one proposes, another puts it in force."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from core.actions import action_label
from core.errors import Refused
from core.models import AuditEntry
from places.calendar import load_calendar
from places.differences import Difference, differences, runs
from places.domain.decide_change import put_change_in_force, refuse_change, withdraw_change
from places.models import CalendarChange, CalendarDay
from places.models.calendar import DayKind
from places.models.changes import ChangeState
from places.planned_days import PlannedDay, ordinary, with_whole_year
from places.signals import calendar_changed
from tests.places.factories import (
    NOON,
    PROPOSER,
    SECOND,
    Person,
    change_days,
    emergency,
    holiday,
    make_change,
    make_county,
    seen,
)

pytestmark = pytest.mark.django_db
SNOW = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def county():
    return make_county()


@pytest.fixture
def told():
    """What rooms above hear."""
    heard = []

    def hear(sender, jurisdictions, days, **kwargs):
        heard.append((jurisdictions, days, transaction.get_connection().in_atomic_block))

    calendar_changed.connect(hear)
    yield heard
    calendar_changed.disconnect(hear)


def in_force(change, *, actor=SECOND, looked_at=None):
    return put_change_in_force(change=change, seen=looked_at or seen(change), actor=actor, now=NOON)


def test_a_proposal_changes_nothing(told):
    change = make_change(emergency(SNOW), jurisdiction="990100")
    assert change.state == ChangeState.PROPOSED
    assert load_calendar(jurisdiction="990100").is_workday(SNOW)
    assert told == []
    assert AuditEntry.objects.get().action == "calendar.propose"


def test_a_second_person_puts_it_in_force_and_the_rooms_above_hear_in_the_transaction(told):
    change = in_force(make_change(emergency(SNOW), jurisdiction="990100"))
    assert (change.state, change.decider_name) == (ChangeState.IN_FORCE, "孙丽")
    assert not load_calendar(jurisdiction="990100").is_workday(SNOW)
    assert told == [(["990100"], [SNOW], True)]
    day = CalendarDay.objects.get(jurisdiction="990100")
    assert (day.source, day.name, day.is_provisional) == ("云政〔2026〕3号", "暴雪", False)


def test_the_proposer_cannot_put_it_in_force():
    change = make_change(emergency(SNOW))
    with pytest.raises(Refused, match="须由另一人"):
        in_force(change, actor=PROPOSER)
    with pytest.raises(Refused):
        in_force(change, actor=Person("系统", None))
    assert load_calendar(jurisdiction="").is_workday(SNOW)


def test_the_database_itself_refuses_one_person_alone():
    change = make_change(emergency(SNOW))
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarChange.objects.filter(pk=change.pk).update(
            state=ChangeState.IN_FORCE, decided_by=change.proposed_by, decided_at=NOON
        )


def test_what_was_changed_and_by_whom_is_in_the_audit_chain():
    in_force(make_change(emergency(SNOW), emergency(date(2026, 11, 28)), jurisdiction="990100"))
    entry = AuditEntry.objects.get(action="calendar.put_in_force")
    assert (entry.user_id, entry.user_name) == (102, "孙丽")
    assert entry.data["turned"] == {"2026-11-24": False}  # the 28th is a Saturday and was free before
    assert action_label("calendar.put_in_force") == "日历变更生效"


def test_what_differed_is_kept_with_the_change():
    change = in_force(make_change(emergency(SNOW), jurisdiction="990100"))
    kept = Difference.from_json(change.effect[0])
    assert (kept.before.is_workday, kept.after.is_workday, kept.after.name) == (True, False, "暴雪")


def test_it_cannot_be_decided_twice():
    change = in_force(make_change(emergency(SNOW)))
    with pytest.raises(Refused, match="已有结果：已生效"):
        in_force(change)
    with pytest.raises(Refused, match="已有结果"):
        withdraw_change(change=change, actor=PROPOSER, now=NOON)


def test_a_change_that_is_not_what_was_looked_at_any_more_is_refused():
    change = make_change(emergency(SNOW), emergency(date(2026, 11, 25)))
    looked_at = seen(change)
    change_days(emergency(date(2026, 11, 25)), reason="先行")
    with pytest.raises(Refused, match="已有变化"):
        in_force(change, looked_at=looked_at)
    assert in_force(change).state == ChangeState.IN_FORCE


def test_a_second_person_refuses_with_words():
    change = make_change(emergency(SNOW))
    with pytest.raises(Refused, match="说明理由"):
        refuse_change(change=change, note=" ", actor=SECOND, now=NOON)
    with pytest.raises(Refused, match="可以撤回"):
        refuse_change(change=change, note="日期不对", actor=PROPOSER, now=NOON)
    refused = refuse_change(change=change, note="日期不对", actor=SECOND, now=NOON)
    assert (refused.state, refused.note) == (ChangeState.REFUSED, "日期不对")
    assert load_calendar(jurisdiction="").is_workday(SNOW)


def test_the_proposer_takes_it_back_and_nobody_else():
    change = make_change(emergency(SNOW))
    with pytest.raises(Refused, match="何建国"):
        withdraw_change(change=change, actor=SECOND, now=NOON)
    assert withdraw_change(change=change, actor=PROPOSER, now=NOON).state == ChangeState.WITHDRAWN


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ([], "至少"),
        ([PlannedDay(SNOW, DayKind.HOLIDAY, True, "x")], "不是工作日"),
        ([PlannedDay(SNOW, DayKind.MAKEUP, True, "x")], "周六或周日"),
        ([PlannedDay(date(2026, 11, 28), DayKind.MAKEUP, False, "x")], "上班"),
        ([PlannedDay(date(2026, 11, 28), DayKind.NORMAL, True)], "周一至周五"),
        ([PlannedDay(date(2199, 1, 1), DayKind.HOLIDAY, False, "x")], "2100"),
        ([PlannedDay(SNOW, "feast", False, "x")], "feast"),
        ([emergency(SNOW), emergency(SNOW)], "重复"),
        ([ordinary(SNOW)], "没有需要变更"),
        ([PlannedDay(SNOW, DayKind.NORMAL, True, removes=True)], "全国日历之上"),
        ([holiday(SNOW, "名" * 41)], "太长"),
    ],
)
def test_a_proposal_is_refused_with_a_sentence(days, sentence):
    with pytest.raises(Refused, match=sentence):
        make_change(*days)
    assert not CalendarChange.objects.exists()


def test_a_proposal_names_person_reason_document_and_region_all_at_once():
    with pytest.raises(Refused) as refused:
        make_change(emergency(SNOW), jurisdiction="123456", reason="", source=" ", actor=Person("系统", None))
    assert [reason.code for reason in refused.value.reasons] == [
        "calendar.person",
        "jurisdiction",
        "reason",
        "source",
    ]


def test_a_notice_for_a_year_settles_all_of_its_days(told):
    days = with_whole_year([holiday(date(2027, 1, 1), "元旦")], 2027)
    change = in_force(make_change(*days))
    nation = load_calendar(jurisdiction="")
    assert not nation.has_provisional(date(2026, 12, 31), date(2027, 12, 31))
    assert nation.has_provisional(date(2026, 12, 31), date(2028, 1, 1))
    assert not nation.is_workday(date(2027, 1, 1))
    assert len(change.effect) == len(told[0][1]) == 365
    assert AuditEntry.objects.get(action="calendar.put_in_force").data["turned"] == {"2027-01-01": False}


def test_neighbouring_days_are_told_as_one_line():
    found = differences("", [holiday(date(2027, 2, day)) for day in range(6, 13)])
    lines = runs(found)
    assert [(line.first.day, line.last.day, line.turns) for line in lines] == [(6, 7, False), (8, 12, True)]
    assert lines[1].before == "上班（暂定）"
    assert lines[1].after == "春节放假"


def test_writing_a_year_takes_few_queries(django_assert_max_num_queries):
    change = make_change(*with_whole_year([holiday(date(2027, 1, 1), "元旦")], 2027))
    looked_at = seen(change)
    with django_assert_max_num_queries(40):
        in_force(change, looked_at=looked_at)
