"""Which files people may hand in, and how each is known by its first bytes. The name alone is never believed."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = 1024
IMAGE, PDF, PACKAGE = "image", "pdf", "package"
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")
_UNKNOWN_TYPES = ("", "application/octet-stream", "binary/octet-stream")


@dataclass(frozen=True)
class FileKind:
    """`part` is the file that a package of this kind must contain."""

    family: str
    content_type: str
    part: str = ""


_OFFICE = "application/vnd.openxmlformats-officedocument"
_PHOTO = FileKind(IMAGE, "image/jpeg")  # every image leaves the gate as JPEG
ALLOWED: dict[str, FileKind] = {
    "jpg": _PHOTO,
    "jpeg": _PHOTO,
    "png": _PHOTO,
    "webp": _PHOTO,
    "heic": _PHOTO,
    "heif": _PHOTO,
    "pdf": FileKind(PDF, "application/pdf"),
    "docx": FileKind(PACKAGE, f"{_OFFICE}.wordprocessingml.document", "word/document.xml"),
    "xlsx": FileKind(PACKAGE, f"{_OFFICE}.spreadsheetml.sheet", "xl/workbook.xml"),
    "ofd": FileKind(PACKAGE, "application/ofd", "OFD.xml"),
}
ARCHIVES = frozenset({"zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "iso", "cab"})
WITH_MACROS = frozenset({"docm", "xlsm", "pptm", "dotm", "xltm", "xlsb", "xlam"})
OLD_OFFICE = frozenset({"doc", "xls", "wps", "et", "rtf", "ppt", "pptx"})


def suffix_of(name: str) -> str:
    return name.rpartition(".")[2].strip().lower() if "." in name else ""


def family_of(head: bytes) -> str:
    """image, pdf, package (a zip container) or '' for anything else, by the first kilobyte."""
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return IMAGE
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return IMAGE
    if head.startswith(b"%PDF-"):
        return PDF
    return PACKAGE if head.startswith(b"PK\x03\x04") else ""


def declared_family_fits(declared: str, kind: FileKind) -> bool:
    """Browsers take the declared type from the machine's own table, so office packages come under many names."""
    declared = declared.partition(";")[0].strip().lower()
    if declared in _UNKNOWN_TYPES:
        return True
    if kind.family == IMAGE:
        return declared.startswith("image/") and "svg" not in declared
    if kind.family == PDF:
        return declared.startswith("application/") and "pdf" in declared
    return declared.startswith("application/") and "pdf" not in declared and "script" not in declared
