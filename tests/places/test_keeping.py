"""The pages of the calendar in the back office."""

import re
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts import groups
from places.calendar import load_calendar
from places.models import CalendarChange, CalendarDay
from places.models.changes import ChangeState
from tests.places.factories import emergency, make_change, make_county

pytestmark = pytest.mark.django_db
SNOW = date(2026, 11, 24)
CSV = "day,is_workday,kind,name,source\n2027-01-01,false,holiday,元旦,\n2027-01-03,true,makeup,元旦,\n"


def signed_in(username, *permissions):
    user = get_user_model().objects.create_user(username=username, display_name=username, password="x")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", *permissions]))
    client = Client()
    client.force_login(user, backend="accounts.backends.LoginNameBackend")
    client.user = user
    return client


@pytest.fixture(autouse=True)
def county():
    return make_county()


@pytest.fixture
def proposer():
    return signed_in("何建国", "add_calendarchange", "decide_calendarchange", "view_calendarday")


@pytest.fixture
def second():
    return signed_in("孙丽", "add_calendarchange", "decide_calendarchange")


def rows(*told):
    """The rows filled in by hand."""
    data = {"row-TOTAL_FORMS": "4", "row-INITIAL_FORMS": "0", "row-MIN_NUM_FORMS": "0", "row-MAX_NUM_FORMS": "4"}
    for n, row in enumerate(told):
        data |= {f"row-{n}-{name}": value for name, value in row.items()}
    return data


def filled(*told, **values):
    return {
        "jurisdiction": "990100",
        "source": "云政〔2026〕3号",
        "reason": "大雪红色预警",
        **rows(*told),
        **values,
    }


def payload(response):
    return re.search(r'name="payload" value="([^"]+)"', response.content.decode())[1]


def propose(client, *told, **values):
    preview = client.post(reverse("workcalendar:propose"), filled(*told, **values))
    return client.post(reverse("workcalendar:store"), {"payload": payload(preview)}, follow=True)


CLOSED = {"first": "2026-11-24", "last": "2026-11-25", "what": "emergency", "name": "暴雪"}


def test_administrators_keep_the_calendar_together():
    held = Group.objects.get(name=groups.ADMINS).permissions.filter(content_type__app_label="places")
    names = {name for name in held.values_list("codename", flat=True) if "calendar" in name}
    assert names == {"view_calendarday", "add_calendarchange", "decide_calendarchange"}


@pytest.mark.parametrize("page", ["year", "propose", "changes"])
def test_others_see_no_page_of_the_calendar(page):
    assert signed_in("编辑").get(reverse(f"workcalendar:{page}")).status_code == 302


def test_a_year_shows_its_holidays_and_how_many_days_are_worked(proposer):
    page = proposer.get(reverse("workcalendar:year"), {"year": "2026", "layer": ""}).content.decode()
    assert "<strong>248</strong>" in page
    assert "15–23日</strong> 春节放假" in page
    assert "2026年1月4日(周日) 元旦调休上班" in page
    assert "放假安排尚未全部公布" not in page


def test_a_year_without_a_notice_says_that_it_is_provisional(proposer):
    page = proposer.get(reverse("workcalendar:year"), {"year": "2027"}).content.decode()
    assert "2027 年的放假安排尚未全部公布" in page
    assert "上班（暂定）" in page


@pytest.mark.parametrize("query", [{"year": "99999"}, {"year": "x"}, {"layer": "123"}, {"year": "1"}])
def test_odd_questions_show_this_year(proposer, query):
    assert proposer.get(reverse("workcalendar:year"), query).status_code == 200


def test_a_preview_stores_nothing(proposer):
    page = proposer.post(reverse("workcalendar:propose"), filled(CLOSED)).content.decode()
    assert "上班" in page
    assert "暴雪应急停办" in page
    assert "共 2 天" in page
    assert not CalendarChange.objects.exists()


def test_two_persons_close_the_county_for_two_days(proposer, second):
    page = propose(proposer, CLOSED).content.decode()
    change = CalendarChange.objects.get()
    assert "待另一人生效" in page
    assert "须由另一人生效" in page
    assert load_calendar(jurisdiction="990100").is_workday(SNOW)

    seen = re.search(r'name="seen" value="(\w+)"', second.get(reverse("workcalendar:change", args=[change.pk])).text)[1]
    done = second.post(reverse("workcalendar:decide", args=[change.pk, "in-force"]), {"seen": seen}, follow=True)
    assert "已生效" in done.content.decode()
    assert not load_calendar(jurisdiction="990100").is_workday(SNOW)
    assert CalendarChange.objects.get().decider_name == "孙丽"


def test_the_proposer_is_refused_with_the_sentence_even_without_the_button(proposer):
    propose(proposer, CLOSED)
    change = CalendarChange.objects.get()
    answer = proposer.post(reverse("workcalendar:decide", args=[change.pk, "in-force"]), {"seen": "x"})
    assert answer.status_code == 409
    assert "须由另一人生效" in answer.content.decode()


