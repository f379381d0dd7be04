"""The audit chain: who did what when, in an order and a wording that nobody can change unseen (domain.md §5.5)."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction

from core.keys import load_or_make_secret
from core.models.audit import AuditEntry, AuditHead

FIRST_HASH = "0" * 64
_HEAD = 1
_FIELDS = ("seq", "action", "user_id", "user_name", "subject_type", "subject_id", "data", "at", "previous_hash", "hash")
# The ORM would take two thirds of the time of an append; these three statements are the same on every database.
_READ_HEAD = "SELECT seq, hash FROM core_audithead WHERE id = %s"
_MOVE_HEAD = "UPDATE core_audithead SET seq = %s, hash = %s WHERE id = %s"
_APPEND = f"INSERT INTO core_auditentry ({', '.join(_FIELDS)}) VALUES ({', '.join(['%s'] * len(_FIELDS))})"  # noqa: S608 - constants


def append_audit(
    *,
    action: str,
    user_id: int | None,
    user_name: str,
    subject: models.Model | str | None,
    data: dict[str, Any] | None = None,
    now: datetime,
) -> int:
    """Append one entry in the running transaction and return its number.

    `subject` is a saved object, or `kind:id`, or None. `data` must not hold personal data in clear. Whoever appends
    holds the end of the chain until the transaction ends, so that numbers follow each other without a gap.
    """
    subject_type, subject_id = _name_of(subject)
    details = _plain(data or {})
    name = user_name[:100]
    at = now.astimezone(UTC)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        seq, previous = _locked_head(cursor)
        seq += 1
        link = _link(seq, action, user_id, name, subject_type, subject_id, details, at, previous)
        moment = connection.ops.adapt_datetimefield_value(at)
        cursor.execute(_APPEND, [seq, action, user_id, name, subject_type, subject_id, details, moment, previous, link])
        cursor.execute(_MOVE_HEAD, [seq, link, _HEAD])
    return seq


def verify_chain() -> int | None:
    """The first number at which the chain is broken, or None. Entries cut off at the end are found by the head."""
    previous, expected = FIRST_HASH, 1
    for row in AuditEntry.objects.order_by("seq").values_list(*_FIELDS).iterator(chunk_size=2000):
        *fields, previous_hash, link = row
        seq, data, at = fields[0], fields[6], fields[7]
        written = _link(seq, *fields[1:6], _canonical(data), at.astimezone(UTC), previous)
        if seq != expected or previous_hash != previous or not hmac.compare_digest(written, link):
            return expected
        previous, expected = link, expected + 1
    head = AuditHead.objects.filter(pk=_HEAD).values_list("seq", "hash").first() or (0, FIRST_HASH)
    return None if head == (expected - 1, previous) else expected


def _name_of(subject: models.Model | str | None) -> tuple[str, str]:
    if subject is None:
        return "", ""
    if isinstance(subject, models.Model):
        return subject._meta.label_lower[:60], str(subject.pk)[:40]
    kind, _colon, key = subject.partition(":")
    return kind[:60], key[:40]


def _locked_head(cursor: Any) -> tuple[int, str]:
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    cursor.execute(_READ_HEAD + lock, [_HEAD])
    head = cursor.fetchone()
    if head is None:
        AuditHead.objects.bulk_create([AuditHead(pk=_HEAD)], ignore_conflicts=True)
        cursor.execute(_READ_HEAD + lock, [_HEAD])
        head = cursor.fetchone()
    return int(head[0]), str(head[1])


def _plain(data: dict[str, Any]) -> str:
    """Canonical JSON that every database gives back unchanged: sorted keys, fractions as text."""
    return _canonical(json.loads(json.dumps(data, cls=DjangoJSONEncoder, allow_nan=False), parse_float=str))


def _canonical(data: Any) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=4)
def _key(directory: str) -> bytes:
    return hashlib.sha256(f"audit:{load_or_make_secret(Path(directory), 'audit')}".encode()).digest()


def _link(seq: int, *parts: Any) -> str:
    """HMAC-SHA256 over every field and the hash before; without the key nobody can mend a chain he broke."""
    *fields, at, previous = parts
    text = json.dumps([seq, *fields, at.isoformat(timespec="microseconds"), previous], separators=(",", ":"))
    return hmac.new(_key(str(settings.KEYS_DIR)), text.encode(), hashlib.sha256).hexdigest()
