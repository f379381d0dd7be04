"""A small public site: front page, lists, and guides of items with real contents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page, Site

from accounts import groups
from accounts.models import User
from catalog.content import ItemContent
from catalog.domain.load import read_items
from catalog.models import ItemVersion, OneThing, OneThingPart, ServiceItem
from home.domain.guides import refresh_facets
from home.models import (
    GuidePage,
    HomePage,
    OneThingIndexPage,
    OneThingPage,
    PointIndexPage,
    PolicyIndexPage,
    PolicyPage,
    ServiceIndexPage,
    SiteSettings,
)
from home.stream import stream
from places.models import Region, Unit
from places.models.regions import RegionLevel
from places.models.units import UnitKind
from tests.accounts.factories import PostFactory, UserFactory


@lru_cache
def contents() -> dict[str, ItemContent]:
    return {content.key: content for content in read_items()}


def make_site() -> HomePage:
    root = Page.objects.get(depth=1)
    front = root.add_child(
        instance=HomePage(
            title="云溪县政务服务",
            slug="yunxi",
            question="您想办什么事？",
            placeholder="例如：高龄补贴",
            examples="低保\n建房",
        )
    )
    site, _created = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": front}
    )
    SiteSettings.for_site(site)
    Site.clear_site_root_paths_cache()
    front.add_child(instance=ServiceIndexPage(title="我要办", slug="services"))
    front.add_child(instance=PointIndexPage(title="找网点", slug="points"))
    front.add_child(instance=PolicyIndexPage(title="政策解读", slug="policies"))
    return front


def make_item(key: str = "senior_allowance", *, base: str = "senior_allowance", **changes: Any) -> ServiceItem:
    content = replace(contents()[base], key=key, **changes)
    county, _ = Region.objects.get_or_create(code="990100", defaults={"name": "云溪县", "level": RegionLevel.COUNTY})
    unit, _ = Unit.objects.get_or_create(
        name=content.department, defaults={"kind": UnitKind.DEPARTMENT, "region": county}
    )
    item = ServiceItem.objects.create(key=key, name=content.name, department=unit)
    item.current_version = ItemVersion.objects.create(
        item=item, number=1, name=content.name, content=content.to_json(), published_at=timezone.now()
    )
    item.save()
    return item


def make_guide(key: str = "senior_allowance", *, live: bool = True, **changes: Any) -> GuidePage:
    item = make_item(key, **changes)
    index = ServiceIndexPage.objects.get()
    slug = key.replace("_", "-")
    page = GuidePage(title=item.name, slug=slug, summary="每月可以领高龄津贴。", item=item, live=live)
    index.add_child(instance=page)
    refresh_facets(item_ids=[item.pk])
    page.refresh_from_db()
    return page


def make_policy(
    slug: str = "policy", *, title: str = "高龄津贴怎么领", issued_on: date = date(2026, 11, 2)
) -> PolicyPage:
    page = PolicyPage(
        title=title, slug=slug, issuer="云溪县民政局", issued_on=issued_on, body=stream([{"p": "80岁起每月都有。"}])
    )
    return PolicyIndexPage.objects.get().add_child(instance=page)


def make_editor(username: str, *, publisher: bool = False) -> User:
    user = UserFactory(username=username, is_staff=True)
    PostFactory(user=user, **{"publisher" if publisher else "editor": True})
    user.groups.add(Group.objects.get(name=groups.PUBLISHERS if publisher else groups.EDITORS))
    return user


def make_one_thing(
    key: str = "newborn", *, items: Iterable[str] = ("newborn_household", "social_card"), **changes: Any
) -> OneThingPage:
    """The page of a package with these items; the first is always part of it. Items that have a guide keep it."""
    made = [ServiceItem.objects.filter(key=name).first() or make_item(name, base=name) for name in items]
    facts = {"name": "新生儿出生一件事", "summary": "孩子出生以后一起办。", "life_event": "birth", **changes}
    one_thing = OneThing(key=key, lead=made[0].department, **facts)
    one_thing.parts = [
        OneThingPart(item=item, required=n == 0, when="" if n == 0 else "要办卡的", sort_order=n)
        for n, item in enumerate(made)
    ]
    one_thing.save()
    index = OneThingIndexPage.objects.first()
    if index is None:
        index = HomePage.objects.get().add_child(instance=OneThingIndexPage(title="一件事一次办", slug="one-thing"))
    return index.add_child(instance=OneThingPage(title=one_thing.name, slug=key, one_thing=one_thing))
