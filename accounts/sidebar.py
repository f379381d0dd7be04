"""The foot of the back office's menu: who works here and in which post, and the switch to another post."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.sidebar import ActionMenuItem, BaseSidebarAdapter, MainMenuModule, MenuItem

from accounts.actors import Actor
from accounts.posts import post_name


def person_line(actor: Actor) -> str:
    """Name and post, a line each; the style keeps the break."""
    return "\n".join([actor.name, post_name(actor.post)]) if actor.post else actor.name


def switches(actor: Actor) -> list[MenuItem]:
    """One button for each other post that the person holds."""
    address = reverse("accounts:switch_post")
    return [
        ActionMenuItem(
            f"switch-post-{post.id}",
            _("Work as %(post)s") % {"post": post_name(post)},
            f"{address}?{urlencode({'post': post.id})}",
            icon_name="rotate",
        )
        for post in actor.posts
        if actor.post is None or post.id != actor.post.id
    ]


class MainMenuWithPost(BaseSidebarAdapter):
    """Wagtail's menu, drawn by its own script. The login carries its actor since the menu was put together."""

    js_constructor = "wagtail.sidebar.MainMenuModule"

    def js_args(self, module: MainMenuModule) -> list[Any]:
        items, account, person = module.js_args()
        actor: Actor | None = getattr(module.user, "actor", None)
        if actor is None:
            return [items, account, person]
        return [items, [*switches(actor), *account], {**person, "name": person_line(actor)}]
