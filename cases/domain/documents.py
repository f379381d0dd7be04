"""Issue an official document: number and data now, in the transaction of the change; the file by a job."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.build import build_document
from cases.documents.characters import with_character_pictures
from cases.documents.provisional import mark_provisional, names_last_day
from cases.domain.change import Change
from cases.enums import PaperState
from cases.models import Application, Case, OfficialDocument
from core.domain.audit import append_audit
from core.domain.files import keep_file
from core.errors import Refused
from core.rows import insert_row
from flow.numbers import next_in_series
from papers.make import MadePaper, make_paper
from places.calendar import calendar_for
from places.models import Unit

logger = logging.getLogger(__name__)


def issue_document(
    *,
    code: str,
    application: Application,
    context: dict[str, Any],
    actor: Actor,
    now: datetime,
    case: Case | None = None,
    unit: Unit | None = None,
) -> OfficialDocument:
    """Record the document and enqueue its rendering. `unit` numbers it: 机关简称 + 字 + 〔年〕 + 序号, without gaps."""
    from cases.tasks import make_document  # the job imports the verb below

    document = record_document(
        code=code, application=application, case=case, unit=unit, context=context, actor=actor, now=now, queued_at=now
    )
    make_document.enqueue(document.pk)
    return document


def record_document(
    *,
    code: str,
    application: Application,
    context: dict[str, Any],
    actor: Actor,
    now: datetime,
    case: Case | None = None,
    unit: Unit | None = None,
    queued_at: datetime | None = None,
) -> OfficialDocument:
    """Number it and freeze its data; the file is made when somebody first opens it. For papers hardly anybody opens."""
    context = with_provisional(context, unit=unit or (case.unit if case else None))
    document = build_document(
        code=code, application=application, case=case, unit=unit, context=context, draw=next_in_series, now=now
    )
    document.queued_at = queued_at
    insert_row(document)
    append_audit(
        action="document.issue",
        user_id=actor.user_id,
        user_name=actor.name,
        subject=document,
        data={"code": code, "number": document.number},
        now=now,
    )
    return document


def with_provisional(context: dict[str, Any], *, unit: Unit | None) -> dict[str, Any]:
    """The data with the mark 暂定 where a last day in them may still move (domain.md §6)."""
    return mark_provisional(context, calendar_for(unit)) if unit and names_last_day(context) else context


def issue_for(change: Change, code: str, context: dict[str, Any]) -> OfficialDocument:
    """A document of the case that is being changed, numbered by its competent unit."""
    return issue_document(
        code=code,
        application=change.case.application,
        case=change.case,
        unit=change.case.unit,
        context=context,
        actor=change.actor,
        now=change.now,
    )


def issue_by(change: Change, code: str, context: dict[str, Any], *, unit: Unit) -> OfficialDocument:
    """A document of the case that another unit than the competent one issues and numbers: that of a stage."""
    return issue_document(
        code=code,
        application=change.case.application,
        case=change.case,
        unit=unit,
        context=context,
        actor=change.actor,
        now=change.now,
    )


def render_document(*, document: OfficialDocument, now: datetime) -> OfficialDocument:
    """Make the file once; a second call returns the stored one. A failure is written down and leaves the case alone.

    Nothing is locked while the paper is drawn, so nobody waits for it; of two that draw it at once, the first one counts.
    """
    document = OfficialDocument.objects.get(pk=document.pk)
    if document.state == PaperState.MADE:
        return document
    paper, problem = _draw(document)
    with transaction.atomic():
        locked = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        if locked.state == PaperState.MADE:
            return locked
        locked.attempts += 1
        if paper is None:
            return _failed(locked, problem)
        locked.file = keep_file(content=paper.pdf, name=f"{locked.title}.pdf", content_type="application/pdf", now=now)
        locked.sha256, locked.made_at, locked.problem = paper.sha256, now, ""
        locked.state = PaperState.MADE
        locked.save(update_fields=["file", "sha256", "made_at", "problem", "state", "attempts"])
    return locked


def _draw(document: OfficialDocument) -> tuple[MadePaper | None, str]:
    """The paper, or why there is none."""
    try:
        return make_paper(
            code=document.code, context=with_character_pictures(document.context), at=document.issued_at
        ), ""
    except Refused as refused:
        return None, refused.text
    except Exception:
        logger.exception("Paper %s (%s) could not be made", document.pk, document.code)
        return None, _("The paper could not be made. It is tried again; the case goes on.")


def _failed(document: OfficialDocument, problem: str) -> OfficialDocument:
    document.state, document.problem = PaperState.FAILED, problem[:300]
    document.save(update_fields=["state", "problem", "attempts"])
    return document
