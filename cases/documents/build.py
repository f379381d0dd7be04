"""One official document as a row: the same for the verb that issues it and for the invented county."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from django.utils import timezone

from cases.models import Application, Case, OfficialDocument
from flow.numbers import Draw, document_number, document_series
from papers.catalogue import KINDS
from places.models import Unit


def build_document(
    *,
    code: str,
    application: Application,
    case: Case | None,
    unit: Unit | None,
    context: dict[str, Any],
    draw: Draw,
    now: datetime,
) -> OfficialDocument:
    """Unsaved. `unit` numbers it by 机关简称 + 字 + 〔年〕 + 序号, the serial coming from `draw`; without a unit, or for
    a kind without a word of its own, there is no number."""
    kind, number = KINDS[code], ""
    if unit is not None and kind.number_word:
        year, short = timezone.localdate(now).year, unit.short_name or unit.name
        number = document_number(
            short, kind.number_word, year, draw(series=document_series(short, kind.number_word, year))
        )
    return OfficialDocument(
        application=application,
        case=case,
        code=code,
        number=number,
        title=kind.name,
        context=cast(Any, {**context, "number": number} if number else context),
        issued_at=now,
    )
