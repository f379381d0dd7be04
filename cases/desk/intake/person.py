"""The person before the window: found in the register, or registered now."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from accounts.actors import Actor
from core.errors import Refused
from core.identifiers import phone_problem
from core.offering import offer_choices
from places.models import Region
from places.models.regions import RegionLevel


def villages_for(actor: Actor) -> Any:
    """The villages a clerk can choose from: of her town, or of the whole county at the hall, grouped by town."""
    villages = Region.objects.filter(level=RegionLevel.VILLAGE).select_related("parent").order_by("code")
    area = actor.post.region_code if actor.post else ""
    return (
        villages.filter(parent__code=area)
        if len(area) > 6 and villages.filter(parent__code=area).exists()
        else villages
    )


def grouped(villages: Any) -> list[tuple[str, Any]]:
    """Choices with the town as caption, so that typing the village's name finds it in the list."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for village in villages:
        groups.setdefault(village.parent.name if village.parent else "", []).append((village.code, village.name))
    return [("", _("Please choose")), *groups.items()]


class FindForm(forms.Form):
    query = forms.CharField(
        label=_("Identity number, telephone, or the beginning of the name"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True, "spellcheck": "false"}),
    )


def as_walk_in(typed: str) -> dict[str, str]:
    """What was looked for, at the field of the new person it belongs to."""
    if any(character.isdigit() for character in typed):
        return {"phone" if phone_problem(typed) is None else "id_number": typed}
    return {"name": typed}


class VillageForm(forms.Form):
    """A form with a village of the clerk's area; what a verb refuses is shown at the field it names."""

    region = forms.ChoiceField(label=_("Village or community"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "region", grouped(villages_for(actor)))

    def village(self) -> Region | None:
        code = self.cleaned_data.get("region")
        return Region.objects.select_related("parent__parent").filter(code=code).first() if code else None

    def refuse(self, refused: Refused) -> None:
        names = {"person_name": "name", "person_phone": "phone"}
        for reason in refused.reasons:
            name = reason.code if reason.code in self.fields else names.get(reason.code)
            self.add_error(name if name in self.fields else None, reason.text)


class WalkInForm(VillageForm):
    field_order = ["id_number", "name", "phone", "region", "address", "id_number_override"]
    id_number = forms.CharField(
        label=_("identity number"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "data-desk-number": ""}),
    )
    name = forms.CharField(label=_("name of the person"), max_length=50, required=False)
    phone = forms.CharField(label=_("mobile phone"), max_length=20, required=False)
    address = forms.CharField(label=_("address"), max_length=200, required=False)
    id_number_override = forms.CharField(
        label=_("Reason for accepting an odd number (card seen)"),
        max_length=200,
        required=False,
        help_text=_("Only when the number on the card itself does not pass the check."),
    )


class PhoneVisitForm(VillageForm):
    field_order = ["person_name", "person_phone", "region", "address", "item_key", "reason", "wished_on"]
    person_name = forms.CharField(label=_("who is to be visited"), max_length=50, required=False)
    person_phone = forms.CharField(label=_("telephone"), max_length=20, required=False)
    address = forms.CharField(label=_("address"), max_length=200, required=False)
    item_key = forms.ChoiceField(label=_("what for"), required=False)
    reason = forms.CharField(label=_("why at home"), max_length=200, required=False)
    wished_on = forms.DateField(label=_("wished day"), required=False, widget=AdminDateInput)

    def __init__(self, *args: Any, items: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "item_key", [("", _("Not known yet")), *items])
