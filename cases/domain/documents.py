"""Issue an official document: number and data now, in the transaction of the change; the file by a job."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.domain.change import Change
from cases.enums import PaperState
from cases.models import Application, Case, OfficialDocument
from core.domain.audit import append_audit
from core.domain.files import keep_file
from core.errors import Refused
from flow.numbers import document_number, document_series, next_in_series
from papers.catalogue import KINDS
from papers.make import make_paper
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

    kind = KINDS[code]
    number = ""
    if unit is not None and kind.number_word:
        year, short = timezone.localdate(now).year, unit.short_name or unit.name
        serial = next_in_series(series=document_series(short, kind.number_word, year))
        number = document_number(short, kind.number_word, year, serial)
    document = OfficialDocument.objects.create(
        application=application,
        case=case,
        code=code,
        number=number,
        title=kind.name,
        context=cast(Any, {**context, "number": number} if number else context),
        issued_at=now,
        queued_at=now,
    )
    append_audit(
        action="document.issue",
        user_id=actor.user_id,
        user_name=actor.name,
        subject=document,
        data={"code": code, "number": number},
        now=now,
    )
    make_document.enqueue(document.pk)
    return document


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


def render_document(*, document: OfficialDocument, now: datetime) -> OfficialDocument:
    """Make the file once; a second call returns the stored one. A failure is written down and leaves the case alone."""
    with transaction.atomic():
        locked = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        if locked.state == PaperState.MADE:
            return locked
        locked.attempts += 1
        try:
            paper = make_paper(code=locked.code, context=locked.context, at=locked.issued_at)
        except Refused as refused:
            return _failed(locked, refused.text)
        except Exception:
            logger.exception("Paper %s (%s) could not be made", locked.pk, locked.code)
            return _failed(locked, _("The paper could not be made. It is tried again; the case goes on."))
        locked.file = keep_file(content=paper.pdf, name=f"{locked.title}.pdf", content_type="application/pdf", now=now)
        locked.sha256, locked.made_at, locked.problem = paper.sha256, now, ""
        locked.state = PaperState.MADE
        locked.save(update_fields=["file", "sha256", "made_at", "problem", "state", "attempts"])
    return locked


def _failed(document: OfficialDocument, problem: str) -> OfficialDocument:
    document.state, document.problem = PaperState.FAILED, problem[:300]
    document.save(update_fields=["state", "problem", "attempts"])
    return document
