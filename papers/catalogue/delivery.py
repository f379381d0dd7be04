"""Certificates and proofs, their delivery, and the archive (domain.md §3.11 nos. 20, 24, 30, 35)."""

from __future__ import annotations

from papers.catalogue.kind import BASE, MATTER, REFUSED, paper_kind

_CERTIFICATE = (*BASE, "name", "number", "identifier", "holder_name", "item_name", "valid_from", "verify_url")
_CERTIFICATE_MORE = ("holder_code", "holder_code_label", "facts", "valid_to", "conditions", "case_no")

KINDS = (
    paper_kind("certificate", "电子凭证", "", *_CERTIFICATE, listed=20, optional=_CERTIFICATE_MORE),
    paper_kind(
        "certificate_sample",
        "凭证样本",
        "",
        *_CERTIFICATE,
        listed=20,
        optional=_CERTIFICATE_MORE,
        sealed=False,
        signed=False,
    ),
    paper_kind(
        "service_receipt",
        "送达回证",
        "送",
        *MATTER,
        "documents",
        "manner",
        "receiver_name",
        listed=24,
        optional=(
            "place",
            "served_at",
            "servers",
            "receiver_relation",
            "signature_image",
            "signature_note",
            *REFUSED,
        ),
    ),
    paper_kind(
        "postal_receipt",
        "邮寄送达凭证",
        "邮",
        *MATTER,
        "documents",
        "receiver_name",
        "place",
        "carrier",
        "mail_number",
        "posted_at",
        listed=24,
        optional=("receiver_phone", "delivered_at", "signed_by", "receiver_relation", "returned_note", "servers"),
    ),
    paper_kind(
        "electronic_receipt",
        "电子送达确认书",
        "电",
        *MATTER,
        "documents",
        "receiver_name",
        "system",
        "reached_at",
        listed=24,
        optional=("account", "agreed_on", "sent_at", "read_at", "basis"),
    ),
    paper_kind(
        "archive_catalogue",
        "卷内目录",
        "",
        *BASE,
        "case_no",
        "item_name",
        "applicant_name",
        "entries",
        "retention",
        listed=30,
        optional=("fonds_no", "file_no", "closed_on", "total_pages", "digest", "archivist", "checker", "note"),
        sealed=False,
    ),
    paper_kind(
        "volunteer_record_certificate",
        "志愿服务记录证明",
        "志",
        *BASE,
        "number",
        "volunteer_name",
        "records",
        "total_hours",
        listed=35,
        optional=("volunteer_code", "id_number", "from_on", "to_on", "purpose"),
    ),
)
