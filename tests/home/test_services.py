"""The list of services: facets, counts, pages."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.home.factories import make_guide

pytestmark = pytest.mark.usefixtures("site")


def options(response, title):
    group = next(group for group in response.context["groups"] if group["title"] == title)
    return {option["label"]: option["count"] for option in group["options"]}


def titles(response):
    return [card["href"].strip("/").split("/")[-1] for card in response.context["cards"]]


def test_every_guide_is_listed_with_its_counts(client):
    make_guide("one")
    make_guide("two", base="individual_business")

    response = client.get("/services/")

    assert titles(response) == ["one", "two"]
    assert options(response, "部门") == {"云溪县市场监督管理局": 1, "云溪县民政局": 1}


def test_a_choice_narrows_the_list_and_the_counts_of_the_other_kinds(client):
    make_guide("one")
    make_guide("two", base="individual_business")

    response = client.get("/services/", {"department": "云溪县民政局"})

    assert titles(response) == ["one"]
    assert options(response, "人生大事") == {"养老": 1}
    assert options(response, "部门") == {"云溪县市场监督管理局": 1, "云溪县民政局": 1}


def test_following_a_chosen_option_takes_it_away(client):
    make_guide("one")

    response = client.get("/services/", {"event": "elderly", "online": "yes"})

    group = next(group for group in response.context["groups"] if group["title"] == "人生大事")
    assert [option["href"] for option in group["options"] if option["current"]] == ["?online=yes"]


def test_unknown_choices_and_pages_are_ignored(client):
    make_guide("one")

    response = client.get("/services/", {"department": "无此局", "town": "'\"", "page": "999x"})

    assert titles(response) == ["one"]


def test_choices_that_nothing_fits_offer_the_way_back(client):
    make_guide("one")
    make_guide("two", base="individual_business")

    response = client.get("/services/", {"event": "business", "department": "云溪县民政局"})

    assert response.context["total"] == 0
    assert "没有同时符合这些条件的事" in response.content.decode()


def test_twenty_a_page_with_the_choices_kept(client):
    for n in range(21):
        make_guide(f"item{n}")

    response = client.get("/services/", {"event": "elderly"})

    assert len(response.context["cards"]) == 20
    assert "?event=elderly&amp;page=2" in response.content.decode()
    assert len(client.get("/services/", {"event": "elderly", "page": "2"}).context["cards"]) == 1


def test_the_list_costs_the_same_queries_for_one_guide_and_for_thirty(client, django_assert_num_queries):
    make_guide("first")
    client.get("/services/?x=1")
    with CaptureQueriesContext(connection) as one:
        client.get("/services/?x=1")
    needed = len(one)
    for n in range(29):
        make_guide(f"item{n}")
    client.get("/services/?x=1")
    with django_assert_num_queries(needed):
        client.get("/services/?x=1")


def test_a_paused_item_is_not_listed(client):
    guide = make_guide("one")
    guide.item.state = "2"
    guide.item.save()

    assert client.get("/services/").context["total"] == 0


def test_a_draft_is_not_listed_and_not_shown(client):
    make_guide("one", live=False)

    assert client.get("/services/").context["total"] == 0
    assert client.get("/services/one/").status_code == 404
