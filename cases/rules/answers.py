"""What an answer of an application form may be, how it is kept and how it is shown. Pure: every face asks here.

An answer is kept as text: a date as ISO, a choice as the key of its option, yes_no as "yes" or "no".
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from catalog.content import FormField
from core.identifiers import (
    bank_account_problem,
    id_number_problem,
    name_problem,
    normalise_name,
    normalise_number,
    normalise_phone,
    phone_problem,
)
from core.text import format_day

YES_NO = ("yes", "no")
NUMBERS = ("number", "money")
MOST = Decimal("1000000000")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\ufe0f"))
PRINTABLE_SIGNS = "★☆♀♂✓"  # among the emoji of Unicode, but in every Chinese font
# Keys of dates that name something which has happened; the content of an item has no word of its own for it.
HAPPENED = ("born_on", "married_on", "event_on", "started_on", "since_on")


def normalise_answer(asked: FormField, typed: str) -> str:
    """What people mean by what they typed: half-width numbers, ISO dates, no invisible signs."""
    text = typed.translate(INVISIBLE).replace("\r\n", "\n").strip()
    if asked.kind == "phone":
        return normalise_phone(text)
    if asked.kind in ("id_number", "bank_account"):
        return normalise_number(text)
    if asked.kind in NUMBERS:
        return re.sub(r"[\s,，¥￥元]", "", unicodedata.normalize("NFKC", text))
    if asked.kind == "date":
        day = _date(text)
        return day.isoformat() if day else text
    return normalise_name(text) if names_a_person(asked) else text


def names_a_person(asked: FormField) -> bool:
    """There is no kind for names of people: the content of the items calls such a field …姓名."""
    return asked.kind == "text" and asked.label.endswith("姓名")


def answer_problem(asked: FormField, answer: str, *, today: date) -> str | None:
    """What is wrong with a normalised answer, in a sentence that says what to do; None when it may be kept."""
    if not answer:
        return _nothing(asked) if asked.required else None
    if len(answer) > asked.max_length:
        return _("At most %(most)s characters fit here; you typed %(typed)s. Please shorten it.") % {
            "most": asked.max_length,
            "typed": len(answer),
        }
    if strange := unprintable(answer):
        return _("These signs cannot be printed on a paper, please take them out: %(signs)s") % {"signs": strange}
    return _problem_of_kind(asked, answer, today)


def unprintable(text: str) -> str:
    """Emoji, control and private signs, each once. Rare Chinese characters are letters and stay."""
    strange = (c for c in dict.fromkeys(text) if c != "\n" and _is_strange(c))
    return " ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in strange)


def shown_answer(asked: FormField, answer: str) -> str:
    """The answer in the words people read."""
    if asked.kind == "choice":
        return next((option.label for option in asked.options if option.key == answer), answer)
    if asked.kind == "yes_no" and answer in YES_NO:
        return _("Yes") if answer == "yes" else _("No")
    if asked.kind == "date":
        day = _date(answer)
        return format_day(day) if day else answer
    if asked.kind == "money" and _number(answer) is not None:
        return f"¥{Decimal(answer):,.2f}"
    return answer


def _nothing(asked: FormField) -> str:
    if asked.kind in ("choice", "yes_no"):
        return _("Choose one of the answers.")
    return _("Fill in “%(label)s”.") % {"label": asked.label}


def _is_strange(character: str) -> bool:
    category, point = unicodedata.category(character), ord(character)
    if category in ("Cc", "Cf", "Cs", "Co"):
        return True
    if category == "Cn":  # planes 2 and 3 hold Chinese characters newer than the tables of this Python
        return not 0x20000 <= point <= 0x3FFFF
    if character in PRINTABLE_SIGNS:
        return False
    return category in ("So", "Sk") and (point >= 0x1F000 or 0x2600 <= point <= 0x27BF)


def _problem_of_kind(asked: FormField, answer: str, today: date) -> str | None:
    match asked.kind:
        case "text" if names_a_person(asked):
            return name_problem(answer)
        case "phone":
            return phone_problem(answer)
        case "id_number":
            return id_number_problem(answer, today)
        case "bank_account":
            return bank_account_problem(answer)
        case "number" | "money":
            return _number_problem(answer)
        case "date":
            return _date_problem(asked, answer, today)
        case "choice":
            known = any(option.key == answer for option in asked.options)
            return None if known else _("Choose one of the answers.")
        case "yes_no":
            return None if answer in YES_NO else _("Choose one of the answers.")
    return None


def _number(text: str) -> Decimal | None:
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,4})?", text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _number_problem(answer: str) -> str | None:
    number = _number(answer)
    if number is None:
        return _("Enter a number in digits, for example 120 or 85.5.")
    return _("This number is too large. Please check it.") if number > MOST else None


def _date(text: str) -> date | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _date_problem(asked: FormField, answer: str, today: date) -> str | None:
    day = _date(answer)
    if day is None:
        return _("This day does not exist. Enter year, month and day, for example 2026, 5, 18.")
    if not 1900 <= day.year <= today.year + 50:
        return _("Please check the year.")
    if day > today and asked.key.endswith(HAPPENED):
        return _("This day lies in the future. Please check it.")
    return None
