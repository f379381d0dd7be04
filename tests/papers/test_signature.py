"""Signing, and looking into files that somebody hands in."""

from __future__ import annotations

import hashlib
import io
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.exceptions import ImproperlyConfigured

from papers import sign
from papers.catalogue import KINDS
from papers.keys import KEY_FILE, KeyMaterial, key_material, make_key
from papers.make import DEMO_SEAL_LINE, MadePaper, make_paper, render_kind, seal_line
from papers.samples import SAMPLES
from papers.seal import draw_seal
from papers.verify import inspect_paper
from tests.papers.conftest import AT


@pytest.mark.parametrize("code", sorted(code for code in SAMPLES if KINDS[code].signed))
@pytest.mark.law("R24")
def test_every_paper_is_signed_by_us_and_whole(code: str, papers: dict[str, MadePaper]) -> None:
    found = inspect_paper(papers[code].pdf)
    assert found.genuine
    assert found.sha256 == papers[code].sha256 == hashlib.sha256(papers[code].pdf).hexdigest()


def test_the_sample_of_a_certificate_can_never_pass_for_one(papers: dict[str, MadePaper]) -> None:
    found = inspect_paper(papers["certificate_sample"].pdf)
    assert found.readable
    assert not found.signed
    assert not found.genuine


def test_the_data_of_a_paper_is_read_from_it(certificate: MadePaper) -> None:
    data = inspect_paper(certificate.pdf).data
    assert data is not None
    assert data["number"] == SAMPLES["certificate"]["number"]


@pytest.mark.parametrize("place", [0.2, 0.4, 0.6])
def test_one_flipped_byte_is_found(certificate: MadePaper, place: float) -> None:
    changed = bytearray(certificate.pdf)
    changed[int(len(changed) * place)] ^= 1
    found = inspect_paper(bytes(changed))
    assert not found.intact
    assert not found.genuine


def test_something_added_after_signing_is_found(certificate: MadePaper) -> None:
    assert not inspect_paper(certificate.pdf + b"\n% more\n").intact


def test_a_paper_before_signing_is_not_genuine() -> None:
    pdf = render_kind(KINDS["certificate"], SAMPLES["certificate"], title="凭证", at=AT).pdf
    found = inspect_paper(pdf)
    assert found.readable
    assert not found.signed
    assert not found.genuine


@pytest.mark.parametrize("file", [b"", b"%PDF-1.7", b"MZ\x90\x00" * 100, b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_a_broken_file_is_an_answer_and_no_error(file: bytes) -> None:
    found = inspect_paper(file)
    assert not found.genuine
    assert found.sha256 == hashlib.sha256(file).hexdigest()


def test_a_paper_of_another_house_is_intact_but_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, certificate: MadePaper
) -> None:
    ours = key_material()
    make_key(tmp_path / "papers")
    foreign = _load(tmp_path / "papers")
    monkeypatch.setattr("papers.verify.key_material", lambda: foreign)
    found = inspect_paper(certificate.pdf)
    assert found.intact
    assert not found.trusted
    assert not found.ours
    monkeypatch.setattr("papers.verify.key_material", lambda: KeyMaterial(foreign.key, foreign.chain, ours.chain[-1:]))
    assert inspect_paper(certificate.pdf).genuine, "papers signed with a former key stay genuine"


def _load(directory: Path) -> KeyMaterial:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key((directory / KEY_FILE).read_bytes(), None)
    chain = x509.load_pem_x509_certificates((directory / "chain.pem").read_bytes())
    return KeyMaterial(key, tuple(chain), ())  # type: ignore[arg-type]


def test_the_key_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    make_key(tmp_path / "keys" / "papers")
    assert stat.S_IMODE((tmp_path / "keys" / "papers" / KEY_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


def test_processes_that_start_together_end_up_with_one_key(tmp_path: Path) -> None:
    directory = tmp_path / "papers"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: make_key(directory), range(8)))
    material = _load(directory)
    assert material.chain[0].public_key() == material.key.public_key()
    assert [path.name for path in tmp_path.iterdir()] == ["papers"], "no draft is left behind"


def test_the_certificate_never_claims_an_accredited_authority() -> None:
    names = [item.subject.rfc4514_string() for item in key_material().chain]
    assert all("自建" in name for name in names)


def test_the_signer_loads_its_key_once_per_process(certificate: MadePaper) -> None:
    assert sign._signer() is sign._signer()
    assert inspect_paper(certificate.pdf).ours
    assert sign.as_asn1(key_material())[0].dump() == key_material().chain[0].public_bytes(Encoding.DER)


def test_the_seal_stands_red_over_date_and_name(certificate: MadePaper) -> None:
    document = pypdfium2.PdfDocument(certificate.pdf)
    document.init_forms()
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    sealed = picture.crop((330, 600, 450, 720))
    red = sum(count for count, (r, g, b) in sealed.getcolors(1 << 24) if r > 150 and g < 90 and b < 90)
    assert red > 1000


def test_a_demonstration_says_so_in_every_seal(settings: object) -> None:
    settings.DEMO_ALLOWED = True  # type: ignore[attr-defined]
    assert seal_line({"seal_line": "行政审批专用章"}) == DEMO_SEAL_LINE
    settings.DEMO_ALLOWED = False  # type: ignore[attr-defined]
    assert seal_line({"seal_line": "行政审批专用章"}) == "行政审批专用章"
    assert draw_seal("云溪县民政局", "演示专用") != draw_seal("云溪县民政局")


def test_a_seal_has_a_shape_for_names_of_every_length() -> None:
    for name in ("局", "云溪县民政局", "云溪县石桥镇柳树村村民委员会便民服务站"):
        assert draw_seal(name).operators.count(b" cm ") == len(name)


def test_reading_a_signed_paper_takes_no_network(certificate: MadePaper) -> None:
    assert inspect_paper(io.BytesIO(certificate.pdf).getvalue()).trusted


def test_papers_are_made_the_same_by_several_threads_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: make_paper(code="certificate", context=SAMPLES["certificate"], at=AT), range(4)))
    assert all(inspect_paper(paper.pdf).genuine for paper in made)


def test_a_county_signs_with_its_own_key(tmp_path: Path, settings: object) -> None:
    make_key(tmp_path / "own")
    settings.PAPER_SIGNING_KEY = str(tmp_path / "own" / KEY_FILE)  # type: ignore[attr-defined]
    settings.PAPER_SIGNING_CHAIN = str(tmp_path / "own" / "chain.pem")  # type: ignore[attr-defined]
    assert key_material.__wrapped__().chain == _load(tmp_path / "own").chain


def test_a_key_without_its_chain_is_a_mistake_that_is_named(settings: object) -> None:
    settings.PAPER_SIGNING_KEY = "/somewhere.pem"  # type: ignore[attr-defined]
    with pytest.raises(ImproperlyConfigured, match="both"):
        key_material.__wrapped__()
