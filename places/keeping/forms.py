"""What somebody who proposes a change fills in: days by hand or a file, the document, the reason."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.offering import offer_choices
from places.imports import ReadFile, read_calendar_file
from places.models.calendar import DayKind
from places.planned_days import PlannedDay, span, with_whole_year
from places.workdays import follows_weekday

ROWS = 4
LONGEST_ROW = 60  # days
FOLLOW, LIFT = "follow", "lift"
WHAT = [
    ("", "—"),
    (DayKind.HOLIDAY.value, _("Free: public holiday")),
    (DayKind.MAKEUP.value, _("Worked: make-up day")),
    (DayKind.NORMAL.value, _("As any weekday")),
    (DayKind.LOCAL.value, _("Free: local holiday")),
    (DayKind.EMERGENCY.value, _("Closed: emergency")),
    (LIFT, _("Emergency closing lifted")),
    (FOLLOW, _("As the layer above says")),
]


class ChangeForm(forms.Form):
    """The change as a whole. `read` is what the file holds, None without a file."""

    jurisdiction = forms.ChoiceField(label=_("jurisdiction"), required=False)
    source = forms.CharField(
        label=_("source document"),
        max_length=200,
        help_text=_("Title and number of the notice; every day of the change rests on it."),
    )
    reason = forms.CharField(label=_("reason for the change"), max_length=300)
    file = forms.FileField(
        label=_("File (CSV or ICS)"),
        required=False,
        help_text=_(
            "CSV with the columns day, is_workday, kind, name, source, or a calendar with holidays and make-up days."
        ),
    )
    whole_year = forms.TypedChoiceField(
        label=_("The notice settles the whole year"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Every day that is not named then follows the weekday and is provisional no more."),
    )
    is_provisional = forms.BooleanField(label=_("Only expected: the days stay provisional"), required=False)

    def __init__(self, *args: Any, layers: Sequence[tuple[str, str]], years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.read: ReadFile | None = None
        self.file_sha256 = ""
        offer_choices(self, "jurisdiction", layers)
        offer_choices(self, "whole_year", [("", "—"), *((year, f"{year}年") for year in years)])

    def clean_file(self) -> Any:
        """Everything that is wrong with the file at once, each with its line."""
        upload: Any = self.cleaned_data["file"]
        if upload is None:
            return None
        content = upload.read()
        self.read = read_calendar_file(content)
        self.file_sha256 = hashlib.sha256(content).hexdigest()
        if self.read.problems:
            raise forms.ValidationError(self.read.problems[:20])
        return upload

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("whole_year") and data.get("is_provisional"):
            self.add_error("is_provisional", _("A notice that settles the year leaves nothing provisional."))
        return data


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class RowForm(forms.Form):
    """Days in a row by hand; a row without a first day is left out."""

    first = forms.DateField(label=_("first day"), required=False, widget=DayInput)
    last = forms.DateField(label=_("last day (with)"), required=False, widget=DayInput)
    what = forms.ChoiceField(label=_("What these days are"), choices=WHAT, required=False)
    name = forms.CharField(label=_("name"), max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = data.get("first"), data.get("last")
        if last and not first:
            self.add_error("first", _("Fill in the first day."))
        if first and not data.get("what") and not self.errors:
            self.add_error("what", _("Choose what these days are."))
        if first and last and not 0 <= (last - first).days < LONGEST_ROW:
            self.add_error(
                "last", _("The last day comes after the first one, by at most %(most)d days.") % {"most": LONGEST_ROW}
            )
        return data

    def days(self) -> list[PlannedDay]:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if not first:
            return []
        what, name = self.cleaned_data["what"], self.cleaned_data["name"]
        if what in (FOLLOW, LIFT):
            kind = DayKind.EMERGENCY if what == LIFT else DayKind.NORMAL
            return [PlannedDay(day, kind, False, removes=True) for day in span(first, last or first)]
        return [
            PlannedDay(day, what, what == DayKind.MAKEUP or (what == DayKind.NORMAL and follows_weekday(day)), name)
            for day in span(first, last or first)
        ]


RowFormSet = forms.formset_factory(RowForm, extra=ROWS, max_num=ROWS, validate_max=True)


def planned_days(form: ChangeForm, rows: Any) -> list[PlannedDay]:
    """Of valid forms: those of the file, then those by hand; the rest of the year where the notice settles it."""
    days = [*(form.read.days if form.read else ()), *(day for row in rows for day in row.days())]
    if form.cleaned_data["is_provisional"]:
        days = [
            PlannedDay(each.day, each.kind, each.is_workday, each.name, each.source, True, each.removes)
            for each in days
        ]
    year = form.cleaned_data["whole_year"]
    return with_whole_year(days, year) if year else days
