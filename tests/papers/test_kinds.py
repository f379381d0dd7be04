"""Every kind of paper: complete, readable, and accepted by the outside judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import MadePaper, make_paper
from papers.samples import LONG, SAMPLES
from tests.papers.conftest import AT, lines_above_close, template_source, text_of
from tests.papers.verapdf import problems

# Documents of state, whose last lines are running text.
SEALED_TEXTS = {
    kind.template for kind in KINDS.values() if kind.sealed and "document.html" in template_source(kind.template)
}


@pytest.mark.pdf
@pytest.mark.timeout(900)
def test_the_judge_accepts_every_paper_as_pdf_a_3a_and_pdf_ua_1(
    papers: dict[str, MadePaper],
    least_papers: dict[str, MadePaper],
    long_papers: dict[str, MadePaper],
    provisional_papers: dict[str, MadePaper],
    tmp_path: Path,
) -> None:
    files = []
    sets = {"sample": papers, "least": least_papers, "long": long_papers, "provisional": provisional_papers}
    for name, made in sets.items():
        for code, paper in made.items():
            files.append(tmp_path / f"{name}-{code}.pdf")
            files[-1].write_bytes(paper.pdf)
    found: dict[str, list[str]] = {}
    for start in range(0, len(files), 50):
        found |= problems(files[start : start + 50])
    assert found == {file.name: [] for file in files}


@pytest.mark.parametrize("code", sorted(KINDS))
def test_a_paper_needs_no_more_than_its_required_values(code: str, least_papers: dict[str, MadePaper]) -> None:
    text = text_of(least_papers[code].pdf)
    assert "None" not in text
    assert "（）" not in text
    assert "《》" not in text


@pytest.mark.parametrize("code", sorted(LONG))
def test_long_content_flows_and_the_seal_never_stands_alone(code: str, long_papers: dict[str, MadePaper]) -> None:
    """Above the name of the issuer on the last page stand two lines at least, or the end of a table."""
    paper = long_papers[code]
    assert paper.pages > 1
    if KINDS[code].template in SEALED_TEXTS:
        lines = lines_above_close(paper.pdf, LONG[code]["issuer"])
        assert len(lines) >= 2, lines


def test_a_provisional_day_is_said_once_and_takes_no_page_of_its_own(provisional_papers: dict[str, MadePaper]) -> None:
    assert len(provisional_papers) > 15
    for code, paper in provisional_papers.items():
        assert text_of(paper.pdf).count("暂定") == 1, code
        if paper.pages > 1 and KINDS[code].template in SEALED_TEXTS:
            assert len(lines_above_close(paper.pdf, SAMPLES[code]["issuer"])) >= 2, code


def test_two_lines_of_text_stand_with_the_seal_of_every_sample(papers: dict[str, MadePaper]) -> None:
    several = {code: paper for code, paper in papers.items() if paper.pages > 1}
    alone = [
        code
        for code, paper in several.items()
        if KINDS[code].template in SEALED_TEXTS and len(lines_above_close(paper.pdf, SAMPLES[code]["issuer"])) < 2
    ]
    assert several
    assert alone == []


@pytest.mark.parametrize("code", sorted(code for code in KINDS if "applicant_name" in KINDS[code].required))
def test_principal_and_agent_both_stand_on_every_paper(code: str, papers: dict[str, MadePaper]) -> None:
    context = {**SAMPLES[code], "agent_name": "欧阳建国", "agent_basis": "监护证明"}
    text = text_of(make_paper(code=code, context=context, at=AT).pdf)
    assert context["applicant_name"] in text
    assert "欧阳建国" in text
    assert "监护证明" in text


def test_a_missing_value_is_refused_by_name() -> None:
    context = {**SAMPLES["certificate"], "holder_name": "", "identifier": None}
    with pytest.raises(Refused, match="holder_name") as refusal:
        make_paper(code="certificate", context=context, at=AT)
    assert "identifier" in refusal.value.text


def test_the_certificate_is_one_page_of_at_most_64_kilobytes(certificate: MadePaper) -> None:
    assert certificate.pages == 1
    assert len(certificate.pdf) <= 64 * 1024


def test_long_content_flows_to_further_pages_and_loses_nothing() -> None:
    corrections = [
        {"name": f"第{index}号材料", "problem": "内容不完整" * 8, "requirement": "补充完整" * 8, "basis": "第一条"}
        for index in range(1, 41)
    ]
    paper = make_paper(
        code="correction_notice", context={**SAMPLES["correction_notice"], "corrections": corrections}, at=AT
    )
    text = text_of(paper.pdf)
    assert paper.pages > 3
    assert all(f"第{index}号材料" in text for index in range(1, 41))


def test_a_payment_notice_of_two_fees_is_one_page(papers: dict[str, MadePaper]) -> None:
    paper = papers["payment_notice"]
    assert paper.pages == 1
    text = text_of(paper.pdf)
    assert all(
        word in text for word in ("990100261128000069", "云溪农村商业银行营业部", "扫码缴款", "不收取其他任何费用")
    ), text


@pytest.mark.law("R11")
def test_a_denial_names_both_remedies_with_their_terms(papers: dict[str, MadePaper]) -> None:
    text = text_of(papers["denial_decision"].pdf)
    assert "六十日内向云溪县人民政府申请行政复议" in text
    assert "六个月内依法向云溪县人民法院提起行政诉讼" in text


def test_a_certificate_with_much_to_say_puts_the_rest_on_an_annex() -> None:
    facts = [
        ["办理依据", "《云溪县高龄津贴发放办法》第三条、第十条" * 3],
        ["备注", "须知" * 300],
        ["发放方式", "社会保障卡"],
    ]
    paper = make_paper(code="certificate", context={**SAMPLES["certificate"], "facts": facts}, at=AT)
    text = text_of(paper.pdf)
    assert paper.pages == 2
    assert text.index("见附页") < text.index("须知" * 300)
    assert text.index("须知" * 300) < text.index("社会保障卡")


def test_a_paper_without_remedy_bodies_still_names_the_ways(papers: dict[str, MadePaper]) -> None:
    nobody = {"reconsideration_body": "", "court": "", "online_url": ""}
    paper = make_paper(code="denial_decision", context={**SAMPLES["denial_decision"], "remedies": nobody}, at=AT)
    text = text_of(paper.pdf)
    assert "六十日内依法申请行政复议" in text
    assert "六个月内依法提起行政诉讼" in text
