"""`manage.py deadline`: one term in words or as JSON, many as CSV."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from tests.flow.test_clocks import test_working_days_end_where_the_official_calendar_says as vectors
from tests.places.factories import change_days, emergency, make_county

pytestmark = pytest.mark.django_db
VECTORS = next(mark for mark in vectors.pytestmark if mark.name == "parametrize").args[1]


def deadline(*args, **options):
    out = io.StringIO()
    call_command("deadline", *args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def many(monkeypatch):
    """Runs the command over rows: its answer, what it says of faults, and whether it failed."""

    def run(text, *args):
        out, errors, failed = io.StringIO(), io.StringIO(), False
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        try:
            call_command("deadline", "--csv", *args, stdout=out, stderr=errors)
        except CommandError as error:
            failed = error.returncode == 1
        return out.getvalue().splitlines(), errors.getvalue().splitlines(), failed

    return run


def rows(*lines):
    return "\n".join(["start,n,unit,pauses", *lines, ""])


def test_the_date_comes_first_then_every_day_in_words():
    lines = deadline("2026-02-13", "5", "working_day").splitlines()
    assert lines[0] == "到期日：2026年2月27日(周五)  2026-02-27"
    assert lines[1] == "期限：5 个工作日（民法典第201条、行政许可法第82条）"
    assert lines[2] == "2026年2月13日(周五)：当日为第 0 日，从次日起算。"
    assert lines[3] == "  2026年2月14日(周六)  第 1 日（春节调休上班）"
    assert lines[4] == "  2026年2月15日(周日)  春节放假，不计入"
    assert lines[-1] == "  2026年2月27日(周五)  第 5 日"
    assert len(lines) == 3 + 14


@pytest.mark.parametrize(("start", "n", "pauses", "due"), VECTORS)
@pytest.mark.law("R10")
def test_every_vector_by_the_stored_calendar_in_words_as_json_and_as_csv(many, start, n, pauses, due):
    told = [f"{begin}..{end}" for begin, end in pauses]
    data = json.loads(deadline(str(start), str(n), "working_day", "--json", *[f"--pause={pause}" for pause in told]))
    assert (data["due"], data["provisional"], data["days"][-1]["number"]) == (str(due), False, n)
    answer, _errors, failed = many(rows(f"{start},{n},working_day,{';'.join(told)}"))
    assert (answer, failed) == (["due,provisional", f"{due},false"], False)


def test_the_account_as_json_tells_state_kind_name_and_words():
    data = json.loads(deadline("2026-02-13", "5", "working_day", "--json"))
    assert data["days"][0] == {
        "day": "2026-02-14",
        "state": "counted",
        "number": 1,
        "kind": "makeup",
        "name": "春节",
        "provisional": False,
        "words": "第 1 日（春节调休上班）",
    }
    assert data["law"] == "民法典第201条、行政许可法第82条"


def test_hours_are_answered_with_a_moment(many):
    assert "2026-03-07T16:00:00+08:00" in deadline("2026-03-06T16:00", "24", "hour")
    answer, _errors, _failed = many(rows("2026-03-06T16:00,24,hour,"))
    assert answer[1] == "2026-03-07T16:00:00+08:00,false"


def test_an_open_pause_says_that_the_end_is_unknown(many):
    assert deadline("2026-03-02", "5", "working_day", "--pause", "2026-03-04..").startswith(
        "到期日：未知：暂停尚未结束\n"
    )
    data = json.loads(deadline("2026-03-02", "5", "working_day", "--pause", "2026-03-04..", "--json"))
    assert (data["due"], data["provisional"]) == (None, None)
    answer, errors, failed = many(rows("2026-03-02,5,working_day,2026-03-04.."))
    assert (answer[1], errors, failed) == (",", ["第 2 行：未知：暂停尚未结束"], False)


def test_a_date_on_unpublished_days_is_provisional(many):
    assert "（暂定）  2027-01-06" in deadline("2026-12-30", "5", "working_day")
    answer, _errors, _failed = many(rows("2026-12-30,5,working_day,", "2026-12-01,1,month,"))
    assert answer[1:] == ["2027-01-06,true", "2027-01-01,true"]


def test_several_pauses_and_every_unit(many):
    answer, errors, failed = many(
        rows(
            "2026-04-01,20,working_day,2026-04-08..2026-04-15;2026-04-15..2026-04-20",
            "2026-09-01,30,day,",
            "2026-03-10,1,month,",
            "2026-10-01,,instant,",
            "2026-10-01,0,instant,",
        )
    )
    assert answer[1:] == [
        "2026-05-14,false",
        "2026-10-08,false",
        "2026-04-10,false",
        "2026-10-01,false",
        "2026-10-01,false",
    ]
    assert (errors, failed) == ([], False)


def test_a_bad_row_is_named_and_keeps_its_place_and_the_others_are_answered(many):
    answer, errors, failed = many(
        rows(
            "2026-02-13,5,working_day,",
            "gestern,5,working_day,",
            "2026-02-13,0,day,",
            "2026-02-13,5,weeks,",
            "2026-02-13,5,working_day,immer",
            "2026-02-13,5,hour,",
            "9999-12-01,60,working_day,",
            "2026-02-13",
            "2026-09-30,1,working_day",
        )
    )
    assert answer == ["due,provisional", "2026-02-27,false", *[","] * 7, "2026-10-08,false"]
    assert [error.partition("：")[0] for error in errors] == [f"第 {line} 行" for line in range(3, 10)]
    assert failed


def test_columns_may_stand_in_any_order_and_a_byte_order_mark_is_passed_over(many):
    assert many("\ufeffunit,start,n\nworking_day,2026-02-13,5\n")[0] == ["due,provisional", "2026-02-27,false"]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_a_file_without_its_columns_is_refused(many, text):
    answer, errors, failed = many(text)
    assert (answer, failed) == (["due,provisional"], True)
    assert "缺少" in errors[0]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ([], "请写明"),
        (["2026-02-30", "5", "day"], "不是日期"),
        (["2026-02-13", "x", "day"], "不是期限长度"),
        (["2026-02-13", "5", "hour"], "请写明时间"),
        (["2026-02-13", "5", "day", "--pause", "2026"], "不是暂停期间"),
        (["2026-02-13", "5", "day", "--calendar", "123456"], "不在本县范围内"),
        (["9999-12-01", "60", "day"], "超出"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(args, sentence):
    with pytest.raises(CommandError, match=sentence):
        deadline(*args)


def test_the_county_s_calendar_is_asked_unless_another_one_is_named():
    make_county()
    change_days(emergency(date(2026, 2, 27)), jurisdiction="990100")
    assert "  2026-02-28" in deadline("2026-02-13", "5", "working_day")
    assert "  2026-02-27" in deadline("2026-02-13", "5", "working_day", "--calendar", "0")
    assert "暴雪应急停办，不计入" in deadline("2026-02-13", "5", "working_day", "--calendar", "990100")


def test_ten_thousand_rows_ask_the_database_three_times(many, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        answer, _errors, _failed = many(rows(*["2026-04-01,20,working_day,2026-04-08..2026-04-20"] * 10_000))
    assert len(answer) == 10_001
    assert set(answer[1:]) == {"2026-05-14,false"}
