from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.models import register_snippet

from catalog.action_menu import arrange_actions
from catalog.models import ServiceItem
from catalog.viewsets import ITEMS, ONE_THINGS

register_snippet(ITEMS)


@hooks.register("register_admin_viewset")
def register_one_things() -> ModelViewSet:
    return ONE_THINGS


@hooks.register("construct_snippet_action_menu")
def arrange_item_actions(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    if context["model"] is ServiceItem:
        menu_items[:] = arrange_actions(menu_items, context)


@hooks.register("insert_global_admin_css")
def item_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("catalog/admin.css"))


@hooks.register("insert_global_admin_js")
def item_script() -> SafeString:
    return format_html('<script src="{}" defer></script>', static("catalog/admin.js"))
