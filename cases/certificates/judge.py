"""Is this file the paper we issued? The stored hash decides; the signature explains what else it may be."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.certificates.find import certificates
from cases.models import Certificate, OfficialDocument
from papers.verify import PaperInspection, inspect_paper

LARGEST = 5 * 1024 * 1024


@dataclass(frozen=True)
class Verdict:
    """`outcome` is the look of the mark; `certificate` is set only when the file itself is that certificate's."""

    outcome: str
    title: str
    text: str
    certificate: Certificate | None = None


def judge_file(content: bytes, *, asked_for: Certificate | None = None) -> Verdict:
    """Every file gets one clear sentence; `asked_for` is the certificate on whose page it was handed in."""
    looked = inspect_paper(content)
    document = OfficialDocument.objects.filter(sha256=looked.sha256).first()
    if document is None:
        return _not_on_file(looked)
    certificate = certificates().filter(document=document).first()
    if certificate is None:
        words = {"title": document.title}
        text = _("This file is the genuine “%(title)s” as it was issued here, not one byte changed.") % words
        return Verdict("valid", _("Genuine file"), text)
    if asked_for is not None and certificate.pk != asked_for.pk:
        text = _("The file is genuine, but it belongs to another certificate: number %(number)s.")
        return Verdict("ended", _("Another certificate"), text % {"number": certificate.number}, certificate)
    text = _("This file is the certificate as it was issued here, not one byte changed, and its signature holds.")
    return Verdict("valid", _("Genuine file"), text, certificate)


def _not_on_file(looked: PaperInspection) -> Verdict:
    if not looked.readable:
        text = _("This is no PDF that can be read. Choose the PDF file itself, not a photo or a scan of it.")
        return Verdict("unknown", _("Not readable"), text)
    if looked.genuine:
        text = _("The signature is ours and nothing was changed, but this file is not in our register. Ask the issuer.")
        return Verdict("unknown", _("Not registered"), text)
    if (looked.signed and looked.ours) or _names_ours(looked):
        text = _("This file was issued here once, but it has been changed since. Do not rely on it.")
        return Verdict("revoked", _("File was changed"), text)
    if looked.signed:
        text = _("This file carries the signature of somebody else. It was not issued here.")
        return Verdict("unknown", _("Not issued here"), text)
    text = _("This file carries no signature. It was not issued here, or it is a copy or a print; use the QR code.")
    return Verdict("unknown", _("Not issued here"), text)


def _names_ours(looked: PaperInspection) -> bool:
    """Its attached data name a certificate of ours: taken from a paper of ours, then tampered with."""
    identifier = (looked.data or {}).get("identifier")
    return isinstance(identifier, str) and certificates().filter(identifier=identifier[:100]).exists()
