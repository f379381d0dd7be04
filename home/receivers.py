"""What changes the public pages: publications, who may read them, places and calendar, the settings of the site."""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from catalog.models import ItemVersion, OneThing, OneThingPart, SecondPersonTask, ServiceItem
from catalog.signals import version_published
from home.domain.generation import raise_generation
from home.domain.guides import refresh_facets, refresh_towns
from home.domain.review import name_root, open_settings, set_up_review
from home.models import GuidePage, HeaderLink, SiteSettings, WindowPage
from places.models import CalendarDay, Region, ServicePoint, Unit, Window
from places.signals import calendar_changed

SHOWN = (
    Site,
    PageViewRestriction,
    SiteSettings,
    HeaderLink,
    ServiceItem,
    OneThing,
    OneThingPart,
    CalendarDay,
    Region,
    ServicePoint,
    Unit,
    Window,
)


def follow_page(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, GuidePage):
        refresh_facets(item_ids=[instance.item_id])
    if isinstance(instance, WindowPage):
        refresh_towns()
    raise_generation()


def follow_removal(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, WindowPage):
        refresh_towns()
    if isinstance(instance, (Page, *SHOWN)):
        raise_generation()


def follow_version(version_id: int, **kwargs: Any) -> None:
    refresh_facets(item_ids=ItemVersion.objects.filter(pk=version_id).values_list("item_id", flat=True))
    raise_generation()


def follow_calendar(sender: Any, **kwargs: Any) -> None:
    """Many days at once are written without a signal for each."""
    raise_generation()


def follow_shown(sender: Any, **kwargs: Any) -> None:
    raise_generation()


def after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Nothing while a migration backwards has taken the tables away."""
    tables = connections[using].introspection.table_names()
    if SecondPersonTask._meta.db_table in tables and SiteSettings._meta.db_table in tables:
        name_root()
        set_up_review()
        open_settings()


def connect() -> None:
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(follow_page, dispatch_uid="home.follow_page")
    version_published.connect(follow_version, dispatch_uid="home.follow_version")
    calendar_changed.connect(follow_shown, dispatch_uid="home.follow_calendar")
    for model in SHOWN:
        post_save.connect(follow_shown, sender=model, dispatch_uid=f"home.follow_{model.__name__}")
    calendar_changed.connect(follow_calendar, dispatch_uid="home.follow_calendar")
    post_delete.connect(follow_removal, dispatch_uid="home.follow_removal")
