"""The guards of tests/conftest.py."""

from __future__ import annotations

import ipaddress
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.base import FilterExpression, Node
from django.template.defaultfilters import default, default_if_none

ROOT = Path(settings.ROOT)
OURS = [ROOT / "templates", *(path for path in ROOT.glob("*/templates") if path.parent.name != "tests")]
POSTING_FORM = re.compile(r"<form\b[^>]*\bmethod=[\"']?post\b.*?</form>", re.IGNORECASE | re.DOTALL)


class UndefinedVariable(str):
    """Stands for `string_if_invalid`: fails the test when the variable stands in a template of ours.

    Templates of Wagtail and Django use undefined variables on purpose and see the empty text as always. So does a
    variable of ours whose first filter is `default`: there it is said that it may be absent.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        self._fail_when_ours()
        return False

    def __contains__(self, part: object) -> bool:  # {% blocktranslate %} asks this way
        self._fail_when_ours()
        return False

    def _fail_when_ours(self) -> None:
        frame, name = sys._getframe(2), "?"
        while frame is not None:
            this = frame.f_locals.get("self")
            if isinstance(this, FilterExpression):
                if this.filters and this.filters[0][0] in (default, default_if_none):
                    return
                name = this.token
            elif isinstance(this, Node) and getattr(this, "origin", None) is not None:
                if any(Path(this.origin.name).is_relative_to(folder) for folder in OURS):
                    raise AssertionError(f"undefined variable {name} in {this.origin.name}")
                return
            frame = frame.f_back


class OutsideConnection(AssertionError):
    """A test tried to leave this machine."""


@contextmanager
def only_this_machine() -> Iterator[None]:
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_this_machine(str(address[0])):
            raise OutsideConnection(f"connection to {address[0]}")
        return connect(self, address)

    def guarded_look_up(host: Any, *args: Any, **options: Any) -> Any:
        if host and not is_this_machine(host.decode() if isinstance(host, bytes) else str(host)):
            raise OutsideConnection(f"look-up of {host}")
        return look_up(host, *args, **options)

    socket.socket.connect, socket.getaddrinfo = guarded_connect, guarded_look_up  # type: ignore[method-assign]
    try:
        yield
    finally:
        socket.socket.connect, socket.getaddrinfo = connect, look_up  # type: ignore[method-assign]


def is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host == socket.gethostname()


def check_forms(address: str, response: Any) -> None:
    """Every form of an HTML answer that posts carries a CSRF token."""
    if response.streaming or not response.get("Content-Type", "").startswith("text/html"):
        return
    for form in POSTING_FORM.findall(response.content.decode(errors="replace")):
        if 'class="w-editing-sessions"' in form:
            continue  # Wagtail's own, which its script posts with the token as a header
        assert "csrfmiddlewaretoken" in form, f"{address}: a form posts without a CSRF token: {form[:200]}"
