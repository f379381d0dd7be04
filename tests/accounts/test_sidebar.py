"""The menu of the back office says who works here in which post, and changes to another one."""

from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse

from accounts.models import Role
from tests.accounts.factories import PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client_for):
    first = PostFactory(clerk=True, user__display_name="尹翠琴", user__is_staff=True)
    second = PostFactory(role=Role.REVIEWER, unit=first.unit, user=first.user)
    return client_for(first.user), first, second


def menu_of(client) -> str:
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    found = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', html, re.DOTALL)
    return json.dumps(json.loads(found.group(1)), ensure_ascii=False)


def test_name_unit_and_role_stand_at_the_foot_of_the_menu(clerk):
    client, first, _second = clerk
    assert json.dumps(f"尹翠琴\n{first.unit} 综窗人员", ensure_ascii=False) in menu_of(client)


def test_the_other_post_is_one_press_away(clerk):
    client, first, second = clerk
    menu = menu_of(client)
    assert f"换到：{second.unit} 审查人员" in menu
    assert f"换到：{first.unit} 综窗人员" not in menu
    client.post(f"{reverse('accounts:switch_post')}?post={second.pk}")
    assert json.dumps(f"尹翠琴\n{second.unit} 审查人员", ensure_ascii=False) in menu_of(client)


def test_whoever_holds_one_post_has_nothing_to_switch(client_for):
    post = PostFactory(clerk=True, user__is_staff=True)
    assert "换到" not in menu_of(client_for(post.user))


def test_a_link_alone_changes_no_post(clerk):
    client, first, second = clerk
    assert client.get(f"{reverse('accounts:switch_post')}?post={second.pk}").status_code == 405
    assert first.unit.name in menu_of(client)


def test_a_post_of_somebody_else_is_refused(clerk):
    client, first, _second = clerk
    other = PostFactory(clerk=True)
    assert client.post(f"{reverse('accounts:switch_post')}?post={other.pk}").status_code == 403
    assert first.unit.name in menu_of(client)
