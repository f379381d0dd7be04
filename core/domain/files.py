"""Keep a file that the house itself made: its content is trusted and needs no gate."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile

from core.models import StoredFile


def keep_file(*, content: bytes, name: str, content_type: str, now: datetime) -> StoredFile:
    """Store bytes under a private path with their hash."""
    stored = StoredFile(
        original_name=name[:200],
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        created_at=now,
    )
    stored.file.save(name, ContentFile(content), save=False)
    stored.save()
    return stored
