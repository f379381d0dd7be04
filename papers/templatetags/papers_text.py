"""How values are written on papers: dates, moments, lists, and the drawn QR code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from core.text import plain_day
from papers.qr import qr_svg
from papers.room import CertificateRows, lay_out

register = template.Library()
CHINESE_NUMBERS = "一二三四五六七八九十"


@register.filter
def cn_date(value: str | date | None) -> str:
    """2026-11-30 becomes 2026年11月30日; nothing stays nothing."""
    if not value:
        return ""
    return plain_day(date.fromisoformat(value[:10]) if isinstance(value, str) else value)


@register.filter
def cn_moment(value: str | datetime | None) -> str:
    """An ISO moment becomes 2026年11月30日 9时05分 in the county's own time."""
    if not value:
        return ""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return f"{plain_day(local.date())} {local.hour}时{local:%M}分"


@register.filter
def cn_number(value: int) -> str:
    """1 to 99 as the clauses of a Chinese document are counted: 一, 十二, 三十."""
    tens, ones = divmod(int(value), 10)
    head = ("" if tens < 2 else CHINESE_NUMBERS[tens - 1]) + ("十" if tens else "")
    return head + (CHINESE_NUMBERS[ones - 1] if ones else "")


@register.filter
def joined(values: Sequence[Any]) -> str:
    """Names one after another with the Chinese list comma."""
    return "、".join(str(value) for value in values)


@register.filter
def answer(field: dict[str, Any], sample: bool) -> str:
    """What stands in a box of a form: the example on a sample form, nothing on a blank one."""
    return str(field.get("example", "")) if sample else ""


@register.simple_tag
def certificate_rows(facts: Sequence[Sequence[str]], conditions: str, agent: str, basis: str) -> CertificateRows:
    """The facts of a certificate, shared out between its page and an annex."""
    notes = [["备注", conditions]] if conditions else []
    return lay_out([*(facts or []), *notes], agent=agent, basis=basis)


@register.simple_tag
def qr_code(address: str, title: str) -> SafeString:
    """The QR code of an address as a drawing with a spoken title."""
    return qr_svg(address, title)
