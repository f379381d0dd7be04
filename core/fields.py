"""Personal numbers are stored encrypted; a keyed hash beside them serves exact look-up (PIPL Art. 51)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from core.keys import load_or_make_secret

if TYPE_CHECKING:
    _Text = models.TextField[str | None, str]
    _Json = models.TextField[Any, Any]
else:
    _Text = _Json = models.TextField

PREFIX = "v1:"


@lru_cache(maxsize=8)
def _key(purpose: str, directory: str) -> bytes:
    secret = os.environ.get("FIELD_KEY") or load_or_make_secret(Path(directory), "fields")
    return hashlib.sha256(f"{purpose}:{secret}".encode()).digest()


def encrypt(text: str) -> str:
    """AES-256-GCM; equal texts give different ciphertexts."""
    nonce = os.urandom(12)
    sealed = AESGCM(_key("encrypt", str(settings.KEYS_DIR))).encrypt(nonce, text.encode(), None)
    return PREFIX + base64.b64encode(nonce + sealed).decode()


def decrypt(stored: str) -> str:
    raw = base64.b64decode(stored.removeprefix(PREFIX))
    return AESGCM(_key("encrypt", str(settings.KEYS_DIR))).decrypt(raw[:12], raw[12:], None).decode()


def blind_index(value: str) -> str:
    """Keyed HMAC-SHA256 (hex, 64) of a normalised value; '' stays ''."""
    if not value:
        return ""
    return hmac.new(_key("index", str(settings.KEYS_DIR)), value.encode(), hashlib.sha256).hexdigest()


class EncryptedTextField(_Text):
    """Text that the database never sees in clear. It cannot be filtered by; use a blind index beside it."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return encrypt(value) if value else value

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return decrypt(value) if value and value.startswith(PREFIX) else value


class EncryptedJSONField(_Json):
    """A JSON value that the database never sees in clear."""

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else encrypt(json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return None if value is None else json.loads(decrypt(value) if value.startswith(PREFIX) else value)

    def to_python(self, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value

    def value_to_string(self, obj: Any) -> str:
        return json.dumps(self.value_from_object(obj), ensure_ascii=False, cls=DjangoJSONEncoder)
