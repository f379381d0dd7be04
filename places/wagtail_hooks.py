from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from .viewsets import PlacesGroup


@hooks.register("register_admin_viewset")
def register_places() -> PlacesGroup:
    return PlacesGroup()


@hooks.register("register_permissions")
def calendar_permissions() -> QuerySet[Permission]:
    """So that a county can give the calendar to other groups than the administrators."""
    held = Permission.objects.filter(content_type__app_label="places", content_type__model="calendarchange")
    return held.filter(codename__in=("add_calendarchange", "decide_calendarchange"))


@hooks.register("insert_global_admin_css")
def calendar_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("places/calendar.css"))
