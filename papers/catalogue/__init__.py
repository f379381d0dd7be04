"""Every kind of paper (文书) the house can make: its legal name, its template, and what its data must hold.

Data is a plain dictionary of JSON values: dates are ISO strings (2026-11-30), moments ISO strings with an offset,
lists of people or papers are lists of dictionaries. A key has one shape wherever it stands: `papers/catalogue/shapes.py`
says which, `papers/samples/` shows complete examples of each kind. One file per family of kinds.
"""

from __future__ import annotations

from papers.catalogue import assistance, consent, decision, delivery, intake, mediation, review, supervision
from papers.catalogue.kind import AGENT, BASE, COMMON, MATTER, PaperKind

__all__ = ["AGENT", "BASE", "COMMON", "FAMILIES", "KINDS", "MATTER", "PaperKind"]

# In the order of the gallery.
FAMILIES: dict[str, tuple[PaperKind, ...]] = {
    "申请与受理": intake.KINDS,
    "审查": review.KINDS,
    "决定": decision.KINDS,
    "证照、送达与归档": delivery.KINDS,
    "委托与帮办代办": assistance.KINDS,
    "监督与热线": supervision.KINDS,
    "人民调解": mediation.KINDS,
    "个人信息": consent.KINDS,
}
KINDS: dict[str, PaperKind] = {kind.code: kind for kinds in FAMILIES.values() for kind in kinds}
