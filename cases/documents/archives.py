"""The data of 卷内目录 (domain.md §3.11 no. 30)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from accounts.actors import Actor
from cases.documents.common import case_facts, iso
from cases.models import Case
from catalog.choices import ArchiveClass


def archive_context(
    case: Case, *, number: str, entries: Iterable[dict[str, Any]], digest: str, actor: Actor, now: datetime
) -> dict[str, Any]:
    rows = [
        {"name": entry["name"], "number": entry["number"], "on": entry["on"], "author": "", "note": ""}
        for entry in entries
    ]
    return {
        **case_facts(case, now=now),
        "file_no": number,
        "entries": rows or [{"name": "办件电子记录", "on": iso(now)}],
        "retention": str(ArchiveClass(case.version.facts.archive_class).label),
        "closed_on": iso(case.closed_at),
        "digest": digest,
        "archivist": actor.name,
    }
