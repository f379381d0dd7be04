"""What follows from a change of the calendar in the rooms above, and how far it is: they say it, these pages show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class FollowUp:
    """Work in the background. `text` says in words how far it is; `note` what it follows from."""

    title: str
    note: str
    text: str
    done: int
    total: int
    is_over: bool


Provider = Callable[[datetime | None], Iterable[FollowUp]]
_providers: dict[str, Provider] = {}


def register_follow_ups(name: str, provider: Provider) -> None:
    """`provider(asked_at)`: what was asked for at that moment, that of the change; None: what runs, and the last run."""
    _providers[name] = provider


def follow_ups(asked_at: datetime | None = None) -> list[FollowUp]:
    return [one for provider in _providers.values() for one in provider(asked_at)]
