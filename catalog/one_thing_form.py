"""The editing form of a one-thing package: what it is for, its items in their order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from catalog import codes
from catalog.packages import FEWEST_PARTS
from core.offering import offer_choices, offer_rows
from places.models import Unit
from places.models.units import UnitKind


class OneThingForm(WagtailAdminModelForm):
    """The life event is one of the list; the key stands in addresses and applications and stays as it was made."""

    life_event = forms.ChoiceField(label=_("life event"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "life_event", [("", "—"), *codes.choices("life_event")])
        offer_rows(self, "lead", Unit.objects.filter(kind=UnitKind.DEPARTMENT).order_by("name"))
        if self.instance.pk:
            self.fields["key"].disabled = True


EDIT_HANDLER = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("summary"),
                FieldRowPanel([FieldPanel("lead"), FieldPanel("life_event")]),
                FieldRowPanel([FieldPanel("key"), FieldPanel("order"), FieldPanel("is_open")]),
            ],
            heading=_("The package"),
        ),
        InlinePanel(
            "parts",
            panels=[FieldRowPanel([FieldPanel("item"), FieldPanel("required")]), FieldPanel("when")],
            heading=_("Items, in the order in which they are done"),
            label=_("part"),
            min_num=FEWEST_PARTS,
        ),
        MultiFieldPanel(
            [FieldPanel("answers"), FieldPanel("aliases"), FieldPanel("notes")], heading=_("Answers, search, remarks")
        ),
    ],
    base_form_class=OneThingForm,
)
