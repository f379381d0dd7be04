"""Who changes a place. `accounts.actors.Actor` fits; places stands below accounts and cannot name it."""

from typing import Protocol


class Acting(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def user_id(self) -> int | None: ...
