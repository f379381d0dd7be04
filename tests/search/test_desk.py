"""The desk's search inside the admin, and the admin's own search boxes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Role
from core.models import AuditEntry
from search.engines.base import Engine, SearchUnavailable
from tests.cases.factories import County

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk_client(county: County, client_for: Any) -> Client:
    from accounts.models import User

    return client_for(User.objects.get(pk=county.clerk.user_id))


def test_a_clerk_finds_a_case_with_its_holder_masked(clerk_client: Client, index: Engine, county: County) -> None:
    case = county.received()
    page = clerk_client.get(reverse("search_cases"), {"q": "王秀英"}).content.decode()
    assert case.number in page
    assert "王*英" in page
    assert page.count("王秀英") == page.count('value="王秀英"')


def test_looking_for_somebody_is_recorded_without_what_was_typed(
    clerk_client: Client, index: Engine, county: County
) -> None:
    case = county.received()
    clerk_client.get(reverse("search_cases"), {"q": "王秀英"})
    entry = AuditEntry.objects.filter(action="search.desk").latest("seq")
    assert f"case:{case.pk}" in str(entry.data)
    assert "王秀英" not in str(entry.data)


@pytest.mark.parametrize("text", ["", '"', "(", "& | ! ( : *", "\x00", "a" * 40_000])
def test_any_input_gets_a_page(clerk_client: Client, index: Engine, county: County, text: str) -> None:
    county.received()
    status = clerk_client.get(reverse("search_cases"), {"q": text}).status_code
    assert status == (400 if "\x00" in text else 414 if len(text) > 8000 else 200)


def test_a_resident_and_a_visitor_do_not_get_in(client: Client, county: County, client_for: Any) -> None:
    for somebody in (client, client_for(county.resident.user)):
        assert somebody.get(reverse("search_cases"), {"q": "王秀英"}).status_code == 302


def test_a_dead_engine_leaves_the_desk_at_work(clerk_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def dead() -> Any:
        raise SearchUnavailable("gone")

    monkeypatch.setattr("search.query.engine", dead)
    assert clerk_client.get(reverse("search_cases"), {"q": "王秀英"}).status_code == 503


@pytest.mark.parametrize("text", ['"', "(", '高龄"', "AND", "*", " "])
def test_the_page_search_of_the_admin_takes_any_text(county: County, client_for: Any, text: str) -> None:
    from accounts.models import User

    editor = client_for(User.objects.get(pk=county.staff(Role.ITEM_EDITOR).user_id))
    for address in ("/admin/pages/search/", "/admin/pages/"):
        assert editor.get(address, {"q": text}, follow=True).status_code == 200


@pytest.mark.parametrize("text", ["津贴", "申领", "高齡", "龄津"])
def test_the_boxes_of_the_admin_find_every_substring_in_either_script(county: County, text: str) -> None:
    from wagtail.models import Page
    from wagtail.search.backends import get_search_backend

    root = Page.objects.get(depth=1)
    page = root.add_child(instance=Page(title="高龄津贴申领", slug="x"))
    assert page.pk in [found.pk for found in get_search_backend().search(text, Page)]
    assert page.pk in [found.pk for found in get_search_backend().autocomplete(text, Page)]
