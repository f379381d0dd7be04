"""Photographs as they are kept: upright, in RGB, not larger than needed, without place, time and device (EXIF)."""

from __future__ import annotations

from io import BytesIO
from typing import IO

from PIL import Image, ImageFile, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()

LONGEST_EDGE = 2600
# JPEG is decoded at a fraction of its size, so a large one costs little memory; the others are decoded whole.
MOST_PIXELS = {"JPEG": 85_000_000, "MPO": 85_000_000}
MOST_PIXELS_DECODED_WHOLE = 50_000_000
QUALITY = 82
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")


class UnreadablePhoto(Exception):
    """The header or the data are broken."""


class TooManyPixels(Exception):
    """So many pixels that decoding would exhaust the machine."""


def tidy_photo(file: IO[bytes]) -> bytes:
    """Re-encode as JPEG, quality 82, longest edge 2600 px; transparent parts become white."""
    file.seek(0)
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint switches it on for the whole process when it is imported
    try:
        with Image.open(file, formats=_FORMATS) as photo:
            if photo.width * photo.height > MOST_PIXELS.get(photo.format or "", MOST_PIXELS_DECODED_WHOLE):
                raise TooManyPixels
            photo.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
            upright = _plain_mode(ImageOps.exif_transpose(photo))
            upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
            result = BytesIO()
            _on_white(upright).save(result, "JPEG", quality=QUALITY, optimize=True)
    except (TooManyPixels, MemoryError, Image.DecompressionBombError):
        raise TooManyPixels from None
    except Exception as error:  # decoders raise whatever they stumble over: OSError, SyntaxError, struct.error …
        raise UnreadablePhoto from error
    return result.getvalue()


def _plain_mode(photo: Image.Image) -> Image.Image:
    """RGB, or RGBA where something is transparent; 16-bit greys of scanners keep their shades."""
    if photo.mode.startswith("I"):
        return photo.convert("I").point(lambda shade: shade * (1 / 256)).convert("L").convert("RGB")
    transparent = photo.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in photo.info
    return photo.convert("RGBA" if transparent else "RGB")


def _on_white(photo: Image.Image) -> Image.Image:
    """A bare RGB picture without metadata of any kind."""
    paper = Image.new("RGB", photo.size, "white")
    paper.paste(photo, mask=photo.getchannel("A") if photo.mode == "RGBA" else None)
    return paper
