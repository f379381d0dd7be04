"""Step 7: a stranger scans the code, types the number, hands in the file; a clear answer to everything."""

from __future__ import annotations

import re
from typing import Any

from accounts.data.demo_people import ELDER
from cases.enums import CertificateState
from cases.models import Certificate
from tests.browser.county import resident
from tests.browser.journey.cast import Cast
from tests.browser.journey.hands import send, text


def the_code_says_that_it_is_genuine(page: Any, address: str, certificate: Certificate) -> None:
    """Masked holder, number, item, validity, state, issuer, and nothing else of her."""
    page.goto(address)
    told = text(page)
    for fact in ("真实有效", "王*英", certificate.number, "高龄津贴申领", "起", certificate.issuer.name):
        assert fact in told, fact
    holder = resident(ELDER)
    for secret in ("王秀英", holder.id_number, holder.phone, holder.address, certificate.case.number):
        assert secret not in page.content(), secret


def a_number_is_answered(page: Any, cast: Cast, certificate: Certificate) -> None:
    """The right one is found; one digit changed, and one that never was, are not."""
    changed = f"{certificate.number[:-3]}9{certificate.number[-2:]}"  # the next one up is somebody else's
    head, _dot, check = certificate.identifier.rpartition(".")
    mistyped = f"{head}.{'A' if check != 'A' else 'B'}"
    for number, answer in (
        (certificate.number, "真实有效"),
        (certificate.identifier, "真实有效"),
        (changed, "查无此证"),
        (mistyped, "校验"),
        ("云民90101-1999000001", "查无此证"),
    ):
        page.goto(cast.address + "/verify/")
        page.fill("input[name=number]", number)
        send(page)
        assert answer in text(page), number


def a_file_is_answered(page: Any, address: str, pdf: bytes) -> None:
    """The genuine one, the same with something added, and no paper at all."""
    for content, answer in (
        (pdf, "文件真实"),
        (pdf + b"\n% added later\n", "文件被改动"),
        (b"not a paper", "文件无法识别"),
    ):
        page.goto(address)
        page.set_input_files("input[type=file]", {"name": "c.pdf", "mimeType": "application/pdf", "buffer": content})
        with page.expect_navigation():
            page.get_by_role("button", name=re.compile("^查验文件")).click()
        assert answer in text(page)


def a_revoked_one_says_so(page: Any, address: str, certificate: Certificate) -> None:
    """Revoking has its own case; here only what the code on the old paper says afterwards."""
    Certificate.objects.filter(pk=certificate.pk).update(state=CertificateState.REVOKED)
    page.goto(address)
    assert "已撤销" in text(page)
    assert "真实有效" not in text(page)
