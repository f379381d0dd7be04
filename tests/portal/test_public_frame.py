import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

from core.templatetags.ui import page_numbers
from portal.views.display import set_display
from portal.views.errors import maintenance, server_error


@pytest.fixture
def request_to(rf: RequestFactory):
    return lambda address: rf.get(address)


def test_large_type_is_remembered_and_leads_back(request_to):
    response = set_display(request_to("/display/large/?next=/services/%3Fq%3D1"), "large")
    assert response.url == "/services/?q=1"
    assert response.cookies["display"].value == "large"


def test_normal_type_forgets_it(request_to):
    response = set_display(request_to("/display/normal/"), "normal")
    assert response.cookies["display"]["max-age"] == 0


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_the_switch_leads_nowhere_else(request_to, elsewhere):
    assert set_display(request_to(f"/display/large/?next={elsewhere}"), "large").url == "/"


def test_the_page_about_our_own_fault_needs_no_database(rf: RequestFactory):
    # No django_db mark: a query would fail here.
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "请再试一次" in response.content.decode()
    assert "12345" in response.content.decode()


def test_maintenance_says_when_to_come_back_to_people_and_machines(rf: RequestFactory):
    response = maintenance(rf.get("/"))
    assert response.status_code == 503
    assert response["Retry-After"] == "600"
    assert "十分钟后" in response.content.decode()


@pytest.mark.parametrize("light", ["green", "yellow", "red"])
def test_a_light_always_carries_a_word(light):
    words = {"green": "正常", "yellow": "即将到期", "red": "已超期"}
    assert words[light] in render_to_string("components/light.html", {"light": light})


def test_a_button_that_cannot_be_pressed_says_why():
    html = render_to_string("components/button.html", {"text": "受理", "why_not": "还缺户口簿"})
    assert "disabled" in html
    assert "还缺户口簿" in html


def test_values_from_people_are_escaped_in_lists():
    rows = [{"key": "姓名", "value": "<b>王</b>", "href": "", "action": ""}]
    assert "<b>" not in render_to_string("components/summary_list.html", {"rows": rows})


def test_long_lists_of_pages_have_gaps():
    assert page_numbers(Paginator(range(200), 10).page(10)) == [1, 0, 9, 10, 11, 0, 20]
