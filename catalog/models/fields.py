"""Small field types of the item draft: lists of codes and short texts, kept as JSON and edited as boxes or lines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

from catalog import codes


class CodeListField(models.JSONField):
    """A list of codes of one code list (`catalog/data/codes.yaml`), edited as check boxes."""

    def __init__(self, *args: Any, code_list: str = "", **kwargs: Any) -> None:
        self.code_list = code_list
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "code_list": self.code_list}

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            label=self.verbose_name,
            help_text=self.help_text,
            required=not self.blank,
            choices=lambda: codes.choices(self.code_list),
            widget=forms.CheckboxSelectMultiple,
        )


class LinesWidget(forms.Textarea):
    def format_value(self, value: Any) -> str | None:
        return "\n".join(value) if isinstance(value, list) else value


class LinesFormField(forms.CharField):
    widget = LinesWidget

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # a list where the base has text
        lines = value.splitlines() if isinstance(value, str) else (value or [])
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


class LinesField(models.JSONField):
    """A list of short texts, edited one per line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return LinesFormField(
            label=self.verbose_name, help_text=self.help_text, required=not self.blank, widget=LinesWidget({"rows": 3})
        )
