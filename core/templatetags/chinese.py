"""Dates, terms and masked personal data in templates: `{% load chinese %}`."""

from __future__ import annotations

from datetime import date, datetime

from django import template

from core import masking, text

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """2026年11月30日(周一)"""
    return text.format_day(value)


@register.filter
def plain_day(value: date | None, year: int | None = None) -> str:
    """2026年11月30日; `{{ on|plain_day:2026 }}`: 11月30日"""
    return text.plain_day(value, year=year) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """2026年11月30日(周一) 09:05"""
    return text.format_moment(value)


@register.filter
def limit_text(number: int | None, unit: str) -> str:
    """`{{ 5|limit_text:"working_day" }}`: 5 个工作日"""
    return text.format_limit(number or 0, unit)


@register.filter
def masked_name(value: str | None) -> str:
    return masking.mask_name(value or "")


@register.filter
def masked_id(value: str | None) -> str:
    return masking.mask_id_number(value or "")


@register.filter
def masked_phone(value: str | None) -> str:
    return masking.mask_phone(value or "")


@register.filter
def masked_account(value: str | None) -> str:
    return masking.mask_account(value or "")


@register.filter
def masked_address(value: str | None) -> str:
    return masking.mask_address(value or "")
