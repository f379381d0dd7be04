"""What pages have in common is asked for once, and anew as soon as somebody changes it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from home.models import HomePage, StaticPage
from tests.home.factories import make_guide, make_policy


def ask(client, url):
    """With a query, so that the page is made anew."""
    with CaptureQueriesContext(connection) as seen:
        response = client.get(url, {"from": "elsewhere"})
    return response, len(seen)


@pytest.mark.parametrize(("which", "most"), [("guide", 2), ("front", 1)])
def test_a_page_made_anew_asks_for_no_more_than_itself(client, site, which, most):
    url = make_guide().url if which == "guide" else site.url
    ask(client, url)

    assert ask(client, url)[1] <= most


def test_a_page_that_becomes_private_is_closed_at_once(client, site):
    policy = make_policy()
    assert client.get(policy.url).status_code == 200
    assert ask(client, policy.url)[0].status_code == 200
    restriction = PageViewRestriction.objects.create(page=policy.get_parent(), restriction_type="login")

    assert client.get(policy.url).status_code == 302
    assert ask(client, policy.url)[0].status_code == 302
    restriction.delete()
    assert client.get(policy.url).status_code == 200


def test_a_page_that_moves_sends_readers_to_its_new_address(client, site):
    text = site.add_child(instance=StaticPage(title="隐私说明", slug="privacy"))
    above = site.add_child(instance=StaticPage(title="关于", slug="about"))
    assert ask(client, "/privacy/")[0].status_code == 200
    text.move(above, pos="last-child")

    assert ask(client, "/about/privacy/")[0].status_code == 200
    assert ask(client, "/privacy/")[0].url == "/about/privacy/"


def test_another_front_page_is_shown_at_once(client, site):
    assert "云溪县政务服务" in ask(client, "/")[0].content.decode()
    other = site.get_parent().add_child(
        instance=HomePage(title="临时首页", slug="other", question="您好？", placeholder="例如")
    )
    change = Site.objects.get(is_default_site=True)
    change.root_page = other
    change.save()

    assert "您好？" in ask(client, "/")[0].content.decode()
