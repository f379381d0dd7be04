"""Samples with much to say: the lists of a sample repeated, its texts drawn out."""

from __future__ import annotations

from typing import Any

FORTY_WORDS = "上述情况经核对申请材料、走访邻里、比对有关部门共享的数据，并当面听取申请人和利害关系人的意见，均已查明。"
# Which lists and texts of a kind are lengthened, and how many times.
LISTS: dict[str, tuple[str, int]] = {
    "application_form": ("sections", 9),
    "receipt_of_materials": ("materials", 16),
    "correction_notice": ("corrections", 12),
    "acceptance_notice": ("units", 8),
    "tolerance_notice": ("missing", 14),
    "tolerance_promise": ("missing", 14),
    "commitment_letter": ("conditions", 8),
    "non_acceptance_decision": ("reasons", 9),
    "return_notice": ("returned", 15),
    "withdrawal_confirmation": ("returned", 36),
    "payment_notice": ("fees", 12),
    "special_procedure_notice": ("reasons", 12),
    "extension_notice": ("reasons", 12),
    "publicity_notice": ("entries", 20),
    "site_check_record": ("findings", 8),
    "review_opinion": ("checks", 12),
    "transfer_letter": ("materials", 14),
    "hearing_announcement": ("notes", 12),
    "hearing_record": ("statements", 8),
    "grant_decision": ("conditions", 12),
    "denial_decision": ("reasons", 14),
    "termination_notice": ("reasons", 10),
    "change_decision": ("changes", 10),
    "revoke_decision": ("consequences", 9),
    "withdraw_decision": ("consequences", 9),
    "suspend_decision": ("consequences", 9),
    "service_receipt": ("documents", 14),
    "archive_catalogue": ("entries", 9),
    "volunteer_record_certificate": ("records", 14),
    "assist_order": ("materials", 9),
    "assist_completion": ("results", 14),
    "admission_form": ("opinions", 3),
    "ticket_extension": ("opinions", 7),
    "mediation_inquiry_record": ("statements", 12),
    "mediation_evidence_list": ("entries", 14),
    "mediation_record": ("statements", 8),
    "mediation_agreement": ("terms", 5),
    "mediation_oral_agreement": ("terms", 9),
    "mediation_file_catalogue": ("entries", 4),
    "mediation_performance": ("entries", 14),
    "mediation_statistics": ("figures", 5),
    "privacy_notice": ("data_kinds", 8),
    "separate_consent": ("matters", 8),
}
TEXTS = ("facts", "heard", "matter", "interest", "answer", "reason", "opinion", "text")
PLAIN = ["带好有效证件，遵守会场秩序。", "不得随意走动、鼓掌、喧哗。"]


def lengthened(samples: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """By code, the long sample of every kind that has a list to lengthen."""
    return {code: _long(samples[code], key, times) for code, (key, times) in LISTS.items()}


def _long(sample: dict[str, Any], key: str, times: int) -> dict[str, Any]:
    texts = {name: sample[name] + FORTY_WORDS * 6 for name in TEXTS if isinstance(sample.get(name), str)}
    return {**sample, **texts, key: (sample.get(key) or PLAIN) * times}
