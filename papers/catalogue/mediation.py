"""The file of a people's mediation (domain.md §3.11 no. 32, §8.4): thirteen papers, and what a committee needs besides.

`issuer` is the committee, `case_no` its own number: （2026）柳人调字第12号. `parties`: 申请人 first.
"""

from __future__ import annotations

from papers.catalogue.kind import BASE, PaperKind, paper_kind

_CASE = (*BASE, "case_no", "parties", "dispute")
_SIGNED = ("signatures", "refusal_note")


def _mediation(
    code: str, name: str, *required: str, optional: tuple[str, ...] = (), sealed: bool = False, word: str = ""
) -> PaperKind:
    return paper_kind(f"mediation_{code}", name, word, *required, listed=32, optional=optional, sealed=sealed)


KINDS = (
    _mediation(
        "application",
        "人民调解申请书",
        *BASE,
        "parties",
        "facts",
        "requests",
        optional=("case_no", "dispute", *_SIGNED),
    ),
    _mediation(
        "register",
        "人民调解受理登记表",
        *_CASE,
        "source",
        "facts",
        "accepted_on",
        optional=("kind_of_dispute", "registrar", "notes", *_SIGNED),
        sealed=True,
    ),
    _mediation(
        "rights_notice",
        "人民调解当事人权利义务告知书",
        *BASE,
        optional=("case_no", "parties", "dispute", "mediators", *_SIGNED),
    ),
    _mediation(
        "identity_sheet", "当事人身份证明", *BASE, "case_no", "parties", optional=("dispute", "pictures", "checked_by")
    ),
    _mediation(
        "authorization",
        "人民调解授权委托书",
        "issued_on",
        "principal",
        "agent",
        "dispute",
        "acts",
        optional=("issuer", "case_no", "valid_from", "valid_to", "signature_image", "agent_signature_image"),
    ),
    _mediation(
        "inquiry_record",
        "人民调解调查记录",
        *_CASE,
        "held_at",
        "place",
        "attendees",
        "statements",
        optional=("ended_at", *_SIGNED),
    ),
    _mediation("evidence_list", "人民调解证据材料", *_CASE, "entries", optional=("pictures", *_SIGNED)),
    _mediation(
        "recusal_decision",
        "人民调解员回避决定书",
        *_CASE,
        "mediator",
        "asked_by",
        "reasons",
        "decision",
        optional=("replacement", "asked_on"),
        sealed=True,
    ),
    _mediation(
        "record",
        "人民调解记录",
        *_CASE,
        "held_at",
        "place",
        "mediators",
        "statements",
        "outcome",
        optional=("ended_at", "attendees", "next_held_at", *_SIGNED),
    ),
    _mediation(
        "agreement",
        "人民调解协议书",
        *_CASE,
        "facts",
        "terms",
        "performance",
        "mediators",
        optional=("effective_on", "recorder", *_SIGNED),
        sealed=True,
    ),
    _mediation(
        "oral_agreement",
        "人民调解口头协议登记表",
        *_CASE,
        "facts",
        "terms",
        "performance",
        "mediators",
        "effective_on",
        optional=("recorder", *_SIGNED),
        sealed=True,
    ),
    _mediation(
        "termination",
        "终止人民调解告知书",
        *_CASE,
        "reasons",
        optional=("accepted_on", "mediators", "ways"),
        sealed=True,
    ),
    _mediation("performance", "人民调解协议履行凭证", *_CASE, "entries", optional=("pictures", *_SIGNED)),
    _mediation(
        "follow_up",
        "人民调解回访记录",
        *_CASE,
        "followed_up_at",
        "manner",
        "findings",
        "visitors",
        optional=("subject", "agreement_on", "performed", "measures", *_SIGNED),
    ),
    _mediation(
        "confirmation_application",
        "司法确认申请书",
        "issued_on",
        "parties",
        "court",
        "agreement_on",
        "requests",
        "facts",
        optional=("issuer", "case_no", "dispute", "due_on", "materials", *_SIGNED),
    ),
    _mediation("file_note", "卷宗情况说明", *BASE, "case_no", "text", optional=("archivist", "checker", "notes")),
    _mediation(
        "file_cover",
        "人民调解卷宗",
        *BASE,
        "case_no",
        "file_name",
        "mediators",
        "started_on",
        "archivist",
        "filed_on",
        "retention",
        optional=("ended_on", "notes", "parties"),
    ),
    _mediation("file_catalogue", "人民调解卷宗卷内目录", *BASE, "case_no", "entries", optional=("file_name",)),
    _mediation(
        "file_back",
        "人民调解卷宗封底",
        *BASE,
        "case_no",
        "total_pages",
        "archivist",
        optional=("attached", "checker", "filed_on", "note"),
    ),
    _mediation(
        "statistics",
        "人民调解案件情况统计表",
        *BASE,
        "from_on",
        "to_on",
        "figures",
        optional=("filled_by", "checker", "approver", "notes"),
        sealed=True,
    ),
)
