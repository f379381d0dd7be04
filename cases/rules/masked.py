"""What a publicity may say: masked name, village, kind and amount, nothing else (domain.md §5.3; R23).

The words come from a person who edits what the rule proposed, so they are read once more before they are published.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from accounts.ages import age_on
from cases.models import Case
from cases.rules.answers import names_a_person
from core.masking import mask_name
from core.text import plain_day

ADULT = 18
_LONG_NUMBER = re.compile(r"\d[\d\s-]{9,}[\dXx]")
_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")
_HOUSE = re.compile(r"\d+\s*(?:号楼|号院|号|单元|室)|[\d一二三四五六七八九十]+\s*组")
_ILLNESS = (
    "癌", "肿瘤", "白血病", "尿毒症", "透析", "艾滋", "梅毒", "肝炎", "结核", "精神病", "精神分裂", "精神障碍",
    "抑郁", "癫痫", "瘫痪", "偏瘫", "脑瘫", "重病", "大病", "患病", "疾病", "病情", "病史", "诊断", "手术", "化疗",
    "住院", "糖尿病", "心脏病", "高血压",
)  # fmt: skip
_DISABILITY = re.compile(
    r"(?:视力|听力|言语|肢体|智力|精神|多重)残疾|残疾(?:等级|证号|类别)|[一二三四1-4]级残疾|残疾[一二三四1-4]级|失能|失明|失聪"
)
_OF_PERSONS = ("name", "member", "guardian", "spouse", "child", "supporter")
# What a list of family members says beside their names.
_BETWEEN_NAMES = re.compile(
    r"[^㐀-鿿·]+|本人|父亲|母亲|儿子|女儿|妻子|丈夫|配偶|孙子|孙女|爷爷|奶奶|外公|外婆|兄弟|姐妹|哥哥|弟弟|姐姐|妹妹|儿媳|女婿"
    r"|务农|务工|打工|学生|上学|没有|无业|在家|已婚|未婚|退休|岁|住在?|一起"
)


def proposed_content(case: Case, *, on: date) -> str:
    """The words the rule proposes: who (masked, minors not at all), from where, for what."""
    rows = [
        ("申请人", shown_name(case, on=on)),
        ("村（社区）", case.region.full_name),
        ("申请事项", case.version.name),
        ("受理日期", plain_day(case.accepted_at.date()) if case.accepted_at else ""),
    ]
    rows += [("家庭人数", f"{size}人")] if (size := _household(case)) else []
    return "\n".join(f"{label}：{value}" for label, value in rows if value)


def shown_name(case: Case, *, on: date) -> str:
    return public_name(case.applicant.name, case.applicant.birth_on, on=on)


def public_name(name: str, born: date | None, *, on: date) -> str:
    """R23: minors are not named, everybody else is masked."""
    return "未成年人（不公开姓名）" if _under_age(born, on) else mask_name(name)


def is_minor(case: Case, *, on: date) -> bool:
    return _under_age(case.applicant.birth_on, on)


def _under_age(born: date | None, on: date) -> bool:
    return born is not None and age_on(born, on) < ADULT


def slips(case: Case, content: str, *, on: date) -> list[str]:
    """Sentences about everything in `content` that nobody but the office may read; empty when it may be published."""
    return list(_slips(case, unicodedata.normalize("NFKC", content), on))


def _slips(case: Case, content: str, on: date) -> Iterator[str]:
    elsewhere = content.replace(case.region.full_name, "").replace(case.version.name, "")
    for name in sorted(_names(case)):
        if name in elsewhere:
            yield _("The full name of a person stands in it; mask it: %(name)s.") % {"name": mask_name(name)}
    if is_minor(case, on=on) and mask_name(case.applicant.name) in content:
        yield _("The applicant is a minor and is not named, not even masked.")
    if _PHONE.search(content):
        yield _("A telephone number stands in it.")
    elif _LONG_NUMBER.search(content):
        yield _("A long number stands in it, of an identity card or a bank account.")
    if _HOUSE.search(content):
        yield _("An address in it goes below the village.")
    # The name of the item itself is public, whatever it says of those who apply.
    rest = content.replace(case.version.name, "")
    if found := next((word for word in _ILLNESS if word in rest), ""):
        yield _("It speaks of an illness: %(word)s.") % {"word": found}
    if match := _DISABILITY.search(rest):
        yield _("It speaks of a disability: %(word)s.") % {"word": match.group()}
    yield from _answers_in(case, content)


def _names(case: Case) -> set[str]:
    """Full names of people that belong to the case: applicant, agent, and those the answers name."""
    agent = case.application.agent
    answers = case.application.answers or {}
    found = {case.applicant.name, agent.display_name if agent else ""}
    for field in case.version.facts.form:
        answer = str(answers.get(field.key) or "")
        if names_a_person(field):
            found.add(answer)
        elif field.kind in ("text", "long_text") and any(word in field.key for word in _OF_PERSONS):
            found |= set(_BETWEEN_NAMES.split(answer))
    return {name for name in found if 2 <= len(name) <= 4 or name == case.applicant.name}


def _answers_in(case: Case, content: str) -> Iterator[str]:
    """Sensitive answers word for word: a bank account with spaces, an address, a number of a certificate."""
    answers = case.application.answers or {}
    squeezed = re.sub(r"[\s-]", "", content)
    for field in case.version.facts.form:
        private = field.sensitive or field.kind in ("address", "id_number", "bank_account", "phone")
        answer = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", str(answers.get(field.key) or "")))
        told = field.kind not in ("choice", "yes_no", "number", "money") and len(answer) >= 4
        if private and told and answer in squeezed:
            yield _("An answer of the form stands in it: %(question)s.") % {"question": field.label}


def _household(case: Case) -> str:
    """How many people the family has, where the form asks for it."""
    answer = str((case.application.answers or {}).get("family_size") or "")
    return answer if answer.isdigit() and int(answer) < 100 else ""
