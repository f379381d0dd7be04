"""Invented unified social credit codes that pass both check characters, for units of region 990100."""

from core.identifiers import uscc_check_character

from .demo_county import COUNTY_CODE

# Who registers and what kind: 11 an organ of state, 54 a village committee, 55 a residents' committee.
ORGAN, VILLAGE_COMMITTEE, RESIDENTS_COMMITTEE = "11", "54", "55"
WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def invented_credit_code(kind: str, serial: int) -> str:
    """The code of the `serial`-th invented organisation: kind 2, region 6, organisation 8 + check, check (GB 32100)."""
    body = f"MD{serial:06d}"
    first17 = f"{kind}{COUNTY_CODE}{body}{_organisation_check(body)}"
    return first17 + uscc_check_character(first17)


def _organisation_check(body: str) -> str:
    """Check character of the organisation code (GB 11714): digits and letters A=10…, mod 11, X for 10, 0 for 11."""
    rest = 11 - sum(int(char, 36) * weight for char, weight in zip(body, WEIGHTS, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))
