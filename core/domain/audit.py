"""Append to and verify the audit chain. Data never holds personal data in clear: numbers and codes only."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction

from core.keys import load_or_make_secret
from core.models import AuditEntry, AuditHead


def append_audit(
    *, action: str, user_id: int | None, user_name: str, subject: models.Model, data: dict[str, Any], now: datetime
) -> AuditEntry:
    """Add one link in the caller's transaction; appenders wait for each other on the head row."""
    with transaction.atomic():
        head = _locked_head()
        entry = AuditEntry(
            seq=head.seq + 1,
            action=action,
            user_id=user_id,
            user_name=user_name,
            subject_type=subject._meta.label_lower,
            subject_id=str(subject.pk),
            data=data,
            at=now,
            previous_hash=head.hash,
        )
        entry.hash = digest(entry)
        entry.save(force_insert=True)
        AuditHead.objects.filter(pk=head.pk).update(seq=entry.seq, hash=entry.hash)
    return entry


def verify_chain() -> int | None:
    """The number of the first broken link, or None when the whole chain holds."""
    expected, previous = 1, "0" * 64
    for entry in AuditEntry.objects.order_by("seq").iterator(chunk_size=2000):
        if entry.seq != expected or entry.previous_hash != previous or entry.hash != digest(entry):
            return entry.seq
        expected, previous = expected + 1, entry.hash
    head = AuditHead.objects.first()
    return None if head is None or head.seq == expected - 1 else expected


def digest(entry: AuditEntry) -> str:
    """HMAC-SHA256 over everything the row says and the hash before it."""
    content = [
        entry.seq,
        entry.action,
        entry.user_id,
        entry.user_name,
        entry.subject_type,
        entry.subject_id,
        entry.data,
        entry.at.astimezone(UTC).isoformat(),
        entry.previous_hash,
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hmac.new(_key(str(settings.KEYS_DIR)), text.encode(), hashlib.sha256).hexdigest()


@lru_cache(maxsize=4)
def _key(directory: str) -> bytes:
    return load_or_make_secret(Path(directory), "audit").encode()


def _locked_head() -> AuditHead:
    head = AuditHead.objects.select_for_update().first()
    if head is None:
        AuditHead.objects.get_or_create(pk=1)
        head = AuditHead.objects.select_for_update().get(pk=1)
    return head
