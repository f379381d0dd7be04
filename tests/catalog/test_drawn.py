"""Blank forms, samples and the sample of the result: drawn from the version in use."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from catalog.content import FormField, Option
from catalog.drawn import files
from catalog.drawn.answers import choices_of, written
from catalog.drawn.forms import declaration_of, form_context, main_form_key
from catalog.drawn.result import has_sample
from catalog.models import ServiceItem
from tests.catalog.factories import CONTENTS, KEY, make_item
from tests.papers.conftest import text_of

FORM = f"application_form_{KEY}"


def labels(context: dict) -> list[str]:
    return [field["label"] for section in context["sections"] for field in section["fields"]]


def test_examples_are_written_as_on_paper() -> None:
    assert written(FormField("a", "a", kind="date"), "1946-03-07") == "1946年3月7日"
    assert written(FormField("a", "a", kind="date"), "去年") == "去年"
    assert written(FormField("a", "a", kind="yes_no"), "no") == "否"
    choice = FormField("a", "a", kind="choice", options=(Option("farming", "种地、养殖"),))
    assert written(choice, "farming") == "种地、养殖" and choices_of(choice) == ["种地、养殖"]


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_every_form_of_every_item_has_a_blank_and_a_sample_without_codes(content) -> None:
    for material in content.materials:
        if material.is_form:
            sample = form_context(content, material, sample=True)
            shown = [str(f["example"]) for section in sample["sections"] for f in section["fields"]]
            assert "yes" not in shown and "no" not in shown
            keys = {option.key for field in content.form for option in field.options}
            assert not keys & set(shown)


def test_the_application_form_asks_everything_and_a_promise_only_who_signs_what() -> None:
    content = CONTENTS["minimum_living"]
    by_key = {material.key: material for material in content.materials}
    whole = form_context(content, by_key[main_form_key(content)], sample=False)
    short = form_context(content, by_key["check_authorization"], sample=False)
    assert {field.label for field in content.form if field.key != "phone"} <= set(labels(whole))
    assert "银行账号" not in labels(short)
    assert "授权" in short["declaration"] and content.name in short["declaration"]


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_every_other_form_has_words_of_its_own_to_sign(content) -> None:
    others = [m for m in content.materials if m.is_form and m.key != main_form_key(content)]
    assert all(declaration_of(material.key) is not declaration_of("_other") for material in others)


def test_a_blank_form_is_a_pdf_with_the_questions(item: ServiceItem, client: Client) -> None:
    response = client.get(reverse("catalog:blank_form", args=[KEY, FORM]))
    assert response["Content-Type"] == "application/pdf"
    assert "高龄津贴申请表" in text_of(response.content) and "开户银行" in text_of(response.content)
    assert "UTF-8''%E9%AB%98" in response["Content-Disposition"]


def test_a_sample_form_shows_invented_answers(item: ServiceItem, client: Client) -> None:
    text = text_of(client.get(reverse("catalog:sample_form", args=[KEY, FORM])).content)
    assert "样表" in text and "李示例" in text


def test_the_sample_of_the_result_says_that_it_is_one_and_is_not_signed(item: ServiceItem, client: Client) -> None:
    pdf = client.get(reverse("catalog:result_sample", args=[KEY])).content
    assert "样本" in text_of(pdf) and "样本无编号" in text_of(pdf)
    assert b"/ByteRange" not in pdf


def test_a_paper_is_drawn_once_for_each_version(item: ServiceItem, client: Client, monkeypatch) -> None:
    address = reverse("catalog:blank_form", args=[KEY, FORM])
    first = client.get(address).content
    monkeypatch.setattr(files, "draw_form", lambda *args, **kwargs: pytest.fail("drawn again"))
    assert client.get(address).content == first


def test_without_the_means_for_a_pdf_there_is_a_page_to_print(
    editor: User, publisher: User, now: datetime, client: Client, monkeypatch
) -> None:
    make_item(editor=editor, publisher=publisher, now=now, key="elder_card")

    def fail(*args: object, **kwargs: object) -> bytes:
        raise OSError("no pango")

    monkeypatch.setattr("catalog.views.papers.drawn_form", fail)
    monkeypatch.setattr("catalog.views.papers.drawn_result", fail)
    form = client.get(reverse("catalog:blank_form", args=["elder_card", "application_form_elder_card"]))
    result = client.get(reverse("catalog:result_sample", args=["elder_card"]))
    assert "老年人优待证申请表" in form.content.decode()
    assert "老年人优待证" in result.content.decode()


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("blank_form", ["nothing", FORM]),
        ("blank_form", [KEY, "nothing"]),
        ("sample_form", [KEY, "id_card"]),
        ("result_sample", ["nothing"]),
    ],
)
def test_what_is_not_there_is_not_found(item: ServiceItem, client: Client, name: str, args: list[str]) -> None:
    assert client.get(reverse(f"catalog:{name}", args=args)).status_code == 404


def test_an_item_without_a_paper_as_result_has_no_sample() -> None:
    content = CONTENTS[KEY]
    assert has_sample(content)
    assert not has_sample(replace(content, result=replace(content.result, kind="none")))
