"""What the frame of every public page shows: the county's own facts and the links of the header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.contrib.settings.registry import registry

register = template.Library()


@dataclass(frozen=True)
class NavItem:
    label: str
    href: str
    current: bool = False
    exact: bool = False
    end: bool = False


@register.simple_tag(takes_context=True)
def site_settings(context: Context) -> Any:
    """The editors' site settings, or an empty mapping where a page is drawn without a request (error pages)."""
    request = context.get("request")
    model = registry.get_by_natural_key("home", "SiteSettings")
    if request is None or model is None:
        return {}
    return model.for_request(request) if hasattr(model, "for_request") else model.load(request_or_site=request)


@register.simple_tag
def search_url() -> str:
    return _address("search:results") or "/search/"


@register.simple_tag(takes_context=True)
def header_links(context: Context) -> list[NavItem]:
    """The editors' entries, then what belongs to the person. Without entries: the errands that are always there."""
    request = context.get("request")
    path = request.path if request else ""
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    entries = getattr(site_settings(context), "menu", None) or [
        {"label": _("Track a case"), "href": _address("online:track")},
        {"label": _("Verify a certificate"), "href": _address("verify:index")},
    ]
    links = [(entry["label"], entry["href"], False) for entry in entries]
    if signed_in:
        links.append((_("My cases"), _address("online:my"), True))
        if getattr(user, "is_staff", False):
            links.append((_("Work desk"), _address("wagtailadmin_home"), False))
        else:
            links.append((_("My account"), _address("accounts:profile"), False))
    else:
        links.append((_("Sign in"), _address("accounts:login"), True))
    return [NavItem(label, href, path.startswith(href), path == href, end) for label, href, end in links if href]


@register.simple_tag(takes_context=True)
def logout_url(context: Context) -> str:
    """Where to sign out; empty for somebody who is not signed in."""
    user = getattr(context.get("request"), "user", None)
    return _address("accounts:logout") if user and user.is_authenticated else ""


@register.simple_tag(takes_context=True)
def display_link(context: Context) -> NavItem | None:
    """The link to the other size of type, back to the page it stands on."""
    request = context.get("request")
    if request is None:
        return None
    large = request.COOKIES.get("display") == "large"
    label = _("Switch back to normal type") if large else _("Switch to large type")
    mode = "normal" if large else "large"
    return NavItem(label, f"{reverse('display', args=[mode])}?{urlencode({'next': request.get_full_path()})}")


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
