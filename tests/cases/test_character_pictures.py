"""A name with a character that no font has: its paper says so, a picture is uploaded, and the paper prints it."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import Role
from cases.domain.character_pictures import keep_character_picture
from cases.domain.documents import render_document
from cases.enums import PaperState
from cases.models import CharacterPicture
from core.domain.uploads import open_stored_file
from core.errors import Refused
from core.models import AuditEntry
from papers import rare
from tests.core.test_glyphs import STROKE, SVG, png

pytestmark = [pytest.mark.django_db, pytest.mark.database]
RARE = "\U000313fe"  # 扩展 H; see `no_font`


@pytest.fixture(autouse=True)
def no_font(monkeypatch):
    """Whatever fallback fonts this machine has."""
    monkeypatch.setattr(rare, "fallback_fonts", lambda: ())


@pytest.fixture
def failed(county):
    """The acceptance notice of a woman whose name no font can print."""
    county.resident.name = f"王{RARE}英"
    county.resident.save()
    document = county.accepted().documents.get(code="acceptance_notice")
    return render_document(document=document, now=county.later(2))


def upload(content=None, name="字.png"):
    return SimpleUploadedFile(name, content or png(), content_type="image/png")


def keep(county, **changes):
    given = {"character": RARE, "upload": upload(), "source": "户口簿", "actor": county.clerk, "now": county.later(3)}
    return keep_character_picture(**{**given, **changes})


def refusals(county, **changes):
    with pytest.raises(Refused) as refusal:
        keep(county, **changes)
    return [reason.code for reason in refusal.value.reasons]


def spoken(pdf):
    """(Alt, ActualText) of the figures in the structure of the file."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    found = []

    def walk(node):
        node = node.get_object()
        for child in node if isinstance(node, list) else ():
            walk(child)
        if isinstance(node, dict):
            if node.get("/S") == "/Figure":
                found.append((str(node.get("/Alt")), str(node.get("/ActualText"))))
            if "/K" in node:
                walk(node.raw_get("/K"))

    walk(PdfFileReader(io.BytesIO(pdf)).root["/StructTreeRoot"].raw_get("/K"))
    return found


@pytest.mark.drawn
@pytest.mark.parametrize("content", [png(), SVG.format(STROKE).encode()], ids=["png", "svg"])
def test_the_paper_that_failed_is_made_with_the_picture_and_says_the_character(county, failed, content):
    assert failed.state == PaperState.FAILED
    assert failed.lacking == [RARE]
    row, number = keep(county, upload=upload(content))
    assert number == 2  # the receipt and the notice of acceptance
    made = render_document(document=failed, now=county.later(4))
    assert made.state == PaperState.MADE, made.problem
    with open_stored_file(made.file) as file:
        assert (f"{RARE}（{row.code}）", RARE) in spoken(file.read())
    assert AuditEntry.objects.filter(action="character.picture").count() == 1


def test_a_later_picture_takes_the_place_of_the_first(county):
    keep(county)
    keep(county, source="身份证", now=county.later(4))
    assert CharacterPicture.objects.get().source == "身份证"


def test_only_a_character_that_the_fonts_lack_gets_a_picture_and_only_from_who_issues_papers(county):
    assert refusals(county, character="王") == ["character"]
    assert refusals(county, character="😀") == ["character"]
    assert refusals(county, character=RARE * 2) == ["character"]
    assert refusals(county, source=" ") == ["source"]
    assert refusals(county, upload=upload(png(ink="red"))) == ["picture"]
    assert refusals(county, actor=county.staff(Role.SUPERVISOR)) == ["role"]


@pytest.mark.drawn
def test_a_clerk_comes_from_the_failed_paper_to_the_form_and_the_paper_is_made(county, failed, client, client_for):
    from accounts.models import User

    browser = client_for(User.objects.get(pk=county.clerk.user_id))
    page = browser.get(reverse("desk:case", args=[failed.case.public_id])).content.decode()
    form = reverse("desk:characters")
    assert f"{form}?character=" in page
    assert "有2份文书在等U+313FE这个字。" in browser.get(form, {"character": RARE}).content.decode()
    wrong = browser.post(form, {"character": RARE, "upload": upload(png(ink="red")), "source": "户口簿"})
    assert "图片有颜色" in wrong.content.decode()
    sent = browser.post(form, {"character": RARE, "upload": upload(), "source": "户口簿"})
    assert sent.status_code == 302
    failed.refresh_from_db()
    assert render_document(document=failed, now=county.later(5)).state == PaperState.MADE
    listed = browser.get(form).content.decode()
    shown = reverse("desk:character_picture", args=[CharacterPicture.objects.get().pk])
    assert shown in listed and "户口簿" in listed
    assert browser.get(shown)["Content-Type"] == "image/png"
