"""Every box of every form on every page of ours is filled with what nobody should type: no answer is an error page.

Sent without a browser, each in a transaction that is rolled back, so that every page is met as it was built.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.browser.looks.forms import Form, forms_of
from tests.browser.looks.look import Look
from tests.browser.looks.office import OFFICE
from tests.browser.looks.public import PUBLIC
from tests.browser.looks.stage import Stage

LOOKS = [look for look in (*PUBLIC, *OFFICE) if not look.url.startswith(("template:", "editor:")) and look.go is None]
HOSTILE = {
    "quote": "'\"`;--",
    "bracket": "((([[[{{{ AND OR NOT *:* \\",
    "markup": "<script>alert(1)</script>{{ 7|add:1 }}%s%(x)s",
    "rare": "䶮㛃𫖯👩‍👩‍👧🀄\u202e\u0301",
    "number": "-99999999999999999999",
    "day": "0000-00-00",
    "zero": "a\x00b",
    "long": "长" * 40_000,
}
FILES = {
    "empty.pdf": b"",
    "program.pdf": b"MZ\x90\x00" + b"\x00" * 200,
    "broken.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 40,
}
WORDS = [*HOSTILE]


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_no_box_of_a_page_brings_an_error(look: Look, stage: Stage):
    page = _undone(look, stage, "get", stage.address(look), follow=True)
    assert page.status_code == look.status
    address = _where(page, stage.address(look))
    failed = []
    for place in _asked_in_the_address(address):
        if page_status := _failure(_undone(look, stage, "get", place)):
            failed.append((place[:120], page_status))
    if page.headers.get("Content-Type", "").startswith("text/html"):
        for form in forms_of(page.content.decode(), address):
            if form.method not in ("get", "post"):
                continue  # closes a dialog
            failed += [(form.method, form.address, *told) for told in _tried(form, look, stage)]
    assert failed == []


def _asked_in_the_address(address: str) -> list[str]:
    """Every page is asked for a page, an order and words that do not exist."""
    path = address.partition("?")[0]
    names = ("q", "p", "page", "ordering", "next", "status", "town", "whom")
    return [f"{path}?{urlencode(dict.fromkeys(names, HOSTILE[word]))}" for word in WORDS if word != "long"]


def _tried(form: Form, look: Look, stage: Stage) -> list[tuple[str, int]]:
    failed = []
    for word in WORDS:
        data: dict[str, Any] = {**dict(form.fixed), **dict.fromkeys(form.open, HOSTILE[word])}
        if form.method == "get":
            data = {name: value[:2000] for name, value in data.items()}
        if status := _failure(_undone(look, stage, form.method, form.address, data)):
            failed.append((word, status))
    for name, content in FILES.items() if form.files else ():
        given = {field: SimpleUploadedFile(name, content, content_type="application/pdf") for field in form.files}
        data = {**dict(form.fixed), **dict.fromkeys(form.open, "1"), **given}
        if status := _failure(_undone(look, stage, "post", form.address, data)):
            failed.append((name, status))
    return failed


def _failure(answer: HttpResponse) -> int:
    """0, or the status. 503 is what a paper says that is not made yet."""
    return answer.status_code if answer.status_code >= 500 and answer.status_code != 503 else 0


def _where(page: Any, asked: str) -> str:
    """The address that a page which leads on has led to."""
    return page.redirect_chain[-1][0] if page.redirect_chain else asked


def _undone(look: Look, stage: Stage, method: str, address: str, data: Any = None, **more: Any) -> HttpResponse:
    """Nothing is left of it, in the database or in the counts of attempts, which would turn the next one away."""
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    cache.clear()
    with transaction.atomic():
        if look.who:
            client.force_login(stage.user(look.who), backend="accounts.backends.LoginNameBackend")
        answer: HttpResponse = getattr(client, method)(address, data, **more)
        transaction.set_rollback(True)
    return answer
