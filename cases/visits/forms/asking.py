from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.visits.forms.once import OnceForm
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from core.offering import offer_choices, offer_rows
from core.widgets import ChineseDateWidget
from places.models import Region
from places.queries.regions import towns

MYSELF, RELATIVE = "self", "relative"
LONGEST_TYPED = 200


class WhomForm(forms.Form):
    """First step, without a script: for whom, and in which town."""

    whom = forms.ChoiceField(
        label=gettext_lazy("Who is to be visited?"),
        choices=[(MYSELF, gettext_lazy("Myself")), (RELATIVE, gettext_lazy("A relative or neighbour"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose who is to be visited.")},
    )
    town = forms.ModelChoiceField(
        label=gettext_lazy("In which town or street does this person live?"),
        queryset=Region.objects.none(),
        to_field_name="code",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the town or street."),
            "invalid_choice": gettext_lazy("Choose a town of the list."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "town", towns())


class ChangeForm(OnceForm):
    """What whoever asked may still change."""

    person_phone = forms.CharField(
        label=gettext_lazy("Telephone on which the person can be reached"),
        max_length=LONGEST_TYPED,
        error_messages={"required": gettext_lazy("Enter a telephone number.")},
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}),
    )
    address = forms.CharField(
        label=gettext_lazy("Address"),
        help_text=gettext_lazy("Group and house number, and how to find the door."),
        max_length=LONGEST_TYPED,
        error_messages={"required": gettext_lazy("Say where the visit is to be made.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Why at home?"),
        help_text=gettext_lazy("For example bad legs, or ill in bed. A few words are enough."),
        max_length=LONGEST_TYPED,
        required=False,
    )
    wished_on = forms.DateField(
        label=gettext_lazy("Which day would suit?"),
        help_text=gettext_lazy("May stay empty: the helper then rings up."),
        required=False,
        widget=ChineseDateWidget(),
        error_messages={"invalid": gettext_lazy("This is not a day of the calendar. Please check it.")},
    )
    fields_of_reasons = {"phone": "person_phone", "name": "person_name"}


class AskForm(ChangeForm):
    """The whole request; `person_name` is left out when it is for oneself."""

    field_order = ["person_name", "person_phone", "region", "address", "item_key", "reason", "wished_on"]
    person_name = forms.CharField(
        label=gettext_lazy("Name of the person to be visited"),
        max_length=LONGEST_TYPED,
        error_messages={"required": gettext_lazy("Enter the name of the person.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    region = forms.ModelChoiceField(
        label=gettext_lazy("Village or community"),
        queryset=Region.objects.none(),
        to_field_name="code",
        empty_label=gettext_lazy("Please choose"),
        error_messages={
            "required": gettext_lazy("Choose the village or community."),
            "invalid_choice": gettext_lazy("Choose a village of the list."),
        },
    )
    item_key = forms.ChoiceField(label=gettext_lazy("What is it about?"), required=False)

    def __init__(self, *args: Any, villages: QuerySet[Region], named: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "region", villages, label=lambda village: village.name)
        offer_choices(self, "item_key", [("", _("I do not know yet")), *offered_items()])
        if not named:
            del self.fields["person_name"]

    @property
    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "token"}


class MoveForm(OnceForm):
    visit_on = forms.DateField(
        label=gettext_lazy("To which day?"),
        widget=ChineseDateWidget(),
        error_messages={
            "required": gettext_lazy("Enter the day."),
            "invalid": gettext_lazy("This is not a day of the calendar. Please check it."),
        },
    )
    fields_of_reasons = {"past": "visit_on"}


class StopForm(OnceForm):
    reason = forms.CharField(
        label=gettext_lazy("Why does the visit not take place?"),
        max_length=LONGEST_TYPED,
        error_messages={"required": gettext_lazy("Say why the visit does not take place.")},
    )


def offered_items() -> list[tuple[str, str]]:
    items = ServiceItem.objects.filter(state=ItemState.IN_USE).exclude(current_version=None)
    return list(items.order_by("name").values_list("key", "name"))
