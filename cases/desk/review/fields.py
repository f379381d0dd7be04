"""Fields that several forms of the review share: a moment, a person of the unit, photographs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User

LOCAL = "%Y-%m-%dT%H:%M"
MOST_PHOTOS = 9


def moment_field(label: Any, *, help_text: Any = "") -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)
    return forms.DateTimeField(
        label=label, required=False, help_text=help_text, widget=widget, input_formats=[LOCAL, "%Y-%m-%d %H:%M"]
    )


class PersonField(forms.ModelChoiceField[User]):
    """Somebody who holds a post; the queryset is set by `of_unit`."""

    def __init__(self, label: Any) -> None:
        super().__init__(queryset=User.objects.none(), label=label, required=False, empty_label=_("Please choose"))

    def of_unit(self, unit_id: int | None) -> None:
        held = User.objects.filter(posts__unit_id=unit_id or 0, posts__in=_held_today())
        self.queryset = held.distinct().order_by("display_name", "pk")

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.display_name)


def _held_today() -> Any:
    from accounts.models import Post

    return Post.objects.held_on(timezone.localdate()).order_by().values("pk")


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several photographs at once; each goes through the gate by itself."""

    def __init__(self, label: Any, *, help_text: Any = "") -> None:
        widget = ManyFilesInput(attrs={"accept": "image/*", "multiple": True})
        super().__init__(label=label, required=False, help_text=help_text, widget=widget, allow_empty_file=True)

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        if len(files) > MOST_PHOTOS:
            raise forms.ValidationError(_("At most %(most)s photographs."), params={"most": MOST_PHOTOS})
        return [super(PhotosField, self).clean(file, initial) for file in files]
