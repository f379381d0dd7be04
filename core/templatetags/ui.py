"""What the shared components need beyond Django's own tags: no rule, only showing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from core.widgets import ChineseDateWidget

register = template.Library()

# First match wins, so a subclass stands before its base.
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (ChineseDateWidget, "date"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
)
_CLASSES = {
    "file": "govuk-file-upload",
    "select": "govuk-select",
    "textarea": "govuk-textarea",
    "input": "govuk-input",
}
_GROUPS = {"radios", "checkboxes", "date"}


@register.filter
def widget_kind(field: BoundField) -> str:
    """date, checkboxes, radios, checkbox, file, select, textarea or input."""
    return next((kind for widget, kind in _KINDS if isinstance(field.field.widget, widget)), "input")


@register.filter
def govuk_input(field: BoundField) -> SafeString:
    """The bare control with the class of its kind, keeping the classes the widget already has."""
    kind = widget_kind(field)
    own = field.field.widget.attrs.get("class", "")
    base = _CLASSES.get(kind, "govuk-input")
    error = f" {base}--error" if field.errors else ""
    width = _width(field) if kind == "input" and "--width-" not in own else ""
    return field.as_widget(attrs={"class": f"{base}{error}{width} {own}".strip()})


def _width(field: BoundField) -> str:
    """A box as wide as its answer says how much is expected."""
    length = getattr(field.field, "max_length", None) or 0
    return next((f" govuk-input--width-{most}" for most in (10, 20) if 0 < length <= most), "")


@register.filter
def anchor(field: BoundField) -> str:
    """The id an error link leads to: the control itself, or the first one of a group."""
    if widget_kind(field) == "date":
        return f"{field.auto_id}_year"
    return f"{field.auto_id}_0" if widget_kind(field) in _GROUPS else str(field.auto_id)


@register.filter
def speaks_for_itself(error: str, field: BoundField) -> bool:
    """Whether an error is clear without the label before it: it names the field, or the label is a whole sentence."""
    label = str(field.label)
    return label in error or label.endswith(("。", "？", "！", "?")) or widget_kind(field) == "checkbox"


@register.filter
def paired(cells: Sequence[Any], columns: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Cells of a table row with the column each belongs to."""
    return list(zip(cells, columns, strict=False))


@register.simple_tag
def page_numbers(page: Page[Any]) -> list[int]:
    """Page numbers to show; 0 stands for a gap."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else 0 for number in shown]
