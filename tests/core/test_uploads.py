import hashlib
import io
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from PIL import Image

from core.domain.files import keep_file
from core.domain.uploads import open_stored_file, store_upload, tidy_file_name
from core.errors import Refused
from core.models import ScanState, StoredFile
from tests.core.factories import EXE, PDF, docx, package, photo, photo_with_place, upload

NOW = datetime(2026, 11, 24, tzinfo=UTC)
pytestmark = [pytest.mark.django_db]


def store(name, content, declared=""):
    return store_upload(upload=upload(name, content, declared), user_id=7, now=NOW)


def refusal(name, content, declared="") -> str:
    with pytest.raises(Refused) as refused:
        store(name, content, declared)
    (reason,) = refused.value.reasons
    assert reason.text
    assert not StoredFile.objects.exists()
    return reason.code


@pytest.mark.parametrize(
    ("name", "content", "declared", "content_type"),
    [
        ("证件.jpg", photo(), "image/jpeg", "image/jpeg"),
        ("证件.JPEG", photo(), "image/pjpeg", "image/jpeg"),
        ("证件.png", photo("PNG"), "image/png", "image/jpeg"),
        ("证件.webp", photo("WEBP"), "image/webp", "image/jpeg"),
        ("renamed.jpg", photo("PNG"), "image/jpeg", "image/jpeg"),
        ("表.pdf", PDF, "application/pdf", "application/pdf"),
        ("表.pdf", PDF, "application/wps-office.pdf", "application/pdf"),
        ("表.pdf", PDF, "", "application/pdf"),
        ("信.docx", docx(), "application/octet-stream", "wordprocessingml.document"),
        ("账.xlsx", package("xl/workbook.xml"), "application/wps-office.xlsx", "spreadsheetml.sheet"),
        ("证.ofd", package("OFD.xml", "Doc_0/Document.xml"), "", "application/ofd"),
    ],
)
def test_papers_are_taken(name, content, declared, content_type):
    stored = store(name, content, declared)
    assert stored.content_type.endswith(content_type)
    assert stored.scan_state == ScanState.CLEAN
    assert stored.uploaded_by_id == 7
    with open_stored_file(stored) as file:
        kept = file.read()
    assert (len(kept), hashlib.sha256(kept).hexdigest()) == (stored.size, stored.sha256)


