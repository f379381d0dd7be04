"""One set of all papers for the whole run: rendering each once is enough for most questions."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from papers.catalogue import KINDS
from papers.make import MadePaper, make_paper
from papers.samples import SAMPLES

AT = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="session")
def papers() -> dict[str, MadePaper]:
    return {code: make_paper(code=code, context=SAMPLES[code], at=AT) for code in KINDS}


@pytest.fixture
def certificate(papers: dict[str, MadePaper]) -> MadePaper:
    return papers["certificate"]


def text_of(pdf: bytes) -> str:
    """The text of all pages without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
