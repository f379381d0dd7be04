"""The guards themselves: each of them can fail."""

import socket

import pytest
from django.http import HttpResponse
from django.template import Origin, engines
from django.template.base import Template
from django.template.context import Context

from tests.guards import OURS, OutsideConnection, check_forms


def rendered(source: str, folder: object) -> str:
    template = Template(source, origin=Origin(f"{folder}/page.html"), engine=engines["django"].engine)
    return template.render(Context({"known": "1"}))


@pytest.mark.parametrize(
    "source",
    [
        "{{ unknown }}",
        "{{ known.part }}",
        "{{ unknown|upper }}",
        "{% load i18n %}{% blocktranslate %}{{ unknown }}{% endblocktranslate %}",
    ],
)
def test_an_undefined_variable_in_a_template_of_ours_fails(source):
    with pytest.raises(AssertionError, match="undefined variable"):
        rendered(source, OURS[0])


@pytest.mark.parametrize(
    "source",
    [
        "{{ known }}",
        "{{ unknown|default:1 }}",
        "{% firstof unknown known %}",
        "{% if unknown %}0{% else %}1{% endif %}",
    ],
)
def test_what_may_be_absent_does_not_fail(source):
    assert rendered(source, OURS[0]) == "1"


def test_templates_of_others_see_the_empty_text():
    assert rendered("[{{ unknown }}{{ unknown|default:1 }}]", "/elsewhere") == "[1]"


def test_no_test_leaves_this_machine():
    with pytest.raises(OutsideConnection):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(OutsideConnection):
        socket.getaddrinfo("example.org", 80)


def test_a_form_that_posts_needs_a_token():
    with pytest.raises(AssertionError, match="CSRF"):
        check_forms("/", HttpResponse('<form method="post"><button></button></form>'))
    check_forms("/", HttpResponse('<form method="get"></form>'))
