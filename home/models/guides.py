from __future__ import annotations

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from catalog.models import ServiceItem
from home.blocks import TextBlocks
from home.reads.guides import guide_context
from home.reads.one_things import one_thing_cards
from home.reads.service_list import service_list

from .base import PublicPage


class ServiceIndexPage(PublicPage):
    """All guides, narrowed by department, audience, theme, town and way of handling."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.GuidePage"]
    max_count = 1
    template = "home/services.html"

    class Meta:
        verbose_name = _("list of services")
        verbose_name_plural = _("lists of services")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .one_things import OneThingPage

        own = service_list(request, guides=GuidePage.objects.live(), one_things=OneThingPage.objects.live())
        return {**super().get_context(request, *args, **kwargs), **own}


class GuidePage(PublicPage):
    """办事指南: the facts are those of the published version of its item, only the introduction is the editor's.

    `facets` repeats what the list of services narrows by ({kind: [codes]}); `home.domain.guides` keeps it up.
    """

    item = models.OneToOneField(
        ServiceItem,
        models.PROTECT,
        related_name="guide",
        verbose_name=_("service item"),
        help_text=_("All facts of the guide come from the published version of this item."),
    )
    intro = StreamField(
        TextBlocks(),
        blank=True,
        verbose_name=_("introduction"),
        help_text=_("What the facts do not say. Conditions, papers, dates and places are added by themselves."),
    )
    facets = models.JSONField(default=dict, editable=False)

    content_panels = [*PublicPage.content_panels, FieldPanel("item"), FieldPanel("intro")]
    parent_page_types = ["home.ServiceIndexPage"]
    subpage_types: list[str] = []
    shown_with = ("item__current_version",)
    template = "home/guide.html"

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def with_content_json(self, content: dict[str, Any]) -> GuidePage:
        """A draft never carries the facets: those follow the published version of the item."""
        page: GuidePage = super().with_content_json(content)
        page.facets = self.facets
        return page

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .one_things import OneThingPage
        from .points import PointIndexPage, WindowPage

        own = guide_context(
            self, request, windows=WindowPage.objects.live(), point_index=PointIndexPage.objects.live().first
        )
        own["one_things"] = one_thing_cards(OneThingPage.objects.live(), request, item_key=self.item.key)
        return {**super().get_context(request, *args, **kwargs), **own}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.item.current_version_id is None:
            raise Http404
        return super().serve(request, *args, **kwargs)
