from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import TextBlocks
from home.reads.texts import news_list

from .base import PublicPage


class NewsIndexPage(PublicPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count = 1
    template = "home/news_list.html"

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **news_list(request, news=NewsPage.objects.live())}


class NewsPage(PublicPage):
    day = models.DateField(_("date"))
    source = models.CharField(_("source"), max_length=60, blank=True)
    body = StreamField(TextBlocks(), verbose_name=_("body text"))

    content_panels = [*PublicPage.content_panels, FieldPanel("day"), FieldPanel("source"), FieldPanel("body")]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "home/news.html"

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")
