"""Answers are kept for those who are signed out, and for nobody else."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import ItemVersion
from catalog.signals import version_published
from home.caching import Answer, KeptAnswers
from home.middleware import kept
from home.models import GuidePage, SiteSettings
from tests.home.factories import make_guide, make_policy


@pytest.fixture
def guide(site) -> GuidePage:
    return make_guide()


def queries_of(client, url):
    with CaptureQueriesContext(connection) as seen:
        response = client.get(url)
    assert response.status_code == 200
    return len(seen)


def test_a_kept_answer_costs_one_query_and_is_the_same(client, guide):
    first = client.get(guide.url)

    assert queries_of(client, guide.url) == 1
    again = client.get(guide.url)
    assert again.content == first.content
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_somebody_signed_in_never_gets_or_leaves_a_kept_answer(client, guide):
    client.force_login(User.objects.create(username="19900000001", display_name="王秀英"))

    html = client.get(guide.url).content.decode()

    assert "退出" in html
    assert not kept.answers
    client.logout()
    assert "退出" not in client.get(guide.url).content.decode()


def test_large_type_has_an_answer_of_its_own(client, guide):
    client.get(guide.url)
    client.cookies["display"] = "large"

    assert 'data-mode="large"' in client.get(guide.url).content.decode()


def test_queries_in_the_address_are_not_kept(client, guide):
    client.get(guide.url, {"agent": "self"})

    assert not kept.answers


def test_an_answer_is_not_kept_for_a_browser_with_a_csrf_cookie(client, guide):
    client.cookies["csrftoken"] = "x" * 32
    client.get(guide.url)

    assert not kept.answers


def test_publishing_a_version_of_the_item_shows_at_once(client, guide):
    client.get(guide.url)
    old = guide.item.current_version
    version = ItemVersion.objects.create(
        item=guide.item,
        number=2,
        name=old.name,
        content={**old.content, "conditions": [{"text": "户口在本县满一年。"}]},
        published_at=old.published_at,
    )
    guide.item.current_version = version
    type(guide.item).objects.filter(pk=guide.item.pk).update(current_version=version)
    version_published.send(sender=ItemVersion, version_id=version.pk)

    assert "户口在本县满一年" in client.get(guide.url).content.decode()


def test_publishing_a_page_shows_at_once(client, guide):
    policy = make_policy()
    client.get(policy.url)
    policy.title = "高龄津贴新标准"
    policy.save_revision().publish()

    assert "高龄津贴新标准" in client.get(policy.url).content.decode()


def test_unpublishing_a_page_takes_it_away_at_once(client, guide):
    policy = make_policy()
    assert client.get(policy.url).status_code == 200
    policy.unpublish()

    assert client.get(policy.url).status_code == 404


def test_changed_site_settings_show_at_once(client, guide):
    client.get(guide.url)
    site_settings = SiteSettings.for_site(guide.get_site())
    site_settings.unit_name = "云溪县政务服务管理局新名"
    site_settings.save()

    assert "管理局新名" in client.get(guide.url).content.decode()


def test_answers_of_an_older_generation_are_not_given_out():
    answers = KeptAnswers()
    answers.keep("/", 1, Answer(b"old", ()))

    assert answers.get("/", 2) is None


def test_the_least_recently_used_answer_is_forgotten_first():
    answers = KeptAnswers(most=2)
    for key in ("a", "b"):
        answers.keep(key, 1, Answer(b"", ()))
    answers.get("a", 1)
    answers.keep("c", 1, Answer(b"", ()))

    assert set(answers.answers) == {"a", "c"}
