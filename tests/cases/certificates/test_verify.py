"""Verification by a stranger: a clear answer to everything, and never more than the six facts."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.certificates.views import ASKING
from cases.enums import CertificateState
from cases.models import Certificate
from core.identifiers import iso7064_mod37_36
from papers.make import make_paper
from papers.samples import SAMPLES

pytestmark = pytest.mark.django_db
INDEX = "/verify/"


def address(certificate):
    return reverse("verify:certificate", args=[certificate.token])


def text_of(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def hand_in(client, where, content, name="zheng.pdf"):
    sent = {"file_sent": "1", "file": SimpleUploadedFile(name, content, content_type="application/pdf")}
    return text_of(client.post(where, sent))


def test_the_address_of_the_qr_code_says_that_the_certificate_is_genuine(client, certificate):
    page = text_of(client.get(address(certificate)))
    for fact in (
        "真实有效",
        "王*英",
        certificate.number,
        "高龄津贴申领",
        certificate.issuer.name,
        "2026年11月2日(周一)",
    ):
        assert fact in page


def test_the_page_shows_nothing_else_of_the_person(client, certificate):
    page = text_of(client.get(address(certificate)))
    holder = certificate.holder
    for secret in ("王秀英", holder.id_number, holder.id_number[-4:], holder.phone, holder.address, holder.region.name):
        assert secret not in page
    assert certificate.case.number not in page


def test_the_answer_is_kept_by_no_cache_and_no_search_engine(client, certificate):
    answer = client.get(address(certificate))
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (CertificateState.REVOKED, "已撤销"),
        (CertificateState.CANCELLED, "已注销"),
        (CertificateState.VOIDED, "已作废"),
        (CertificateState.EXPIRED, "已过期"),
    ],
)
def test_an_ended_certificate_says_how_it_ended(client, certificate, state, mark):
    Certificate.objects.filter(pk=certificate.pk).update(state=state)
    page = text_of(client.get(address(certificate)))
    assert mark in page
    assert "真实有效" not in page


def test_a_certificate_past_its_last_day_has_expired_whatever_is_stored(client, certificate):
    Certificate.objects.filter(pk=certificate.pk).update(valid_to=date(2026, 11, 1))
    assert "已过期" in text_of(client.get(address(certificate)))


def test_the_last_day_still_counts(client, certificate):
    Certificate.objects.filter(pk=certificate.pk).update(valid_to=date(2026, 11, 2))
    assert "真实有效" in text_of(client.get(address(certificate)))


@pytest.mark.parametrize("token", ["nosuchtoken", "a" * 300, "<script>", "..", "证书"])
def test_an_unknown_address_gets_an_answer_and_no_error_page(client, db, token):
    assert "查无此证" in text_of(client.get(reverse("verify:certificate", args=[token])))


def test_the_number_is_found_as_it_is_typed(client, certificate):
    full_width = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in certificate.number)
    for typed in (certificate.number, f"  {certificate.number} ", full_width, certificate.number.replace("-", "—")):
        assert "真实有效" in text_of(client.post(INDEX, {"number": typed}))


def test_the_identifier_is_found_as_well(client, certificate):
    assert "真实有效" in text_of(client.post(INDEX, {"number": certificate.identifier.lower()}))


def test_a_mistyped_identifier_is_told_by_its_check_character(client, certificate):
    head, _dot, check = certificate.identifier.rpartition(".")
    wrong = f"{head}.{'A' if check != 'A' else 'B'}"
    page = text_of(client.post(INDEX, {"number": wrong}))
    assert "查无此证" in page
    assert "校验" in page


def test_a_well_formed_identifier_of_nobody_is_unknown(client, certificate):
    parts = ["90101", "11990100000000115Q", "2026999999", "001"]
    typed = ".".join(["1.2.156.3005.2", *parts, iso7064_mod37_36("".join(parts))])
    page = text_of(client.post(INDEX, {"number": typed}))
    assert "查无此证" in page
    assert "格式没有问题" in page


@pytest.mark.parametrize("typed", ["云民90101-2026999999", "'; drop table", "((", "1" * 199, "😀", "%"])
def test_any_other_number_is_unknown(client, certificate, typed):
    assert "查无此证" in text_of(client.post(INDEX, {"number": typed}))


@pytest.mark.parametrize("typed", ["", " ", "1" * 40_000])
def test_a_number_that_is_none_says_what_to_do(client, db, typed):
    page = text_of(client.post(INDEX, {"number": typed}))
    assert "govuk-error-message" in page


def test_the_file_as_issued_is_genuine(client, certificate, pdf):
    for where in (INDEX, address(certificate)):
        page = hand_in(client, where, pdf)
        assert "文件真实" in page
        assert certificate.number in page


def test_a_file_changed_by_one_byte_is_told_as_changed(client, certificate, pdf):
    place = pdf.index(b"/Title") if b"/Title" in pdf else len(pdf) // 2
    tampered = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
    page = hand_in(client, address(certificate), tampered)
    assert "文件真实" not in page
    assert "文件被改动" in page or "无法识别" in page


def test_a_file_with_something_added_is_told_as_changed(client, certificate, pdf):
    page = hand_in(client, INDEX, pdf + b"\n% added later\n")
    assert "文件被改动" in page


def test_the_genuine_file_of_another_paper_is_not_this_certificate(client, county, certificate, pdf, monday):
    notice = certificate.case.documents.filter(code="acceptance_notice").first()
    from cases.domain.documents import render_document

    made = render_document(document=notice, now=monday)
    with made.file.file.open("rb") as file:
        page = hand_in(client, INDEX, file.read())
    assert "文件真实" in page
    assert notice.title in page


def test_a_paper_signed_by_us_but_not_on_file_is_not_registered(client, certificate, monday):
    made = make_paper(code="certificate", context=SAMPLES["certificate"], at=monday)
    assert "没有登记" in hand_in(client, INDEX, made.pdf)


def test_a_foreign_pdf_was_not_issued_here(client, certificate):
    from io import BytesIO

    from PIL import Image

    foreign = BytesIO()
    Image.new("RGB", (20, 20), "white").save(foreign, "PDF")
    assert "不是本系统出具" in hand_in(client, INDEX, foreign.getvalue())


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"%PDF-1.7\n%%EOF", b"\xff" * 5000, b"%PDF-" + b"<<" * 3000])
def test_garbage_gets_a_sentence(client, certificate, content):
    page = hand_in(client, address(certificate), content)
    assert "文件无法识别" in page or "不是本系统出具" in page


def test_an_empty_file_and_a_file_too_large_are_told(client, certificate):
    assert "空的" in hand_in(client, INDEX, b"")
    assert "5 MB" in hand_in(client, INDEX, b"%PDF-" + b"0" * (5 * 1024 * 1024))


def test_too_many_questions_get_a_polite_pause(client, certificate):
    for _time in range(ASKING.most):
        text_of(client.get(address(certificate)))
    answer = client.get(address(certificate))
    page = text_of(answer, 429)
    assert "请稍等" in page
    assert certificate.number not in page
    assert int(answer["Retry-After"]) > 0


def test_looking_at_the_start_page_is_not_counted(client, db):
    for _time in range(ASKING.most + 2):
        text_of(client.get(INDEX))


def test_a_page_of_a_certificate_takes_few_queries(client, certificate, django_assert_max_num_queries):
    for _warming in range(2):
        client.get(address(certificate))
    with django_assert_max_num_queries(6):
        client.get(address(certificate))
