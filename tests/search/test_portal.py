"""The public search page, with or without an engine, for any input."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from search.engines.base import Engine, SearchUnavailable
from tests.cases.factories import County

pytestmark = pytest.mark.django_db
HOSTILE = [
    '"',
    "'",
    "([",
    "高龄(",
    "& | ! ( : *",
    "\x00",
    "高\x00龄",
    "\\",
    "%",
    "a" * 40_000,
    "a" * 2000,
    "😀",
    "䶮㛃𫖯",
    "AND",
]
ADDRESSES = ["page=0", "page=-1", "page=99999999", "page=x", "town=%00", "sort=%22", "kind=(", "state=" + "x" * 5000]


@pytest.fixture
def resident_client(county: County, client_for: Any) -> Client:
    return client_for(county.resident.user)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["search:results", "search:suggest"])
def test_any_input_gets_a_clear_page(client: Client, index: Engine, county: County, text: str, name: str) -> None:
    county.received()
    response = client.get(reverse(name), {"q": text})
    assert response.status_code == (400 if "\x00" in text else 414 if len(text) > 8000 else 200)


@pytest.mark.parametrize("query", ADDRESSES)
def test_any_address_gets_a_clear_page(resident_client: Client, index: Engine, county: County, query: str) -> None:
    county.received()
    response = resident_client.get(f"{reverse('search:results')}?q={quote('高龄')}&{query}")
    assert response.status_code == (400 if "%00" in query else 200)


def test_a_dead_engine_says_so_and_offers_the_list_and_the_telephone(
    client: Client, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    def dead() -> Any:
        raise SearchUnavailable("gone")

    monkeypatch.setattr("search.query.engine", dead)
    response = client.get(reverse("search:results"), {"q": "低保"})
    assert response.status_code == 503
    assert "/services/" in response.content.decode() and "12345" in response.content.decode()
    assert client.get(reverse("search:suggest"), {"q": "低"}).json() == {"suggestions": []}


def test_a_case_goes_on_without_an_engine(county: County, settings: Any, tmp_path: Any) -> None:
    settings.SEARCH_KEEPS_UP = True
    blocked = tmp_path / "file"
    blocked.write_text("no directory")
    settings.SEARCH_INDEX_DIR = blocked / "index"
    assert county.received().number


def test_a_resident_finds_her_case_and_a_visitor_does_not(
    client: Client, resident_client: Client, index: Engine, county: County
) -> None:
    case = county.received()
    mine = resident_client.get(reverse("search:results"), {"q": case.number}).content.decode()
    theirs = client.get(reverse("search:results"), {"q": case.number}).content.decode()
    assert "<mark>" in resident_client.get(reverse("search:results"), {"q": "高龄津贴"}).content.decode()
    assert case.version.name in mine
    assert case.version.name not in theirs


def test_without_a_question_the_page_gives_advice(client: Client, db: None) -> None:
    response = client.get(reverse("search:results"))
    assert response.status_code == 200
    assert "gaolingjintie" in response.content.decode()


def test_what_was_typed_is_shown_as_text(client: Client, index: Engine, county: County) -> None:
    county.received()
    page = client.get(reverse("search:results"), {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page
