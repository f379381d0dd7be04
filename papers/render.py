"""Templates and data become one unsigned file that is PDF/A-3a and PDF/UA-1 at the same time.

The file carries its data as an attached JSON file, and an empty, tagged signature field where the template places the
seal. The same input gives the same bytes. Nothing is fetched: pictures come from the template folder or stand in the
data themselves. A character without a shape in the fonts gets one from `papers.rare`, or refuses the paper instead of
printing an empty box.
"""

from __future__ import annotations

import io
import json
import logging
import re
import threading
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from core.errors import Reason, Refused
from papers.conform import finish
from papers.fonts import missing_characters, only_our_fonts
from papers.ornament import ART, art_folder, read_ornaments
from papers.rare import place_rare

DATA_NAME = "data.json"
VARIANT = "pdf/a-3a"
STYLES = ("page", "document", "slip", "form", "record", "statement", "certificate", "cover")
# A table of which nothing is left when every value is absent is no table for a reader of structures.
_EMPTY_TABLE = re.compile(r"<table[^>]*>\s*(?:<colgroup>(?:<col[^>]*>)*</colgroup>)?\s*<tbody>\s*</tbody>\s*</table>")
# A paper that runs a little over its page is laid out again more closely; kept when that saves the page.
TWO_PAGES, _MAY_TIGHTEN = 2, re.compile(r'<body class="(?=(?:document|slip|form|statement)\b)')
PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,", "data:image/svg+xml;base64,")
# A line break of a template between two Chinese characters is no space.
_WIDE = r"[\u2014-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_WIDE_GAP = re.compile(rf"(?<={_WIDE})\s*\n\s*(?={_WIDE})")
_rendering = threading.Lock()  # Pango's font map is not made for several threads


@dataclass(frozen=True)
class RenderedPaper:
    """The unsigned file and its number of pages."""

    pdf: bytes
    pages: int


def render_paper(
    *,
    template: str,
    context: dict[str, Any],
    data: dict[str, Any],
    title: str,
    seal_text: str,
    created_at: datetime,
) -> RenderedPaper:
    """The unsigned PDF of `template` with `context`, and its pages; `data` becomes the attached JSON file.

    `seal_text` is spoken for the seal and makes the signature field; empty: the paper has none.
    Raises Refused when a character cannot be printed, FetchRefused when the template asks for anything from outside.
    """
    moment = created_at.isoformat(timespec="seconds")
    values = {**context, "paper_title": title, "paper_moment": moment, "seal_text": seal_text}
    page = _EMPTY_TABLE.sub("", _WIDE_GAP.sub("", render_to_string(template, values)))
    missing = missing_characters(unescape(page))
    if missing:
        page = place_rare(page, missing, context.get("character_images") or {})
    with _rendering:
        return _write(page, json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1).encode(), created_at)


def _write(page: str, data: bytes, created_at: datetime) -> RenderedPaper:
    from weasyprint import HTML, Attachment  # needs Pango: the portal starts without it
    from weasyprint.urls import FatalURLFetchingError

    engine = _engine()
    attachment = Attachment(
        file_obj=io.BytesIO(data),
        name=DATA_NAME,
        relationship="Data",
        description="机读数据",
        created=created_at,
        modified=created_at,
    )

    def laid_out(page: str) -> Any:
        return HTML(string=page, base_url=ART, url_fetcher=fetch).render(
            font_config=engine.fonts, stylesheets=engine.styles, pdf_variant=VARIANT, cache=dict(engine.drawings)
        )

    try:
        document = laid_out(page)
        if len(document.pages) == TWO_PAGES and _MAY_TIGHTEN.search(page):
            drawn_together = laid_out(_MAY_TIGHTEN.sub('<body class="tight ', page, count=1))
            document = drawn_together if len(drawn_together.pages) == 1 else document
        pdf = document.write_pdf(finisher=finish, pdf_variant=VARIANT, attachments=[attachment])
    except FatalURLFetchingError as refused:
        raise FetchRefused(str(refused)) from refused
    return RenderedPaper(pdf, len(document.pages))


class _Engine:
    """What is read once per process: fonts and style sheets."""

    def __init__(self) -> None:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        with only_our_fonts():
            self.fonts = FontConfiguration()
        folder = Path(settings.ROOT) / "templates/papers/styles"
        self.styles = [
            CSS(string=(folder / f"{name}.css").read_text(), base_url=ART, url_fetcher=fetch, font_config=self.fonts)
            for name in STYLES
        ]
        self.drawings = read_ornaments(fetch)
        logger = logging.getLogger("weasyprint")
        logger.setLevel(logging.WARNING)
        logger.addHandler(_Unprintable())


@cache
def _engine() -> _Engine:
    return _Engine()


class _Unprintable(logging.Handler):
    """The second net: the engine itself says that it printed an empty box, or that a picture is missing."""

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if ".notdef" in text:
            raise Refused([Reason("paper.character", _("The paper cannot be made: %(why)s") % {"why": text})])


class FetchRefused(Exception):
    """A template asked for something that is neither in its folder nor in its data."""


def fetch(url: str) -> Any:
    """Drawings of the template folder and pictures inside the data; anything else ends the rendering."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    if url.startswith(ART):
        drawing = art_folder() / Path(url.removeprefix(ART)).name
        if drawing.is_file():
            return URLFetcherResponse(url, drawing.read_bytes(), {"Content-Type": "image/svg+xml"})
    if url.startswith(PICTURES):
        return URLFetcher().fetch(url)
    raise FatalURLFetchingError(f"Papers fetch nothing: {url[:80]}")
