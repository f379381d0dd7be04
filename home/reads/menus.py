from __future__ import annotations

from wagtail.models import Page, Site

KINDS = ("staticpage", "newsindexpage")


def footer_links(site: Site) -> list[dict[str, str]]:
    """Texts and news right below the front page that editors show in menus."""
    pages = Page.objects.live().in_menu().child_of(site.root_page).filter(content_type__model__in=KINDS)
    return [{"label": page.title, "href": page.get_url(current_site=site) or ""} for page in pages.order_by("path")]
