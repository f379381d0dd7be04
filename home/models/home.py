from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.reads.front import EXAMPLES, front_of

from .base import PublicPage
from .guides import GuidePage, ServiceIndexPage
from .one_things import OneThingIndexPage, OneThingPage
from .points import PointIndexPage
from .policies import PolicyPage


class HomePage(PublicPage):
    """The front door. Its largest thing is one search box."""

    question = models.CharField(_("question above the search box"), max_length=40)
    placeholder = models.CharField(_("words inside the empty search box"), max_length=40)
    examples = models.TextField(
        _("example words"), blank=True, help_text=_("One per line, five at most: what people really ask for.")
    )

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("question"),
        FieldPanel("placeholder"),
        FieldPanel("examples"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "home/home.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def example_words(self) -> list[str]:
        return [word.strip() for word in self.examples.splitlines() if word.strip()][:EXAMPLES]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        front = front_of(
            self,
            request,
            guides=GuidePage.objects.live(),
            policies=PolicyPage.objects.live(),
            one_things=OneThingPage.objects.live(),
            indexes=lambda: (
                ServiceIndexPage.objects.live().first(),
                PointIndexPage.objects.live().first(),
                OneThingIndexPage.objects.live().first(),
            ),
        )
        return {**super().get_context(request, *args, **kwargs), **front}
