"""What goes into a file, what never does, and that the same goes in twice."""

from __future__ import annotations

import io
import json

import pypdfium2
import pytest
import zxingcpp
from pyhanko.pdf_utils.reader import PdfFileReader

from papers.catalogue import KINDS
from papers.fonts import missing_characters
from papers.make import MadePaper, make_paper, render_kind
from papers.render import FetchRefused, fetch, render_paper
from papers.samples import SAMPLES, VERIFY
from tests.papers.conftest import AT, text_of

RARE = "䶮㛃𫖯𬱟"


def unsigned(code: str) -> bytes:
    return render_kind(KINDS[code], SAMPLES[code], title="样张", at=AT).pdf


def test_the_same_data_gives_the_same_bytes() -> None:
    assert unsigned("certificate") == unsigned("certificate")
    assert unsigned("acceptance_notice") == unsigned("acceptance_notice")


def test_the_qr_code_leads_to_the_verification_page(certificate: MadePaper) -> None:
    image = pypdfium2.PdfDocument(certificate.pdf)[0].render(scale=2).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [VERIFY]


def test_the_text_can_be_read_back(certificate: MadePaper) -> None:
    text = text_of(certificate.pdf)
    for part in (
        "高龄津贴领取凭证",
        "张䶮",
        "云民GL-2026000096",
        "2026年12月1日至2027年11月30日",
        "电子凭证（办件系统生成）",
    ):
        assert part in text


def test_the_data_is_attached_as_json_without_pictures() -> None:
    context = {**SAMPLES["certificate"], "holder_image": "data:image/png;base64,AAAA"}
    pdf = render_kind(KINDS["certificate"], context, title="凭证", at=AT).pdf
    file = PdfFileReader(io.BytesIO(pdf)).root["/AF"][0]
    data = json.loads(file["/EF"]["/F"].data)
    assert file["/AFRelationship"] == "/Data"
    assert data["holder_name"] == "张䶮"
    assert data["paper"] == "certificate"
    assert "holder_image" not in data


def test_rare_characters_of_names_are_in_the_fonts_and_on_the_paper() -> None:
    assert missing_characters(f"张{RARE}") == []
    paper = make_paper(code="certificate", context={**SAMPLES["certificate"], "holder_name": f"张{RARE}"}, at=AT)
    assert f"张{RARE}" in text_of(paper.pdf)


def test_rare_characters_are_drawn_and_differ_from_an_empty_box() -> None:
    def ink(name: str) -> bytes:
        context = {**SAMPLES["certificate"], "holder_name": name}
        page = pypdfium2.PdfDocument(render_kind(KINDS["certificate"], context, title="凭证", at=AT).pdf)[0]
        picture = page.render(scale=2).to_pil().convert("L")
        return picture.crop((390, 560, 460, 640)).tobytes()

    drawn = [ink(char) for char in RARE]
    assert len(set(drawn)) == len(RARE)
    assert all(min(picture) < 100 for picture in drawn)


def test_markup_in_data_stays_text() -> None:
    context = {**SAMPLES["certificate"], "holder_name": '<img src="http://example.com/x.png">'}
    assert "<imgsrc=" in text_of(make_paper(code="certificate", context=context, at=AT).pdf)


@pytest.mark.parametrize("address", ["http://127.0.0.1/x.png", "file:///etc/passwd", "ftp://x/y", "data:text/css,a{}"])
def test_a_paper_fetches_nothing_from_outside(address: str) -> None:
    context = {**SAMPLES["service_receipt"], "signature_image": address}
    with pytest.raises(FetchRefused):
        make_paper(code="service_receipt", context=context, at=AT)


def test_a_drawing_outside_the_template_folder_is_not_reached() -> None:
    from weasyprint.urls import FatalURLFetchingError

    with pytest.raises(FatalURLFetchingError):
        fetch("paper-art:../../../manage.py")


def test_a_signature_drawn_on_glass_is_printed_from_the_data() -> None:
    import base64

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(out, "PNG")
    picture = "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()
    context = {**SAMPLES["service_receipt"], "signature_image": picture}
    page = pypdfium2.PdfDocument(make_paper(code="service_receipt", context=context, at=AT).pdf)[0]
    colours = page.render(scale=1).to_pil().convert("RGB").getcolors(1 << 24)
    assert any(colour == (0, 0, 128) for _, colour in colours)


def test_a_paper_without_seal_has_no_seal_field() -> None:
    kind = KINDS["item_form"]
    paper = render_paper(
        template=kind.template,
        context={**dict.fromkeys(kind.optional, ""), "case_no": "", **SAMPLES["item_form"]},
        data={},
        title="申请表",
        seal_text="",
        created_at=AT,
    )
    assert "/AcroForm" not in PdfFileReader(io.BytesIO(paper.pdf)).root
