"""Sums of money as papers write them: ¥1,200.00 and 壹仟贰佰元整."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "兆")
MOST = Decimal("9999999999999999.99")


def yuan(amount: str | int | Decimal) -> str:
    """With sign, thousands and two places. Raises decimal.InvalidOperation for what is no number."""
    return f"¥{_rounded(amount):,.2f}"


def capital_yuan(amount: str | int | Decimal) -> str:
    """In the capital numerals that cannot be altered by a stroke (《支付结算办法》附一). 0 to 9,999 兆; else ValueError."""
    value = _rounded(amount)
    if not 0 <= value <= MOST:
        raise ValueError(f"no capital form for {amount}")
    cents = int(value * 100)
    whole, tenths, hundredths = cents // 100, cents // 10 % 10, cents % 10
    text = _whole(whole) + "元" if whole else ""
    if not cents:
        return "零元整"
    if not tenths and not hundredths:
        return text + "整"
    if tenths:
        text += DIGITS[tenths] + "角"
    elif whole:
        text += "零"
    return text + (DIGITS[hundredths] + "分" if hundredths else "整")


def _rounded(amount: str | int | Decimal) -> Decimal:
    return Decimal(str(amount).replace(",", "")).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _whole(number: int) -> str:
    parts: list[str] = []
    gap = False  # a nought stands before the group that comes
    for index in reversed(range(len(GROUPS))):
        group = number // 10_000**index % 10_000
        if group:
            if parts and (gap or group < 1000):
                parts.append("零")
            parts.append(_group(group) + GROUPS[index])
        gap = group % 10 == 0
    return "".join(parts)


def _group(number: int) -> str:
    """1 to 9,999; several noughts in a row are said once, those at the end not at all."""
    text, nought = "", False
    for index in reversed(range(len(PLACES))):
        digit = number // 10**index % 10
        if not digit:
            nought = bool(text)
            continue
        text += ("零" if nought else "") + DIGITS[digit] + PLACES[index]
        nought = False
    return text
