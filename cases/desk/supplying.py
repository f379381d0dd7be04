"""What the applicant brings to the window: papers seen or scanned, answers put right (T4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.actors import Actor
from cases.desk.intake.answers import form_field
from cases.domain.correct import correct_answer
from cases.domain.materials import hand_in_paper
from cases.enums import MaterialState
from cases.models import Case
from catalog.content import FormField
from core.domain.uploads import store_upload
from core.errors import Reason, Refused


@dataclass(frozen=True)
class Outstanding:
    """One thing that is waited for; `asked` is set when it is an answer and no paper."""

    key: str
    name: str
    reason: str = ""
    remedy: str = ""
    asked: FormField | None = None


def outstanding_of(case: Case) -> list[Outstanding]:
    """The entries of the notice that have not come, then the papers that were promised to follow."""
    notice = case.correction
    fields = {field.key: field for field in case.version.facts.form}
    open_items = notice.items.filter(supplied_at=None) if notice else ()
    lines = [Outstanding(item.key, item.name, item.reason, item.remedy, fields.get(item.key)) for item in open_items]
    named = {line.key for line in lines}
    later = [m for m in case.materials.all() if m.state == MaterialState.LATER and m.key not in named]
    return lines + [Outstanding(material.key, material.name) for material in later]


class SupplyForm(forms.Form):
    """A tick and a file for each paper, the control of the item's form for each answer. What stays empty still waits."""

    def __init__(self, *args: Any, lines: Iterable[Outstanding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            if line.asked is not None:
                self.fields[line.key] = form_field(line.asked)
                continue
            self.fields[f"seen_{line.key}"] = forms.BooleanField(label=gettext_lazy("seen on paper"), required=False)
            self.fields[f"file_{line.key}"] = forms.FileField(
                label=_("Scan"), required=False, allow_empty_file=True, widget=_scan(line)
            )

    def rows(self) -> Iterator[tuple[Outstanding, list[forms.BoundField]]]:
        for line in self.lines:
            names = [line.key] if line.asked is not None else [f"seen_{line.key}", f"file_{line.key}"]
            yield line, [self[name] for name in names]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(value not in (None, "", False) for value in data.values()):
            raise forms.ValidationError(_("Tick, scan or fill in what was brought. What has not come stays open."))
        return data


def _scan(line: Outstanding) -> forms.FileInput:
    return forms.FileInput(attrs={"accept": ".pdf,image/*", "aria-label": f"{_('Scan')}：{line.name}"})


def take_supplied(*, case: Case, form: SupplyForm, actor: Actor, now: datetime) -> list[str]:
    """Take everything that was brought, all or nothing; returns its names. Raises Refused, `code` naming the field."""
    brought = []
    with transaction.atomic():
        for line in form.lines:
            if _take(case, line, form.cleaned_data, actor, now):
                brought.append(line.name)
    return brought


def _take(case: Case, line: Outstanding, given: dict[str, Any], actor: Actor, now: datetime) -> bool:
    if line.asked is not None:
        answer = given.get(line.key)
        if answer not in (None, ""):
            correct_answer(case=case, key=line.key, answer=str(answer), actor=actor, now=now)
        return answer not in (None, "")
    seen, upload = bool(given.get(f"seen_{line.key}")), given.get(f"file_{line.key}")
    if not seen and upload is None:
        return False
    hand_in_paper(
        application=case.application,
        key=line.key,
        name=line.name,
        actor=actor,
        now=now,
        file=_stored(line, upload, actor, now) if upload is not None else _known_file(case, line),
        seen_on_paper=seen,
    )
    return True


def _known_file(case: Case, line: Outstanding) -> Any:
    """A paper that is only seen keeps the scan it has."""
    known = case.application.papers.filter(key=line.key, replaced_at=None).select_related("file").first()
    return known.file if known else None


def _stored(line: Outstanding, upload: Any, actor: Actor, now: datetime) -> Any:
    try:
        return store_upload(upload=upload, user_id=actor.user_id, now=now)
    except Refused as refused:
        raise Refused([Reason(f"file_{line.key}", reason.text, reason.law) for reason in refused.reasons]) from None
