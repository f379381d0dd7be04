"""What editors may delete is asked of every row of the page list: the answer is Wagtail's, without its queries."""

import itertools

import pytest
from wagtail.models import PagePermissionTester

from home.models import StaticPage
from home.stream import stream
from tests.home.factories import make_editor

pytestmark = pytest.mark.django_db


def text_page(parent, slug, *, live):
    page = StaticPage(title=slug, slug=slug, body=stream([{"p": "一"}]), live=live)
    return parent.add_child(instance=page)


@pytest.fixture
def pages(site):
    """Live and draft, with nothing below, with a draft below and with a live page below."""
    found = []
    for live, below in itertools.product((True, False), (None, False, True)):
        page = text_page(site, f"text-{live}-{below}".lower(), live=live)
        if below is not None:
            text_page(page, "below", live=below)
        found.append(StaticPage.objects.get(pk=page.pk))
    return found


@pytest.mark.parametrize("publisher", [True, False])
def test_the_answer_is_wagtails(pages, publisher):
    user = make_editor("somebody", publisher=publisher)
    for page in pages:
        ours, wagtails = page.permissions_for_user(user), PagePermissionTester(user, page)
        for ignore_bulk in (True, False):
            assert ours.can_delete(ignore_bulk) == wagtails.can_delete(ignore_bulk), page.slug


def test_an_editor_deletes_a_draft_and_nothing_public(pages):
    user = make_editor("editor")
    deletable = {page.slug for page in pages if page.permissions_for_user(user).can_delete()}
    assert "text-false-none" in deletable and not any(slug.startswith("text-true") for slug in deletable)


def test_a_page_with_nothing_below_is_judged_without_a_query(pages, django_assert_num_queries):
    user = make_editor("editor")
    testers = [page.permissions_for_user(user) for page in pages if page.is_leaf()]
    assert len(testers) == 2
    with django_assert_num_queries(0):
        [tester.can_delete() for tester in testers]
