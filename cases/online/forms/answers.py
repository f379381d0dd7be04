"""One question a page: a form with the one control that fits the kind of the field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.rules.answers import answer_problem, normalise_answer
from catalog.content import FormField, Option, Situation
from core.errors import Refused
from core.templatetags.ui import anchor
from core.widgets import ChineseDateWidget

MOST_RADIOS = 8
_TEXT = {"text": {}, "address": {"autocomplete": "street-address"}, "phone": {"inputmode": "tel"}}
_DIGITS = {"number": "decimal", "money": "decimal", "bank_account": "numeric"}


class RefusableForm(forms.Form):
    """What a verb refuses is shown at the field it names, else at the head."""

    def refuse(self, refused: Refused) -> None:
        for reason in refused.reasons:
            self.add_error(reason.code if reason.code in self.fields else None, reason.text)

    @property
    def problems(self) -> list[dict[str, str]]:
        """The lines of the error summary: each sentence says by itself what it is about."""
        general = [{"text": str(error)} for error in self.non_field_errors()]
        return general + [{"text": str(error), "href": f"#{anchor(field)}"} for field in self for error in field.errors]


class AnswerForm(RefusableForm):
    """One field of the application form; the rules are those of `cases.rules.answers`."""

    def __init__(self, data: Any = None, *, asked: FormField, answer: str = "") -> None:
        super().__init__(data, initial={asked.key: answer})
        self.asked = asked
        self.fields[asked.key] = control_for(asked)

    @property
    def question(self) -> forms.BoundField:
        return self[self.asked.key]

    @property
    def answer(self) -> str:
        answer: str = self.cleaned_data[self.asked.key]
        return answer

    def clean(self) -> dict[str, Any]:
        typed = str(self.cleaned_data.get(self.asked.key) or "")
        answer = normalise_answer(self.asked, typed)
        problem = answer_problem(self.asked, answer, today=timezone.localdate())
        if problem:
            self.add_error(self.asked.key, problem)
        return {**self.cleaned_data, self.asked.key: answer}


class SituationForm(RefusableForm):
    """One situation question."""

    def __init__(self, data: Any = None, *, situation: Situation, answer: str = "") -> None:
        super().__init__(data, initial={situation.key: answer})
        self.situation = situation
        self.fields[situation.key] = forms.ChoiceField(
            label=situation.question,
            help_text=situation.help,
            choices=_choices(situation.options),
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Choose one of the answers."),
                "invalid_choice": _("Choose one of the answers."),
            },
        )

    @property
    def question(self) -> forms.BoundField:
        return self[self.situation.key]

    @property
    def option(self) -> str:
        option: str = self.cleaned_data[self.situation.key]
        return option


def control_for(asked: FormField) -> forms.Field:
    """The control of one field. Emptiness and length are judged by the rule, so that one sentence says it."""
    if asked.kind in ("choice", "yes_no"):
        few = len(asked.options) <= MOST_RADIOS
        choices = [("yes", _("Yes")), ("no", _("No"))] if asked.kind == "yes_no" else _choices(asked.options)
        widget: forms.Widget = forms.RadioSelect() if few else forms.Select()
        listed = choices if few else [("", _("Please choose")), *choices]
        return OpenChoice(choices=listed, widget=widget, **_words(asked))
    return OpenText(widget=_widget(asked), **_words(asked))


class OpenText(forms.CharField):
    """`required` is shown, not enforced here: the rule of the answer says what is missing."""

    def validate(self, value: Any) -> None:
        return


class OpenChoice(forms.ChoiceField):
    def validate(self, value: Any) -> None:
        return


def _words(asked: FormField) -> dict[str, Any]:
    return {"label": asked.label, "help_text": asked.help, "required": asked.required}


def _widget(asked: FormField) -> forms.Widget:
    if asked.kind == "date":
        return ChineseDateWidget(autocomplete="bday" if asked.key == "born_on" else "")
    if asked.kind == "long_text":
        return forms.Textarea(attrs={"rows": 6})
    attrs: dict[str, Any] = dict(_TEXT.get(asked.kind, {}))
    if asked.kind in _DIGITS:
        attrs["inputmode"] = _DIGITS[asked.kind]
    if asked.max_length <= 30 or asked.kind in ("number", "money", "phone", "id_number", "bank_account"):
        attrs["class"] = "govuk-input--width-20"
    if asked.sensitive:
        attrs["autocomplete"] = "off"
    return forms.TextInput(attrs=attrs)


def _choices(options: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(option.key, f"{option.label}（{option.note}）" if option.note else option.label) for option in options]
