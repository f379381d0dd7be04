"""What must not happen behind a page while a test looks at its front."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit


class Watch:
    """Collects the faults of one page: foreign hosts, broken scripts, broken content policy, answers of 5xx."""

    def __init__(self, page: Any, *, host: str) -> None:
        self.faults: list[str] = []
        self.host = host
        page.context.on("request", self._asked)  # listening only: a routed page keeps no file of the last one
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("console", self._listen)
        page.on("response", self._answered)

    def _asked(self, request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != self.host:
            self.faults.append(f"asked another host: {request.url}")

    def _listen(self, message: Any) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _answered(self, response: Any) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status}: {response.url}")
