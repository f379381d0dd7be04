from __future__ import annotations

from wagtail.models import Page, Site

from home.memory import current_generation, remember

KINDS = ("staticpage", "newsindexpage")


def footer_links(site_id: int) -> list[dict[str, str]]:
    """Texts and news right below the front page that editors show in menus."""
    return remember(("footer", site_id), current_generation(), lambda: _links(site_id))


def _links(site_id: int) -> list[dict[str, str]]:
    site = Site.objects.select_related("root_page").get(pk=site_id)
    pages = Page.objects.live().in_menu().child_of(site.root_page).filter(content_type__model__in=KINDS)
    return [{"label": page.title, "href": page.get_url(current_site=site) or ""} for page in pages.order_by("path")]
