"""Pauses as pairs of days, or as the text of the command: FROM..TO;FROM..TO."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from flow.pauses import Pause
from flow.reading import BETWEEN, Unreadable, read_pauses

PAIRS = 3
Pair = tuple[str, str]


class PausesWidget(forms.Widget):
    """`PAIRS` rows of two boxes. A link may hold all of it as one text under the name of the field."""

    template_name = "home/deadline/pauses_widget.html"
    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        if data.get(name):
            return str(data[name])
        pairs = [(data.get(f"{name}_from_{n}", ""), data.get(f"{name}_to_{n}", "")) for n in range(1, PAIRS + 1)]
        return ";".join(f"{begin}{BETWEEN}{end}" for begin, end in pairs if begin or end)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        pairs = [*_pairs(str(value or "")), *[("", "")] * PAIRS][: max(PAIRS, len(_pairs(str(value or ""))))]
        context["widget"]["pairs"] = [(n, begin, end) for n, (begin, end) in enumerate(pairs, start=1)]
        return context


class PausesField(forms.CharField):
    """Gives `flow.pauses.Pause`s; each fault is a sentence."""

    widget = PausesWidget

    def __init__(self, *, first: date, last: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.first, self.last = first, last

    def to_python(self, value: Any) -> Any:
        try:
            pauses = read_pauses(str(value or ""))
        except Unreadable as fault:
            raise forms.ValidationError(str(fault)) from fault
        if any(not self._is_near(pause) for pause in pauses):
            raise forms.ValidationError(
                _("Pauses lie between %(first)d and %(last)d.") % {"first": self.first.year, "last": self.last.year}
            )
        return pauses

    def _is_near(self, pause: Pause) -> bool:
        return all(self.first <= day <= self.last for day in pause if day is not None)


def _pairs(text: str) -> list[Pair]:
    parts = (part.partition(BETWEEN) for part in text.split(";") if part.strip())
    return [(begin.strip(), end.strip()) for begin, _between, end in parts]
