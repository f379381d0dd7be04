"""Characters beyond the fonts of papers: from a fallback font, as a picture, or refused by name."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image

from core.errors import Refused
from core.glyphs import tidy_glyph
from papers import rare
from papers.make import MadePaper, make_paper
from papers.samples import SAMPLES
from papers.seal import draw_seal
from tests.papers.conftest import AT, text_of
from tests.papers.verapdf import problems

YOSHI, PRIVATE = "𠮷", "\ue123"
DRAWN = tidy_glyph(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8V8Z"/></svg>').uri
needs_fallback = pytest.mark.skipif(
    not any(Path(name).exists() for name in rare.SYSTEM_FALLBACKS),
    reason="no fallback font: apt-get install fonts-noto-cjk",
)


def picture() -> str:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "navy").save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


def notice(**more: Any) -> MadePaper:
    return make_paper(code="acceptance_notice", context={**SAMPLES["acceptance_notice"], **more}, at=AT)


@pytest.fixture
def no_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rare, "fallback_fonts", lambda: ())


@pytest.fixture
def own_font(tmp_path: Path, settings: Any) -> Iterator[None]:
    """The county's own font: one private-use character, a triangle."""
    builder = FontBuilder(1000, isTTF=True)
    pen = TTGlyphPen(None)
    for move, point in ((pen.moveTo, (0, 0)), (pen.lineTo, (500, 800)), (pen.lineTo, (1000, 0))):
        move(point)
    pen.closePath()
    builder.setupGlyphOrder([".notdef", "own"])
    builder.setupCharacterMap({ord(PRIVATE): "own"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "own": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "own": (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "County Own", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "own.ttf")
    settings.PAPER_FALLBACK_FONTS = [str(tmp_path / "own.ttf")]
    rare.fallback_fonts.cache_clear()
    yield
    rare.fallback_fonts.cache_clear()


@needs_fallback
def test_a_rare_ideograph_prints_from_a_fallback_font_and_can_be_copied() -> None:
    paper = notice(applicant_name=f"张{YOSHI}")
    assert f"张{YOSHI}" in text_of(paper.pdf)


@needs_fallback
def test_only_the_missing_character_comes_from_the_fallback() -> None:
    page = rare.place_rare(f'<p title="张{YOSHI}">张{YOSHI}。</p>', [YOSHI], {})
    assert page.startswith(f'<p title="张{YOSHI}">张<span class="rare" style="font-family: ')
    assert page.endswith(f"{YOSHI}</span>。</p>")


def test_a_picture_stands_for_a_character_that_no_font_has(no_fallback: None) -> None:
    paper = notice(applicant_name=f"张{PRIVATE}", character_images={PRIVATE: picture()})
    colours = pypdfium2.PdfDocument(paper.pdf)[0].render(scale=1).to_pil().convert("RGB").getcolors(1 << 24)
    assert any(colour == (0, 0, 128) for _, colour in colours)
    assert "用字图片（U+E123）".encode("utf-16-be").hex() in _alternates(paper.pdf)


def _alternates(pdf: bytes) -> str:
    from pyhanko.pdf_utils.reader import PdfFileReader

    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]).encode("utf-16-be").hex())
            if "/K" in node:
                walk(node.raw_get("/K"))

    walk(PdfFileReader(io.BytesIO(pdf)).root["/StructTreeRoot"].raw_get("/K"))
    return " ".join(found)


def test_a_picture_is_used_before_a_font() -> None:
    assert "<img" in rare.place_rare(f"<p>{YOSHI}</p>", [YOSHI], {YOSHI: picture()})


def test_the_pictures_of_characters_stay_out_of_the_machine_readable_data() -> None:
    from papers.verify import inspect_paper

    data = inspect_paper(notice(applicant_name=f"张{PRIVATE}", character_images={PRIVATE: picture()}).pdf).data
    assert data is not None
    assert data["applicant_name"] == f"张{PRIVATE}"
    assert "character_images" not in data


@pytest.mark.parametrize("char", [YOSHI, "😀", PRIVATE])
def test_a_character_without_font_and_picture_is_refused_and_named(char: str, no_fallback: None) -> None:
    with pytest.raises(Refused) as refusal:
        notice(applicant_name=f"张{char}")
    assert f"「{char}」" in refusal.value.text
    assert f"U+{ord(char):04X}" in refusal.value.text
    assert "图片" in refusal.value.text


def test_a_private_character_never_comes_from_a_font_of_strangers() -> None:
    """Such fonts give private code points meanings of their own: it would print another character."""
    assert rare.fallback_for(PRIVATE) is None


def test_a_private_character_comes_from_the_countys_own_font(own_font: None) -> None:
    page = rare.place_rare(f"<p title='{PRIVATE}'>{PRIVATE}</p>", [PRIVATE], {})
    assert page.startswith("<p title='〓'><svg class=\"glyph\"")
    assert "<title>用字图片（U+E123）</title>" in page
    assert notice(applicant_name=f"张{PRIVATE}").pages == 1


@needs_fallback
def test_a_village_with_a_rare_name_has_it_in_its_seal() -> None:
    assert draw_seal(f"{YOSHI}田村民委员会").operators != draw_seal("田村民委员会").operators


def test_a_seal_without_a_shape_for_its_name_is_refused(no_fallback: None) -> None:
    with pytest.raises(Refused, match="U\\+E124"):
        draw_seal("\ue124田村民委员会")


@pytest.mark.pdf
@needs_fallback
def test_the_judge_accepts_rare_characters_of_every_origin(own_font: None, tmp_path: Path) -> None:
    own, shown = PRIVATE, "\ue200"
    pictured, drawn = "\U000313fe", "\U000313fd"  # ideographs, so the file says them as text too
    name = f"张{YOSHI}{own}{shown}{pictured}{drawn}"
    files = []
    for code, key in (("acceptance_notice", "applicant_name"), ("certificate", "holder_name"), ("item_form", "title")):
        context = {
            **SAMPLES[code],
            key: name,
            "character_images": {shown: picture(), pictured: picture(), drawn: DRAWN},
        }
        files.append(tmp_path / f"{code}.pdf")
        files[-1].write_bytes(make_paper(code=code, context=context, at=AT).pdf)
    assert problems(files) == {file.name: [] for file in files}
