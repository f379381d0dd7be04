"""One set of all papers for the whole run: rendering each once is enough for most questions."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from django.conf import settings
from django.template.loader import render_to_string

from papers.catalogue import KINDS
from papers.catalogue.shapes import LAST_DAYS
from papers.make import MadePaper, make_paper
from papers.samples import LONG, SAMPLES, least

MORE = {"acceptance_notice": {"silence_on": "2027-01-15", "certificate_name": "食品小作坊登记证"}}  # a renewal
AT = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="session")
def papers() -> dict[str, MadePaper]:
    return {code: make_paper(code=code, context=SAMPLES[code], at=AT) for code in SAMPLES}


@pytest.fixture(scope="session")
def least_papers() -> dict[str, MadePaper]:
    return {code: make_paper(code=code, context=least(code), at=AT) for code in SAMPLES}


@pytest.fixture(scope="session")
def long_papers() -> dict[str, MadePaper]:
    return {code: make_paper(code=code, context=data, at=AT) for code, data in LONG.items()}


@pytest.fixture(scope="session")
def provisional_papers() -> dict[str, MadePaper]:
    """Every kind that names a last day, with the sentence that it may still move (暂定)."""
    return {
        code: make_paper(code=code, context={**SAMPLES[code], **MORE.get(code, {}), "due_provisional": True}, at=AT)
        for code, kind in KINDS.items()
        if any(key in LAST_DAYS for key in (*kind.required, *kind.optional))
    }


@pytest.fixture
def certificate(papers: dict[str, MadePaper]) -> MadePaper:
    return papers["certificate"]


def text_of(pdf: bytes) -> str:
    """The text of all pages without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def rendered_html(code: str, context: dict[str, Any]) -> str:
    """The page before it is laid out: what it says, in milliseconds."""
    kind = KINDS[code]
    values = {"case_no": "", "item_name": "", **dict.fromkeys(kind.optional, ""), **context}
    return render_to_string(kind.template, {**values, "paper_title": kind.name, "paper_moment": AT.isoformat()})


def lines_above_close(pdf: bytes, issuer: str) -> list[str]:
    """The lines of the last page above the name of the issuer, the seal and the code."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[len(document) - 1].get_textpage().get_text_range()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[: lines.index(issuer)]


def template_source(name: str) -> str:
    """The text of a template with those it extends."""
    text = (Path(settings.ROOT) / "templates" / name).read_text()
    parent = re.match(r'{% extends "([^"]+)"', text)
    return text + (template_source(parent[1]) if parent else "")
