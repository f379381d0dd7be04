"""What is answered before signing in, kept in the session until a draft takes it over."""

from __future__ import annotations

from django.contrib.sessions.backends.base import SessionBase

KEY = "online_prepared"
MOST_ITEMS = 10


def prepared(session: SessionBase, item_key: str) -> dict[str, str]:
    """The situation answers given so far for this item."""
    answers: dict[str, str] = session.get(KEY, {}).get(item_key, {})
    return answers


def prepare(session: SessionBase, item_key: str, question: str, option: str) -> None:
    kept = session.get(KEY, {})
    answers = {**kept.pop(item_key, {}), question: option}
    kept[item_key] = answers
    session[KEY] = dict(list(kept.items())[-MOST_ITEMS:])


def forget(session: SessionBase, item_key: str) -> None:
    kept = session.get(KEY, {})
    kept.pop(item_key, None)
    session[KEY] = kept
