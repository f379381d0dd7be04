"""The terms of the items in use, one row each, as they stand in the published versions."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.choices import ProcedureKind
from catalog.content import ItemContent, Limit
from catalog.models import ServiceItem
from core.text import format_limit

REGIMES = {"licensing": "行政许可", "own_rule": "按本事项规定", "service_promise": "服务承诺"}
NONE = "—"


@dataclass(frozen=True)
class ItemRow:
    name: str
    regime: str
    statutory: str
    promised: str
    extension: str
    correction: str
    tolerance: str
    procedures: str


def item_rows() -> list[ItemRow]:
    items = ServiceItem.objects.exclude(current_version=None).select_related("current_version").order_by("name")
    return [_row(item.name, item.current_version.facts) for item in items if item.current_version]


def _row(name: str, facts: ItemContent) -> ItemRow:
    return ItemRow(
        name=name,
        regime=REGIMES.get(facts.time_regime, facts.time_regime),
        statutory=_limit(facts.statutory_limit),
        promised=_limit(facts.promised_limit),
        extension=_limit(Limit(facts.extension_days)),
        correction=_limit(facts.correction_limit),
        tolerance=_limit(facts.tolerance_limit) if facts.tolerance_allowed else NONE,
        procedures="、".join(
            _("%(kind)s (%(days)s working days at most)")
            % {"kind": ProcedureKind(one.kind).label, "days": one.max_days}
            for one in facts.special_procedures
        )
        or NONE,
    )


def _limit(limit: Limit) -> str:
    if limit.n == 0 and limit.unit != "instant":
        return NONE
    return format_limit(limit.n, limit.unit) + (f"（{limit.note}）" if limit.note else "")