@pytest.mark.parametrize(
    ("name", "content", "declared", "code"),
    [
        ("a.pdf", b"", "application/pdf", "upload.empty"),
        ("a.pdf", EXE, "application/pdf", "upload.disguised"),
        ("a.jpg", EXE, "image/jpeg", "upload.disguised"),
        ("a.jpg", PDF, "image/jpeg", "upload.disguised"),
        ("a.pdf", photo(), "application/pdf", "upload.disguised"),
        ("a.docx", photo(), "", "upload.disguised"),
        ("a.pdf", PDF, "text/html", "upload.disguised"),
        ("a.png", photo("PNG"), "image/svg+xml", "upload.disguised"),
        ("a.jpg", photo(), "application/pdf", "upload.disguised"),
        ("a.exe", EXE, "application/x-msdownload", "upload.kind"),
        ("a.svg", b"<svg onload='x'/>", "image/svg+xml", "upload.kind"),
        ("a.html", b"<script>", "text/html", "upload.kind"),
        ("a", PDF, "", "upload.kind"),
        ("a.pdf.exe", PDF, "", "upload.kind"),
        ("a.zip", package("a"), "application/zip", "upload.archive"),
        ("a.rar", b"Rar!", "", "upload.archive"),
        ("a.docm", docx("word/vbaProject.bin"), "", "upload.macros"),
        ("a.docx", docx("word/vbaProject.bin"), "", "upload.macros"),
        ("a.docx", docx("word/embeddings/setup.exe"), "", "upload.macros"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "", "upload.old_format"),
        ("a.docx", package("xl/workbook.xml"), "", "upload.broken"),
        ("a.docx", docx()[:60], "", "upload.broken"),
        ("a.ofd", package("other.xml"), "", "upload.broken"),
        ("a.pdf", PDF[:60], "", "upload.broken"),
        ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(x)>>"), "", "upload.program"),
        ("a.jpg", b"\xff\xd8\xff" + bytes(500), "", "upload.broken"),
        ("a.jpg", photo(size=(600, 400))[:700], "", "upload.broken"),
        ("a.png", photo("PNG")[:40], "", "upload.broken"),
        ("a.webp", b"RIFF\0\0\0\0WEBP" + bytes(30), "", "upload.broken"),
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(200), "", "upload.broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "content",  # a package carries the time it was made
)
def test_what_is_no_paper_is_refused_with_a_reason(name, content, declared, code):
    assert refusal(name, content, declared) == code


def test_a_file_over_the_limit_is_refused(settings):
    settings.UPLOAD_LIMIT = 50
    assert refusal("a.pdf", PDF) == "upload.too_large"


def test_an_image_bomb_is_refused_before_it_is_decoded():
    bomb = bytearray(photo("PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2  # the header alone claims 3.6 thousand million pixels
    assert refusal("a.png", bytes(bomb)) in {"upload.pixels", "upload.broken"}
    assert refusal("b.png", photo("PNG", size=(10_000, 5_001), mode="1", color=1)) == "upload.pixels"


def test_a_package_that_unpacks_to_a_mountain_is_refused(monkeypatch):
    monkeypatch.setattr("core.package_gate.MOST_UNPACKED", 1000)
    assert refusal("a.docx", package("word/document.xml", unpacked=2000)) == "upload.broken"


def test_a_pdf_with_a_password_is_refused_and_one_without_is_taken():
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

    def locked(password):
        plain = PdfFileWriter()
        whole = io.BytesIO()
        plain.write(whole)
        writer = copy_into_new_writer(PdfFileReader(whole))
        writer.encrypt(owner_pass="owner", user_pass=password)
        result = io.BytesIO()
        writer.write(result)
        return result.getvalue()

    assert refusal("a.pdf", locked("secret")) == "upload.locked"
    assert store("a.pdf", locked("")).size > 0


def test_a_photo_is_kept_upright_small_and_without_place():
    stored = store("照片.HEIC.jpg", photo_with_place(orientation=6))
    with open_stored_file(stored) as file:
        content = file.read()
    assert b"Phone of Wang" in photo_with_place()
    assert b"Phone of Wang" not in content
    with Image.open(io.BytesIO(content)) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (40, 60), {})


def test_a_large_photo_is_made_smaller():
    stored = store("a.jpg", photo(size=(5000, 1000)))
    with open_stored_file(stored) as file, Image.open(file) as kept:
        assert kept.size == (2600, 520)


@pytest.mark.parametrize(("mode", "color"), [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))])
def test_what_is_transparent_becomes_white(mode, color):
    stored = store("stamp.png", photo("PNG", mode=mode, color=color))
    assert stored.original_name == "stamp.jpg"
    with open_stored_file(stored) as file, Image.open(file) as kept:
        assert kept.getpixel((5, 5)) == (255, 255, 255)


def test_a_scan_of_16_bits_keeps_its_shades():
    stored = store("scan.png", photo("PNG", mode="I;16", color=0x8000))
    with open_stored_file(stored) as file, Image.open(file) as kept:
        assert 120 <= kept.getpixel((5, 5))[0] <= 136


def test_a_photo_of_an_iphone_is_taken():
    stored = store("IMG_1.HEIC", photo("HEIF"))
    assert (stored.original_name, stored.content_type) == ("IMG_1.jpg", "image/jpeg")


def test_a_file_on_disk_is_taken_like_one_in_memory():
    with TemporaryUploadedFile("a.pdf", "application/pdf", len(PDF), None) as large:
        large.write(PDF)
        stored = store_upload(upload=large, user_id=None, now=NOW)
    assert stored.size == len(PDF)


def test_the_path_says_nothing_of_the_name(settings):
    stored = store("王小明的身份证.pdf", PDF)
    assert stored.original_name == "王小明的身份证.pdf"
    assert "王" not in stored.file.name
    assert stored.file.name.endswith(".pdf")
    assert not stored.file.path.startswith(str(settings.MEDIA_ROOT))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\wang\\身份证.jpg", "身份证.jpg"),
        ("a\0b\u202e.pdf", "ab.pdf"),
        ("", "file"),
        ("长" * 300 + ".pdf", "长" * 146 + ".pdf"),
    ],
)
def test_names_are_tidied(name, kept):
    assert tidy_file_name(name) == kept
    assert len(tidy_file_name(name)) <= 150


@pytest.mark.parametrize("state", [ScanState.PENDING, ScanState.REFUSED])
def test_what_was_not_checked_is_not_handed_out(state):
    stored = store("a.pdf", PDF)
    stored.scan_state = state
    with pytest.raises(Refused):
        open_stored_file(stored)


def test_a_file_of_our_own_is_kept_as_it_is():
    stored = keep_file(content=b"paper", name="受理通知书.pdf", content_type="application/pdf", now=NOW)
    with open_stored_file(stored) as file:
        assert file.read() == b"paper"
    assert stored.is_downloadable
    assert not stored.is_image
