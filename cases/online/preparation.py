"""What is chosen and answered before signing in, kept in the session until a draft takes it over."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.sessions.backends.base import SessionBase

KEY = "online_prepared"
PARTS = "online_parts"
MOST_KEPT = 10


def prepared(session: SessionBase, key: str) -> dict[str, str]:
    """The situation answers given so far for this item or package."""
    answers: dict[str, str] = session.get(KEY, {}).get(key, {})
    return answers


def prepare(session: SessionBase, key: str, question: str, option: str) -> None:
    _keep(session, KEY, key, {**prepared(session, key), question: option})


def picked_parts(session: SessionBase, key: str) -> list[str] | None:
    """Which parts of a package are wanted beside those that always belong to it; None: not said yet."""
    parts: list[str] | None = session.get(PARTS, {}).get(key)
    return parts


def pick_parts(session: SessionBase, key: str, parts: Iterable[str]) -> None:
    _keep(session, PARTS, key, list(parts))


def forget(session: SessionBase, key: str) -> None:
    for store in (KEY, PARTS):
        kept = session.get(store, {})
        if kept.pop(key, None) is not None:
            session[store] = kept


def _keep(session: SessionBase, store: str, key: str, value: object) -> None:
    kept = session.get(store, {})
    kept.pop(key, None)
    kept[key] = value
    session[store] = dict(list(kept.items())[-MOST_KEPT:])
