"""Look into a PDF that somebody hands in: is it ours, is it unchanged, what data does it carry?

The file comes from a stranger. Whatever is wrong with it becomes an answer, never an error page.
"""

from __future__ import annotations

import hashlib
import io
import json
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from papers.keys import key_material
from papers.render import DATA_NAME

logger = logging.getLogger(__name__)
MOST_DATA = 2_000_000


@dataclass(frozen=True)
class PaperInspection:
    """What a file turned out to be.

    `intact`: not one byte changed since it was signed, and nothing was added after. `trusted`: the signer's certificate
    leads to a root this house trusts. `ours`: signed by the key this house signs with now, or used before.
    """

    sha256: str
    readable: bool = False
    signed: bool = False
    intact: bool = False
    trusted: bool = False
    ours: bool = False
    signer: str = ""
    signed_at: datetime | None = None
    data: dict[str, Any] | None = None

    @property
    def genuine(self) -> bool:
        return self.signed and self.intact and self.trusted and self.ours


def inspect_paper(pdf: bytes) -> PaperInspection:
    """Never raises for a bad file; the answer then has `readable` or the other marks false."""
    digest = hashlib.sha256(pdf).hexdigest()
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        data, signatures = _attached_data(reader), list(reader.embedded_signatures)
    except Exception as problem:  # any parser error of a stranger's file is an answer here
        logger.info("A file to verify could not be read: %s", type(problem).__name__)
        return PaperInspection(sha256=digest)
    if not signatures:
        return PaperInspection(sha256=digest, readable=True, data=data)
    try:
        return _judged(signatures[-1], digest, data)
    except Exception as problem:  # a mangled signature is a signature that does not hold
        logger.info("A signature to verify could not be judged: %s", type(problem).__name__)
        return PaperInspection(sha256=digest, readable=True, signed=True, data=data)


def _judged(signature: EmbeddedPdfSignature, digest: str, data: dict[str, Any] | None) -> PaperInspection:
    roots = _trusted_roots()
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    signer: asn1_x509.Certificate = signature.signer_cert
    return PaperInspection(
        sha256=digest,
        readable=True,
        signed=True,
        intact=bool(status.intact and status.valid and whole),
        trusted=bool(status.trusted),
        ours=_is_ours(signer, roots),
        signer=str(signer.subject.native.get("common_name", "")),
        signed_at=signature.self_reported_timestamp,
        data=data,
    )


def _is_ours(signer: asn1_x509.Certificate, roots: list[asn1_x509.Certificate]) -> bool:
    """The present signer, or one under a root of our own making (such a root has made one signer and no other)."""
    material = key_material()
    if signer.dump() == material.chain[0].public_bytes(Encoding.DER):
        return True
    former = {item.public_bytes(Encoding.DER) for item in material.former}
    return any(root.dump() in former and root.subject == signer.issuer for root in roots)


def _trusted_roots() -> list[asn1_x509.Certificate]:
    material = key_material()
    return [
        asn1_x509.Certificate.load(item.public_bytes(Encoding.DER)) for item in (material.chain[-1], *material.former)
    ]


def _attached_data(reader: PdfFileReader) -> dict[str, Any] | None:
    """The JSON the paper carries, or None."""
    for file in reader.root.get("/AF", ()):
        found = file.get_object()
        if str(found.get("/UF", found.get("/F", ""))) != DATA_NAME:
            continue
        content = found["/EF"]["/F"].data
        value = json.loads(content) if len(content) <= MOST_DATA else None
        return value if isinstance(value, dict) else None
    return None
