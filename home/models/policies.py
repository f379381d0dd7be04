from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from catalog.models import ServiceItem
from home.blocks import TextBlocks
from home.reads.texts import policy_context, policy_list

from .base import PublicPage
from .guides import GuidePage


class PolicyIndexPage(PublicPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.PolicyPage"]
    max_count = 1
    template = "home/policies.html"

    class Meta:
        verbose_name = _("list of policies")
        verbose_name_plural = _("lists of policies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **policy_list(request, policies=PolicyPage.objects.live()),
        }


class PolicyPage(PublicPage):
    """政策: what a document of the government means for people, in plain words, with the document's own facts."""

    issuer = models.CharField(_("issuing body"), max_length=100)
    document_no = models.CharField(_("number of the document"), max_length=60, blank=True)
    issued_on = models.DateField(_("dated"))
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("in force until"), null=True, blank=True, help_text=_("Empty: no end."))
    items = ParentalManyToManyField(
        ServiceItem, blank=True, related_name="+", verbose_name=_("items one can apply for under it")
    )
    body = StreamField(TextBlocks(), verbose_name=_("body text"))

    content_panels = [
        *PublicPage.content_panels,
        MultiFieldPanel(
            [FieldPanel(name) for name in ("issuer", "document_no", "issued_on", "valid_from", "valid_to")],
            heading=_("The document"),
        ),
        FieldPanel("items"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.PolicyIndexPage"]
    subpage_types: list[str] = []
    template = "home/policy.html"

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **policy_context(self, request, guides=GuidePage.objects.live()),
        }
