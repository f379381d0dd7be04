"""Numbers of records and papers: gapless series, and how a number is written."""

from datetime import date
from typing import Protocol

from django.db import IntegrityError, transaction

from .models import Series


class Draw(Protocol):
    """Hands out the next number of a series: `next_in_series`, or a counter in memory that is written down later."""

    def __call__(self, *, series: str) -> int: ...


def next_in_series(*, series: str) -> int:
    """The next number of `series`, beginning with 1, without gaps: a rolled-back caller gives its number back.

    Locks the series until the caller's transaction ends, so it must be called inside one and late in it.
    Raises `TransactionManagementError` outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A number may only be drawn inside a transaction")
    drawn = _draw(series)
    if drawn is not None:
        return drawn
    try:
        with transaction.atomic():
            return Series.objects.create(key=series, last=1).last
    except IntegrityError:  # somebody else began the series between our two statements
        drawn = _draw(series)
        if drawn is None:
            raise
        return drawn


def _draw(series: str) -> int | None:
    """One statement instead of two, because every case draws half a dozen numbers; None when nobody began the series."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(f"UPDATE {Series._meta.db_table} SET last = last + 1 WHERE key = %s RETURNING last", [series])  # noqa: S608 - the table's own name
        row = cursor.fetchone()
    return int(row[0]) if row else None


def document_number(short_name: str, word: str, year: int, n: int) -> str:
    """发文字号 as offices write it: 云民受〔2026〕12号 (党政机关公文格式 GB/T 9704: six-corner brackets, no zeros)."""
    return f"{short_name}{word}〔{year}〕{n}号"


def document_series(short_name: str, word: str, year: int) -> str:
    """The series a document number is drawn from: one per unit, word and year."""
    return f"document:{short_name}{word}:{year}"


def case_number(year: int, n: int) -> str:
    """The short number people read out on the telephone: 2026-0001234."""
    return f"{year}-{n:07d}"


def case_series(year: int) -> str:
    return f"case:{year}"


def exchange_number(task_code: str, day: date, n: int) -> str:
    """办件编号 for data exchange: task code (31) + day (8) + serial of the day (4 digits, more when a day has more)."""
    return f"{task_code}{day:%Y%m%d}{n:04d}"


def exchange_series(task_code: str, day: date) -> str:
    """The daily series of one item at one agency (domain rule: serials begin anew each day)."""
    return f"exchange:{task_code}:{day:%Y%m%d}"
