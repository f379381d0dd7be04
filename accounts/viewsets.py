"""Staff logins and posts in the back office; only the system administrator's group may open them."""

from __future__ import annotations

from typing import Any

from django.forms import ModelForm
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from accounts import filters, models
from accounts.forms import staff as forms
from accounts.views import staff as views
from places.tables import YesNoColumn


class PeopleViewSet(ModelViewSet):
    """Nothing here is copied or deleted: who did something must stay known."""

    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 30
    add_form: type[ModelForm[Any]]
    edit_form: type[ModelForm[Any]]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm[Any]]:
        return self.edit_form if for_update else self.add_form

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**common, "delete_url_name": None, "usage_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name not in ("delete", "usage")]


class StaffViewSet(PeopleViewSet):
    model = models.StaffUser
    icon = "user"
    menu_label = _("Staff logins")
    menu_order = 10
    add_view_class = views.StaffCreateView
    edit_view_class = views.StaffEditView
    add_form, edit_form = forms.StaffCreateForm, forms.StaffEditForm
    list_display = ["username", "display_name", YesNoColumn("is_active", label=_("active")), "last_login"]
    filterset_class = filters.StaffFilterSet
    search_fields = ["username", "display_name"]
    ordering = ["username"]


class PostViewSet(PeopleViewSet):
    model = models.Post
    icon = "tag"
    menu_label = _("Staff posts")
    menu_order = 20
    index_view_class = views.PostIndexView
    add_view_class = views.PostCreateView
    edit_view_class = views.PostEndView
    add_form, edit_form = forms.PostCreateForm, forms.PostEndForm
    list_display = ["user", "role", "unit", "point", "valid_from", "valid_to"]
    list_export = ["user", "role", "unit", "point", "region", "title", "valid_from", "valid_to"]
    filterset_class = filters.PostFilterSet
    search_fields = ["user__display_name", "user__username", "unit__name"]
    ordering = ["unit__kind", "unit__name", "role", "id"]


class PeopleGroup(ModelViewSetGroup):
    menu_label = _("Staff")
    menu_icon = "group"
    menu_order = 690
    items = (StaffViewSet, PostViewSet)
