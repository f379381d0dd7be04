"""The last touch on a PDF before it is written: what PDF/A-3a and PDF/UA-1 ask for together.

The engine writes one of the two; this adds the other's claim, names each attachment once, says to which direction a
table heading belongs, and turns the placeholder the template drew into an empty signature field. It works on pydyf
objects of the pinned engine version; the validator in the tests says at once when that changes.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf

SEAL_FIELD = "Seal"
_PICTURED = re.compile(r"(.)（U\+[0-9A-F]{4,6}）", re.DOTALL)  # as `papers.rare` has an ideograph spoken
PRINT_AND_LOCKED = 4 + 128
_UA_SCHEMA = b"""
<rdf:Description rdf:about="" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """The finisher of the engine: called with its document and the objects just before they are written."""
    _claim_accessibility(pdf)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for item in pdf.objects:
        if not isinstance(item, pydyf.Dictionary):
            continue
        if item.get("Subtype") == "/Widget":
            _make_signature_field(pdf, item)
        elif item.get("S") == "/Figure":
            _say_character(item)
        elif item.get("S") == "/TH":
            _name_direction(pdf, item)
    form = pdf.catalog.get("AcroForm")
    if form is not None:
        form.pop("NeedAppearances", None)
        form.pop("DR", None)


def _claim_accessibility(pdf: pydyf.PDF) -> None:
    metadata = _object(pdf, pdf.catalog["Metadata"])
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", _UA_SCHEMA + b"</rdf:RDF>", 1)


def _make_signature_field(pdf: pydyf.PDF, widget: pydyf.Dictionary) -> None:
    """A checkbox that the template placed becomes the empty signature field; its drawing is emptied."""
    for key in ("V", "AS", "MK", "DA", "Border"):
        widget.pop(key, None)
    left, bottom, right, top = widget["Rect"]
    widget["Rect"] = pydyf.Array((min(left, right), min(bottom, top), max(left, right), max(bottom, top)))
    widget["FT"], widget["F"] = "/Sig", PRINT_AND_LOCKED
    drawing = next(iter(widget["AP"]["N"].values()))
    widget["AP"]["N"] = drawing
    _object(pdf, drawing).stream = []


def _say_character(figure: pydyf.Dictionary) -> None:
    """The picture of a character that has a code point stands for that character: whoever copies or hears, gets it."""
    spoken = getattr(figure.get("Alt"), "string", "")
    if found := _PICTURED.fullmatch(spoken):
        figure["ActualText"] = pydyf.String(found[1])


def _name_direction(pdf: pydyf.PDF, heading: pydyf.Dictionary) -> None:
    in_head = _object(pdf, _object(pdf, heading["P"])["P"])["S"] == "/THead"
    heading["A"].setdefault("Scope", "/Column" if in_head else "/Row")


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(bytes(reference).split()[0])]
