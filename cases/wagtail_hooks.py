"""The desk in the back office: its addresses, its menu by post, its workbench."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from accounts.models import Role
from cases.desk.access import CASE_ROLES, actor_of
from cases.desk.bars.views import READ_BARS
from cases.desk.supervision.views import WATCHES
from cases.desk.workbench import WorkbenchPanel


class PostMenuItem(MenuItem):
    """Shown to the posts that need it."""

    def __init__(self, *args: Any, roles: tuple[Role, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = roles

    def is_shown(self, request: HttpRequest) -> bool:
        return actor_of(request).has_role(*self.roles)


@hooks.register("register_admin_urls")
def register_desk() -> list[Any]:
    return [path("desk/", include("cases.desk.urls"))]


@hooks.register("register_admin_menu_item")
def intake_item() -> MenuItem:
    return PostMenuItem(
        _("Intake"),
        reverse("desk:intake"),
        name="intake",
        icon_name="plus-inverse",
        order=10,
        roles=(Role.WINDOW_CLERK,),
    )


@hooks.register("register_admin_menu_item")
def cases_item() -> MenuItem:
    return PostMenuItem(
        _("Cases"), reverse("desk:cases"), name="cases", icon_name="clipboard-list", order=20, roles=CASE_ROLES
    )


@hooks.register("register_admin_menu_item")
def visits_item() -> MenuItem:
    return PostMenuItem(
        _("Home visits"), reverse("desk:visits"), name="visits", icon_name="home", order=30, roles=(Role.WINDOW_CLERK,)
    )


@hooks.register("register_admin_menu_item")
def supervisions_item() -> MenuItem:
    return PostMenuItem(
        _("Supervision orders"),
        reverse("desk:supervisions"),
        name="supervisions",
        icon_name="warning",
        order=25,
        roles=WATCHES,
    )


@hooks.register("register_admin_menu_item")
def bars_item() -> MenuItem:
    return PostMenuItem(
        _("Bars on applying"), reverse("desk:bars"), name="bars", icon_name="cross", order=26, roles=READ_BARS
    )


@hooks.register("register_admin_menu_item")
def characters_item() -> MenuItem:
    """For the administrator; those who issue papers come to it from the paper that failed."""
    return PostMenuItem(
        _("Pictures of characters"),
        reverse("desk:characters"),
        name="characters",
        icon_name="pilcrow",
        order=40,
        roles=(Role.SYS_ADMIN,),
    )


@hooks.register("construct_homepage_panels")
def show_workbench(request: HttpRequest, panels: list[Component]) -> None:
    """Those who handle cases find their work and nothing else; the others keep the panels of the pages."""
    if not actor_of(request).has_role(*CASE_ROLES):
        return
    kept = [panel for panel in panels if panel.order <= 0]
    panels[:] = [*kept, WorkbenchPanel()]


@hooks.register("insert_global_admin_css")
def desk_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("cases/desk.css"))


@hooks.register("insert_global_admin_js")
def desk_script() -> SafeString:
    return format_html('<script src="{}" defer></script>', static("cases/desk.js"))
