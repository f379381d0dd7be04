"""Step 6: the certificate, judged by what is not ours; she is told, takes it, and that closes the case."""

from __future__ import annotations

import re
from pathlib import Path

from django.urls import reverse

from accounts.data.demo_people import ELDER, NEIGHBOUR
from cases.enums import Status
from cases.models import Case, Certificate
from core.identifiers import certificate_identifier_problem
from tests.browser.journey import judge
from tests.browser.journey.cast import Cast
from tests.browser.journey.hands import press, text
from tests.browser.journey.refusals import asks_to_sign_in, does_not_exist_for

BYTES_AT_MOST = 64 * 1024


def of(case: Case) -> Certificate:
    return Certificate.objects.select_related("document__file", "issuer").get(case=case)


def nobody_else_gets_it(cast: Cast, case: Case) -> None:
    document = reverse("online:document", args=[of(case).document.public_id])
    for who in (NEIGHBOUR, "approver2"):
        does_not_exist_for(cast(who), document)
    asks_to_sign_in(cast.stranger(), document)


def she_is_told_and_takes_it(cast: Cast, case: Case) -> bytes:
    """From the message over the page that says what taking it means to the file; that delivers and closes."""
    page = cast(ELDER)
    page.goto("/accounts/messages/")
    press(page, re.compile("^打开.*您的申请已获准予"))
    assert "领取结果" in text(page)
    press(page, "领取结果")
    assert "记为送达时间" in text(page)
    with page.expect_response(lambda answer: "/apply/document/" in answer.url) as opened:
        page.get_by_role("button", name="确认收到并打开 PDF").click(no_wait_after=True)
    assert opened.value.headers["content-type"] == "application/pdf"
    case.refresh_from_db()
    assert case.status == Status.CLOSED
    tab = page.context.new_page()  # one browser shows the file in the first, another only keeps it
    tab.goto(reverse("online:case", args=[case.public_id]))
    for told in (of(case).number, "已办结", "送达回证"):
        assert told in text(tab)
    pdf = cast.content(ELDER, tab.get_by_role("link", name=re.compile("^打开 PDF")).first)
    tab.close()
    return pdf


def it_is_what_a_county_hands_over(pdf: bytes, case: Case) -> None:
    """One A4 page with its texts, seal and number; kept with its hash and its data."""
    certificate = of(case)
    assert len(pdf) <= BYTES_AT_MOST, len(pdf)
    assert certificate.document.sha256 == judge.digest(pdf)
    assert certificate_identifier_problem(certificate.identifier) is None
    words = judge.words_of(pdf)
    for word in ("高龄津贴", "王秀英", certificate.number, certificate.identifier, certificate.issuer.name):
        assert word in words, word
    assert judge.has_seal(judge.picture_of(pdf))
    assert judge.data_of(pdf)["identifier"] == certificate.identifier


def its_code_leads_to_the_verification(cast: Cast, pdf: bytes, case: Case) -> str:
    (address,) = judge.codes_in(judge.picture_of(pdf))
    assert address == cast.address + reverse("verify:certificate", args=[of(case).token])
    return address


def the_outside_judges_pass_all_papers(cast: Cast, pdf: bytes, case: Case, folder: Path) -> None:
    """Signature by pyHanko, PDF/A-3a and PDF/UA-1 by veraPDF: the certificate and every paper made on its way."""
    assert judge.is_signed_whole_by_us(pdf)
    page = cast(ELDER)
    page.goto(reverse("online:case", args=[case.public_id]))
    links = {link.get_attribute("href"): link for link in page.locator("main a[href*='/apply/document/']").all()}
    papers = {link.inner_text().split()[0]: cast.content(ELDER, link) for link in links.values()}
    assert papers.keys() >= {"收件凭证", "受理通知书", "办结通知书", "送达回证"}
    assert pdf in papers.values()
    assert judge.faults_of_conformance(papers, folder) == {}
