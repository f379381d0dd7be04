"""Calendar files: what is understood, and what is said about what is not."""

from datetime import date

import pytest

from places.imports import read_calendar_file
from places.models.calendar import DayKind
from places.planned_days import PlannedDay

CSV = """day,is_workday,kind,name,source
2027-01-01,false,holiday,元旦,国办发明电〔2026〕9号
2027-01-03,true,makeup,元旦,
"""
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//zh
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20270206
DTEND;VALUE=DATE:20270213
SUMMARY:春节（休）
BEGIN:VALARM
TRIGGER:-PT1H
SUMMARY:班
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270131
SUMMARY:春节
  （班）
END:VEVENT
END:VCALENDAR
"""


def read(text, encoding="utf-8"):
    return read_calendar_file(text.encode(encoding))


def event(summary="春节（休）", **lines):
    lines = {"DTSTART;VALUE=DATE": "20270206", "SUMMARY": summary, **lines}
    body = "\r\n".join(f"{name}:{value}" for name, value in lines.items() if value is not None)
    return read(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


def test_csv_of_our_columns():
    found = read(CSV)
    assert found.problems == []
    assert found.days == [
        PlannedDay(date(2027, 1, 1), DayKind.HOLIDAY, False, "元旦", "国办发明电〔2026〕9号"),
        PlannedDay(date(2027, 1, 3), DayKind.MAKEUP, True, "元旦"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_with_chinese_headings_from_a_spreadsheet(encoding):
    found = read("日期,是否上班,名称\r\n2027年1月1日,休,元旦\r\n2027/1/3,班,元旦\r\n2027/1/4,是,\r\n", encoding)
    assert found.problems == []
    assert [(day.day.day, day.kind, day.is_workday) for day in found.days] == [
        (1, DayKind.HOLIDAY, False),
        (3, DayKind.MAKEUP, True),
        (4, DayKind.NORMAL, True),
    ]


def test_csv_says_what_the_own_layer_no_longer_says():
    assert read("day,kind\n2026-11-24,remove\n").days[0].removes


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("2027-02-30,false,holiday,x,", "第 2 行：“2027-02-30”不是日期"),
        ("明天,false,holiday,x,", "第 2 行：“明天”不是日期"),
        ("2027-01-01,vielleicht,holiday,x,", "第 2 行：“vielleicht”"),
        ("2027-01-01,false,feast,x,", "第 2 行：“feast”不是日期类型"),
        ("2027-01-01,true,holiday,x,", "第 2 行：2027年1月1日"),
        ("2027-01-04,true,makeup,x,", "周六或周日"),
        ("2027-01-01,,,x,", "都没有填"),
        ('2027-01-01,false,"holiday,x', "不是有效的 CSV"),
    ],
)
def test_a_bad_row_is_named_by_its_line(row, sentence):
    found = read(f"day,is_workday,kind,name,source\n{row}\n")
    assert len(found.problems) == 1
    assert sentence in found.problems[0]


def test_all_bad_rows_are_named_at_once():
    found = read("day,kind\n2027-13-01,holiday\n2027-01-01,holiday\n,holiday\n")
    assert [problem[:6] for problem in found.problems] == ["第 2 行：", "第 4 行："]


def test_a_day_that_is_told_twice_differently_names_both_lines():
    found = read("day,kind\n2027-01-01,holiday\n2027-01-01,normal\n")
    assert "第 3 行" in found.problems[0]
    assert "第 2 行" in found.problems[0]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "day,name\n2027-01-01,x\n", "day,kind\n"])
def test_a_file_that_is_no_calendar_says_what_is_missing(text):
    assert len(read(text).problems) == 1


def test_a_picture_is_no_calendar():
    assert "文本" in read_calendar_file(b"\x89PNG\r\n\0\0").problems[0]


def test_a_huge_file_is_not_read():
    assert "1 MB" in read_calendar_file(b"x" * (1024 * 1024 + 1)).problems[0]


def test_ics_holidays_and_make_up_days():
    found = read(ICS)
    assert found.problems == []
    assert [day.day for day in found.days if day.kind == DayKind.HOLIDAY] == [date(2027, 2, n) for n in range(6, 13)]
    assert [(day.day, day.is_workday, day.name) for day in found.days if day.kind == DayKind.MAKEUP] == [
        (date(2027, 1, 31), True, "春节")
    ]
    assert {day.name for day in found.days} == {"春节"}


@pytest.mark.parametrize(
    ("summary", "works", "name"),
    [
        ("春节 假期 第1天/共8天", False, "春节"),
        ("元旦假期", False, "元旦"),
        ("国庆节放假", False, "国庆节"),
        ("中秋节休班", False, "中秋节"),
        ("劳动节", False, "劳动节"),
        ("除夕", False, "除夕"),
        ("国庆节调休", False, "国庆节"),
    ],
)
def test_words_of_a_holiday(summary, works, name):
    day = event(summary).days[0]
    assert (day.is_workday, day.name) == (works, name)


@pytest.mark.parametrize("summary", ["春节补班", "春节（班）", "春节 调休上班", "春节补班 第1天/共2天", "特别工作日"])
def test_words_of_a_make_up_day(summary):
    day = event(summary, **{"DTSTART;VALUE=DATE": "20270214"}).days[0]
    assert (day.kind, day.is_workday) == (DayKind.MAKEUP, True)


@pytest.mark.parametrize("summary", ["立春", "情人节", "教师节", "寒假开始", "妇女节放假半天"])
def test_other_events_are_left_out_and_named(summary):
    found = event(summary)
    assert found.days == []
    assert summary in found.notes[0]
    assert "没有" in found.problems[0]


def test_what_the_name_does_not_say_the_category_or_the_mark_of_apple_says():
    assert event("天中节", CATEGORIES="法定节假日").days[0].kind == DayKind.HOLIDAY
    worked = event("春节", **{"DTSTART;VALUE=DATE": "20270214", "X-APPLE-SPECIAL-DAY": "ALTERNATE-WORKDAY"})
    assert worked.days[0].is_workday


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ({"DTEND;VALUE=DATE": "20270206"}, [6]),
        ({"DTEND;VALUE=DATE": "20270208"}, [6, 7]),
        ({"DURATION": "P2D"}, [6, 7]),
        (
            {"DTSTART;VALUE=DATE": None, "DTSTART;TZID=Asia/Shanghai": "20270206T090000", "DTEND": "20270206T180000"},
            [6],
        ),
        ({"DTSTART;VALUE=DATE": None, "DTSTART": "20270205T160000Z", "DTEND": "20270206T160000Z"}, [6]),
    ],
)
def test_the_days_of_an_event(lines, days):
    assert [day.day.day for day in event(**lines).days] == days


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ({"DTSTART;VALUE=DATE": "2027-02-06"}, "第 3 行：“2027-02-06”"),
        ({"DTSTART;VALUE=DATE": "20270230"}, "第 3 行：“20270230”"),
        ({"DTSTART;VALUE=DATE": None}, "第 2 行：“春节（休）”没有开始日期"),
        ({"DTEND;VALUE=DATE": "20260101"}, "第 2 行"),
        ({"DTEND;VALUE=DATE": "20280101"}, "第 2 行"),
        ({"RRULE": "FREQ=YEARLY"}, "第 5 行：“春节（休）”是重复事件"),
        ({"X": "1\r\n乱写的一行"}, "第 6 行：这不是日历文件的行"),
    ],
)
def test_a_bad_event_is_named_by_its_line(lines, sentence):
    assert any(sentence in problem for problem in event(**lines).problems)


def test_a_cancelled_event_is_none():
    assert event(STATUS="CANCELLED").days == []


def test_a_file_that_is_cut_off_says_so():
    assert "截断" in read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:春节（休）\n").problems[0]
    assert "第 2 行" in read("BEGIN:VCALENDAR\nEND:VEVENT\n").problems[0]


def test_the_day_of_the_feast_inside_of_its_holidays_is_no_contradiction():
    found = read(
        ICS.replace(
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270131",
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270206\nSUMMARY:除夕\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270131",
        )
    )
    assert found.problems == []
    assert "春节" in found.notes[0]
