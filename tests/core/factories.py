"""Files as people hand them in, good and bad."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(2000)


def photo(file_format="JPEG", size=(60, 40), mode="RGB", color="red", **options) -> bytes:
    content = io.BytesIO()
    Image.new(mode, size, color).save(content, file_format, **options)
    return content.getvalue()


def photo_with_place(orientation=6) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x0110] = "Phone of Wang"
    exif.get_ifd(0x8825)[2] = (26.0, 4.0, 30.0)
    return photo(exif=exif)


def package(*names: str, unpacked: int = 10) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, bytes(unpacked))
    return content.getvalue()


def docx(*more: str) -> bytes:
    return package("[Content_Types].xml", "word/document.xml", *more)


def upload(name: str, content: bytes, declared: str = "") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, declared)
