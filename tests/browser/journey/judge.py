"""A paper as others see it, judged by what is not ours: PDFium, a reader of bar codes, pyHanko, veraPDF."""

from __future__ import annotations

import hashlib
import io
import json
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from papers.keys import key_material
from tests.papers import verapdf

A4 = (595, 842)  # points
SEAL_RED = ((150, 255), (0, 110), (0, 110))


def words_of(pdf: bytes) -> str:
    """The text of a paper as PDFium reads it back, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return folded(text)


def folded(text: str) -> str:
    """Without blanks, and wide signs as narrow ones: a PDF gives back the one for the other."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def picture_of(pdf: bytes, *, scale: float = 3) -> Image.Image:
    """The one page of a paper as it is printed, its seal included."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    assert tuple(round(side) for side in document[0].get_size()) == A4
    document.init_forms()  # the seal is the appearance of the signature field
    picture = document[0].render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    document.close()
    return picture


def codes_in(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def has_seal(picture: Image.Image) -> bool:
    """Whether something red and large is printed on it."""
    small = picture.resize((picture.width // 4, picture.height // 4)).tobytes()
    red = sum(
        all(low <= part <= high for part, (low, high) in zip(dot, SEAL_RED, strict=True))
        for dot in zip(small[0::3], small[1::3], small[2::3], strict=True)
    )
    return red > 200


def digest(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()


def data_of(pdf: bytes) -> dict[str, Any]:
    """The JSON file that is attached to the paper."""
    document = pypdfium2.PdfDocument(pdf)
    assert document.count_attachments() == 1
    data = bytes(document.get_attachment(0).get_data())
    document.close()
    content: dict[str, Any] = json.loads(data)
    return content


def is_signed_whole_by_us(pdf: bytes) -> bool:
    """pyHanko's own verdict; in a thread, because the browser's event loop runs in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(_signature_holds, pdf).result()


def _signature_holds(pdf: bytes) -> bool:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    root = x509.Certificate.load(key_material().chain[-1].public_bytes(Encoding.DER))
    status: Any = validate_pdf_signature(signature, ValidationContext(trust_roots=[root], allow_fetching=False))
    return bool(status.bottom_line) and status.coverage == SignatureCoverageLevel.ENTIRE_FILE


def faults_of_conformance(papers: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """By name, what veraPDF finds against PDF/A-3a and PDF/UA-1; only those with faults. One JVM for all."""
    files = []
    for name, pdf in papers.items():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(pdf)
    return {name: found for name, found in verapdf.problems(files).items() if found}
