"""R23: granted licences are open to everybody; names are masked, minors not named, nothing else of a person is there."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from cases.domain.decide import deny_case, grant_case
from cases.enums import Status
from cases.grants import reads
from cases.models import Case, Certificate
from tests.accounts.factories import ResidentFactory, UnitFactory
from tests.cases.factories import make_item

pytestmark = pytest.mark.django_db


def licence(county, key="timber_permit", **changes):
    given = {"department": county.department, "deciding_level": "town", "steps": [], "hearing_right": False, **changes}
    return make_item(key, **given)


@pytest.fixture
def permit(county):
    return licence(county)


def granted(county, item, **person):
    """A licence of somebody, decided by the verbs."""
    resident = ResidentFactory(region=county.village, **person) if person else county.resident
    values = {"items": [item], "applicant": resident, "actor": county.actor_of(resident)}
    return grant_case(case=county.reviewed(**values), actor=county.approver, now=county.later(4))


def page(**query):
    return Client().get(reverse("grants:index"), query)


def text(**query):
    return page(**query).content.decode()


@pytest.mark.law("R23")
def test_a_granted_licence_is_listed_with_its_number_and_a_masked_name(county, permit):
    case = granted(county, permit)
    shown = text()
    decision = case.documents.get(code="grant_decision")
    for word in ("林木采伐许可", "王*英", "青石镇人民政府", decision.number, "2026年11月2日(周一)决定", "有效"):
        assert word in shown
    for secret in ("王秀英", county.resident.id_number, county.resident.phone, case.number, case.certificate.number):
        assert secret not in shown


@pytest.mark.law("R23")
def test_a_minor_is_not_named_not_even_in_part(county, permit):
    granted(county, permit, name="陈小雨", birth_on=date(2012, 5, 1))
    shown = text()
    assert "未成年人（不公开姓名）" in shown
    assert "陈*雨" not in shown and "陈小雨" not in shown


@pytest.mark.law("R23")
def test_what_is_no_licence_is_not_listed(county):
    county.granted()
    assert "还没有准予的行政许可" in text()


def test_an_item_may_keep_its_decisions_to_itself(county):
    granted(county, licence(county, grants_private=True))
    assert "还没有准予的行政许可" in text()


def test_only_what_was_granted_is_listed(county, permit):
    values = {"items": [permit]}
    county.reviewing(**values)
    case = county.reviewed("deny", **values)
    deny_case(case=case, reasons="不符合采伐限额", basis="森林法", actor=county.approver, now=county.later(4))
    assert "还没有准予的行政许可" in text()


def test_a_licence_that_was_revoked_or_has_ended_says_so(county, permit):
    case = granted(county, permit)
    Certificate.objects.filter(case=case).update(state="revoked")
    assert "已撤销" in text()
    ended = {"state": "valid", "valid_to": date(2026, 11, 1)}
    assert reads.state_of(ended["state"], ended["valid_to"], on=date(2026, 11, 2)) == "已过期"
    assert reads.state_of("valid", None, on=date(2026, 11, 2)) == "有效"
    assert reads.state_of(None, None, on=date(2026, 11, 2)) == ""


def test_department_item_and_year_narrow_the_list(county, permit):
    other = UnitFactory(name="云溪县市场监督管理局")
    workshop = licence(county, "food_workshop", department=other)
    granted(county, permit)
    granted(county, workshop)

    def listed(**query):
        return [card["title"] for card in page(**query).context["cards"]]

    both = {"林木采伐许可", "食品生产加工小作坊登记"}
    assert set(listed()) == both
    assert listed(department=other.pk) == ["食品生产加工小作坊登记"]
    assert listed(item="timber_permit") == ["林木采伐许可"]
    assert set(listed(year=2026)) == both and listed(year=2025) == []
    assert listed(department=other.pk, item="timber_permit") == []
    for nonsense in ({"department": "x"}, {"department": "9" * 30}, {"year": "²"}, {"year": "99999"}, {"page": "嗯"}):
        assert set(listed(**nonsense)) == both


def test_a_year_ends_at_midnight_in_china(county, permit):
    case = granted(county, permit)
    late = datetime(2026, 12, 31, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
    Case.objects.filter(pk=case.pk).update(decided_at=late)
    assert len(page(year=2026).context["cards"]) == 1
    assert page(year=2027).context["cards"] == []


@pytest.mark.parametrize(
    "query", [{}, {"item": "timber_permit"}, {"year": "2026"}, {"item": "timber_permit", "year": "2026"}]
)
def test_every_way_to_narrow_the_list_has_its_index(county, permit, query):
    rows = reads.grants(reads.public_items(), reads.chosen_from("", query.get("item", ""), query.get("year", "")))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # a table of one row is read whole, whatever index it has
    plan = rows[:20].explain()
    assert "case_granted" in plan, plan
    assert connection.vendor != "sqlite" or "SCAN cases_case\n" not in plan


def test_the_list_is_kept_by_nobody_else_and_linked_where_people_look(county, permit):
    answer = page()
    assert answer["X-Robots-Tag"] == "noindex, nofollow" and "no-store" in answer["Cache-Control"]
    assert reverse("publicity:index") in answer.content.decode()
    assert reverse("grants:index") in Client().get(reverse("publicity:index")).content.decode()
    assert Client().post(reverse("grants:index")).status_code == 405
    assert Case.objects.filter(status=Status.GRANTED).count() == 0
