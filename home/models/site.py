from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from home.memory import generation_of, know_site, remember
from home.reads.menus import footer_links, header_links

MOST_LINKS = 8


@register_setting(icon="site")
class SiteSettings(ClusterableModel, BaseSiteSetting):
    """What the frame of every page says of the county."""

    site_name = models.CharField(_("name of the portal"), max_length=60, blank=True)
    unit_name = models.CharField(pgettext_lazy("website", "run by"), max_length=100, blank=True)
    address = models.CharField(pgettext_lazy("office", "address"), max_length=200, blank=True)
    hotline = models.CharField(_("telephone"), max_length=30, default="12345")
    hotline_hours = models.CharField(_("when the telephone is answered"), max_length=100, blank=True)
    icp_number = models.CharField(_("ICP number"), max_length=60, blank=True)
    police_number = models.CharField(_("public security filing number"), max_length=60, blank=True)
    site_code = models.CharField(_("government site code"), max_length=20, blank=True)
    maintenance_text = models.CharField(
        _("announcement on the front page"),
        max_length=300,
        blank=True,
        help_text=_("Shown on top of the front page, such as the hours of planned maintenance. Empty: nothing."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("site_name"), FieldPanel("maintenance_text")], heading=_("Portal")),
        InlinePanel(
            "header_links",
            heading=_("Header menu"),
            label=_("Menu entry"),
            max_num=MOST_LINKS,
            help_text=_("Drag the entries into their order. Signing in and the own cases follow by themselves."),
        ),
        MultiFieldPanel([FieldPanel("unit_name"), FieldPanel("address")], heading=_("Run by")),
        MultiFieldPanel([FieldPanel("hotline"), FieldPanel("hotline_hours")], heading=_("Telephone")),
        MultiFieldPanel(
            [FieldPanel("icp_number"), FieldPanel("police_number"), FieldPanel("site_code")], heading=_("Filings")
        ),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")

    @classmethod
    def for_request(cls, request: HttpRequest) -> SiteSettings:
        """Remembered until one of them or a page changes: every page of every room asks. Not to be changed by callers."""
        know_site(request)
        site = Site.find_for_request(request)
        if site is None:
            raise cls.DoesNotExist
        return remember(("settings", site.pk), generation_of(request), lambda: cls.for_site(site))

    @cached_property
    def menu(self) -> list[dict[str, str]]:
        """The entries of the header: [{label, href}]."""
        return header_links(self.site_id)

    @cached_property
    def footer_links(self) -> list[dict[str, str]]:
        return footer_links(self.site_id)

    @property
    def footer_note(self) -> str:
        return f"{_('Government site code')} {self.site_code}" if self.site_code else ""


class PageGeneration(models.Model):
    """One row whose number rises with every change of what the public reads; answers kept under an older one die."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("state of the public pages")
        verbose_name_plural = _("state of the public pages")

    def __str__(self) -> str:
        return str(self.number)
