from __future__ import annotations

from django import template

from catalog.content import ItemContent
from catalog.drafts import content_of
from catalog.models import ServiceItem

register = template.Library()


@register.simple_tag
def draft_content(item: ServiceItem) -> ItemContent:
    """The content a version of this draft would have."""
    return content_of(item)
