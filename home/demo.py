"""The public pages of the demo county: all guides, one-stop windows, policies, news and texts.

Safe to run again: a page that is there already, by its place in the tree, is left as somebody may have edited it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from catalog.models import OneThing, ServiceItem
from home.domain.generation import raise_generation
from home.domain.guides import refresh_facets
from home.domain.review import set_up_review
from home.models import (
    GuidePage,
    HeaderLink,
    HomePage,
    NewsIndexPage,
    NewsPage,
    OneThingIndexPage,
    OneThingPage,
    PointIndexPage,
    PolicyIndexPage,
    PolicyPage,
    ServiceIndexPage,
    SiteSettings,
    StaticPage,
    WindowPage,
)
from home.stream import stream
from places.models import ServicePoint
from places.models.points import PointKind

DATA = Path(__file__).parent / "data"
COUNTY_CODE = "990100"


@transaction.atomic
def build_pages(*, now: datetime) -> None:
    """After the demo's places, people and items."""
    set_up_review()
    front = _front(now)
    items = {item.key: item for item in ServiceItem.objects.exclude(current_version=None)}
    _guides(front, items, now)
    _one_things(front, now)
    _windows(front, items, now)
    _policies(front, items, now)
    _news(front, now)
    _texts(front, now)
    _menu(front)
    refresh_facets()
    raise_generation()


def _front(now: datetime) -> HomePage:
    root = Page.objects.get(depth=1)
    front = HomePage.objects.first()
    if front is None:
        front = HomePage(
            title="云溪县政务服务",
            slug="yunxi",
            summary="用平常的话写就行，例如“老人补贴”“孩子上户口”。",
            question="您想办什么事？",
            placeholder="例如：高龄补贴",
            examples="高龄补贴\n营业执照\n低保\n建房\n老年证",
        )
        _publish(root, front, now)
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    if site.root_page_id != front.pk:
        site.root_page, site.site_name = front, "一窗"
        site.save()
        Page.objects.filter(depth=2, slug="home", content_type__model="page").first().delete()
    _settings(site)
    return front


def _settings(site: Site) -> None:
    SiteSettings.objects.get_or_create(
        site=site,
        defaults={
            "site_name": "云溪县政务服务 一窗",
            "unit_name": "云溪县政务服务管理局",
            "address": "云溪县溪北街道云溪大道88号",
            "hotline": "0990-12345",
            "hotline_hours": "每天 24 小时有人接听",
            "icp_number": "云ICP备00000000号（演示）",
            "police_number": "云公网安备 99010000000000号（演示）",
            "site_code": "9901000001",
        },
    )


def _menu(front: HomePage) -> None:
    """The errands people come for, in the order of how often they come for them."""
    settings = SiteSettings.for_site(front.get_site())
    if settings.header_links.exists():
        return
    pages = {page.slug: page for page in front.get_children()}
    entries = (
        (pages["services"], "", ""),
        (None, reverse("online:track"), "查进度"),
        (None, reverse("verify:index"), "验证书"),
        (pages["points"], "", ""),
        (pages["policies"], "", "政策"),
    )
    settings.header_links = [
        HeaderLink(sort_order=order, page=page, address=address, label=label)
        for order, (page, address, label) in enumerate(entries)
    ]
    settings.save()


def _guides(front: HomePage, items: dict[str, ServiceItem], now: datetime) -> None:
    index = _child(
        front,
        ServiceIndexPage(
            title="我要办", slug="services", summary="全部办事指南。点一点分类，找得更快。", show_in_menus=True
        ),
        now,
    )
    taken = set(GuidePage.objects.values_list("item_id", flat=True))
    for item in items.values():
        if item.pk not in taken:
            slug = item.key.replace("_", "-")
            _publish(index, GuidePage(title=item.name, slug=slug, item=item), now)


