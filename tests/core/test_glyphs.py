"""What is taken as the picture of a character, and what is left of it."""

import io

import pytest
from PIL import Image, ImageDraw

from core.glyphs import BadGlyph, tidy_glyph

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{}</svg>'
STROKE = '<path d="M10 10H90V30H10Z"/>'


def png(size=(200, 200), ink="black", ground="white", mode="RGB", box=(40, 40, 160, 160), kind="PNG"):
    picture = Image.new(mode, size, ground)
    ImageDraw.Draw(picture).rectangle(box, fill=ink)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def refused(content):
    with pytest.raises(BadGlyph) as refusal:
        tidy_glyph(content)
    return str(refusal.value)


def test_a_png_is_kept_in_grey_without_anything_else():
    glyph = tidy_glyph(png(size=(1200, 1000), box=(200, 200, 900, 800)))
    with Image.open(io.BytesIO(glyph.content)) as kept:
        assert (kept.mode, kept.size, kept.info) == ("L", (600, 500), {})
    assert glyph.uri.startswith("data:image/png;base64,")


def test_black_on_a_transparent_ground_is_black_on_white():
    with Image.open(io.BytesIO(tidy_glyph(png(mode="RGBA", ground=(0, 0, 0, 0))).content)) as kept:
        assert (kept.getpixel((0, 0)), kept.getpixel((100, 100))) == (255, 0)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (png(ink="red"), "颜色"),
        (png(box=(0, 0, 0, 0)), "白底黑字"),
        (png(ink="white", ground="black"), "白底黑字"),
        (png(size=(60, 60)), "边长"),
        (png(size=(400, 200)), "正方形"),
        (png(kind="JPEG"), "PNG"),
        (png()[:100], "损坏"),
        (b"x" * 300_000, "KB"),
        (b"MZ" + b"\0" * 100, "PNG"),
    ],
)
def test_what_is_no_black_character_on_white_is_refused(content, word):
    assert word in refused(content)


def test_of_an_svg_only_the_outlines_are_kept():
    glyph = tidy_glyph(SVG.format(f'<title>字</title><g onclick="x()" style="fill:red">{STROKE}</g>').encode())
    assert glyph.content.decode() == SVG.format(STROKE)
    assert glyph.content_type == "image/svg+xml"


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<script>alert(1)</script>" + STROKE,
        '<image href="http://example.org/x.png"/>' + STROKE,
        '<use href="file:///etc/passwd"/>' + STROKE,
        '<path d="M0 0&quot;/><script>"/>',
        '<g transform="scale(2)">' + STROKE + "</g>",
        "<text>字</text>",
    ],
)
def test_an_svg_with_anything_but_outlines_is_refused(inside):
    assert "path" in refused(SVG.format(inside).encode())


def test_a_document_type_is_refused_before_it_is_read():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format(STROKE)
    assert "path" in refused(bomb.encode())
