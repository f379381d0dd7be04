"""What is asked of somebody who wants to know when a term ends."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

from flow.clocks import Term, TermUnit
from flow.reading import Unreadable, read_start
from places.planned_days import FIRST_YEAR

from .fields import PausesField

YEARS_AHEAD, YEARS_OF_PAUSE = 5, 10
UNITS = [
    (TermUnit.WORKING_DAY.value, pgettext_lazy("unit of a term", "Working days (rest days are not counted)")),
    (TermUnit.DAY.value, pgettext_lazy("unit of a term", "Calendar days (rest days count)")),
    (TermUnit.MONTH.value, pgettext_lazy("unit of a term", "Months")),
    (TermUnit.HOUR.value, pgettext_lazy("unit of a term", "Hours")),
    (TermUnit.INSTANT.value, pgettext_lazy("unit of a term", "On the spot, the same day")),
]
# About three years each: what lies further is no date but a guess.
LONGEST = {TermUnit.WORKING_DAY: 750, TermUnit.DAY: 1100, TermUnit.MONTH: 36, TermUnit.HOUR: 2400}


class StartField(forms.CharField):
    """A day, or a day and time in a link: 2026-02-13T09:30. Typed, because a browser's own calendar speaks its language."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-10", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return read_start(text) if text else None
        except Unreadable as fault:
            raise forms.ValidationError(str(fault)) from fault

    def prepare_value(self, value: Any) -> Any:
        return str(value)[:10] if value else value


class DeadlineForm(forms.Form):
    """`start_of` and `term` are there when it is valid."""

    start = StartField(
        label=lazy("Counted from"),
        help_text=lazy(
            "The day of the event: received, accepted, delivered. It is day 0 and not counted itself. "
            "For example 2026-02-13 or 20260213."
        ),
        error_messages={"required": lazy("Fill in the day the term begins with.")},
    )
    n = forms.IntegerField(
        label=pgettext_lazy("of a term", "Length"),
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4", "autocomplete": "off"}),
        error_messages={
            "required": lazy("Fill in the length of the term."),
            "invalid": lazy("The length is a whole number, for example 20."),
            "min_value": lazy("The length is a whole number, for example 20."),
        },
    )
    unit = forms.ChoiceField(
        label=pgettext_lazy("of a term", "Unit"),
        choices=UNITS,
        widget=forms.RadioSelect,
        error_messages={
            "required": lazy("Choose the unit of the term."),
            "invalid_choice": lazy("Choose the unit of the term."),
        },
    )
    at = forms.TimeField(
        label=lazy("Time of day"),
        required=False,
        help_text=lazy("Only for terms in hours, for example 09:30."),
        widget=forms.TimeInput(
            attrs={"inputmode": "numeric", "class": "govuk-input--width-4", "autocomplete": "off"}, format="%H:%M"
        ),
        input_formats=["%H:%M", "%H%M", "%H：%M"],
        error_messages={"invalid": lazy("Write the time of day as 09:30.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["n"].required = self.data.get("unit") != TermUnit.INSTANT
        self.latest = date(today.year + YEARS_AHEAD, 12, 31)
        self.fields["pauses"] = PausesField(
            label=_("Pauses"),
            help_text=_(
                "The first day still counts, the days after it up to and with the last one do not. "
                "Leave “to” empty when the pause goes on."
            ),
            required=False,
            first=date(FIRST_YEAR, 1, 1),
            last=date(today.year + YEARS_OF_PAUSE, 12, 31),
        )

    def clean_start(self) -> date | datetime:
        start: date | datetime = self.cleaned_data["start"]
        day = timezone.localdate(start) if isinstance(start, datetime) else start
        if not FIRST_YEAR <= day.year <= self.latest.year:
            raise forms.ValidationError(
                _("The day lies between %(first)d and %(last)d.") % {"first": FIRST_YEAR, "last": self.latest.year}
            )
        return start

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        unit, n = data.get("unit"), data.get("n")
        most = LONGEST.get(TermUnit(unit)) if unit else None
        if most is not None and n is not None and n > most:
            self.add_error("n", _("The length is at most %(most)d of this unit.") % {"most": most})
        if unit == TermUnit.HOUR and not self.errors and not isinstance(self.start_of, datetime):
            self.add_error("at", _("A term in hours begins with a moment: fill in the time of day too."))
        return data

    @property
    def term(self) -> Term:
        unit = TermUnit(self.cleaned_data["unit"])
        return Term(0 if unit == TermUnit.INSTANT else self.cleaned_data["n"], unit)

    @property
    def start_of(self) -> date | datetime:
        """With the time of day where one was given."""
        start: date | datetime = self.cleaned_data["start"]
        at = self.cleaned_data.get("at")
        if at is None or isinstance(start, datetime):
            return start
        return timezone.make_aware(datetime.combine(start, at))