def _one_things(front: HomePage, now: datetime) -> None:
    index = _child(
        front,
        OneThingIndexPage(
            title="一件事一次办",
            slug="one-thing",
            summary="生活里的一件大事，要办好几个手续。说一次、填一张表、交一套材料，一起办好。",
            show_in_menus=True,
        ),
        now,
    )
    texts, taken = _read("one_things"), set(OneThingPage.objects.values_list("one_thing_id", flat=True))
    for one_thing in OneThing.objects.exclude(pk__in=taken).order_by("order"):
        page = OneThingPage(
            title=one_thing.name,
            slug=one_thing.key.replace("_", "-"),
            summary=one_thing.summary,
            one_thing=one_thing,
            intro=stream(texts.get(one_thing.key, [])),
        )
        _publish(index, page, now)


def _windows(front: HomePage, items: dict[str, ServiceItem], now: datetime) -> None:
    index = _child(
        front,
        PointIndexPage(
            title="找网点",
            slug="points",
            summary="县政务服务中心、乡镇（街道）便民服务中心和每个村（社区）的便民服务站。",
            show_in_menus=True,
        ),
        now,
    )
    texts = _read("windows")
    for point in _staffed_points():
        is_hall = point.kind == PointKind.COUNTY_HALL
        text = texts["hall" if is_hall else "town"]
        page = WindowPage(
            title=text["title"] if is_hall else f"{point.region.name}{text['title']}",
            slug=text["slug"] if is_hall else f"town-{point.region.code[-3:]}",
            summary=text.get("summary", f"{point.name}的综合窗口，一个窗口办所有的事。"),
            point=point,
            body=stream(text["body"]),
        )
        if not index.get_children().filter(slug=page.slug).exists():
            without = texts["without"].get(point.region.code, ())
            keys = text["items"] or list(items)
            page.items = [items[key] for key in keys if key in items and key not in without]
            _publish(index, page, now)


def _staffed_points() -> list[ServicePoint]:
    kinds = (PointKind.COUNTY_HALL, PointKind.TOWN_CENTER)
    found = ServicePoint.objects.filter(kind__in=kinds, region__code__startswith=COUNTY_CODE)
    return list(found.select_related("region").order_by("region__code"))


def _policies(front: HomePage, items: dict[str, ServiceItem], now: datetime) -> None:
    index = _child(
        front,
        PolicyIndexPage(
            title="政策解读", slug="policies", summary="文件里写的和您有什么关系，用大白话说。", show_in_menus=True
        ),
        now,
    )
    for text in _read("policies"):
        if not index.get_children().filter(slug=text["slug"]).exists():
            issued_on = timezone.localdate(now) - timedelta(days=text["days_ago"])
            page = PolicyPage(
                **_head(text),
                issuer=text["issuer"],
                document_no=text["document_no"],
                issued_on=issued_on,
                valid_from=issued_on,
                body=stream(text["body"]),
            )
            page.items = [items[key] for key in text["items"] if key in items]
            _publish(index, page, now)


def _news(front: HomePage, now: datetime) -> None:
    index = _child(front, NewsIndexPage(title="动态", slug="news", summary="身边的变化。", show_in_menus=True), now)
    for text in _read("news"):
        if not index.get_children().filter(slug=text["slug"]).exists():
            day = timezone.localdate(now) - timedelta(days=text["days_ago"])
            _publish(index, NewsPage(**_head(text), day=day, source=text["source"], body=stream(text["body"])), now)


def _texts(front: HomePage, now: datetime) -> None:
    for text in _read("texts"):
        _child(front, StaticPage(**_head(text), body=stream(text["body"]), show_in_menus=text["menu"]), now)


def _head(text: dict[str, Any]) -> dict[str, str]:
    return {name: text[name] for name in ("slug", "title", "summary")}


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def _child(parent: Page, page: Page, now: datetime) -> Any:
    """The page of this address below `parent`, made when it is not there."""
    there = parent.get_children().filter(slug=page.slug).first()
    return there.specific if there else _publish(parent, page, now)


def _publish(parent: Page, page: Page, now: datetime) -> Any:
    page.live = True
    page.first_published_at = page.last_published_at = page.latest_revision_created_at = now
    parent.add_child(instance=page)
    return page
