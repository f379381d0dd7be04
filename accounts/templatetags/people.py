from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.template.context import Context

from accounts.actors import ANONYMOUS, Actor
from accounts.models import Role
from accounts.queries import unread_count
from core.masking import mask_address, mask_id_number, mask_name, mask_phone
from core.text import format_day, format_moment
from places.queries.regions import county

register = template.Library()
register.filter("masked_name", mask_name)
register.filter("masked_id_number", mask_id_number)
register.filter("masked_phone", mask_phone)
register.filter("masked_address", mask_address)


@register.filter
def day(value: date | datetime | None) -> str:
    return format_day(value)


@register.filter
def moment(value: datetime | None) -> str:
    return format_moment(value)


@register.filter
def role_label(role: str) -> str:
    """The words for the code of a role."""
    return str(Role(role).label) if role in Role.values else role


def _actor(context: Context) -> Actor:
    return getattr(context.get("request"), "actor", ANONYMOUS)


@register.simple_tag(takes_context=True)
def unread_messages(context: Context) -> int:
    """How many messages the signed-in resident has not read; 0 for visitors, without a query."""
    actor = _actor(context)
    return unread_count(actor) if not actor.is_anonymous else 0


@register.inclusion_tag("accounts/current_post.html", takes_context=True)
def current_post(context: Context) -> dict[str, Any]:
    """The strip with county, name and post, for the head of the workbench."""
    region = county()
    return {
        "actor": _actor(context),
        "county": region.name if region else "",
        "csrf_token": context.get("csrf_token", ""),
    }
