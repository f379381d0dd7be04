"""What is done with personal data, and who agreed to it (domain.md §3.11 no. 36, §5.4, §5.6)."""

from __future__ import annotations

from papers.catalogue.kind import BASE, SIGNED, paper_kind

KINDS = (
    paper_kind(
        "privacy_notice",
        "个人信息处理告知书",
        "",
        *BASE,
        "item_name",
        "purpose",
        "manner",
        "data_kinds",
        "retention",
        "rights",
        "contact",
        listed=36,
        # statutory: true heads it with 为履行法定职责处理您的信息，无需您的同意，但您有权知情
        optional=("applicant_name", "case_no", "statutory", "basis", "recipients", "minors_note", *SIGNED),
        sealed=False,
    ),
    paper_kind(
        "separate_consent",
        "单独同意书",
        "",
        *BASE,
        "applicant_name",
        "item_name",
        "matters",
        listed=36,
        optional=("case_no", "applicant", "withdraw_how", "contact", *SIGNED),
        sealed=False,
    ),
    paper_kind(
        "guardian_consent",
        "监护人同意书",
        "",
        *BASE,
        "child_name",
        "child_born_on",
        "guardian_name",
        "relation",
        "item_name",
        "matters",
        listed=36,
        optional=("case_no", "guardian", "proof", "withdraw_how", "contact", *SIGNED),
        sealed=False,
    ),
)
