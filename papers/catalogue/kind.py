"""What a kind of paper (文书) is, and the keys that most papers share."""

from __future__ import annotations

from dataclasses import dataclass

# What every paper says: who made it and when, whose matter it is.
BASE = ("issuer", "issued_on")
MATTER = (*BASE, "applicant_name", "item_name", "case_no")
# What most papers may say besides: the agent stands on every paper beside the principal.
AGENT = ("agent_name", "agent_basis")
COMMON = (
    "title",  # a name other than the kind's: 准予行政许可决定书, 入户调查记录, 催办通知
    "number",
    "verify_url",
    "phone",
    "address",
    "seal_line",
    "copies",  # how many are made: 一式两份
    "copied_to",  # 抄送
    "attachments",  # 附件
    "character_images",
    "due_provisional",  # a day it names may still move: no notice covers the year yet (暂定)
    *AGENT,
)
CERTIFICATE = ("certificate_name", "certificate_number")
# How somebody signed, or did not.
SIGNED = ("signature_image", "signed_how", "signed_at")
REFUSED = ("refusal_note", "witness")


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. `required`: keys that must be there and not empty; `optional`: keys it also prints;
    `one_of`: groups of optional keys of which at least one must be there.

    `number_word` is the word in the document number (广民受〔2026〕12号); empty: not numbered by year and word.
    `listed` is its number in the list of documents of the reference (domain.md §3.11); several kinds may share one.
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
    listed: int = 0
    one_of: tuple[tuple[str, ...], ...] = ()


def paper_kind(
    code: str,
    name: str,
    number_word: str,
    *required: str,
    listed: int,
    optional: tuple[str, ...] = (),
    sealed: bool = True,
    signed: bool = True,
    one_of: tuple[tuple[str, ...], ...] = (),
) -> PaperKind:
    """A kind whose template bears its code."""
    return PaperKind(
        code=code,
        name=name,
        template=f"papers/{code}.html",
        sealed=sealed,
        required=required,
        optional=tuple(key for key in dict.fromkeys((*COMMON, *optional)) if key not in required),
        number_word=number_word,
        signed=signed,
        listed=listed,
        one_of=one_of,
    )
