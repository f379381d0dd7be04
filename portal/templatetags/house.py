"""Whose house this is: the county's name in the frame of the back office."""

from __future__ import annotations

from django import template
from django.conf import settings

from places.queries.regions import county
from portal.admin_frame import for_a_moment

register = template.Library()


@register.simple_tag
def house_name() -> str:
    """The county with the name of the portal; the portal alone before regions are loaded."""
    region = for_a_moment(("county",), county)
    return f"{region.name}{settings.WAGTAIL_SITE_NAME}" if region else str(settings.WAGTAIL_SITE_NAME)
