"""The publish gate: every rule is asked, everything that is wrong is told at once (domain.md §2.4)."""

from __future__ import annotations

from catalog.content import ItemContent
from catalog.gate.materials import MATERIAL_RULES
from catalog.gate.procedure import PROCEDURE_RULES
from catalog.gate.rows import ROW_RULES
from catalog.gate.service import SERVICE_RULES
from catalog.gate.ways import WAY_RULES
from core.errors import Reason

RULES = (*SERVICE_RULES, *MATERIAL_RULES, *PROCEDURE_RULES, *WAY_RULES, *ROW_RULES)


def problems(content: ItemContent) -> list[Reason]:
    """What keeps this content from being published, in the order of the rules; each code is the rule's number."""
    return [
        Reason(code=(rule.__doc__ or "").split()[0], text=text, law=(rule.__doc__ or "").partition(" ")[2])
        for rule in RULES
        for text in rule(content)
    ]
