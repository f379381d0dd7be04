"""Form controls made for Chinese readers."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

_PARTS = (("year", 4), ("month", 2), ("day", 2))


class ChineseDateWidget(forms.MultiWidget):
    """Three boxes year, month, day for a DateField; `autocomplete="bday"` makes them parts of a birthday.

    Full-width digits count as digits. What cannot be a date reaches the field as typed, so that its own error message
    speaks and the boxes keep their content.
    """

    template_name = "core/widgets/chinese_date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, autocomplete: str = "") -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            part: forms.TextInput(
                attrs={
                    "inputmode": "numeric",
                    "maxlength": length,
                    "class": f"govuk-input govuk-date-input__input govuk-input--width-{length}",
                    "autocomplete": f"{autocomplete}-{part}" if autocomplete else "off",
                }
            )
            for part, length in _PARTS
        }
        super().__init__(boxes, attrs)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_year" if id_ else ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        whole = context["widget"]["attrs"].get("id", "")
        for (part, _), box in zip(_PARTS, context["widget"]["subwidgets"], strict=True):
            box["part"] = part
            if whole:
                box["attrs"]["id"] = f"{whole}_{part}"
        return context

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, datetime.date):
            return [value.year, value.month, value.day]
        parts = str(value).split("-", 2) if value else []
        return [*parts, "", "", ""][:3]

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Any:
        """`YYYY-M-D` as typed, None when all three boxes are empty."""
        typed = [unicodedata.normalize("NFKC", str(data.get(f"{name}_{part}") or "")).strip() for part, _ in _PARTS]
        return "-".join(typed) if any(typed) else None
