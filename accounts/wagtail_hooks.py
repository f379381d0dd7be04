from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.telepath import register
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import MainMenuModule

from accounts.actors import Actor
from accounts.sidebar import MainMenuWithPost
from accounts.viewsets import PeopleGroup
from places.queries.regions import county

register(MainMenuWithPost(), MainMenuModule)


@hooks.register("register_admin_viewset")
def register_people() -> PeopleGroup:
    return PeopleGroup()


class CurrentPostPanel(Component):
    """County, person and post on top of the workbench, with the switch for those who hold several posts."""

    order = 0
    template_name = "accounts/current_post.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        region = county()
        actor: Actor = request.actor
        token = parent_context.get("csrf_token", "")
        return {"actor": actor, "county": region.name if region else "", "csrf_token": token}


@hooks.register("construct_main_menu", order=-10)
def name_the_person(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """The menu's own adapter is told of the login only, so the login takes its actor along."""
    request.user.actor = request.actor  # type: ignore[attr-defined,union-attr]  # read by templates


@hooks.register("construct_homepage_panels", order=-10)
def show_current_post(request: HttpRequest, panels: list[Component]) -> None:
    panels.insert(0, CurrentPostPanel())
