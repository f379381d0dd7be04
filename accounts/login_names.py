"""What a person types to say who she is: a mobile number, an identity number or a staff name. Pure."""

import re

from core.identifiers import normalise_number as tidy_number

__all__ = ["MAX_LENGTH", "is_phone", "is_staff_name", "tidy_number"]

PHONE = re.compile(r"1[3-9]\d{9}")
MAX_LENGTH = 64


def is_phone(number: str) -> bool:
    """Whether a tidied number has the shape of a mobile phone number of the mainland."""
    return PHONE.fullmatch(number) is not None


def is_staff_name(text: str) -> bool:
    """Staff names begin with a letter and hold fewer than six digits: a passport number is none."""
    return bool(text) and text[0].isascii() and text[0].isalpha() and sum(c.isdigit() for c in text) < 6
