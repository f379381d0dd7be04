from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from catalog.models import OneThing
from home.blocks import TextBlocks
from home.reads.one_things import one_thing_cards, one_thing_context

from .base import PublicPage
from .guides import GuidePage
from .points import PointIndexPage


class OneThingIndexPage(PublicPage):
    """一件事一次办: the packages that can be applied for now."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.OneThingPage"]
    max_count = 1
    template = "home/one_things.html"

    class Meta:
        verbose_name = _("list of one-thing packages")
        verbose_name_plural = _("lists of one-thing packages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        cards = one_thing_cards(OneThingPage.objects.live(), request)
        return {**super().get_context(request, *args, **kwargs), "cards": cards}


class OneThingPage(PublicPage):
    """The guide of a package: its facts are those of the published versions of its items, the introduction the editor's."""

    one_thing = models.OneToOneField(OneThing, models.PROTECT, related_name="page", verbose_name=_("one-thing package"))
    intro = StreamField(
        TextBlocks(),
        blank=True,
        verbose_name=_("introduction"),
        help_text=_("What the facts do not say. Items, papers, form and dates are added by themselves."),
    )

    content_panels = [*PublicPage.content_panels, FieldPanel("one_thing"), FieldPanel("intro")]
    parent_page_types = ["home.OneThingIndexPage"]
    subpage_types: list[str] = []
    template = "home/one_thing.html"

    class Meta:
        verbose_name = _("page of a one-thing package")
        verbose_name_plural = _("pages of one-thing packages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        index = PointIndexPage.objects.live().first()
        own = one_thing_context(
            self, request, guides=GuidePage.objects.live(), points_url=index.get_url(request) or "" if index else ""
        )
        return {**super().get_context(request, *args, **kwargs), **own}
