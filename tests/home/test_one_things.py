"""一件事 on the public pages: found from everywhere, one list of papers, one form, honest dates."""

from __future__ import annotations

import pytest
from django.utils import timezone

from catalog.domain.one_things import save_one_thing
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from home.reads import one_things
from tests.catalog.factories import actor
from tests.home.factories import make_editor, make_guide, make_one_thing

pytestmark = pytest.mark.usefixtures("site")
HOUSEHOLD, CARD = "newborn_household", "social_card"


def words(client, url, query=None):
    response = client.get(url, query or {})
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_names_the_items_who_decides_them_and_the_way_to_their_guides(client):
    guide = make_guide(CARD, base=CARD)
    html = words(client, make_one_thing().url)

    assert "新生儿出生登记（落户）" in html and "由云溪县公安局决定" in html
    assert f'href="{guide.url}"' in html
    assert html.index("必办") < html.index("需要才办")
    assert "适合：要办卡的" in html


def test_each_paper_stands_once_with_the_items_that_need_it(client):
    response = client.get(make_one_thing().url)

    names = [row.line.material.name for row in response.context["guide"].fetched_papers]
    assert names.count("居民身份证") == 1
    assert "用于：每一件" in response.content.decode()


def test_one_form_says_how_many_questions_are_saved(client):
    response = client.get(make_one_thing().url)
    guide = response.context["guide"]

    assert f"一共 {guide.questions} 个问题。一件一件办要填 {guide.questions_apart} 个" in response.content.decode()


def test_every_item_has_its_own_dates_and_the_whole_is_done_when_all_are(client):
    html = words(client, make_one_thing().url)

    assert "有一件办不成，别的照办。全部办好，这件事才算办完" in html
    assert "当场办结" in html and "最迟 <span" in html


def test_parts_and_answers_can_be_chosen_without_a_script(client):
    page = make_one_thing(items=(HOUSEHOLD, CARD, "medical_enrol"))
    everything = words(client, page.url)
    html = words(client, page.url, {"part": CARD, "agent": "self", "settle_with": "mother", "part2": "x"})

    assert "委托书" in everything and "下面是按您的选择要准备的材料" not in everything
    assert "下面是按您的选择要准备的材料" in html
    assert html.count("这次不办") == 1
    papers = html.split('id="materials"')[1].split("</section>")[0]
    assert "委托书" not in papers


def test_until_there_is_a_common_application_each_item_is_applied_for_by_itself(client, monkeypatch):
    page = make_one_thing()
    monkeypatch.setattr(one_things, "address_of", lambda name, *args: "/apply/one" if name == "online:start" else "")
    html = words(client, page.url)
    assert html.count('href="/apply/one"') == 2 and "我要办</a>" not in html.split("yc-hero")[0].split("</header>")[1]
    monkeypatch.setattr(one_things, "address_of", lambda name, *args: f"/apply/thing/{args[0]}/")
    html = words(client, page.url, {"x": "1"})
    assert 'href="/apply/thing/newborn/"' in html and "网上申请这一件" not in html


def test_a_package_whose_required_item_rests_cannot_be_applied_for_but_read(client):
    page = make_one_thing(items=(HOUSEHOLD, CARD, "medical_enrol"))
    ServiceItem.objects.filter(key=HOUSEHOLD).update(state=ItemState.PAUSED)

    assert "目前不能一起申请" in words(client, page.url)
    assert client.get("/one-thing/").context["cards"] == []


def test_front_page_list_of_services_and_guides_lead_to_the_package(client):
    guide, page = make_guide(CARD, base=CARD), make_one_thing()
    make_guide("senior_allowance")

    assert [tile["href"] for tile in client.get("/").context["one_things"]] == [page.url]
    assert [card["href"] for card in client.get("/services/?event=birth").context["one_things"]] == [page.url]
    assert client.get("/services/?event=elderly").context["one_things"] == []
    assert client.get("/services/?department=云溪县民政局").context["one_things"] == []
    assert f'href="{page.url}"' in words(client, guide.url)
    assert page.url not in words(client, "/services/senior-allowance/")


def test_a_changed_package_shows_at_once(client):
    page = make_one_thing()
    assert "孩子出生以后一起办" in words(client, page.url)
    page.one_thing.summary = "五件事一起办。"
    save_one_thing(one_thing=page.one_thing, actor=actor(make_editor("editor"), timezone.now()), now=timezone.now())

    assert "五件事一起办" in words(client, page.url)
    page.one_thing.is_open = False
    save_one_thing(one_thing=page.one_thing, actor=actor(make_editor("two"), timezone.now()), now=timezone.now())
    assert client.get("/one-thing/").context["cards"] == []


def test_a_preview_offers_no_application(client):
    page = make_one_thing()
    page.save_revision()
    client.force_login(make_editor("editor"))

    html = words(client, f"/admin/pages/{page.pk}/view_draft/")
    assert "这是预览" in html and "网上申请这一件" not in html