def test_who_may_only_look_decides_nothing():
    change = make_change(emergency(SNOW))
    looker = signed_in("看", "view_calendarday")
    assert looker.get(reverse("workcalendar:change", args=[change.pk])).status_code == 200
    assert looker.post(reverse("workcalendar:decide", args=[change.pk, "in-force"])).status_code == 302
    only_proposes = signed_in("提", "add_calendarchange")
    answer = only_proposes.post(reverse("workcalendar:decide", args=[change.pk, "in-force"]))
    assert answer.status_code == 403
    assert CalendarChange.objects.get().state == ChangeState.PROPOSED


def test_a_second_person_refuses_with_a_note_and_the_proposer_takes_back(proposer, second):
    propose(proposer, CLOSED)
    change = CalendarChange.objects.get()
    address = reverse("workcalendar:decide", args=[change.pk, "refuse"])
    assert "请说明理由" in second.post(address, {"note": ""}).content.decode()
    second.post(address, {"note": "预警已解除"})
    assert "预警已解除" in proposer.get(reverse("workcalendar:change", args=[change.pk])).content.decode()

    propose(proposer, {**CLOSED, "first": "2026-11-25"})
    waiting = CalendarChange.objects.get(state=ChangeState.PROPOSED)
    proposer.post(reverse("workcalendar:decide", args=[waiting.pk, "withdraw"]))
    waiting.refresh_from_db()
    assert waiting.state == ChangeState.WITHDRAWN


def test_a_notice_comes_in_as_a_file_and_settles_the_year(proposer):
    file = SimpleUploadedFile("2027.csv", CSV.encode())
    preview = proposer.post(
        reverse("workcalendar:propose"), filled(jurisdiction="", file=file, whole_year="2027", reason="2027年放假通知")
    )
    page = preview.content.decode()
    assert "元旦放假" in page
    assert "另有 363 天只是“暂定”标记变化" in page
    assert "2027 年：工作日由 261 天变为 261 天" in page
    assert "春节、清明、劳动、端午、中秋、国庆的放假天数没有或不足" in page
    proposer.post(reverse("workcalendar:store"), {"payload": payload(preview)})
    change = CalendarChange.objects.get()
    assert (change.file_name, len(change.days), len(change.file_sha256)) == ("2027.csv", 365, 64)


def test_a_bad_file_is_told_line_by_line(proposer):
    file = SimpleUploadedFile("x.csv", b"day,kind\n2027-13-01,holiday\nx,holiday\n")
    page = proposer.post(reverse("workcalendar:propose"), filled(file=file)).content.decode()
    assert "第 2 行：“2027-13-01”不是日期" in page
    assert "第 3 行：“x”不是日期" in page


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"last": "2026-11-24"}, "请填写第一天"),
        ({"first": "2026-11-24"}, "请选择怎么安排"),
        ({"first": "2026-11-24", "last": "2026-11-20", "what": "local"}, "不能早于第一天"),
        ({"first": "2026-11-24", "what": "normal"}, "没有需要变更"),
        ({"first": "2026-11-24", "what": "makeup", "name": "x"}, "周六或周日"),
        ({}, "至少写明一天"),
    ],
)
def test_a_row_that_cannot_be_says_why(proposer, row, sentence):
    assert sentence in proposer.post(reverse("workcalendar:propose"), filled(row)).content.decode()


def test_a_closing_is_lifted_and_a_local_day_taken_away(proposer, second):
    for what, told in (("emergency", "lift"), ("local", "follow")):
        for act in (what, told):
            propose(proposer, {"first": "2026-11-24", "what": act, "name": "x"})
            change = CalendarChange.objects.get(state=ChangeState.PROPOSED)
            page = second.get(reverse("workcalendar:change", args=[change.pk])).text
            seen = re.search(r'name="seen" value="(\w+)"', page)[1]
            second.post(reverse("workcalendar:decide", args=[change.pk, "in-force"]), {"seen": seen})
            assert load_calendar(jurisdiction="990100").is_workday(SNOW) == (act in ("lift", "follow"))
    assert not CalendarDay.objects.filter(jurisdiction="990100").exists()


def test_a_payload_that_is_not_ours_is_refused(proposer):
    answer = proposer.post(reverse("workcalendar:store"), {"payload": "abc"}, follow=True)
    assert "预览已经过期" in answer.content.decode()


def test_the_list_of_days_can_be_looked_at_only(proposer):
    page = proposer.get(reverse("calendarday:index"), {"day_from": "2026-02-14", "day_to": "2026-02-14"})
    assert "2026年2月14日(周六)" in page.content.decode()
    assert proposer.get("/admin/calendarday/new/").status_code == 404


def test_the_administrator_sees_what_waits_on_the_workbench(client_for):
    from tests.accounts.factories import PostFactory, UserFactory  # the room above

    user = UserFactory(is_staff=True)
    PostFactory(user=user, role="sys_admin")
    user.groups.add(Group.objects.get(name=groups.ADMINS))
    make_change(emergency(SNOW))
    page = client_for(user).get(reverse("wagtailadmin_home")).content.decode()
    assert "待另一人生效的日历变更" in page
