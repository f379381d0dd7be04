"""Several items asked as one: each situation, paper and question once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from catalog.content import FormField, ItemContent, Material, Option, Situation
from catalog.domain.one_things import read_one_things
from catalog.together import shared_form, shared_materials, shared_situations, still_open
from tests.catalog.factories import CONTENTS

BIRTH, HOUSEHOLD, CARD = (CONTENTS[key] for key in ("birth_registration", "newborn_household", "social_card"))
PAPER = Material(key="p", name="材料")
FIELD = FormField(key="f", label="问题", section="情况")


def item(key: str, **parts: object) -> ItemContent:
    return replace(BIRTH, key=key, **{"situations": (), "materials": (), "form": (), **parts})  # type: ignore[arg-type]


def test_a_question_of_two_items_is_asked_once_with_the_options_of_both() -> None:
    one = Situation("q", "哪一种？", options=(Option("a", "甲"), Option("b", "乙")))
    two = replace(one, question="另一种问法", options=(Option("b", "乙"), Option("c", "丙")))
    merged = shared_situations([item("x", situations=(one,)), item("y", situations=(two,))])
    assert [(s.question, [o.key for o in s.options]) for s in merged] == [("哪一种？", ["a", "b", "c"])]


def test_a_paper_of_two_items_is_handed_in_once_and_says_which_items_need_it() -> None:
    merged = {shared.material.key: shared.items for shared in shared_materials([BIRTH, HOUSEHOLD, CARD])}
    assert merged["id_card"] == ("birth_registration", "newborn_household", "social_card")
    assert merged["birth_medical_certificate"] == ("birth_registration", "newborn_household")
    keys = [shared.material.key for shared in shared_materials([BIRTH, HOUSEHOLD, CARD])]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("necessities", "merged"), [((1, 2), 1), ((2, 3), 3), ((3, 1), 1), ((2, 2), 2)])
def test_the_stricter_item_decides_whether_a_paper_is_necessary(necessities: tuple[int, int], merged: int) -> None:
    items = [item(key, materials=(replace(PAPER, necessity=n),)) for key, n in zip("xy", necessities, strict=True)]
    assert shared_materials(items)[0].material.necessity == merged


def test_what_one_office_fetches_itself_the_other_does_not_ask_for() -> None:
    """R13"""
    asked, fetched = PAPER, replace(PAPER, shared=True, source=20, share_source="信息库")
    for pair in ((asked, fetched), (fetched, asked)):
        merged = shared_materials([item(key, materials=(paper,)) for key, paper in zip("xy", pair, strict=True)])
        assert merged[0].material.shared and merged[0].material.share_source == "信息库"


def test_originals_copies_and_signatures_satisfy_both_items() -> None:
    one = replace(PAPER, originals=1, copies=0, sign_required="seal")
    two = replace(PAPER, originals=0, copies=2, sign_required="signature", separate_consent=True)
    paper = shared_materials([item("x", materials=(one,)), item("y", materials=(two,))])[0].material
    assert (paper.originals, paper.copies, paper.sign_required) == (1, 2, "both")
    assert paper.separate_consent


def test_a_paper_that_one_item_always_needs_depends_on_no_situation() -> None:
    one, two = replace(PAPER, situations=("q.a",)), PAPER
    assert shared_materials([item("x", materials=(one,)), item("y", materials=(two,))])[0].material.situations == ()
    other = replace(PAPER, situations=("r.b",))
    both = shared_materials([item("x", materials=(one,)), item("y", materials=(other,))])[0].material
    assert both.situations == ("q.a", "r.b")


@pytest.mark.parametrize(
    ("situations", "answers", "left"),
    [
        ((), {"q": "a"}, ()),
        (("q.a",), {}, ("q.a",)),
        (("q.a",), {"q": "a"}, ()),
        (("q.a",), {"q": "b"}, None),
        (("q.a", "q.b"), {"q": "b"}, ()),
        (("q.a", "r.a"), {"q": "b"}, ("r.a",)),
    ],
)
def test_answers_leave_out_papers_and_open_questions_leave_them_in(
    situations: tuple[str, ...], answers: dict[str, str], left: tuple[str, ...] | None
) -> None:
    assert still_open(situations, answers) == left


def test_with_every_question_answered_the_papers_are_those_of_the_items_together() -> None:
    contents = [BIRTH, HOUSEHOLD, CARD]
    answers = {situation.key: situation.options[-1].key for situation in shared_situations(contents)}
    apart = {material.key for content in contents for material in content.materials_for(answers)}
    assert {shared.material.key for shared in shared_materials(contents, answers)} == apart
    asked = {field.key for content in contents for field in content.form_for(answers)}
    assert {shared.field.key for shared in shared_form(contents, answers)} == asked


def test_the_form_asks_once_keeps_sections_together_and_takes_the_stricter_rule() -> None:
    form = shared_form([BIRTH, HOUSEHOLD, CARD])
    keys, sections = [s.field.key for s in form], [s.field.section for s in form]
    assert len(keys) == len(set(keys))
    assert sections == sorted(sections, key=list(dict.fromkeys(sections)).index)
    child = next(shared for shared in form if shared.field.key == "child_name")
    assert child.items == ("birth_registration", "newborn_household", "social_card") and child.field.required
    assert child.field.situations == (), "landing the child always asks for the name"


def test_the_smaller_length_and_the_more_sensitive_field_hold_for_both() -> None:
    one = replace(FIELD, max_length=50, sensitive=True, required=False)
    two = replace(FIELD, max_length=20, required=True)
    field = shared_form([item("x", form=(one,)), item("y", form=(two,))])[0].field
    assert (field.max_length, field.sensitive, field.required) == (20, True, True)


def test_application_forms_are_told_from_the_papers_people_prepare() -> None:
    made = {shared.material.key for shared in shared_materials([BIRTH, HOUSEHOLD]) if shared.is_application_form}
    assert made == {"application_form_newborn_household"}


@pytest.mark.parametrize("values", read_one_things(), ids=lambda values: values["key"])
def test_items_of_a_package_mean_the_same_by_what_they_share(values: dict[str, list[dict[str, str]]]) -> None:
    contents = [CONTENTS[part["item"]] for part in values["parts"]]
    for one, other in combinations(contents, 2):
        papers = {m.key: m for m in one.materials}
        assert all(papers[m.key].shared == m.shared for m in other.materials if m.key in papers)
        fields = {f.key: f for f in one.form}
        assert all(
            (fields[f.key].label, fields[f.key].kind) == (f.label, f.kind) for f in other.form if f.key in fields
        )
