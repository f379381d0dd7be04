"""A signature drawn on the glass: from the text the page sends to a file that passes the gate."""

from __future__ import annotations

import base64
import binascii
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from PIL import Image

from core.errors import Reason, Refused

PREFIX = "data:image/png;base64,"
LONGEST = 400_000
DARK = 128


def read_signature(drawn: str) -> SimpleUploadedFile:
    """The PNG of the canvas; raises `Refused` when it is none, or when nobody has drawn on it."""
    if not drawn.startswith(PREFIX) or len(drawn) > LONGEST:
        raise _unreadable()
    try:
        content = base64.b64decode(drawn.removeprefix(PREFIX), validate=True)
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            darkest, _lightest = picture.convert("L").getextrema()
    except (binascii.Error, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise _unreadable() from None
    if int(darkest) > DARK:  # type: ignore[arg-type]  # a grey picture: one number
        raise Refused([Reason("signature", _("The field is empty. Ask for the signature on the glass."))])
    return SimpleUploadedFile("signature.png", content, content_type="image/png")


def _unreadable() -> Refused:
    return Refused([Reason("signature", _("The signature did not arrive whole. Ask for it once more."))])
