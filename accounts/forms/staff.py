"""Back-office forms of staff logins and posts. Rules live in the verbs; their refusals come back to the fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from accounts.forms.people import PASSWORD_HINT
from accounts.models import Post, StaffUser
from places.models import Region


def _password(label: Any, required: bool) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    hint = PASSWORD_HINT if required else _("Leave empty to keep the present one.")
    return forms.CharField(label=label, required=required, strip=False, max_length=128, widget=widget, help_text=hint)


class StaffCreateForm(WagtailAdminModelForm):
    username = forms.CharField(
        label=_("Staff name"),
        max_length=150,
        help_text=_("Begins with a letter; this is what the person signs in with."),
    )
    password = _password(_("First password"), required=True)

    class Meta:
        model = StaffUser
        fields = ["username", "display_name"]


class StaffEditForm(WagtailAdminModelForm):
    password = _password(_("New password"), required=False)
    is_active = forms.BooleanField(
        label=_("May sign in"),
        required=False,
        help_text=_("Close the login of somebody who has left. Nothing is deleted."),
    )

    class Meta:
        model = StaffUser
        fields = ["display_name", "is_active"]


class AreaChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.full_name}"


class PostCreateForm(WagtailAdminModelForm):
    user = forms.ModelChoiceField(label=_("person"), queryset=StaffUser.objects.filter(is_active=True))
    region = AreaChoiceField(
        label=_("area"),
        required=False,
        queryset=Region.objects.select_related("parent"),
        help_text=_("Leave empty for the area of the unit."),
    )

    class Meta:
        model = Post
        fields = ["user", "role", "unit", "point", "region", "title", "valid_from", "valid_to"]
        widgets = {"valid_from": AdminDateInput, "valid_to": AdminDateInput}


class PostEndForm(WagtailAdminModelForm):
    valid_to = forms.DateField(
        label=_("Last day of the post"),
        widget=AdminDateInput,
        help_text=_("A post is ended, never rewritten. Open work stays with the unit."),
    )

    class Meta:
        model = Post
        fields = ["valid_to"]
