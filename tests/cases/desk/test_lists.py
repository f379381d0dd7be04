import csv
import io

import pytest
from django.urls import reverse

from accounts.models import Role
from core.models import AuditEntry

pytestmark = pytest.mark.django_db
LIST = "desk:cases"


@pytest.fixture
def clerk(county, signed_in):
    return signed_in(county.clerk)


def test_the_case_page_takes_the_same_queries_however_many_papers_and_events(
    county, clerk, django_assert_max_num_queries
):
    small, large = county.received(), county.granted()
    clerk.get(reverse("desk:case", args=[small.public_id]))
    with django_assert_max_num_queries(60) as few:
        clerk.get(reverse("desk:case", args=[small.public_id]))
    with django_assert_max_num_queries(len(few) + 5):  # people, stages and their units
        clerk.get(reverse("desk:case", args=[large.public_id]))


def test_the_nearest_deadline_stands_first(county, clerk):
    county.accepted()
    soon = county.received()
    rows = clerk.get(reverse(LIST)).context["object_list"]
    assert rows[0] == soon


def test_the_list_of_a_number_holds_as_many_cases_as_the_number_says(county, clerk):
    county.received()
    county.received()
    county.accepted()
    figures = clerk.get(reverse("wagtailadmin_home")).context["panels"][-1]
    from cases.desk.workbench import figures_of

    assert figures is not None
    first = figures_of(county.clerk, county.now.date())[0]
    assert first.number == 2
    assert len(clerk.get(first.url).context["object_list"]) == first.number


@pytest.mark.parametrize("words", ['"', "(", "%", "2026-" + "9" * 400])
def test_any_search_is_answered(county, clerk, words):
    assert clerk.get(reverse(LIST), {"q": words}).status_code == 200


def test_a_case_is_found_by_number_and_by_name(county, clerk):
    case = county.received()
    for words in (case.number, "王秀"):
        assert list(clerk.get(reverse(LIST), {"q": words}).context["object_list"]) == [case]
    assert not clerk.get(reverse(LIST), {"q": "秀英"}).context["object_list"]


@pytest.mark.parametrize(
    "filters", [{"status": "accepted"}, {"queue": "overdue"}, {"light": "red"}, {"channel": "window"}]
)
def test_filters_narrow_the_list(county, clerk, filters):
    county.received()
    assert not clerk.get(reverse(LIST), filters).context["object_list"]


def test_an_export_is_masked_and_recorded(county, clerk):
    case = county.received()
    answer = clerk.get(reverse(LIST), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["办件编号"] == case.number
    assert rows[0]["申请人"] == "王*英"
    assert AuditEntry.objects.get(action="case.export").data["count"] == 1


def test_a_spreadsheet_opens(county, clerk):
    county.received()
    answer = clerk.get(reverse(LIST), {"export": "xlsx"})
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_a_supervisor_sees_the_overdue_cases_of_each_unit(county, signed_in, monkeypatch):
    from django.utils import timezone

    county.received()
    monkeypatch.setattr(timezone, "now", lambda: county.later(24 * 20))
    page = signed_in(county.staff(Role.SUPERVISOR)).get(reverse("wagtailadmin_home")).content.decode()
    assert "各单位超期办件" in page
    assert "青石镇人民政府" in page


def test_every_link_of_the_workbench_leads_somewhere(county, clerk):
    import re

    county.received()
    page = clerk.get(reverse("wagtailadmin_home")).content.decode()
    inner = page[page.index('class="desk"') :]
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"]*|\?[^"]*|None[^"]*)"', inner)}
    assert len(links) > 8
    assert [link for link in links if not link.startswith("/static") and clerk.get(link).status_code != 200] == []
