"""What a page without any script must offer to a screen reader, a keyboard and a plain form (WCAG 2.2; GB/T 37668)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from bs4 import BeautifulSoup, Tag

UNTYPED = ("hidden", "submit", "button", "reset", "image")
NAMED_BY = ("for", "aria-describedby", "aria-labelledby", "aria-controls")


class Page:
    """The answer to a request as its reader has it: `fill` finds the form by its controls and gives what it would send."""

    def __init__(self, html: str) -> None:
        self.soup = BeautifulSoup(html, "html.parser")

    def links(self) -> list[str]:
        return [str(a["href"]) for a in self.soup.select("main a[href]")]

    def fill(self, **answers: str) -> tuple[str, dict[str, str]]:
        """(address, data) of the form with these controls; asserts that a keyboard alone can fill and send it."""
        forms = [form for form in self.soup.select("main form") if all(_named(form, name) for name in answers)]
        assert len(forms) == 1, f"{len(forms)} forms ask for {list(answers)}"
        form = forms[0]
        assert str(form.get("method", "")).lower() == "post"
        assert form.select("button:not([type=button]), input[type=submit]"), "no button sends this form"
        if form.select("input[type=file]"):
            assert form.get("enctype") == "multipart/form-data"
        data = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=hidden][name]")}
        for name, answer in answers.items():
            kinds = {str(one.get("type", "")) for one in _named(form, name)}
            if "radio" in kinds:
                assert answer in {one.get("value") for one in _named(form, name)}, f"{answer} is not offered"
        return str(form.get("action") or ""), {**data, **answers}


def _named(form: Tag, name: str) -> list[Tag]:
    return [one for one in form.select("input, select, textarea, button") if one.get("name") == name]


def faults(html: str) -> list[str]:
    """What keeps somebody out, in words; an empty list is a pass."""
    soup = BeautifulSoup(html, "html.parser")
    checks = (_frame, _headings, _names, _controls, _pictures, _groups, _tables, _errors)
    return [fault for check in checks for fault in check(soup)]


def _text(tag: Tag) -> str:
    return (
        tag.get_text(strip=True) or str(tag.get("aria-label", "")) or "".join(t.get_text() for t in tag.select("title"))
    )


def _frame(soup: BeautifulSoup) -> Iterator[str]:
    html, viewport = soup.find("html"), soup.select_one("meta[name=viewport]")
    if not html or not str(html.get("lang", "")).startswith("zh"):
        yield "the language of the page is not named"
    if not soup.title or not soup.title.get_text(strip=True):
        yield "no title"
    if len(soup.select("main")) != 1:
        yield "not exactly one main part"
    if viewport and any(word in str(viewport.get("content")) for word in ("user-scalable=no", "maximum-scale")):
        yield "the page cannot be made larger"
    first = soup.select_one("body a[href], body button, body input:not([type=hidden])")
    if not first or not str(first.get("href", "")).startswith("#") or not soup.find(id=str(first["href"])[1:]):
        yield "the keyboard does not come to the content first"
    for tag in soup.select("[tabindex]"):
        if int(str(tag["tabindex"])) > 0:
            yield f"order of the keyboard changed: {tag.name}"
    for tag in soup.find_all(True):
        if any(name.startswith("on") for name in tag.attrs):
            yield f"works by script alone: {tag.name}"


def _headings(soup: BeautifulSoup) -> Iterator[str]:
    levels = [int(tag.name[1]) for tag in soup.select("main h1, main h2, main h3, main h4, main h5, main h6")]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"heading {after} follows {before}"


def _names(soup: BeautifulSoup) -> Iterator[str]:
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    yield from (f"the id {one} stands twice" for one in {one for one in ids if ids.count(one) > 1})
    for key in NAMED_BY:
        for tag in soup.select(f"[{key}]"):
            yield from (f"{key} of {tag.name} leads nowhere: {one}" for one in str(tag[key]).split() if one not in ids)
    for tag in soup.select("a[href], button"):
        if not _text(tag):
            yield f"nothing to read out: {tag.name} {tag.get('href', '')}"


def _controls(soup: BeautifulSoup) -> Iterator[str]:
    labelled = {str(label["for"]) for label in soup.select("label[for]") if label.get_text(strip=True)}
    for control in soup.select("input, select, textarea"):
        if control.get("type") in UNTYPED:
            continue
        named: Any = control.get("aria-label") or control.get("aria-labelledby") or control.find_parent("label")
        if not named and control.get("id") not in labelled:
            yield f"no label: {control.get('name')}"


def _pictures(soup: BeautifulSoup) -> Iterator[str]:
    for picture in soup.select("img:not([alt])"):
        yield f"a picture without words: {picture.get('src')}"
    for drawing in soup.select("svg"):
        hidden = drawing.get("aria-hidden") == "true" or drawing.find_parent(attrs={"aria-hidden": "true"})
        if not hidden and not (drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.select("title")):
            yield "a drawing without words"


def _groups(soup: BeautifulSoup) -> Iterator[str]:
    """Several choices of one question are held together by the question."""
    for form in soup.select("form"):
        choices = [str(one.get("name")) for one in form.select("input[type=radio]")]
        for name in {name for name in choices if choices.count(name) > 1}:
            group = _named(form, name)[0].find_parent("fieldset")
            if not group or not group.find("legend"):
                yield f"the question of the choices is missing: {name}"


def _tables(soup: BeautifulSoup) -> Iterator[str]:
    yield from ("a table without heads" for table in soup.select("table") if not table.select("th"))


def _errors(soup: BeautifulSoup) -> Iterator[str]:
    """What is wrong is said at the head, read out at once, and leads to its field."""
    summary = soup.select_one(".govuk-error-summary")
    wrong = soup.select('[aria-invalid="true"], .govuk-error-message')
    if wrong and not summary:
        yield "an error without a summary"
    for link in summary.select("a[href^='#']") if summary else ():
        if not soup.find(id=str(link["href"])[1:]):
            yield f"the error leads nowhere: {link['href']}"
    if summary and summary.get("role") != "alert":
        yield "the error is not read out"
