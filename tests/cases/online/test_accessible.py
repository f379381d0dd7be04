"""R30: who sees little, uses no mouse or has no script applies like everybody else; the counter stays (无障碍环境建设法).

axe judges every page in a real browser (`tests/browser/looks/test_axe.py`, run on its own); this walks the application
in seconds: each page is read as a plain document, each form is sent as a browser without script would send it.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import reverse

from cases.enums import Status
from cases.models import Application, Case
from tests.cases.online.markup import Page, faults
from tests.cases.online.person import ANSWERS
from tests.core.factories import photo, upload

pytestmark = pytest.mark.django_db


class Reader:
    """Reads every page she comes to for what would keep somebody out, and sends the forms that stand in it."""

    def __init__(self, client):
        self.client, self.where, self.seen, self.large = client, "", [], False

    def open(self, address):
        response = self.client.get(address, follow=True)
        return self._read(response, response.redirect_chain[-1][0] if response.redirect_chain else address)

    def send(self, **answers):
        files = {
            name: answers.pop(name) for name in [key for key, value in answers.items() if not isinstance(value, str)]
        }
        action, data = self.page.fill(**answers, **dict.fromkeys(files, ""))
        target = action or self.where
        response = self.client.post(target, {**data, **files}, follow=True)
        return self._read(response, response.redirect_chain[-1][0] if response.redirect_chain else target)

    def _read(self, response, address):
        assert response.status_code == 200, (address, response.status_code)
        self.where, html = address, response.content.decode()
        self.seen.append(urlsplit(address).path)
        self.page = Page(html)
        assert faults(html) == [], address
        assert ('data-mode="large"' in html) is self.large, address
        return self


def apply(reader, county):
    """From the guide's start to the confirmation, by what stands in the pages."""
    county.village  # noqa: B018 - made when first asked for
    item = county.item.key
    reader.open(reverse("online:start", args=[item]))
    assert reverse("online:start_question", args=[item, 1]) in reader.page.links()
    reader.open(reverse("online:start_question", args=[item, 1])).send(age_band="from_80").send(receipt_account="own")
    assert reverse("online:start_whom", args=[item]) in reader.page.links()
    reader.open(reverse("online:start_whom", args=[item])).send(whom="self")
    application = Application.objects.get()
    for key, answer in ANSWERS.items():
        reader.open(reverse("online:field", args=[application.public_id, key])).send(**{key: answer})
    card = upload("卡.jpg", photo(), "image/jpeg")
    reader.open(reverse("online:hand_in", args=[application.public_id, "bank_account_proof"])).send(file=card)
    reader.open(reverse("online:tasks", args=[application.public_id]))
    reader.open(reverse("online:check", args=[application.public_id]))
    assert reverse("online:declare", args=[application.public_id]) in reader.page.links()
    reader.open(reverse("online:declare", args=[application.public_id])).send(declared="on")
    case = Case.objects.get()
    assert case.status == Status.RECEIVED and reader.where == reverse("online:done", args=[application.public_id])
    return case


@pytest.mark.law("R30")
@pytest.mark.parametrize("mode", ["normal", "large"])
def test_an_application_is_made_and_followed_without_script_in_either_type(county, alice, mode):
    reader = Reader(alice.client)
    reader.client.get(reverse("display", args=[mode]), {"next": "/"})
    reader.large = mode == "large"
    case = apply(reader, county)
    for name, args in (("my", []), ("track", []), ("case", [case.public_id]), ("withdraw", [case.public_id])):
        reader.open(reverse(f"online:{name}", args=args))
    assert len(set(reader.seen)) > 15


@pytest.mark.law("R30")
def test_what_is_wrong_is_said_at_the_head_and_leads_to_its_field(county, alice):
    application = alice.begin()
    reader = Reader(alice.client)
    for key, wrong in (("phone", "12"), ("address", ""), ("living_with", "")):
        address = reverse("online:field", args=[application.public_id, key])
        html = alice.client.post(address, {key: wrong}).content.decode()
        assert faults(html) == [], key
        summary = Page(html).soup.select_one(".govuk-error-summary[role=alert] a[href^='#']")
        assert summary is not None and summary.get_text(strip=True), key
    reader.open(reverse("online:declare", args=[application.public_id]))
    html = alice.post("declare", application.public_id).content.decode()
    assert faults(html) == [] and "请勾选真实性声明" in html


@pytest.mark.law("R30")
def test_what_is_asked_for_again_is_supplied_without_script(county, alice):
    case = county.correction_required()
    reader = Reader(alice.client)
    reader.open(reverse("online:case", args=[case.public_id]))
    supply = reverse("online:supply", args=[case.public_id, case.correction.items.get().pk])
    assert supply in reader.page.links()
    reader.open(supply).send(file=upload("卡.jpg", photo(), "image/jpeg"))
    assert case.correction.items.get().supplied_at is not None


@pytest.mark.law("R30")
def test_large_type_is_larger_and_stays(county, client):
    style = (settings.ROOT / "frontend/styles/_large.scss").read_text()
    assert re.search(r'html\[data-mode="large"\] {\s*font-size: 1(50%|\.5)', style)
    client.get(reverse("display", args=["large"]), {"next": "/"})
    track = reverse("online:track")
    assert 'data-mode="large"' in client.get(track).content.decode()
    client.get(reverse("display", args=["normal"]), {"next": "/"})
    assert 'data-mode="large"' not in client.get(track).content.decode()


@pytest.mark.parametrize(
    "broken, fault",
    [
        ("<form><input name='q'></form>", "no label: q"),
        ("<img src='x.png'>", "a picture without words: x.png"),
        ("<h3>跳级</h3>", "heading 3 follows 1"),
        ("<a href='/x/'></a>", "nothing to read out: a /x/"),
        ("<button onclick='go()'>好</button>", "works by script alone: button"),
        ("<p id='main'></p>", "the id main stands twice"),
        ("<form><input type=radio name=a aria-label=1><input type=radio name=a aria-label=2></form>", "choices"),
        ("<label for='nowhere'>名</label>", "for of label leads nowhere: nowhere"),
    ],
)
def test_the_reader_really_finds_what_keeps_people_out(broken, fault):
    frame = "<html lang='zh-CN'><title>页</title><body><a href='#main'>跳到正文</a><main id='main'><h1>题</h1>{}</main>"
    assert faults(frame.format("")) == []
    assert any(fault in found for found in faults(frame.format(broken)))
