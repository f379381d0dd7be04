"""Every kind of paper (文书) the house can make: its legal name, its template, and what its data must hold.

Data is a plain dictionary of JSON values: dates are ISO strings (2026-11-30), moments ISO strings with an offset,
lists of people or papers are lists of dictionaries. `papers/samples.py` shows one complete example of each kind.
"""

from __future__ import annotations

from dataclasses import dataclass

# What every paper says: who made it and when, whose matter it is.
BASE = ("issuer", "issued_on")
MATTER = (*BASE, "applicant_name", "item_name", "case_no")
# What most papers may say besides: the agent stands on every paper beside the principal.
AGENT = ("agent_name", "agent_basis")
COMMON = ("number", "verify_url", "phone", "address", "seal_line", *AGENT)


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. `required`: keys that must be there and not empty; `optional`: keys it also prints.

    `number_word` is the word in the document number (广民受〔2026〕12号); empty: not numbered by year and word.
    `sealed`: carries the issuer's round seal over name and date, and the visible signature in it.
    `signed`: false for a sample, which must never pass for the real paper.
    """

    code: str
    name: str
    template: str
    sealed: bool
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    number_word: str = ""
    signed: bool = True


def _kind(
    code: str,
    name: str,
    number_word: str,
    *required: str,
    optional: tuple[str, ...] = (),
    sealed: bool = True,
    signed: bool = True,
) -> PaperKind:
    template, printed = f"papers/{code}.html", (*COMMON, *optional)
    return PaperKind(code, name, template, sealed, required, printed, number_word, signed)


_KINDS = (
    _kind(
        "application_form",
        "申请书",
        "",
        *BASE,
        "applicant_name",
        "item_name",
        "applicant",  # [[label, value], ...]
        optional=(
            "case_no",
            "agent",
            "sections",
            "materials",
            "declaration",
            "signature_image",
            "signed_how",
            "signed_at",
        ),
        sealed=False,
    ),
    _kind(
        "receipt_of_materials",
        "收件凭证",
        "收",
        *MATTER,
        "received_at",
        "how_to_query",
        optional=("materials", "channel", "point", "clerk", "next_step"),
    ),
    _kind(
        "correction_notice",
        "补正材料通知书",
        "补",
        *MATTER,
        "received_on",
        "corrections",  # [{name, problem, requirement, basis}]
        "due_on",
        optional=("basis", "licensing", "contact"),
    ),
    _kind(
        "acceptance_notice",
        "受理通知书",
        "受",
        *MATTER,
        "accepted_on",
        "promised_limit",
        optional=("basis", "promised_due_on", "statutory_due_on", "statutory_limit", "due_provisional", "materials"),
    ),
    _kind("not_required_notice", "不受理告知书", "告", *MATTER, "reasons", "basis"),
    _kind(
        "non_acceptance_decision",
        "不予受理决定书",
        "不受",
        *MATTER,
        "reasons",
        "basis",
        "competent_body",
        "remedies",  # {reconsideration_body, court, online_url}
    ),
    _kind(
        "withdrawal_confirmation",
        "撤回申请确认书",
        "撤",
        *MATTER,
        "withdrawn_at",
        "withdrawn_by",
        optional=("reason", "returned"),
    ),
    _kind(
        "grant_decision",
        "准予决定书",
        "准",
        *MATTER,
        "number",
        "matter",
        "basis",
        optional=("conditions", "valid_from", "valid_to", "certificate_name", "certificate_number", "remedies"),
    ),
    _kind("denial_decision", "不予决定书", "不准", *MATTER, "number", "facts", "reasons", "basis", "remedies"),
    _kind("completion_notice", "办结通知书", "结", *MATTER, "result", "how_to_collect", optional=("collect_by",)),
    _kind(
        "certificate",
        "电子凭证",
        "",
        *BASE,
        "name",
        "number",
        "identifier",
        "holder_name",
        "item_name",
        "valid_from",
        "verify_url",
        optional=("holder_code", "holder_code_label", "facts", "valid_to", "conditions", "case_no"),
    ),
    _kind(
        "certificate_sample",
        "凭证样本",
        "",
        *BASE,
        "name",
        "number",
        "identifier",
        "holder_name",
        "item_name",
        "valid_from",
        "verify_url",
        optional=("holder_code", "holder_code_label", "facts", "valid_to", "conditions", "case_no"),
        sealed=False,
        signed=False,
    ),
    _kind(
        "service_receipt",
        "送达回证",
        "送",
        *MATTER,
        "documents",  # [{name, number, copies}]
        "manner",
        "receiver_name",
        optional=(
            "place",
            "served_at",
            "servers",
            "receiver_relation",
            "refusal_note",
            "witness",
            "signature_image",
            "signature_note",
        ),
    ),
    _kind(
        "authorization",
        "授权委托书",
        "",
        "issued_on",
        "principal",  # [[label, value], ...]
        "agent",
        "items",
        "acts",
        "valid_from",
        "valid_to",
        optional=("issuer", "proof", "witnesses", "signature_image", "agent_signature_image"),
        sealed=False,
    ),
    _kind(
        "assist_order",
        "帮办代办受理单",
        "帮",
        *BASE,
        "applicant_name",
        "items",
        "helper_name",
        optional=(
            "case_no",
            "applicant_phone",
            "asked_by",
            "asked_at",
            "kind_of_help",
            "visit_at",
            "place",
            "helper_phone",
            "helper_point",
            "materials",
        ),
    ),
    _kind(
        "item_form",
        "申请表",
        "",
        "title",
        "item_name",
        "sections",  # [{title, fields: [{label, required, options, example, hint, long}]}]
        optional=("issuer", "issued_on", "item_code", "sample", "declaration", "notes"),
        sealed=False,
    ),
)
KINDS: dict[str, PaperKind] = {kind.code: kind for kind in _KINDS}
