"""How many queries something takes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

VALUE, SEVERAL = re.compile(r"'[^']*'|\b\d+\b"), re.compile(r"\?(?:, \?)+")


def queries_of(show: Callable[[], Any]) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        show()
    return [query["sql"] for query in captured.captured_queries]


def shapes_of(found: list[str]) -> Counter[str]:
    """The statements without the values in them, and how often each was sent."""
    return Counter(SEVERAL.sub("?", VALUE.sub("?", sql)) for sql in found)


def added(few: list[str], many: list[str]) -> str:
    """What `many` has more often than `few`, to be read."""
    before, after = shapes_of(few), shapes_of(many)
    more = "\n".join(f"{after[sql] - before[sql]} more: {sql[:50]} … {sql[-400:]}" for sql in after - before)
    return f"{len(few)} queries became {len(many)}:\n{more}"
