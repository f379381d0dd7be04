"""Wagtail's template tags with the frame of the back office kept: menu, shortcuts and settings of its scripts.

They are a third of the work of a page and the same on every page of one login. Kept for a minute at most and only for
the same login, post and rights. What may be done is asked by each page itself; the frame only shows where to go.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Hashable
from typing import Any

from django.middleware.csrf import get_token
from django.template import Library, Node
from django.template.base import Parser, Token
from django.template.context import Context
from django.utils.translation import get_language
from wagtail.admin.templatetags import wagtailadmin_tags as wagtails

from accounts.requests import actor_of
from home.memory import Value, remember

MOMENT = 60  # seconds
register = Library()
register.tags = dict(wagtails.register.tags)
register.filters = dict(wagtails.register.filters)


def this_moment() -> int:
    return int(time.time() // MOMENT)


def for_a_moment(key: Hashable, make: Callable[[], Value]) -> Value:
    """The value, kept for a minute at most. Everything of the frame that is kept is kept here, so that tests stop one clock."""
    return remember(key, this_moment(), make)


class KeptNode(Node):
    """Another node whose words are kept for whom they were made."""

    def __init__(self, name: str, node: Node) -> None:
        self.name, self.node = name, node

    def render(self, context: Context) -> Any:
        if "request" not in context:
            return self.node.render(context)
        return for_a_moment((self.name, *whose(context)), lambda: self.node.render(context))


def whose(context: Context) -> tuple[Hashable, ...]:
    request = context["request"]
    user, post = request.user, actor_of(request).post
    profile = getattr(user, "wagtail_userprofile", None)
    return (
        user.pk,
        post.id if post else None,
        frozenset(user.get_all_permissions()),
        get_language(),
        repr(profile.dismissibles) if profile else "",
        profile.keyboard_shortcuts if profile else True,
        bool(re.search(r"Mac|iPod|iPhone|iPad", request.headers.get("User-Agent", ""))),
    )


def kept(name: str) -> Callable[[Parser, Token], Node]:
    compiled = wagtails.register.tags[name]
    return lambda parser, token: KeptNode(name, compiled(parser, token))


for tag in ("sidebar_props", "keyboard_shortcuts_dialog"):
    register.tag(tag, kept(tag))


@register.simple_tag(takes_context=True)
def wagtail_config(context: Context) -> dict[str, Any]:
    """The token belongs to the request, everything else is kept."""
    locale = getattr(context.get("locale"), "language_code", "")
    key = ("wagtail_config", locale, *whose(context))
    config = for_a_moment(key, lambda: wagtails.wagtail_config(context))
    return {**config, "CSRF_TOKEN": get_token(context["request"])}
