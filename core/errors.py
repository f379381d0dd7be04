"""Refusals: errors made for people. Everything else that goes wrong is a defect and raises what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why something cannot be done, in a sentence that says what to do next. `law` names the article or ''."""

    code: str
    text: str
    law: str = ""


class Refused(Exception):
    """An act that is not possible now, with every reason at once."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(self.text)

    @property
    def text(self) -> str:
        return " ".join(reason.text for reason in self.reasons)
