"""Put the house's electronic signature into a finished PDF (PAdES, P-256 or the county's own key).

The time of the signature is the signer's own clock: a paper that is rendered late shows its date of issue in the text,
and the signature does not claim to be older than it is.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfResources, RawContent, ResourceType
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.stamp import StaticStampStyle
from pyhanko.stamp.static import StaticContentStamp
from pyhanko_certvalidator.registry import SimpleCertificateStore

from papers.conform import SEAL_FIELD
from papers.keys import KeyMaterial, SigningKey, key_material
from papers.seal import DIAMETER

UNSEALED_FIELD = "Signature"
DIGEST = "sha256"
# A certificate has to fit in 64 KB, and what is kept free for its signature is kept in digits, two for each byte.
_ECDSA_BYTES = 72  # two numbers of 32 bytes in DER
_FRAME = (
    768  # names, algorithms and signed attributes around chain and signature: 400 to 500 bytes, more with long names
)


def sign_paper(pdf: bytes, *, seal: bytes | None, reason: str) -> bytes:
    """The signed file. `seal` (operators of `papers.seal`) is drawn in the field the template placed; None signs unseen."""
    style = _seal_style(seal) if seal is not None else None
    metadata = signers.PdfSignatureMetadata(
        field_name=SEAL_FIELD if style else UNSEALED_FIELD,
        md_algorithm=DIGEST,
        reason=reason,
        subfilter=SigSeedSubFilter.PADES,
    )
    signer = signers.PdfSigner(metadata, signer=_signer(), stamp_style=style)
    signed: io.BytesIO = signer.sign_pdf(
        _Writer(io.BytesIO(pdf)), existing_fields_only=style is not None, bytes_reserved=_room()
    )
    return signed.getvalue()


class _Writer(IncrementalPdfFileWriter):
    """Adds the signature and leaves the metadata as rendered, with its claims of conformance."""

    def _update_meta(self) -> None:
        """The library would write the whole packet again."""


class _HouseSigner(signers.Signer):
    """Holds the loaded key: loading and checking it again for every signature costs more than signing."""

    def __init__(self, key: SigningKey, chain: list[asn1_x509.Certificate]) -> None:
        store = SimpleCertificateStore()
        store.register_multiple(chain)
        super().__init__(signing_cert=chain[0], cert_registry=store, embed_roots=False)
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if isinstance(self._key, EllipticCurvePrivateKey):
            return self._key.sign(data, ECDSA(SHA256()))
        return self._key.sign(data, PKCS1v15(), SHA256())


@cache
def _signer() -> _HouseSigner:
    material = key_material()
    return _HouseSigner(material.key, as_asn1(material))


@cache
def _room() -> int:
    """Hexadecimal digits kept free for the signature: known beforehand, so it is not made once more to be measured."""
    material = key_material()
    chain = sum(len(item.dump()) for item in as_asn1(material))
    elliptic = isinstance(material.key, EllipticCurvePrivateKey)
    raw = _ECDSA_BYTES if elliptic else material.key.key_size // 8
    return 2 * (chain + raw + _FRAME)


def as_asn1(material: KeyMaterial) -> list[asn1_x509.Certificate]:
    """The chain in the form the signing library reads."""
    return [asn1_x509.Certificate.load(item.public_bytes(Encoding.DER)) for item in material.chain]


@lru_cache(maxsize=128)
def _seal_style(seal: bytes) -> Any:
    """Red ink lets the print below show through: multiplied, not painted over."""
    name = generic.pdf_name("/Ink")
    resources = PdfResources()
    resources[ResourceType.EXT_G_STATE][name] = generic.DictionaryObject(
        {generic.pdf_name("/BM"): generic.pdf_name("/Multiply")}
    )
    drawing = _SealContent(
        b"/Ink gs\n" + seal, resources=resources, box=BoxConstraints(width=DIAMETER, height=DIAMETER)
    )
    middle = AxisAlignment.ALIGN_MID
    layout = SimpleBoxLayoutRule(x_align=middle, y_align=middle, margins=Margins.uniform(0))
    return _SealStyle(border_width=0, background=drawing, background_opacity=1.0, background_layout=layout)


class _SealStyle(StaticStampStyle):
    """Puts the seal's drawing into the file compressed."""

    def create_stamp(self, writer: Any, box: BoxConstraints, text_params: dict[str, Any]) -> _SealStamp:
        return _SealStamp(writer=writer, style=self, box=box)


class _SealStamp(StaticContentStamp):
    def as_form_xobject(self) -> generic.StreamObject:
        drawing = super().as_form_xobject()
        drawing.compress()
        return drawing


class _SealContent(RawContent):
    """The same drawing on many papers: keeps no hold of any one of them."""

    def set_writer(self, writer: Any) -> None:
        """Operators need no writer."""
