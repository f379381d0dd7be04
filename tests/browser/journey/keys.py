"""A pair of hands that knows the keyboard and has no mouse; it counts what it presses."""

from __future__ import annotations

from typing import Any

AT = "(at => at.tagName == 'BUTTON' ? at.innerText.trim() : at.name || at.id)(document.activeElement)"


class Keys:
    def __init__(self, page: Any) -> None:
        self.page, self.pressed = page, 0

    def press(self, key: str) -> None:
        self.pressed += 1
        self.page.keyboard.press(key)

    def go(self, key: str) -> None:
        """A key that leads to another page."""
        with self.page.expect_navigation(wait_until="load"):
            self.press(key)
        self.page.wait_for_function("document.readyState == 'complete'")

    def type(self, words: str) -> None:
        self.pressed += len(words)
        self.page.keyboard.type(words)

    def tab_to(self, name: str, *, most: int = 60) -> None:
        """On with the tab key to the control of this name, or the button with this text."""
        for _step in range(most):
            if self.page.evaluate(AT) == name:
                return
            self.press("Tab")
        raise AssertionError(f"{name} is not reached within {most} steps")

    def here(self) -> str:
        """The name of the control that has the focus, else its text."""
        return str(self.page.evaluate(AT))
