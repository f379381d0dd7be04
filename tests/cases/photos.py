"""A small photograph that passes the upload gate."""

from __future__ import annotations

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def photo(name: str = "现场.jpg", size: tuple[int, int] = (64, 48)) -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", size, (200, 210, 190)).save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), content_type="image/jpeg")
