"""What a person types to say who she is: a mobile number, an identity number or a staff name. Pure."""

import re
import unicodedata

PHONE = re.compile(r"1[3-9]\d{9}")
GAPS = re.compile(r"[\s\-]+")
MAX_LENGTH = 64


def tidy_number(text: str) -> str:
    """Full-width digits to half, gaps and dashes out, X in capitals: one spelling for storing and for looking up."""
    return GAPS.sub("", unicodedata.normalize("NFKC", text)).upper()


def is_phone(number: str) -> bool:
    """Whether a tidied number has the shape of a mobile phone number of the mainland."""
    return PHONE.fullmatch(number) is not None


def is_staff_name(text: str) -> bool:
    """Staff names begin with a letter and hold fewer than six digits: a passport number is none."""
    return bool(text) and text[0].isascii() and text[0].isalpha() and sum(c.isdigit() for c in text) < 6
