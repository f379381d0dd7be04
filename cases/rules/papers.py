"""How a required paper comes to the office. Pure: the sheet of a draft and the rows of a case ask the same function."""

from __future__ import annotations

from enum import StrEnum

from catalog.content import Material

# What the record of the mandate provides, so that nobody is asked for it again (R13).
MANDATE_PAPERS = frozenset({"mandate_letter", "agent_id_card"})


class PaperWay(StrEnum):
    UPLOAD = "upload"  # the applicant hands it in
    SHARED = "shared"  # the office fetches it itself 免提交
    MANDATE = "mandate"  # the recorded mandate stands for it
    FORM = "form"  # made from the answers of the form
    CONSENT = "consent"  # made from the answers, and only with a tick of its own (PIPL Art. 29)


def paper_way(material: Material, *, by_mandate: bool) -> PaperWay:
    """`by_mandate`: the application is made under a recorded mandate."""
    if by_mandate and material.key in MANDATE_PAPERS:
        return PaperWay.MANDATE
    if material.shared:
        return PaperWay.SHARED
    if material.is_form:
        return PaperWay.CONSENT if material.separate_consent else PaperWay.FORM
    return PaperWay.UPLOAD
