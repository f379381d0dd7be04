from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.actors import Actor
from core.domain.audit import append_audit


def note(action: str, *, subject: Any, actor: Actor, now: datetime, **data: Any) -> None:
    """One audit entry in the running transaction; `data` never holds a personal number in clear."""
    append_audit(
        action=action, user_id=actor.user_id or None, user_name=actor.name, subject=subject, data=data, now=now
    )
