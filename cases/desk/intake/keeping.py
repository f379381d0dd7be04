"""Keep what stands on the sheet: called on every save, so that nothing is lost when a session ends."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.http import HttpRequest

from accounts.actors import Actor
from cases.desk.intake.answers import AnswersForm
from cases.desk.intake.sheet import Sheet, SheetPaper, situation_answers
from cases.domain.applications import save_answers
from cases.domain.materials import drop_paper, hand_in_paper
from cases.models import Application
from core.domain.uploads import store_upload
from core.errors import Reason, Refused
from core.models import StoredFile


def keep_sheet(*, request: HttpRequest, sheet: Sheet, form: AnswersForm, actor: Actor, now: datetime) -> list[Reason]:
    """Store situations, good answers and papers; returns what was refused of the papers, by sentence."""
    keys = [row.situation.key for row in sheet.situations]
    chosen = {key: request.POST.get(f"situation_{key}", "") for key in keys}
    answers, situations = form.good_answers(), situation_answers(sheet, chosen)
    problems: list[Reason] = []
    shown = [row for row in sheet.papers if not row.material.shared and f"listed_{row.material.key}" in request.POST]
    stored = {row.material.key: _stored(request, row, actor, now, problems) for row in shown}
    with transaction.atomic():  # one turn of the writer for all of it, after the files were looked at and put away
        save_answers(application=sheet.application, now=now, answers=answers, situations=situations)
        for row in shown:
            _keep_paper(request, sheet.application, row, stored[row.material.key], actor, now)
    return problems


def _stored(
    request: HttpRequest, row: SheetPaper, actor: Actor, now: datetime, problems: list[Reason]
) -> StoredFile | None:
    """The file that was sent for this paper; why it is not taken is added to `problems`."""
    upload = request.FILES.get(f"file_{row.material.key}")
    if upload is None:
        return None
    try:
        return store_upload(upload=upload, user_id=actor.user_id, now=now)
    except Refused as refused:
        problems += [Reason(reason.code, f"{row.material.name}：{reason.text}") for reason in refused.reasons]
        return None


def _keep_paper(
    request: HttpRequest,
    application: Application,
    row: SheetPaper,
    stored: StoredFile | None,
    actor: Actor,
    now: datetime,
) -> None:
    key, material = row.material.key, row.material
    seen = request.POST.get(f"seen_{key}") == "1"
    was_seen = row.paper is not None and row.paper.seen_on_paper
    if stored is None and seen == was_seen:
        return
    if stored is None and not seen and (row.paper is None or row.paper.file is None):
        drop_paper(application=application, key=key, now=now)
        return
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
