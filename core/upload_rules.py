"""Why an upload is not taken, in words that say what to do instead. Rules only: nothing is stored here."""

from __future__ import annotations

from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from core import package_gate, pdf_gate
from core.errors import Reason
from core.file_kinds import (
    ALLOWED,
    ARCHIVES,
    HEAD,
    OLD_OFFICE,
    PACKAGE,
    PDF,
    WITH_MACROS,
    FileKind,
    declared_family_fits,
    family_of,
    suffix_of,
)

DEFAULT_LIMIT = 20 * 1024 * 1024


def upload_limit() -> int:
    """Bytes a single file may have; setting UPLOAD_LIMIT."""
    return int(getattr(settings, "UPLOAD_LIMIT", DEFAULT_LIMIT))


def size_problem(size: int) -> Reason | None:
    if size == 0:
        return Reason("upload.empty", _("This file is empty. Please choose it again or photograph the paper."))
    if size > upload_limit():
        megabytes = upload_limit() // (1024 * 1024)
        text = _("This file is larger than %(limit)s MB. Photograph the paper anew, or hand it in in several parts.")
        return Reason("upload.too_large", text % {"limit": megabytes})
    return None


def name_of_kind_problem(name: str) -> Reason | None:
    suffix = suffix_of(name)
    if suffix in ALLOWED:
        return None
    if suffix in ARCHIVES:
        return Reason("upload.archive", _("Archives are not taken. Unpack it and upload the papers one by one."))
    if suffix in WITH_MACROS:
        text = _("Files with macros are not taken. Save it as PDF, DOCX or XLSX and upload that.")
        return Reason("upload.macros", text)
    if suffix in OLD_OFFICE:
        return Reason("upload.old_format", _("This format is not taken. Save it as PDF, DOCX or XLSX and upload that."))
    return Reason(
        "upload.kind",
        _("This kind of file is not taken. Upload a photo (JPG, PNG, WEBP, HEIC), PDF, DOCX, XLSX or OFD."),
    )


def content_problem(file: IO[bytes], *, name: str, declared: str, size: int) -> Reason | None:
    """The content against the name and the declared type. Photographs are judged further by decoding them."""
    kind = ALLOWED[suffix_of(name)]
    file.seek(0)
    found = family_of(file.read(HEAD))
    if found != kind.family or not declared_family_fits(declared, kind):
        text = _("The content of this file is not what its name (.%(suffix)s) says. Save it anew and upload that.")
        return Reason("upload.disguised", text % {"suffix": suffix_of(name)})
    if kind.family == PDF:
        return _pdf_problem(file, size)
    return _package_problem(file, kind) if kind.family == PACKAGE else None


def _pdf_problem(file: IO[bytes], size: int) -> Reason | None:
    if not pdf_gate.is_complete(file, size):
        return Reason("upload.broken", _("This PDF is damaged. Save or scan it anew and upload that."))
    if pdf_gate.carries_program(file):
        return Reason("upload.program", _("This PDF contains a program. Print it to a new PDF and upload that."))
    if pdf_gate.is_locked(file):
        return Reason("upload.locked", _("This PDF opens only with a password. Upload one without a password."))
    return None


def _package_problem(file: IO[bytes], kind: FileKind) -> Reason | None:
    names = package_gate.part_names(file)
    if names is None or kind.part not in names:
        return Reason("upload.broken", _("This file is damaged or locked. Save it anew, best as PDF, and upload that."))
    if package_gate.carries_program(names):
        return Reason("upload.macros", _("This file contains a program. Save it as PDF and upload that."))
    return None
