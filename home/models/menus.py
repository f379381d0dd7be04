from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page

HERE_OR_OUTSIDE = RegexValidator(
    r"^(/(?![/\\])|https://)\S*$", _("An address of this site begins with /, any other one with https://.")
)


class HeaderLink(Orderable):
    """One entry of the menu in the header: a page of the site or an address, in the order the editors drag them to."""

    site_settings = ParentalKey("home.SiteSettings", related_name="header_links")
    page = models.ForeignKey(Page, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("page"))
    address = models.CharField(
        _("or an address"),
        max_length=200,
        blank=True,
        validators=[HERE_OR_OUTSIDE],
        help_text=_("Such as /apply/track/ or /verify/ for what is no page, or https:// for another site."),
    )
    label = models.CharField(
        _("words in the menu"), max_length=10, blank=True, help_text=_("Empty: the title of the page.")
    )

    panels = [PageChooserPanel("page"), FieldPanel("address"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("entry of the header menu")
        verbose_name_plural = _("entries of the header menu")
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, address="") | (Q(page=None) & ~Q(address="")),
                name="header_link_leads_to_one_place",
            )
        ]

    def __str__(self) -> str:
        return self.label or (self.page.title if self.page else self.address)

    def clean(self) -> None:
        if (self.page_id is None) == (not self.address):
            raise ValidationError(_("Choose a page or give an address, one of the two."))
        if self.page_id is None and not self.label:
            raise ValidationError({"label": _("An address needs words in the menu.")})
