from __future__ import annotations

from django.apps import apps
from wagtail.models import Page, Site

KINDS = ("staticpage", "newsindexpage")


def header_links(site_id: int) -> list[dict[str, str]]:
    """What the editors put into the header: [{label, href}]; pages that are not public are left out."""
    entries = apps.get_model("home", "HeaderLink")._default_manager.filter(site_settings__site_id=site_id)
    site = Site.objects.get(pk=site_id)
    return [
        {"label": str(entry), "href": (entry.page.get_url(current_site=site) if entry.page else entry.address) or ""}
        for entry in entries.select_related("page").order_by("sort_order", "pk")
        if entry.page is None or entry.page.live
    ]


def footer_links(site_id: int) -> list[dict[str, str]]:
    """Texts and news right below the front page that editors show in menus."""
    site = Site.objects.select_related("root_page").get(pk=site_id)
    pages = Page.objects.live().in_menu().child_of(site.root_page).filter(content_type__model__in=KINDS)
    return [{"label": page.title, "href": page.get_url(current_site=site) or ""} for page in pages.order_by("path")]
