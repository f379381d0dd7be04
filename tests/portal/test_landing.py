"""Where editors and publishers land: what waits for their review leads to the page where it is decided."""

import re

import pytest
from django.urls import reverse

from catalog.models import ServiceItem
from tests.catalog.factories import save_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def landing(client_for):
    return lambda user: client_for(user).get(reverse("wagtailadmin_home")).content.decode()


def submit(item, by):
    item = save_draft(item, by, summary="满八十岁的老人每月可以领津贴。")
    item.get_workflow().start(item, by)
    return item


def test_the_publisher_is_led_to_the_review_of_the_draft(item, editor, publisher, landing, client_for):
    submit(item, editor)
    page = landing(publisher)
    review = reverse(ServiceItem.snippet_viewset.get_url_name("review"), args=[item.pk])
    assert page.count(f'href="{review}"') == 1
    assert 'href="#waiting-reviews"' in page
    assert re.search(r'id="waiting-reviews"', page)
    assert "通过并发布" in client_for(publisher).get(review).content.decode()


def test_the_editor_is_not_asked_to_review_her_own_draft(item, editor, landing):
    submit(item, editor)
    assert "去审核" not in landing(editor)


def test_what_does_not_exist_in_the_back_office_is_told_in_chinese(editor, client_for):
    answer = client_for(editor).get("/admin/no/such/page/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "回到工作台" in page
    assert "Wagtail" not in page.replace("wagtailadmin", "")
