from datetime import UTC, date, datetime

from django.template import Context, Template

from core.text import format_day, format_limit, format_moment, plain_day

EVENING = datetime(2026, 11, 29, 16, 5, tzinfo=UTC)  # already the 30th in China


def shown(source, **values):
    return Template("{% load chinese %}" + source).render(Context(values))


def test_days_carry_their_weekday():
    assert format_day(date(2026, 11, 30)) == "2026年11月30日(周一)"
    assert format_day(EVENING) == "2026年11月30日(周一)"
    assert plain_day(date(2026, 1, 2)) == "2026年1月2日"
    assert format_day(None) == ""


def test_moments_are_shown_in_chinese_time():
    assert format_moment(EVENING) == "2026年11月30日(周一) 00:05"
    assert format_moment(None) == ""


def test_terms_carry_their_unit():
    assert format_limit(5, "working_day") == "5 个工作日"
    assert format_limit(2, "month") == "2 个月"
    assert format_limit(0, "instant") == "当场办结"


def test_filters_show_the_same():
    assert shown("{{ at|moment }}", at=EVENING) == "2026年11月30日(周一) 00:05"
    assert shown("{{ on|day }}", on=date(2026, 11, 30)) == "2026年11月30日(周一)"
    assert shown("{{ on|plain_day }}", on=date(2026, 11, 30)) == "2026年11月30日"
    assert shown("{{ on|plain_day:2026 }} {{ on|plain_day:2025 }}", on=date(2026, 11, 30)) == "11月30日 2026年11月30日"
    assert shown("{{ n|limit_text:'day' }}", n=20) == "20 天"
    assert shown("{{ name|masked_name }}", name="王小明") == "王*明"
    assert shown("{{ n|masked_id }}", n="11010519491231002X") == "110***********002X"
    assert shown("{{ n|masked_phone }}", n="13800135678") == "138****5678"
    assert shown("{{ n|masked_account }}", n="6222021234567894") == "************7894"
    assert shown("{{ a|masked_address }}", a="云溪县柳河镇石桥村3组") == "云溪县柳河镇石桥村***"


def test_filters_take_nothing_for_an_answer():
    assert shown("{{ none|day }}{{ none|moment }}{{ none|masked_name }}{{ none|plain_day }}", none=None) == ""
