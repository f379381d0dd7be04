"""The forms of a page, read from its HTML as a browser reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin


@dataclass
class Form:
    """`fixed` are hidden fields and the choices that stand; `open` are those a person types or chooses in."""

    address: str
    method: str
    fixed: list[tuple[str, str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.forms = address, list[Form]()
        self._form: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(urljoin(self.address, told.get("action", "")), told.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form is not None and "name" in told:
            self._take(tag, told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def _take(self, tag: str, told: dict[str, str]) -> None:
        assert self._form is not None
        kind = told.get("type", "text").lower() if tag == "input" else tag
        name, value = told["name"], told.get("value", "")
        if kind == "file":
            self._form.files.append(name)
        elif kind in ("hidden", "submit", "button"):
            self._form.fixed.append((name, value))
        elif tag in ("input", "select", "textarea") and name not in self._form.open:
            self._form.open.append(name)


def forms_of(html: str, address: str) -> list[Form]:
    reader = _Reader(address)
    reader.feed(html)
    return reader.forms
