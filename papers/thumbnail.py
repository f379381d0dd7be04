"""Small pictures of the first page of a PDF, for those who look papers over."""

from __future__ import annotations

from pathlib import Path

WIDTH = 360  # pixels


def write_thumbnail(pdf: Path, target: Path) -> Path | None:
    """The picture as PNG; None where the drawing library of the developers' tools is not installed."""
    try:
        import pypdfium2  # a tool of development, not of the portal
    except ImportError:
        return None
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()  # draws the seal, which is the appearance of a field
    page = document[0]
    page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB").quantize(96).save(target, optimize=True)
    return target
