"""A drawn character as it is kept: black on white, bare of everything but its shape.

A PNG is read, judged and drawn anew in grey; of an SVG only the outlines of its paths are kept and written out anew, so
that nothing else of a file of strangers, no script, style, link or picture, ever reaches a page.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

from django.utils.translation import gettext as _
from PIL import Image, ImageChops, ImageFile, ImageOps

MOST_BYTES = 200 * 1024
LEAST_EDGE, MOST_EDGE, KEPT_EDGE = 100, 2000, 600
SQUARE = 1.3  # the longer edge against the shorter
COLOUR = 48  # of 255: what the channels may differ in black ink on white paper
LEAST_INK, MOST_INK = 0.01, 0.7  # of the area
LIGHT = 128  # of 255: what counts as paper
MOST_OUTLINES = 200
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]+")
_PNG = b"\x89PNG\r\n\x1a\n"


class BadGlyph(Exception):
    """Why the picture is not taken, in words that say what to do."""


@dataclass(frozen=True)
class Glyph:
    """The clean file."""

    content: bytes
    content_type: str

    @property
    def uri(self) -> str:
        return f"data:{self.content_type};base64,{base64.b64encode(self.content).decode()}"


def tidy_glyph(content: bytes) -> Glyph:
    """Raises BadGlyph for anything but one black character on white, about square, as PNG or as SVG of plain paths."""
    if len(content) > MOST_BYTES:
        raise BadGlyph(_("The picture is larger than %(limit)s KB.") % {"limit": MOST_BYTES // 1024})
    if content.startswith(_PNG):
        return Glyph(_tidy_png(content), "image/png")
    if b"<svg" in content[:2000]:
        return Glyph(_tidy_svg(content), "image/svg+xml")
    raise BadGlyph(_("Only PNG and SVG pictures are taken."))


def _tidy_png(content: bytes) -> bytes:
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as picture:
            _require_size(picture.width, picture.height, least=LEAST_EDGE, most=MOST_EDGE)
            coloured = picture.convert("RGBA")
    except BadGlyph:
        raise
    except Exception as error:  # decoders raise whatever they stumble over
        raise BadGlyph(_("The picture is damaged. Save it again as PNG.")) from error
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    red, green, blue = paper.split()
    differences = (ImageChops.difference(one, other) for one, other in ((red, green), (green, blue), (red, blue)))
    if any(difference.getextrema()[1] > COLOUR for difference in differences):  # type: ignore[operator]  # of one band: a pair
        raise BadGlyph(_("The picture has colours. A character is printed black on white: save it in black and white."))
    grey = ImageOps.autocontrast(paper.convert("L"))
    ink = sum(grey.histogram()[:LIGHT]) / (grey.width * grey.height)
    right, bottom = grey.width - 1, grey.height - 1
    ground = [grey.getpixel(corner) for corner in ((0, 0), (right, 0), (0, bottom), (right, bottom))]
    if not LEAST_INK <= ink <= MOST_INK or min(ground) < LIGHT:  # type: ignore[operator,type-var]  # of one band: numbers
        raise BadGlyph(_("There is no black character on a white ground in this picture."))
    grey.thumbnail((KEPT_EDGE, KEPT_EDGE), Image.Resampling.LANCZOS)
    out = BytesIO()
    grey.save(out, "PNG", optimize=True)
    return out.getvalue()


def _tidy_svg(content: bytes) -> bytes:
    if b"<!" in content.replace(b"<!--", b""):  # a document type may define entities that grow without end
        raise BadGlyph(_not_plain())
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - no document type, at most 200 KB
        box = [float(part) for part in re.split(r"[\s,]+", root.attrib["viewBox"].strip())]
    except (ElementTree.ParseError, KeyError, ValueError) as error:
        raise BadGlyph(_not_plain()) from error
    outlines = [node.attrib.get("d", "") for node in root.iter() if _name(node) == "path"]
    others = {_name(node) for node in root.iter()} - {"svg", "g", "path", "title", "desc"}
    moved = any("transform" in node.attrib for node in root.iter())
    plain = all(_PATH.fullmatch(outline) for outline in outlines) and 0 < len(outlines) <= MOST_OUTLINES
    if len(box) != len("xywh") or others or moved or not plain:
        raise BadGlyph(_not_plain())
    _require_size(box[2], box[3], least=1, most=100_000)
    drawn = "".join(f'<path d="{outline.strip()}"/>' for outline in outlines)
    view = " ".join(f"{part:g}" for part in box)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{drawn}</svg>'.encode()


def _require_size(width: float, height: float, *, least: float, most: float) -> None:
    if min(width, height) < least or max(width, height) > most:
        text = _("Each edge of the picture must have %(least)s to %(most)s pixels.")
        raise BadGlyph(text % {"least": LEAST_EDGE, "most": MOST_EDGE})
    if max(width, height) > min(width, height) * SQUARE:
        raise BadGlyph(_("The picture must be about square and hold one character only."))


def _name(node: ElementTree.Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _not_plain() -> str:
    return _("An SVG picture may hold outlines (path) only, with a viewBox and without transform. Or save it as PNG.")
