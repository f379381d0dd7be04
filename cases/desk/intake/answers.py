"""The answers of an intake as one form over all items. What is wrong is said; what is right is kept all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cases.desk.intake.sheet import SheetField
from catalog.content import FormField
from core.identifiers import bank_account_problem, id_number_problem, normalise_number, phone_problem

PROBLEMS: dict[str, Callable[[str], str | None]] = {
    "phone": phone_problem,
    "id_number": id_number_problem,
    "bank_account": bank_account_problem,
}
YES_NO = (("", _("Please choose")), ("yes", _("Yes")), ("no", _("No")))


def _checked(kind: str) -> Callable[[str], None]:
    def check(value: str) -> None:
        if problem := PROBLEMS[kind](value):
            raise ValidationError(str(problem))

    return check


def form_field(field: FormField) -> forms.Field:
    """The admin control of one question. Nothing is required here: what is missing is listed, not refused (R1)."""
    common: dict[str, Any] = {"label": field.label, "required": False, "help_text": field.help}
    if field.kind in PROBLEMS:
        return NumberText(max_length=60, validators=[_checked(field.kind)], **common)
    if field.kind == "long_text":
        widget = forms.Textarea(attrs={"rows": 2})
        return forms.CharField(max_length=max(field.max_length, 500), widget=widget, **common)
    if field.kind == "choice":
        options = [(option.key, option.label) for option in field.options]
        return forms.ChoiceField(choices=[("", _("Please choose")), *options], **common)
    if field.kind == "yes_no":
        return forms.ChoiceField(choices=YES_NO, **common)
    if field.kind == "date":
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **common)
    if field.kind == "number":
        return forms.IntegerField(min_value=0, max_value=10**9, **common)
    if field.kind == "money":
        return forms.DecimalField(min_value=0, max_digits=12, decimal_places=2, **common)
    return forms.CharField(max_length=field.max_length, **common)


class NumberText(forms.CharField):
    """Numbers as typed, with spaces and full-width digits put right before they are looked at."""

    def to_python(self, value: Any) -> str:
        return normalise_number(super().to_python(value) or "")


class AnswersForm(forms.Form):
    def __init__(self, *args: Any, rows: Iterable[SheetField], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        for row in self.rows:
            self.fields[row.field.key] = form_field(row.field)

    def good_answers(self) -> dict[str, Any]:
        """Every answer that was sent without a problem; a wrong one leaves the stored answer as it was."""
        self.is_valid()
        return {key: _plain(value) for key, value in self.cleaned_data.items() if key in self.data}

    def sections(self) -> list[tuple[str, list[tuple[SheetField, forms.BoundField]]]]:
        """Bound fields under the captions of the items' forms, in the order of the sheet."""
        found: dict[str, list[tuple[SheetField, forms.BoundField]]] = {}
        for row in self.rows:
            found.setdefault(row.field.section or str(_("Form")), []).append((row, self[row.field.key]))
        return list(found.items())


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return "" if value is None else value
