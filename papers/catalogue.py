"""Every kind of paper (文书) the house can make: its legal name, its template, and what its data must hold.

Data is a plain dictionary of JSON values: dates are ISO strings (2026-11-30), moments ISO strings with an offset,
lists of people or papers are lists of dictionaries. `papers/samples.py` shows one complete example of each kind.
"""

from __future__ import annotations

from dataclasses import dataclass

# What every paper says: who made it and when, whose matter it is.
BASE = ("issuer", "issued_on")
MATTER = (*BASE, "applicant_name", "item_name", "case_no")


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. `required`: keys that must be there and not empty; all others may be absent.

    `number_word` is the word in the document number (广民受〔2026〕12号); empty: not numbered by year and word.
    `sealed`: carries the issuer's round seal over name and date, and the visible signature in it.
    """

    code: str
    name: str
    template: str
    sealed: bool
    required: tuple[str, ...]
    number_word: str = ""


def _kind(
    code: str, name: str, required: tuple[str, ...], *, sealed: bool = True, number_word: str = "", template: str = ""
) -> PaperKind:
    return PaperKind(code, name, template or f"papers/{code}.html", sealed, required, number_word)


KINDS: dict[str, PaperKind] = {
    kind.code: kind
    for kind in (
        _kind("application_form", "申请书", (*BASE, "applicant_name", "item_name", "applicant"), sealed=False),
        _kind(
            "receipt_of_materials", "收件凭证", (*MATTER, "received_at", "materials", "how_to_query"), number_word="收"
        ),
        _kind("correction_notice", "补正材料通知书", (*MATTER, "received_on", "corrections", "due_on"), number_word="补"),
        _kind("acceptance_notice", "受理通知书", (*MATTER, "accepted_on", "promised_due_on"), number_word="受"),
        _kind("not_required_notice", "不受理告知书", (*MATTER, "reasons", "basis"), number_word="告"),
        _kind(
            "non_acceptance_decision",
            "不予受理决定书",
            (*MATTER, "reasons", "basis", "competent_body", "remedies"),
            number_word="不受",
        ),
        _kind("withdrawal_confirmation", "撤回申请确认书", (*MATTER, "withdrawn_at", "withdrawn_by"), number_word="撤"),
        _kind("grant_decision", "准予决定书", (*MATTER, "number", "matter", "basis"), number_word="准"),
        _kind(
            "denial_decision",
            "不予决定书",
            (*MATTER, "number", "facts", "reasons", "basis", "remedies"),
            number_word="不准",
        ),
        _kind("completion_notice", "办结通知书", (*MATTER, "result", "how_to_collect"), number_word="结"),
        _kind(
            "certificate",
            "电子凭证",
            (*BASE, "name", "number", "identifier", "holder_name", "item_name", "valid_from", "verify_url"),
        ),
        _kind("service_receipt", "送达回证", (*MATTER, "documents", "manner", "receiver_name"), number_word="送"),
        _kind(
            "authorization",
            "授权委托书",
            ("issued_on", "principal", "agent", "items", "acts", "valid_from", "valid_to"),
            sealed=False,
        ),
        _kind("assist_order", "帮办代办受理单", (*BASE, "applicant_name", "items", "helper_name"), number_word="帮"),
        _kind("item_form", "申请表", ("title", "item_name", "sections"), sealed=False),
    )
}
