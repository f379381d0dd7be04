from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from accounts import groups
from accounts.domain.posts import assign_post, end_post, sync_groups
from accounts.domain.users import change_staff_login, open_staff_login
from accounts.models import Post, Role, StaffUser, User
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import PASSWORD, PostFactory, ServicePointFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def give(admin_post, acting, now, **changes):
    values = {
        "user": changes.pop("user", None) or UserFactory(),
        "role": Role.REVIEWER,
        "unit": UnitFactory(),
        "point": None,
        "region": None,
        "title": "",
        "valid_from": now.date(),
        "valid_to": None,
        **changes,
    }
    return assign_post(**values, actor=acting(admin_post), now=now)


def test_the_four_groups_are_there_after_migrate():
    assert set(Group.objects.filter(name__in=groups.ALL).values_list("name", flat=True)) == set(groups.ALL)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.REVIEWER, {groups.STAFF}),
        (Role.ITEM_EDITOR, {groups.STAFF, groups.EDITORS}),
        (Role.ITEM_PUBLISHER, {groups.STAFF, groups.PUBLISHERS}),
        (Role.SYS_ADMIN, {groups.STAFF, groups.ADMINS}),
    ],
)
def test_groups_follow_the_post(admin_post, acting, now, role, expected):
    post = give(admin_post, acting, now, role=role)

    assert set(post.user.groups.values_list("name", flat=True)) == expected
    assert post.user.has_perm("wagtailadmin.access_admin")


def test_ending_a_post_closes_the_door(admin_post, acting, now):
    post = give(admin_post, acting, now, valid_from=now.date() - timedelta(days=9))
    end_post(post=post, on=now.date() - timedelta(days=1), actor=acting(admin_post), now=now)

    assert not User.objects.get(pk=post.user_id).groups.exists()
    assert AuditEntry.objects.filter(action="post.end").count() == 1


def test_a_post_that_has_run_out_loses_its_door_at_the_next_sign_in():
    post = PostFactory(editor=True)
    sync_groups(user=post.user, on=post.valid_from)
    Post.objects.filter(pk=post.pk).update(valid_to=post.valid_from)

    Client().force_login(post.user, backend="accounts.backends.LoginNameBackend")

    assert not post.user.groups.exists()


def test_only_the_administrator_gives_posts(acting, now):
    with pytest.raises(Refused):
        give(PostFactory(unit_head=True), acting, now)


def test_nobody_gives_a_post_to_herself(admin_post, acting, now):
    with pytest.raises(Refused):
        give(admin_post, acting, now, user=admin_post.user)


def test_the_three_system_posts_are_held_by_three_people(admin_post, acting, now):
    user = UserFactory()
    give(admin_post, acting, now, user=user, role=Role.AUDITOR)

    with pytest.raises(Refused, match="三个人"):
        give(admin_post, acting, now, user=user, role=Role.SEC_ADMIN)


def test_a_clerk_needs_a_service_point(admin_post, acting, now):
    with pytest.raises(Refused):
        give(admin_post, acting, now, role=Role.WINDOW_CLERK)
    point = ServicePointFactory()
    assert give(admin_post, acting, now, role=Role.WINDOW_CLERK, unit=point.unit, point=point).pk


def test_the_administrator_opens_and_closes_logins(admin_post, acting, now):
    actor = acting(admin_post)
    user = open_staff_login(username="zhang.san", display_name="张三", password=PASSWORD, actor=actor, now=now)
    closed = change_staff_login(user=user, display_name="张三", is_active=False, password="", actor=actor, now=now)

    assert not closed.is_active


@pytest.mark.parametrize("username", ["", "1abc", "r123456", "张三", "a b", "ADMIN1"])
def test_a_name_that_cannot_sign_in_is_refused(admin_post, acting, now, username):
    UserFactory(username="admin1")
    with pytest.raises(Refused):
        open_staff_login(username=username, display_name="张三", password=PASSWORD, actor=acting(admin_post), now=now)


def test_the_administrator_never_touches_a_residents_login(admin_post, alice, acting, now):
    with pytest.raises(Refused):
        change_staff_login(
            user=alice.user, display_name="x", is_active=False, password="", actor=acting(admin_post), now=now
        )
    assert not StaffUser.objects.filter(pk=alice.user.pk).exists()


@pytest.fixture
def desk(admin_post, signed_in, today):
    sync_groups(user=admin_post.user, on=today)
    return signed_in(admin_post)


def test_the_back_office_opens_a_login_and_gives_a_post(desk):
    data = {"username": "li.si", "display_name": "李四", "password": PASSWORD}
    assert desk.post(reverse("staffuser:add"), data).status_code == 302
    unit, user = UnitFactory(), User.objects.get(username="li.si")
    post = {"user": user.pk, "role": "reviewer", "unit": unit.pk, "valid_from": "2026-01-01", "title": ""}
    assert desk.post(reverse("post:add"), post).status_code == 302

    assert user.posts.get().unit == unit


def test_what_the_verb_refuses_stands_in_the_form(desk):
    data = {"username": "1", "display_name": "李四", "password": PASSWORD}
    response = desk.post(reverse("staffuser:add"), data)

    assert response.status_code == 200
    assert "账号以字母开头" in response.content.decode()


@pytest.mark.parametrize("trait", ["clerk", "editor", "publisher", "auditor", "supervisor"])
def test_other_staff_have_no_door_to_logins_and_posts(trait, signed_in, today):
    post = PostFactory(**{trait: True})
    sync_groups(user=post.user, on=today)
    client = signed_in(post)

    for name in ("staffuser:index", "staffuser:add", "post:index", "post:add"):
        assert client.get(reverse(name)).status_code == 302


def test_the_list_of_posts_takes_the_same_queries_for_1_and_30(desk, same_queries):
    PostFactory(reviewer=True)

    same_queries(desk, reverse("post:index"), lambda: PostFactory.create_batch(28, reviewer=True))


def test_somebody_with_two_posts_switches_between_them(signed_in):
    first = PostFactory(clerk=True)
    second = PostFactory(user=first.user, helper=True)
    client = signed_in(first)
    client.post(reverse("accounts:switch_post"), {"post": second.pk})

    assert client.session["post_id"] == second.pk


def test_nobody_switches_to_a_post_of_somebody_else(signed_in):
    own, foreign = PostFactory(clerk=True), PostFactory(sys_admin=True)

    assert signed_in(own).post(reverse("accounts:switch_post"), {"post": foreign.pk}).status_code == 403
