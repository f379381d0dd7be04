"""Keep what stands on the sheet: called on every save, so that nothing is lost when a session ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from accounts.actors import Actor
from cases.desk.intake.answers import AnswersForm
from cases.desk.intake.sheet import Sheet, SheetPaper, situation_answers
from cases.domain.applications import save_answers
from cases.domain.materials import drop_paper, hand_in_paper
from cases.models import Application
from core.domain.uploads import store_upload
from core.errors import Reason, Refused


def keep_sheet(*, request: HttpRequest, sheet: Sheet, form: AnswersForm, actor: Actor, now: datetime) -> list[Reason]:
    """Store situations, good answers and papers; returns what was refused of the papers, by sentence."""
    keys = [row.situation.key for row in sheet.situations]
    chosen = {key: request.POST.get(f"situation_{key}", "") for key in keys}
    save_answers(
        application=sheet.application,
        now=now,
        answers=form.good_answers(),
        situations=situation_answers(sheet, chosen),
    )
    problems: list[Reason] = []
    for row in sheet.papers:
        if not row.material.shared:
            problems += _keep_paper(request, sheet.application, row, actor, now)
    return problems


def _keep_paper(
    request: HttpRequest, application: Application, row: SheetPaper, actor: Actor, now: datetime
) -> list[Reason]:
    key, material = row.material.key, row.material
    data: Mapping[str, Any] = request.POST
    if f"listed_{key}" not in data:  # the paper was not on the page that was sent
        return []
    seen = data.get(f"seen_{key}") == "1"
    upload = request.FILES.get(f"file_{key}")
    stored = None
    if upload is not None:
        try:
            stored = store_upload(upload=upload, user_id=actor.user_id, now=now)
        except Refused as refused:
            return [Reason(reason.code, f"{material.name}：{reason.text}") for reason in refused.reasons]
    was_seen = row.paper is not None and row.paper.seen_on_paper
    if stored is None and seen == was_seen:
        return []
    if stored is None and not seen and (row.paper is None or row.paper.file is None):
        drop_paper(application=application, key=key, now=now)
        return []
    hand_in_paper(
        application=application,
        key=key,
        name=material.name,
        actor=actor,
        now=now,
        file=stored or (row.paper.file if row.paper else None),
        seen_on_paper=seen,
        copies=material.copies if seen else 0,
    )
    return []
