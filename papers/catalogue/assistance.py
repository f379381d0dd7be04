"""Acting and helping on behalf of somebody (domain.md §3.9, §3.11 no. 26, §5.2)."""

from __future__ import annotations

from papers.catalogue.kind import BASE, paper_kind

_MANDATE = ("issued_on", "principal", "agent", "items", "acts", "valid_from", "valid_to")
_MANDATE_MORE = ("issuer", "proof", "witnesses", "signature_image", "agent_signature_image")
_HELP = (*BASE, "applicant_name", "items", "helper_name")
_HELP_MORE = ("case_no", "applicant_phone", "helper_phone", "helper_point")
_SIGNED = ("signature_image", "signature_note")

KINDS = (
    paper_kind("authorization", "授权委托书", "", *_MANDATE, listed=26, optional=_MANDATE_MORE, sealed=False),
    paper_kind(
        "assist_order",
        "帮办代办受理单",
        "帮",
        *_HELP,
        listed=26,
        optional=(*_HELP_MORE, "asked_by", "asked_at", "kind_of_help", "visit_at", "place", "materials"),
    ),
    paper_kind(
        "assist_stop",
        "帮办代办中止（终止）单",
        "帮止",
        *_HELP,
        "stopped_at",
        "reasons",
        listed=26,
        # final: true 终止, otherwise 中止
        optional=(*_HELP_MORE, "order_number", "final", "asked_by", "resume_by", "returned", "next_step", *_SIGNED),
    ),
    paper_kind(
        "assist_renewal",
        "续办委托书",
        "",
        *_MANDATE,
        listed=26,
        optional=(*_MANDATE_MORE, "order_number", "former_valid_to", "reasons"),
        sealed=False,
    ),
    paper_kind(
        "assist_completion",
        "帮办代办办结单",
        "帮结",
        *_HELP,
        "results",
        "finished_at",
        listed=26,
        optional=(*_HELP_MORE, "order_number", "kind_of_help", "returned", "follow_up", "satisfaction", *_SIGNED),
    ),
)
