from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import TextBlocks

from .base import PublicPage


class StaticPage(PublicPage):
    """About us, accessibility, privacy, help: a text. Shown in menus, it stands in the footer of every page."""

    body = StreamField(TextBlocks(), verbose_name=_("body text"))

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    parent_page_types = ["home.HomePage", "home.StaticPage"]
    subpage_types = ["home.StaticPage"]
    template = "home/text.html"

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")
