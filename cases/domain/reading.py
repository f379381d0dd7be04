"""Reads of personal data by staff: each one leaves its trace (个人信息保护法 Art. 51; domain.md §5.5)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.residents import disclose_field
from accounts.models import Role
from cases.models import ApplicantBar, Application, Case, HandedPaper, OfficialDocument
from core.domain.audit import append_audit
from core.errors import Reason, Refused

HANDLING = (Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)


def note_case_read(*, case: Case, actor: Actor, now: datetime) -> None:
    """A case page was opened by staff."""
    _note("case.read", case, actor, now, number=case.number)


def note_paper_read(*, paper: HandedPaper, case: Case, actor: Actor, now: datetime) -> None:
    _note("case.read_paper", case, actor, now, key=paper.key)


def note_document_read(*, document: OfficialDocument, case: Case, actor: Actor, now: datetime) -> None:
    """The application form holds sensitive answers in full, and other papers the identity number."""
    _note("case.read_document", case, actor, now, code=document.code, document=str(document.public_id))


def note_photo_read(*, case: Case, check: int, actor: Actor, now: datetime) -> None:
    """A photograph of a check on site was opened."""
    _note("case.read_paper", case, actor, now, key=f"site_check:{check}")


def note_bar_read(*, bar: ApplicantBar, actor: Actor, now: datetime) -> None:
    """What somebody did to be barred was opened."""
    append_audit(action="bar.read", user_id=actor.user_id, user_name=actor.name, subject=bar, data={}, now=now)


def note_export(*, count: int, filters: str, actor: Actor, now: datetime) -> None:
    """A list was taken out of the system; `filters` is the query it was made with."""
    _note("case.export", None, actor, now, count=count, filters=filters[:500])


def reveal_holder(*, case: Case, field: str, reason: str, actor: Actor, now: datetime) -> str:
    """One field of the applicant in full, for staff who handle the case, with the reason."""
    require_need(reason=reason, actor=actor)
    return disclose_field(resident=case.applicant, field=field, reason=reason, actor=actor, now=now)


def reveal_answers(*, case: Case, reason: str, actor: Actor, now: datetime) -> dict[str, Any]:
    """The answers of the form in full, for staff who handle the case, with the reason."""
    require_need(reason=reason, actor=actor)
    _note("case.reveal", case, actor, now, reason=reason.strip()[:200])
    application: Application = case.application
    answers: dict[str, Any] = application.answers
    return answers


def require_need(*, reason: str, actor: Actor) -> None:
    """The caller has shown that the actor may read the case; reading in full takes a handling post and a reason."""
    problems = []
    if not actor.has_role(*HANDLING):
        problems.append(
            Reason("role", _("Only those who handle the case may see this in full."), "个人信息保护法 第6条")
        )
    if not reason.strip():
        problems.append(Reason("reason", _("Say why you need to see it in full."), "个人信息保护法 第6条"))
    if problems:
        raise Refused(problems)


def _note(action: str, case: Case | None, actor: Actor, now: datetime, **data: Any) -> None:
    append_audit(action=action, user_id=actor.user_id, user_name=actor.name, subject=case, data=data, now=now)
