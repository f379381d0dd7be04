"""How values are written on papers: dates, moments, lists, and the drawn QR code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from core.text import plain_day
from papers.money import capital_yuan, yuan
from papers.qr import qr_svg
from papers.room import CertificateRows, lay_out
from papers.wrapping import balanced

register = template.Library()
CHINESE_NUMBERS = "一二三四五六七八九十"
ENDS = "。！？；…”）"


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
def cn_copies(value: int) -> str:
    """How many copies are made: 一式两份, 一式三份."""
    return "两" if int(value) == 2 else cn_number(value)


@register.filter
def money(value: str) -> str:
    """1200 becomes ¥1,200.00."""
    return yuan(value)


@register.filter
def cn_money(value: str) -> str:
    """1200 becomes 壹仟贰佰元整."""
    return capital_yuan(value)


@register.filter
def wrapped(value: str, frame: str) -> str:
    """The value in the place of %s."""
    return frame.replace("%s", str(value))


@register.filter
def title_lines(title: str, most: int) -> SafeString:
    """A title in lines of nearly the same length."""
    return format_html_join("", '<span class="line">{}</span>', ((line,) for line in balanced(str(title), int(most))))


@register.filter
def sentence(value: str) -> str:
    """With a full stop, when the text has no end of its own."""
    text = str(value).strip()
    return text if not text or text[-1] in ENDS else f"{text}。"


@register.filter
def paragraphs(value: str) -> SafeString:
    """Each line a paragraph of its own."""
    return format_html_join("", "<p>{}</p>", ((line.strip(),) for line in str(value).splitlines() if line.strip()))


@register.filter
def sentences(values: Sequence[str]) -> str:
    """One after another, each with its end."""
    return "".join(sentence(value) for value in values)


@register.filter
def person_line(party: dict[str, Any]) -> str:
    """What is known of a party's sex, nationality and age: 男，汉族，58岁."""
    age = str(party.get("age") or "")
    known = (party.get("gender"), party.get("ethnicity"), f"{age}岁" if age.isdigit() else age)
    return "，".join(str(part) for part in known if part)


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
def pen_cells(signatures: Sequence[dict[str, Any]], blank: str) -> Sequence[dict[str, Any]]:
    """The signatures given, else empty cells for the roles of `blank`, which are separated by spaces."""
    return signatures or [{"role": role} for role in blank.split()]


@register.simple_tag
def qr_code(address: str, title: str) -> SafeString:
    """The QR code of an address as a drawing with a spoken title."""
    return qr_svg(address, title)
