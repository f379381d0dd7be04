"""The shape of every key that papers know: one vocabulary for all kinds.

TEXT and its like are single values, never None: leave a key out or give "". `Rows` is a list of dictionaries, `Record`
one dictionary; fields after `may` can be left out. Pictures are data URIs (data:image/png;base64,… or jpeg).
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT = "text"
DATE = "date"  # 2026-11-30
MOMENT = "moment"  # 2026-11-30T09:15:00+08:00
FLAG = "flag"  # True or False
COUNT = "count"  # a whole number
MONEY = "money"  # yuan as text: "1200.00"
HOURS = "hours"  # 12, 2.5 or "2.5"
TEXTS = "texts"  # ["…", "…"]
PAIRS = "pairs"  # [[label, value], …]
TABLE = "table"  # [[cell, cell, …], …], rows as wide as `columns`
PICTURE = "picture"  # data URI
PICTURES = "pictures"  # {character: data URI}


@dataclass(frozen=True)
class Rows:
    """A list of dictionaries."""

    must: tuple[str, ...]
    may: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record(Rows):
    """One dictionary."""


Shape = str | Rows

PAPERS = Rows(("name",), ("originals", "copies", "form", "note"))  # papers handed in, returned, passed on
CHANGES = Rows(("label", "before", "after"))
OPINIONS = Rows(("role", "text"), ("name", "on", "signature_image"))
ENTRIES = Rows(("name",), ("number", "author", "on", "pages", "note", "place", "content", "amount"))
_PARTY = ("role", "gender", "ethnicity", "age", "job", "phone", "address", "id_type", "id_number", "agent_name")

# Days to come that a calendar moves: a paper that prints one says 暂定 where no notice covers it yet (domain.md §6).
LAST_DAYS = (
    *("apply_by", "collect_by", "due_on", "ends_on", "new_due_on"),
    *("promised_due_on", "resume_by", "statutory_due_on", "until_on"),
)

_PLAIN: dict[str, str] = {
    TEXT: """
        account address agent_basis agent_name answer applicant_name applicant_phone approver archivist asked_by basis
        body carrier caller_name case_no category cause certificate_name certificate_number channel checked_by checker
        child_name clerk compensation conclusion consequence contact contact_person corrected_paper correction_number
        clock_note competent_body court data_collected decision declaration department digest dispute extended_by facts file_name
        file_no filled_by follow_up fonds_no former_decision funding guardian_name handler heard helper_name
        helper_phone helper_point holder_code holder_code_label holder_name how_to_apply how_to_attend how_to_collect
        how_to_pay how_to_query how_to_state id_number identifier interest issuer item_code item_name kind_of_dispute
        kind_of_help kind_of_work liability light limit mail_number manner manpower matter measures mediator
        minors_note name next_step next_ways note number objection_how objection_to opinion order_number outcome
        overdue_by party_name pay_url payment_code performance performed period phone place point presider presider_post
        procedure promised_limit proof published purpose rated_unit reason receiver_name receiver_phone
        receiver_relation recorder reductions refusal_note registrar relation replacement request result retention
        returned_note reuse_check reviewer reviewer_opinion risk rule satisfaction seal_line signature_note signed_by
        signed_how source stage statement statutory_limit subject system text ticket_no title to training verification
        verified verify_url volunteer_code volunteer_name withdraw_how withdrawn_by witness workload done_so_far
    """,
    DATE: """
        accepted_on agreed_on agreement_on apply_by applied_on barred_until child_born_on closed_on collect_by
        correction_issued_on due_on effective_on ended_on ends_on filed_on finished_on former_decision_on former_due_on
        former_valid_to from_on issued_on new_due_on promised_due_on received_on resume_by silence_on started_on
        starts_on statutory_due_on suspended_from suspended_to to_on until_on valid_from valid_to asked_on
    """,
    MOMENT: """
        asked_at delivered_at ended_at finished_at followed_up_at held_at next_held_at posted_at reached_at read_at
        received_at sent_at served_at signed_at started_at stopped_at told_caller_at visit_at withdrawn_at
    """,
    FLAG: """
        by_silence deemed due_provisional final hearing_right joint licensing own_motion public sample statutory
        statutory_runs
    """,
    COUNT: "copies seats total_pages",
    MONEY: "total",
    HOURS: "total_hours",
    TEXTS: """
        acts attachments columns conditions consequences copied_to items mediators members notes places promises
        present reasons reminded_on requests requirements rights servers standards terms units visitors ways witnesses
    """,
    PAIRS: "agent applicant guardian principal findings figures",
    PICTURE: "agent_signature_image signature_image",
    PICTURES: "character_images",
}
SHAPES: dict[str, Shape] = {key: shape for shape, keys in _PLAIN.items() for key in keys.split()}
SHAPES |= {
    "attached": TEXT,  # 卷宗封底：附物
    "attendees": Rows(("name",), ("role", "unit")),
    "called_back": Record(("at", "result"), ("text",)),
    "changes": CHANGES,
    "checkers": Rows(("name",), ("unit", "badge", "signature_image")),
    "checks": Rows(("name", "result"), ("note",)),
    "corrections": Rows(("name", "problem", "requirement"), ("basis",)),
    "data_kinds": Rows(("name",), ("source", "necessity", "effect", "sensitive")),  # sensitive: True or False
    "days": TEXT,  # 7 日, 5 个工作日
    "documents": Rows(("name",), ("number", "copies")),
    "entries": ENTRIES,
    "fees": Rows(("name", "amount"), ("standard", "quantity", "basis")),
    "materials": PAPERS,
    "matters": Rows(("text",), ("necessity", "effect", "agreed")),  # agreed: True, False, or absent (not yet asked)
    "missing": Rows(("name",), ("form", "requirement", "basis")),
    "opinions": OPINIONS,
    "parties": Rows(("name",), _PARTY),
    "payee": Record(("name",), ("account", "bank")),
    "photos": Rows(("image",), ("caption",)),
    "pictures": Rows(("image",), ("caption",)),
    "proofs": Rows(("name",), ("content", "basis")),
    "rating": Record(("level",), ("channel", "at", "text", "options")),
    "recipients": Rows(("name",), ("purpose", "kinds")),
    "records": Rows(("project", "hours"), ("organisation", "on", "place", "role")),
    "remedies": Record((), ("reconsideration_body", "court", "online_url")),
    "results": Rows(("item", "result"), ("case_no", "document")),
    "returned": PAPERS,
    "reviewers": Rows(("name",), ("post", "signature_image")),
    "sections": Rows(("fields",), ("title",)),  # fields: [{label, value}]; item_form: [{label, required, options, …}]
    "signatures": Rows(("role",), ("name", "signature_image", "note")),
    "statements": Rows(("text",), ("speaker",)),
}
# Where a kind means another shape by the same key.
EXCEPTIONS: dict[tuple[str, str], Shape] = {
    ("certificate", "facts"): PAIRS,
    ("certificate_sample", "facts"): PAIRS,
    ("certificate", "conditions"): TEXT,
    ("certificate_sample", "conditions"): TEXT,
    ("mediation_statistics", "figures"): TABLE,  # the first row is the head
    ("supervision_order", "answer"): Record(("text",), ("by", "at")),
}


def shape_of(code: str, key: str) -> Shape:
    """Raises KeyError for a key that no kind knows."""
    return EXCEPTIONS.get((code, key)) or SHAPES[key]
