"""Numbers that people and papers carry, and what is wrong with them (domain.md §5.1, §7.2).

Each `*_problem` returns a sentence that says what to do, or None. A number is normalised before it is judged.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CERTIFICATE_PREFIX = "1.2.156.3005.2"
LONGEST_NAME = 50
INVISIBLE_LETTERS = "\u115f\u1160\u3164\uffa0"  # Hangul fillers


def normalise_number(text: str) -> str:
    """Half-width, upper case, without spaces and dashes: what people mean when they type a number."""
    return re.sub(r"[\s\-‐－—]", "", unicodedata.normalize("NFKC", text)).upper()


normalise_id_number = normalise_number


def normalise_phone(text: str) -> str:
    """A mobile number without the country code that address books put before it."""
    return re.sub(r"^(\+|00)86(?=1)", "", normalise_number(text))


def normalise_name(text: str) -> str:
    """Single spaces, and the one middle dot of the code tables for the many that keyboards offer.

    No Unicode folding: it would turn rare characters of registered names into their common variants.
    """
    return re.sub(r"[•‧∙⋅・.·]", "·", " ".join(text.split()))


def id_check_character(base17: str) -> str:
    """GB 11643: the 18th character for the first 17 digits."""
    return "10X98765432"[sum(int(c) * w for c, w in zip(base17, ID_WEIGHTS, strict=True)) % 11]


def birth_date_of(id_number: str) -> date | None:
    """Digits 7–14 as a date; None if they are no date or the number has another form."""
    digits = id_number[6:14]
    if len(id_number) != 18 or not digits.isdigit():
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def is_female(id_number: str) -> bool:
    return len(id_number) == 18 and id_number[16].isdecimal() and int(id_number[16]) % 2 == 0


def id_number_problem(text: str, today: date | None = None) -> str | None:
    """What is wrong with a resident identity number. The region code is not judged: regions come and go."""
    number = normalise_number(text)
    today = today or timezone.localdate()
    if not number:
        return _("Enter the identity number.")
    if len(number) == 15 and number.isdigit():
        return _("A 15-digit identity card is no longer valid. Enter the 18-digit number of the present card.")
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return _("An identity number has 18 characters: digits, and X at most at the end. Please check it.")
    born = birth_date_of(number)
    if born is None:
        return _("Digits 7 to 14 of the identity number are not a date of birth. Please check them.")
    if born > today:
        return _("The date of birth in the identity number lies in the future. Please check it.")
    if born.year < 1890:
        return _("The date of birth in the identity number lies too far back. Please check it.")
    if id_check_character(number[:17]) != number[17]:
        return _("The last character of the identity number does not fit the others. Please compare it with the card.")
    return None


def uscc_check_character(base17: str) -> str:
    """GB 32100: the 18th character of a unified social credit code."""
    total = sum(USCC_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(base17))
    return USCC_ALPHABET[(31 - total % 31) % 31]


def uscc_problem(text: str) -> str | None:
    code = normalise_number(text)
    if len(code) != 18 or any(c not in USCC_ALPHABET for c in code):
        return _("A unified social credit code has 18 characters, digits and capital letters without I, O, S, V, Z.")
    if uscc_check_character(code[:17]) != code[17]:
        return _("The last character of the credit code does not fit the others. Please check it.")
    return None


def phone_problem(text: str) -> str | None:
    number = normalise_phone(text)
    if re.fullmatch(r"1[3-9][0-9]{9}", number):
        return None
    return _("Enter a mobile number of 11 digits that begins with 1.")


def bank_account_problem(text: str) -> str | None:
    """Luhn; 16 to 19 digits."""
    number = normalise_number(text)
    if not re.fullmatch(r"[0-9]{16,19}", number):
        return _("A bank card number has 16 to 19 digits. Please check it.")
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(number))]
    if sum(d - 9 if d > 9 else d for d in doubled) % 10:
        return _("A digit of the bank card number seems to be wrong. Please compare it with the card.")
    return None


def name_problem(text: str) -> str | None:
    """A person's name: 2–50 characters, any script and rare characters, no signs, digits or emoji."""
    name = normalise_name(text)
    if len(name) > LONGEST_NAME:
        return _("A name has at most 50 characters. Please shorten it.")
    strange = [c for c in dict.fromkeys(name) if not _belongs_in_name(c)]
    if strange:
        shown = " ".join(c for c in strange if c.isprintable()) or _("invisible characters")
        return _("These characters do not belong in a name: %(characters)s") % {"characters": shown}
    if sum(_is_letter(c) for c in name) < 2:
        return _("Enter the full name, at least two characters.")
    return None


def _belongs_in_name(character: str) -> bool:
    return _is_letter(character) or unicodedata.category(character)[0] == "M" or character in "· '-"


def _is_letter(character: str) -> bool:
    """Letters of any script. Planes 2 and 3 hold only Chinese characters, newer ones than Python's tables know."""
    if character in INVISIBLE_LETTERS:
        return False
    return unicodedata.category(character)[0] == "L" or character == "〇" or 0x20000 <= ord(character) <= 0x3FFFF


def iso7064_mod37_36(text: str) -> str:
    """The check character of ISO 7064 MOD 37,36 over digits and capital letters."""
    product = 36
    for character in text:
        product = (product + BASE36.index(character)) % 36 or 36
        product = product * 2 % 37
    return BASE36[(37 - product) % 36]


def certificate_identifier(type_code: str, issuer_code: str, serial: str, version: int) -> str:
    """GB/T 36904: 1.2.156.3005.2.{type}.{issuer}.{serial}.{version, 3}.{check}.

    The check character spans type, issuer, serial and version, without the root and without dots, as in published
    samples: 1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S
    """
    parts = (type_code, issuer_code, serial, f"{version:03d}")
    return ".".join((CERTIFICATE_PREFIX, *parts, iso7064_mod37_36("".join(parts))))


def certificate_identifier_problem(text: str) -> str | None:
    """What is wrong with a typed identifier. Identifiers of other issuers may fail the check yet be genuine (§7.2):
    warn there, refuse only our own."""
    identifier = unicodedata.normalize("NFKC", text).strip().upper()
    body, _dot, check = identifier.rpartition(".")
    if not re.fullmatch(r"1\.2\.156\.3005\.2(\.[0-9A-Z]+){5}", identifier):
        return _("This is not the number of a certificate. It begins with 1.2.156.3005.2.")
    if iso7064_mod37_36(body.removeprefix(CERTIFICATE_PREFIX).replace(".", "")) != check:
        return _("The check character does not fit: a digit was probably mistyped. Please compare the number.")
    return None
