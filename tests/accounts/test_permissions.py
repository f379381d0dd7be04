"""One statement says the same as Django's two."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission

from accounts.backends import LoginNameBackend
from accounts.domain.posts import sync_groups
from accounts.permissions import held_permissions
from tests.accounts.factories import PostFactory, ResidentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def fresh(user):
    return get_user_model().objects.get(pk=user.pk)


@pytest.fixture
def granted():
    """A login with two permissions of its own, one of which its group has too."""
    user, group = UserFactory(), Group.objects.create(name="某组")
    permissions = Permission.objects.order_by("pk")
    user.user_permissions.add(permissions[0], permissions[1])
    group.permissions.add(permissions[1], permissions[2])
    Group.objects.create(name="别的组").permissions.add(permissions[3])
    user.groups.add(group)
    return user


def test_what_a_login_holds_is_what_django_says(granted):
    held = LoginNameBackend().get_all_permissions(fresh(granted))

    assert held == ModelBackend().get_all_permissions(fresh(granted))
    assert len(held) == 3


@pytest.mark.parametrize("kind", ["clerk", "reviewer", "approver"])
def test_posts_hold_what_their_groups_grant(kind):
    user = PostFactory(**{kind: True}).user
    sync_groups(user=user, on=date(2026, 11, 25))

    assert held_permissions(user.pk) == ModelBackend().get_all_permissions(fresh(user)) != set()


def test_a_closed_login_holds_nothing_and_a_superuser_everything(granted):
    granted.is_active = False
    assert LoginNameBackend().get_all_permissions(granted) == set()
    granted.is_active = granted.is_superuser = True
    assert len(LoginNameBackend().get_all_permissions(granted)) == Permission.objects.count()


def test_what_is_taken_away_is_gone_with_the_next_request(granted):
    assert LoginNameBackend().get_all_permissions(fresh(granted))
    granted.groups.clear()
    granted.user_permissions.clear()

    assert LoginNameBackend().get_all_permissions(fresh(granted)) == set()


def test_a_request_reads_login_profile_and_resident_at_once(django_assert_num_queries):
    key = ResidentFactory().user.pk

    with django_assert_num_queries(1):
        user = LoginNameBackend().get_user(key)
        assert user.resident.name and not hasattr(user, "wagtail_userprofile")
    assert LoginNameBackend().get_user(0) is None
