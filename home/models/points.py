from __future__ import annotations

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from catalog.models import ServiceItem
from home.blocks import TextBlocks
from home.caching import mark_shared
from home.reads.points import point_context, point_list, public_point, window_context
from places.models import ServicePoint

from .base import PublicPage
from .guides import GuidePage


class PointIndexPage(RoutablePageMixin, PublicPage):
    """All service points. Each has an address here, `<id>/`, whether or not an editor made a page of its own for it."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.PointPage", "home.WindowPage"]
    max_count = 1
    template = "home/points.html"

    class Meta:
        verbose_name = _("list of service points")
        verbose_name_plural = _("lists of service points")

    @path("")
    def all_points(self, request: HttpRequest) -> HttpResponse:
        return mark_shared(self.render(request, context_overrides=point_list(request, index_url=self.get_url(request))))

    @path("<int:point_id>/", name="point")
    def one_point(self, request: HttpRequest, point_id: int) -> HttpResponse:
        point = public_point(point_id)
        if point is None:
            raise Http404
        own = PointPage.objects.live().filter(point=point).first()
        if own is not None:
            return redirect(own.get_url(request))
        crumbs = [{"title": self.title, "href": self.get_url(request)}, {"title": point.name}]
        context = {
            **point_context(point, request, guides=GuidePage.objects.live(), windows=WindowPage.objects.live()),
            "crumbs": crumbs,
        }
        return mark_shared(self.render(request, context_overrides=context, template="home/point.html"))


class PointPage(PublicPage):
    """A page of its own for a point of which there is more to say than its facts."""

    point = models.OneToOneField(ServicePoint, models.PROTECT, related_name="page", verbose_name=_("service point"))
    body = StreamField(TextBlocks(), blank=True, verbose_name=_("body text"))

    content_panels = [*PublicPage.content_panels, FieldPanel("point"), FieldPanel("body")]
    parent_page_types = ["home.PointIndexPage"]
    subpage_types: list[str] = []
    shown_with = ("point__unit",)
    template = "home/point.html"

    class Meta:
        verbose_name = _("page of a service point")
        verbose_name_plural = _("pages of service points")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = point_context(self.point, request, guides=GuidePage.objects.live(), windows=WindowPage.objects.live())
        return {**super().get_context(request, *args, **kwargs), **context}


class WindowPage(PublicPage):
    """一窗: which items the one-stop windows of a point take, and how it works there."""

    point = models.ForeignKey(
        ServicePoint, models.PROTECT, related_name="window_pages", verbose_name=_("service point")
    )
    items = ParentalManyToManyField(
        ServiceItem, blank=True, related_name="+", verbose_name=_("items handled at these windows")
    )
    body = StreamField(TextBlocks(), blank=True, verbose_name=_("body text"))

    content_panels = [*PublicPage.content_panels, FieldPanel("point"), FieldPanel("items"), FieldPanel("body")]
    parent_page_types = ["home.PointIndexPage"]
    subpage_types: list[str] = []
    shown_with = ("point__unit",)
    template = "home/window.html"

    class Meta:
        verbose_name = _("one-stop window page")
        verbose_name_plural = _("one-stop window pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **window_context(self, request, guides=GuidePage.objects.live()),
        }
