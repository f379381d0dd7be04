"""Groups of the back office after each migrate, and the groups of a login after each sign-in."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from accounts import groups
from accounts.domain.posts import sync_groups

PLACES = ("region", "unit", "servicepoint", "window")
ADMIN_DOOR = ("wagtailadmin", "access_admin")
# (app, codename) that stand on their own; the permissions on pages and files hang on the tree and are given below.
PERMISSIONS = {
    groups.STAFF: [ADMIN_DOOR],
    groups.EDITORS: [ADMIN_DOOR],
    groups.PUBLISHERS: [ADMIN_DOOR],
    groups.ADMINS: [
        ADMIN_DOOR,
        *(("accounts", f"{act}_{model}") for act in ("add", "change", "view") for model in ("post", "staffuser")),
        *(("places", f"{act}_{model}") for act in ("view", "change") for model in PLACES),
        # Two of them change the working-day calendar together; `places` sees to it that they are two.
        *(("places", name) for name in ("view_calendarday", "add_calendarchange", "decide_calendarchange")),
    ],
}
PAGE_PERMISSIONS = {
    groups.EDITORS: ("add_page", "change_page"),
    groups.PUBLISHERS: ("change_page", "publish_page", "unlock_page"),
}
FILE_PERMISSIONS = {
    groups.EDITORS: ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"),
    groups.PUBLISHERS: ("choose_image", "choose_document"),
}


def make_groups(sender: Any = None, **kwargs: Any) -> None:
    """After every migrate, once, behind the last app: what is there stays, also what other rooms gave the groups."""
    for name in groups.ALL:
        group, _created = Group.objects.get_or_create(name=name)
        for app, codename in PERMISSIONS[name]:
            group.permissions.add(*Permission.objects.filter(content_type__app_label=app, codename=codename))
        _open_pages(group, PAGE_PERMISSIONS.get(name, ()))
        _open_files(group, FILE_PERMISSIONS.get(name, ()))


def _open_pages(group: Group, codenames: tuple[str, ...]) -> None:
    page, link = apps.get_model("wagtailcore", "Page"), apps.get_model("wagtailcore", "GroupPagePermission")
    root = page.objects.filter(depth=1).first()
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        if root is not None:
            link.objects.get_or_create(group=group, page=root, permission=permission)


def _open_files(group: Group, codenames: tuple[str, ...]) -> None:
    collection = apps.get_model("wagtailcore", "Collection")
    link = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = collection.objects.filter(depth=1).first()
    rooms = ("wagtailimages", "wagtaildocs")
    for permission in Permission.objects.filter(content_type__app_label__in=rooms, codename__in=codenames):
        if root is not None:
            link.objects.get_or_create(group=group, collection=root, permission=permission)


def follow_posts(sender: Any, user: Any, **kwargs: Any) -> None:
    """At each sign-in: a post that has begun or ended since the last one opens or closes its door."""
    if user.is_staff or user.posts.exists():
        sync_groups(user=user, on=timezone.localdate())
