"""Whole answers of public pages, kept in memory for those who are signed out.

An answer is kept with the generation of the public pages (`home.models.PageGeneration`): every publication raises it in
its own transaction, so nothing older is given out from that moment on, by any process on any machine. Only answers that
a page marked as the same for everybody are kept, and only of requests that bring no cookie that could change them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any

SHARED = "is_shared_page"
MOST_ANSWERS = 512


def mark_shared(response: Any) -> Any:
    """Say that this answer is the same for everybody who is signed out."""
    setattr(response, SHARED, True)
    return response


@dataclass(frozen=True)
class Answer:
    content: bytes
    headers: tuple[tuple[str, str], ...]


class KeptAnswers:
    """The answers of one process, the least recently used forgotten first. Safe between threads."""

    def __init__(self, most: int = MOST_ANSWERS) -> None:
        self.most = most
        self.answers: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Hashable, generation: int) -> Any | None:
        """The answer, unless it was made before `generation`."""
        with self.lock:
            made, answer = self.answers.get(key, (-1, None))
            if answer is None or made != generation:
                return None
            self.answers.move_to_end(key)
            return answer

    def keep(self, key: Hashable, generation: int, answer: Any) -> None:
        with self.lock:
            self.answers[key] = (generation, answer)
            self.answers.move_to_end(key)
            while len(self.answers) > self.most:
                self.answers.popitem(last=False)

    def clear(self) -> None:
        with self.lock:
            self.answers.clear()
