from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.actors import ANONYMOUS
from accounts.domain.actors import actor_for
from accounts.models import Role
from tests.accounts.factories import PostFactory, ResidentFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_resident_acts_as_herself_without_a_post(alice, today):
    actor = actor_for(user=alice.user, on=today)

    assert (actor.resident_id, actor.post, actor.name) == (alice.pk, None, "王秀英")


def test_an_actor_with_several_posts_is_built_in_two_queries(today, django_assert_num_queries):
    user = UserFactory()
    PostFactory(user=user, clerk=True)
    second = PostFactory(user=user, helper=True)

    with django_assert_num_queries(2):
        actor = actor_for(user=user, post_id=second.pk, on=today)

    assert actor.role == Role.STATION_HELPER
    assert len(actor.posts) == 2


def test_a_post_that_is_not_held_cannot_be_chosen(today):
    own, foreign = PostFactory(clerk=True), PostFactory(sys_admin=True)

    assert actor_for(user=own.user, post_id=foreign.pk, on=today).role == Role.WINDOW_CLERK


def test_an_ended_post_gives_nothing(today):
    assert actor_for(user=PostFactory(approver=True, ended=True).user, on=today).posts == ()


def test_a_post_ends_after_its_last_day(today):
    post = PostFactory(reviewer=True, valid_to=today)

    assert actor_for(user=post.user, on=today).is_staff
    assert not actor_for(user=post.user, on=today + timedelta(days=1)).is_staff


def test_a_helper_covers_the_village_of_her_unit(today):
    post = PostFactory(helper=True)

    assert actor_for(user=post.user, on=today).post.region_code == post.unit.region.code


def test_a_reviewer_of_a_county_department_covers_no_area(today):
    assert actor_for(user=PostFactory(reviewer=True).user, on=today).post.region_code == ""


@pytest.mark.parametrize("user", [None, AnonymousUser()])
def test_a_visitor_is_nobody_and_not_the_system(user, today):
    actor = actor_for(user=user, on=today)

    assert actor is ANONYMOUS
    assert not actor.is_system


def test_a_closed_login_is_nobody(today):
    resident = ResidentFactory(user__is_active=False)

    assert actor_for(user=resident.user, on=today) is ANONYMOUS
