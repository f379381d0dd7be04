"""Corrections on the spot (行政许可法 Art. 32(3); R3), and what may not be demanded a second time (R14)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from cases.enums import Status
from cases.handed import papers_in_force
from cases.models import Case, HandedPaper
from cases.rules.context import CaseContext
from catalog.content import FormField
from flow.conditions import Condition

BEFORE_ACCEPTANCE = (Status.RECEIVED, Status.CORRECTION_REQUIRED)
_CLAUSE = re.compile(r"[，。；;,\n]")
_ON_PAPER = re.compile(r"纸质|纸件|纸版|原件|原本")
_HAND_OVER = re.compile(r"交|递|送|带|寄|出示|补")
_AT_A_DESK = re.compile(
    r"(到|来|去|至|前往)[^，。；]{0,10}(窗口|大厅|中心|现场|单位|办公室)[^，。；]{0,8}(交|递|补|出示)"
)
_ELECTRONIC = re.compile(r"上传|拍照|照片|扫描|电子|网上")


def field_of(case: Case, key: str) -> FormField | None:
    """The question of the case's form under this key, if its situation asks it."""
    situation = case.application.situations.get(case.version.facts.key, {})
    return next((one for one in case.version.facts.form_for(situation) if one.key == key), None)


def sent_online(papers: Iterable[HandedPaper]) -> set[str]:
    """The keys of papers that are there as files and were never asked to be seen at a counter."""
    return {paper.key for paper in papers if paper.file_id is not None and not paper.seen_on_paper}


def asks_on_paper(text: str) -> bool:
    """Whether a sentence of a notice wants a thing brought on paper; asking for a better file does not."""
    return any(
        not _ELECTRONIC.search(clause)
        and (_AT_A_DESK.search(clause) or (_ON_PAPER.search(clause) and _HAND_OVER.search(clause)))
        for clause in _CLAUSE.split(text)
    )


def _not_again_on_paper(context: CaseContext) -> str | None:
    case = context.case
    defects = [d for d in context.given.get("defects", ()) if asks_on_paper(d.reason) or asks_on_paper(d.remedy)]
    if not defects:
        return None
    online = sent_online(papers_in_force(case.application))
    on_paper_only = {m.key for m in case.version.facts.materials if m.form == "paper"}
    names = [d.name for d in defects if d.key in online - on_paper_only]
    if not names:
        return None
    return _(
        "Handed in online already, so it may not be demanded on paper: %(papers)s. Ask for a better file instead."
    ) % {"papers": "、".join(names)}


def _field_asked(context: CaseContext) -> str | None:
    if "key" not in context.given or field_of(context.case, context.given["key"]) is not None:
        return None
    return _("The form of this item does not ask this question.")


def _answer_free(context: CaseContext) -> str | None:
    """An answer is given once for the whole application; where another item rests on it already, it stays."""
    case, key = context.case, context.given.get("key", "")
    others = case.application.cases.exclude(pk=case.pk).exclude(status__in=(Status.DRAFT, *BEFORE_ACCEPTANCE))
    resting = [one for one in others.select_related("item", "version", "application") if field_of(one, key)]
    if not resting:
        return None
    return _("%(cases)s of the same application rests on this answer and has been accepted.") % {
        "cases": "、".join(one.number or "" for one in resting)
    }


def _confirmed(context: CaseContext) -> str | None:
    if context.given.get("confirmed"):
        return None
    return _("Have the applicant or the agent before you confirm the correction, then tick it.")


NOT_AGAIN_ON_PAPER = Condition("not_again_on_paper", "优化营商环境条例 第37条", _not_again_on_paper, asked=True)
FIELD_ASKED = Condition("field_asked", "行政许可法 第31条", _field_asked, asked=True)
ANSWER_FREE = Condition("answer_free", "行政许可法 第32条", _answer_free, asked=True)
CONFIRMED = Condition("confirmed", "行政许可法 第32条", _confirmed, asked=True)
