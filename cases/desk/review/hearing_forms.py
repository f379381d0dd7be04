"""Forms of interested parties and hearings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.desk.forms import ActForm, line, text_area
from cases.desk.review.fields import PersonField, moment_field
from cases.dues import last_day
from cases.models import InterestedParty
from cases.rules.hearings import earliest_day, last_hearing
from core.offering import offer_choices
from core.text import format_day


class PartyForm(ActForm):
    name = line(gettext_lazy("Name of the party"), length=100)
    interest = line(gettext_lazy("Which interest is concerned"), length=300)
    contact = line(gettext_lazy("Telephone or address"), length=100)


class ChoosePartyForm(ActForm):
    """`told`: whether those who have been told are meant, or those who have not."""

    told = False
    party = forms.TypedChoiceField(label=gettext_lazy("Party"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [row for row in self.case.parties.all() if self._is_meant(row)]
        offer_choices(self, "party", [(row.pk, row.name) for row in rows])
        self.fields["party"].initial = rows[0].pk if rows else None

    def _is_meant(self, row: InterestedParty) -> bool:
        return (row.told_at is not None) == self.told and row.opinion_at is None


class PartyOpinionForm(ChoosePartyForm):
    told = True
    opinion = text_area(gettext_lazy("What the party said"))


class NoPartiesForm(ActForm):
    reason = text_area(gettext_lazy("On what this rests"))


class RequestForm(ActForm):
    requested_by = line(gettext_lazy("Who asks for it"), length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["requested_by"].initial = self.case.applicant.name


class WaiverForm(ActForm):
    waived_by = line(
        gettext_lazy("Who has waived it in writing"),
        length=300,
        help_text=gettext_lazy("May stay empty once the five working days are over."),
    )


class OrderForm(ActForm):
    reason = text_area(gettext_lazy("Which public interest asks for it"))


class AnnounceForm(ActForm):
    held_at = moment_field(gettext_lazy("Day and hour"))
    place = line(gettext_lazy("Place"))
    presider = PersonField(gettext_lazy("Who presides"))
    in_public = forms.TypedChoiceField(
        label=gettext_lazy("Open to the public"),
        choices=(("yes", gettext_lazy("Yes, with an announcement")), ("no", gettext_lazy("No"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["presider"].of_unit(self.case.unit_id)  # type: ignore[attr-defined]  # a PersonField
        self.fields["held_at"].help_text = self._limits()

    def _limits(self) -> str:
        row = last_hearing(self.case)
        first = format_day(earliest_day(self.case, on=timezone.localdate()))
        if row is None or row.organise_by_on is None:
            return _("%(first)s at the earliest.") % {"first": first}
        last = last_day(self.case, row.organise_by_on)
        return _("%(first)s at the earliest, %(last)s at the latest.") % {"first": first, "last": last}


class RecordForm(ActForm):
    present = text_area(
        gettext_lazy("Who was present"), help_text=gettext_lazy("A line each: name, role. For example: 王秀英，申请人")
    )
    recorder = line(gettext_lazy("Who wrote the record"), length=50)
    record = text_area(
        gettext_lazy("What was said"),
        rows=8,
        help_text=gettext_lazy("A line each statement, with the name before it: 王秀英：同意。"),
    )
    signed_note = line(gettext_lazy("Who signed the record, who refused and why"), length=300)

    def clean_present(self) -> list[dict[str, str]]:
        people = []
        for text in filter(None, map(str.strip, self.cleaned_data["present"].splitlines())):
            name, _sign, role = text.replace(",", "，").partition("，")
            people.append({"name": name.strip()[:50], "role": role.strip()[:50]})
        return people
