"""T19 归档: everything of a closed case in one immutable package with its hash (档案法 Art. 37; 在线规定 Art. 12)."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts.actors import Actor
from cases.documents.archives import archive_context
from cases.domain.change import changing
from cases.domain.documents import issue_for, render_document
from cases.enums import PaperState, Status
from cases.handed import papers_in_force
from cases.models import ArchivePackage, Case, OfficialDocument
from core.domain.files import keep_file
from core.domain.uploads import open_stored_file
from flow.numbers import next_in_series

# Every entry of the package bears one date: equal contents give equal bytes.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def archive_case(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T19: catalogue, papers, events and answers as one ZIP with a list of hashes; the case is never touched again."""
    _make_unopened(case, now)
    with changing(case=case, verb="archive", actor=actor, now=now) as change:
        now = change.now
        locked = change.case
        before = locked.status
        entries = _entries(locked)
        year = timezone.localdate(now).year
        serial = next_in_series(series=f"archive:{locked.unit_id}:{year}")
        number = (
            f"{locked.unit.short_name or locked.unit.name}-{year}-{locked.version.facts.archive_class}-{serial:04d}"
        )
        catalogue = [{key: entry[key] for key in ("name", "file", "sha256", "on")} for entry in entries]
        content = _package(locked, entries, catalogue)
        digest = hashlib.sha256(content).hexdigest()
        file = keep_file(content=content, name=f"{number}.zip", content_type="application/zip", now=now)
        ArchivePackage.objects.create(
            case=locked,
            number=number,
            retention=locked.version.facts.archive_class,
            catalogue=catalogue,
            file=file,
            sha256=digest,
            archived_by_id=actor.user_id,
            archived_at=now,
        )
        locked._archive()
        change.record("case.archive", data={"number": number, "sha256": digest}, state_from=before)
        issue_for(
            change,
            "archive_catalogue",
            archive_context(locked, number=number, entries=entries, digest=digest, actor=actor, now=now),
        )
    return change.case


def _make_unopened(case: Case, now: datetime) -> None:
    """Papers that are made when somebody first opens them. Before the lock: drawing takes its time."""
    if case.status == Status.CLOSED:
        for document in case.documents.filter(state=PaperState.QUEUED, queued_at=None).order_by("id"):
            render_document(document=document, now=now)


def _entries(case: Case) -> list[dict[str, Any]]:
    """Official papers of the case in their order, then what was handed in; each with its bytes."""
    found: list[dict[str, Any]] = []
    for document in OfficialDocument.objects.filter(case=case).select_related("file").order_by("issued_at", "id"):
        if document.file is not None:
            found.append(_entry(document.title, document.number, "papers", document.file, document.issued_at))
    for paper in papers_in_force(case.application):
        if paper.file is not None and paper.file.is_downloadable:
            found.append(_entry(paper.name, "", "handed-in", paper.file, paper.handed_at))
    return [{**entry, "file": f"{entry['folder']}/{n:03d}-{entry['file']}"} for n, entry in enumerate(found, start=1)]


def _entry(name: str, number: str, folder: str, stored: Any, at: datetime) -> dict[str, Any]:
    with open_stored_file(stored) as file:
        content = file.read()
    return {
        "name": name,
        "number": number,
        "folder": folder,
        "file": stored.original_name,
        "content": content,
        "sha256": hashlib.sha256(content).hexdigest(),
        "on": timezone.localdate(at).isoformat(),
    }


def _package(case: Case, entries: list[dict[str, Any]], catalogue: list[dict[str, Any]]) -> bytes:
    facts = {
        "case": case.number,
        "item": case.version.name,
        "version": case.version.number,
        "applicant": case.applicant.name,
        "unit": case.unit.name,
        "events": [
            {
                "verb": event.verb,
                "at": event.at.isoformat(),
                "from": event.state_from,
                "to": event.state_to,
                "by": event.actor_name,
                "for": event.on_behalf_of,
                "opinion": event.opinion,
                "data": event.data,
            }
            for event in case.events.order_by("id")
        ],
        "answers": case.application.answers,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, value in (("catalogue.json", catalogue), ("case.json", facts)):
            text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1, default=str)
            package.writestr(zipfile.ZipInfo(name, ZIP_DATE), text)
        for entry in entries:
            package.writestr(zipfile.ZipInfo(entry["file"], ZIP_DATE), entry["content"])
    return buffer.getvalue()
