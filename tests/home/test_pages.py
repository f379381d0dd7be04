"""Every kind of page answers; front page, points, texts, publishing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.admin.action_menu import PageActionMenu
from wagtail.models import WorkflowPage
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from catalog.models.review import editors_of
from home.models import GuidePage, PointIndexPage, PolicyPage, StaticPage, WindowPage
from home.stream import stream
from places.models.points import PointKind
from tests.home.factories import make_editor, make_guide, make_policy
from tests.places.factories import make_point, make_town, make_village


@pytest.fixture
def town(site):
    return make_town(make_guide().item.department.region)


def test_the_front_page_has_search_life_events_and_the_three_latest_policies(client, town):
    for n in range(4):
        make_policy(f"p{n}", title=f"第{n}号政策", issued_on=date(2026, 11, 1) + timedelta(days=n))

    response = client.get("/")

    html = response.content.decode()
    assert [card["title"] for card in response.context["policies"]] == ["第3号政策", "第2号政策", "第1号政策"]
    assert 'href="/services/?event=elderly"' in html
    assert [example["text"] for example in response.context["examples"]] == ["低保", "建房"]
    assert html.count("<h1") == 1


def test_a_signed_in_resident_sees_the_station_of_her_village(client, town):
    from tests.accounts.factories import ResidentFactory

    village = make_village(town)
    make_point(village, make_guide("two").item.department, name="柳树村便民服务站")
    resident = ResidentFactory(region=village)
    client.force_login(resident.user)

    assert "柳树村便民服务站" in client.get("/").content.decode()


def test_points_are_found_by_village_and_narrowed_by_town(client, town):
    unit = GuidePage.objects.get().item.department
    make_point(make_village(town), unit, name="柳树村便民服务站")
    make_point(make_village(town, code="990100003202", name="桃花村"), unit, name="桃花村便民服务站")

    assert client.get("/points/", {"town": town.code}).context["total"] == 2
    assert client.get("/points/", {"q": "桃花"}).context["total"] == 1
    assert client.get("/points/", {"q": '"（%_', "town": "x", "kind": "y"}).context["total"] == 0


def test_every_open_point_has_an_address_without_a_page_of_its_own(client, town):
    point = make_point(make_village(town), GuidePage.objects.get().item.department)

    assert f"tel:{point.phone}" in client.get(f"/points/{point.pk}/").content.decode()
    assert client.get("/points/999999/").status_code == 404
    point.is_open = False
    point.save()
    assert client.get(f"/points/{point.pk}/").status_code == 404


def test_the_windows_of_a_point_say_which_items_they_take_and_the_guide_names_the_place(client, town):
    guide = GuidePage.objects.get()
    other = make_guide("two")
    point = make_point(town, guide.item.department, name="青石镇便民服务中心", kind=PointKind.TOWN_CENTER)
    page = WindowPage(title="青石镇一窗", slug="qingshi", point=point, items=[guide.item])
    PointIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()

    assert [card["href"] for card in client.get(page.url).context["cards"]] == [guide.url]
    assert "青石镇便民服务中心" in client.get(guide.url).content.decode()
    assert "青石镇便民服务中心" not in client.get(other.url).content.decode()
    assert client.get("/services/", {"town": town.code}).context["total"] == 1


def test_a_page_of_every_block_can_be_read(client, site):
    body = stream(
        [
            {"h": "怎么办"},
            {"p": "先看指南。"},
            {"list": ["身份证"]},
            {"steps": [["写一写", "写上姓名"]]},
            {"callout": {"kind": "warning", "title": "当心", "text": "不收钱。"}},
            {"phone": {"number": "0990-5551101", "text": "问一问"}},
            {"table": {"caption": "标准", "columns": ["年龄", "!金额"], "rows": [["80岁", "¥30.00"]]}},
        ]
    )
    page = site.add_child(instance=StaticPage(title="使用帮助", slug="help", body=body, show_in_menus=True))

    html = client.get(page.url).content.decode()

    for words in ("怎么办", "先看指南", "身份证", "写上姓名", "不收钱", "tel:0990-5551101", "¥30.00"):
        assert words in html
    assert '<a href="/help/">使用帮助</a>' in client.get("/").content.decode()


def test_a_draft_is_seen_in_the_preview_only(client, site):
    policy = make_policy()
    policy.title = "还没有公布的标准"
    policy.save_revision()

    assert "还没有公布的标准" not in client.get(policy.url).content.decode()
    client.force_login(make_editor("editor"))
    seen = client.get(f"/admin/pages/{policy.pk}/view_draft/")
    assert "还没有公布的标准" in seen.content.decode()


def test_a_guide_can_be_previewed_and_offers_no_application(client, site):
    guide = make_guide()
    client.force_login(make_editor("editor"))

    html = client.get(f"/admin/pages/{guide.pk}/view_draft/").content.decode()

    assert "这是预览" in html
    assert "/apply/start/" not in html


def test_a_scheduled_page_goes_public_at_its_time(client, site, monkeypatch):
    policy = make_policy()
    policy.unpublish()
    policy.go_live_at = timezone.now() + timedelta(hours=1)
    policy.save_revision().publish()
    call_command("publish_scheduled")
    assert client.get("/policies/policy/").status_code == 404
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")

    assert client.get("/policies/policy/").status_code == 200


def test_pages_go_public_through_a_second_person_only(client, site):
    editor, publisher = make_editor("editor"), make_editor("publisher", publisher=True)
    policy = make_policy()
    policy.title = "新的标题"
    policy.save_revision(user=editor)
    workflow = policy.get_workflow()
    state = workflow.start(policy, editor)
    task = state.current_task_state.task.specific

    assert WorkflowPage.objects.get(page__depth=1).workflow == workflow
    assert "approve" in [name for name, _label, _modal in task.get_actions(policy, publisher)]
    state.current_task_state.specific.approve(user=publisher)
    assert PolicyPage.objects.get().title == "新的标题"


def test_whoever_edited_may_not_approve(client, site):
    publisher = make_editor("publisher", publisher=True)
    policy = make_policy()
    policy.save_revision(user=publisher)
    state = policy.get_workflow().start(policy, publisher)
    task = state.current_task_state.task.specific

    assert publisher.pk in editors_of(policy)
    assert "approve" not in [name for name, _label, _modal in task.get_actions(policy, publisher)]


def test_the_menu_of_the_editor_offers_review_and_no_direct_publishing(rf, site):
    policy = make_policy()
    request = rf.get("/")
    request.user = make_editor("publisher", publisher=True)

    menu = PageActionMenu(request, view="edit", page=policy, lock=None, locked_for_user=False)

    names = [item.name for item in [menu.default_item, *menu.menu_items]]
    assert "action-publish" not in names
    assert "action-submit" in names


def test_publishing_directly_is_refused(client, site):
    policy = make_policy()
    client.force_login(make_editor("publisher", publisher=True))
    form = nested_form_data(
        {
            "title": "没有人审核的标题",
            "slug": policy.slug,
            "issuer": "某局",
            "issued_on": "2026-11-02",
            "body": streamfield([("heading", "标题")]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )

    response = client.post(f"/admin/pages/{policy.pk}/edit/", form)

    assert response.status_code == 302
    assert PolicyPage.objects.get().title == "高龄津贴怎么领"


def test_an_unknown_address_has_a_page_of_its_own(client, site):
    response = client.get("/nothing/")

    assert response.status_code == 404
    assert "yc-header" in response.content.decode()
