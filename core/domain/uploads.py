"""The gate through which every file of people comes in (design §7), and the way out again."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import datetime
from typing import IO, Any, cast

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from core.errors import Reason, Refused
from core.file_kinds import ALLOWED, IMAGE, suffix_of
from core.models import ScanState, StoredFile
from core.photos import TooManyPixels, UnreadablePhoto, tidy_photo
from core.scanner import Verdict, scan
from core.upload_rules import content_problem, name_of_kind_problem, size_problem


def store_upload(*, upload: UploadedFile[Any], user_id: int | None, now: datetime) -> StoredFile:
    """Check, tidy and keep a file that somebody handed in; raises Refused with one reason that says what to do.

    Photographs are re-encoded as upright JPEG of at most 2600 px without EXIF. When the virus scanner does not answer
    the file is kept as `pending` and cannot be downloaded until `scan_files` has reached it.
    """
    name = tidy_file_name(upload.name or "")
    size = upload.size or 0
    problem = size_problem(size) or name_of_kind_problem(name)
    source = cast("IO[bytes]", upload.file)
    problem = problem or content_problem(source, name=name, declared=upload.content_type or "", size=size)
    if problem:
        raise Refused([problem])
    state = _scanned(upload)
    kind = ALLOWED[suffix_of(name)]
    content: File[bytes] = upload
    if kind.family == IMAGE:
        content = ContentFile(_tidied(source))
        name = f"{name.rpartition('.')[0]}.jpg"
    upload.seek(0)
    return _keep(content, name=name, content_type=kind.content_type, state=state, user_id=user_id, now=now)


def require_clean(upload: UploadedFile[Any]) -> None:
    """For what is drawn anew at once and not kept: raises Refused unless the virus scanner has passed it."""
    if problem := size_problem(upload.size or 0):
        raise Refused([problem])
    if _scanned(upload) is not ScanState.CLEAN:
        text = _("The virus check does not answer at the moment. Please try again in some minutes.")
        raise Refused([Reason("upload.not_checked", text)])


def open_stored_file(stored: StoredFile) -> File[bytes]:
    """The content, to be closed by the caller. Raises Refused while the virus check has not passed it."""
    if not stored.is_downloadable:
        text = _("This file has not passed the virus check yet. Please try again in some minutes.")
        if stored.scan_state == ScanState.REFUSED:
            text = _("The virus check has refused this file. Ask for it to be handed in again.")
        raise Refused([Reason("file.not_checked", text)])
    return cast("File[bytes]", stored.file.storage.open(str(stored.file.name), "rb"))


def tidy_file_name(name: str) -> str:
    """Without folders and control characters, at most 150 characters, its suffix kept."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    bare = "".join(c for c in bare if unicodedata.category(c)[0] != "C").strip() or "file"
    stem, dot, suffix = bare.rpartition(".")
    return f"{stem[: 149 - len(suffix)]}.{suffix}" if dot and len(suffix) <= 8 else bare[:150]


def _scanned(upload: UploadedFile[Any]) -> ScanState:
    upload.seek(0)
    verdict = scan(upload.chunks())
    if verdict is Verdict.INFECTED:
        text = _("The virus check has refused this file. Clean your device or photograph the paper instead.")
        raise Refused([Reason("upload.virus", text)])
    return ScanState.CLEAN if verdict is Verdict.CLEAN else ScanState.PENDING


def _tidied(source: IO[bytes]) -> bytes:
    try:
        return tidy_photo(source)
    except TooManyPixels:
        text = _("This photo has too many pixels. Take it again at the normal setting of the camera.")
        raise Refused([Reason("upload.pixels", text)]) from None
    except UnreadablePhoto:
        raise Refused([Reason("upload.broken", _("This photo is damaged. Please take or save it again."))]) from None


def _keep(
    content: File[bytes], *, name: str, content_type: str, state: ScanState, user_id: int | None, now: datetime
) -> StoredFile:
    digest = hashlib.sha256()
    size = 0
    for chunk in content.chunks():
        digest.update(chunk)
        size += len(chunk)
    content.seek(0)
    stored = StoredFile(
        original_name=name,
        content_type=content_type,
        size=size,
        sha256=digest.hexdigest(),
        scan_state=state,
        uploaded_by_id=user_id,
        created_at=now,
    )
    stored.file.save(name, content, save=False)
    stored.save()
    return stored
