"""One set of all papers for the whole run: rendering each once is enough for most questions."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from django.conf import settings

from papers.make import MadePaper, make_paper
from papers.samples import LONG, SAMPLES, least

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


@pytest.fixture
def certificate(papers: dict[str, MadePaper]) -> MadePaper:
    return papers["certificate"]


def text_of(pdf: bytes) -> str:
    """The text of all pages without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


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
