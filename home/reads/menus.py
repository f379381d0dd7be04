from __future__ import annotations

from wagtail.models import Page, Site

FOOTER_DEPTH = 3


def footer_links(site: Site) -> list[dict[str, str]]:
    """Text pages right below the front page that editors show in menus."""
    pages = Page.objects.live().in_menu().child_of(site.root_page).filter(content_type__model="staticpage")
    return [{"label": page.title, "href": page.get_url(current_site=site) or ""} for page in pages.order_by("path")]
