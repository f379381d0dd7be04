"""One-thing packages: the project's own four, what is offered now, and the record of every change."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from accounts.models import User
from catalog import codes
from catalog.demo import build_items
from catalog.domain.one_things import load_one_thing, read_one_things, save_one_thing
from catalog.domain.state import pause_item
from catalog.guide.package import build_package_guide
from catalog.models import OneThing, OneThingPart, ServiceItem
from catalog.packages import open_package, open_packages, package_of, with_parts
from catalog.together import shared_situations
from core.models import AuditEntry
from places.calendar import load_calendar
from tests.accounts.factories import UnitFactory
from tests.catalog.factories import CONTENTS, actor, make_departments, make_item

PACKAGES = {values["key"]: values for values in read_one_things()}
every_package = pytest.mark.parametrize("values", PACKAGES.values(), ids=list(PACKAGES))


@pytest.fixture
def birth(editor: User, publisher: User, now: datetime) -> OneThing:
    """新生儿出生一件事 with its five items in use."""
    return make_package("newborn", editor, publisher, now)


def make_package(key: str, editor: User, publisher: User, now: datetime) -> OneThing:
    values = PACKAGES[key]
    for part in values["parts"]:
        make_departments(CONTENTS[part["item"]])
        make_item(editor=editor, publisher=publisher, now=now, key=part["item"])
    return load_one_thing(values=values, actor=actor(publisher, now), now=now)


def guide_of(key: str, now: datetime, *, parts: tuple[str, ...] = (), **answers: str) -> Any:
    return build_package_guide(
        open_package(key), keys=parts, answers=answers, now=now, calendar=load_calendar(jurisdiction="")
    )


def test_there_are_the_four_packages_in_their_order() -> None:
    assert list(PACKAGES) == ["newborn", "retirement", "after_death", "open_business"]


@every_package
def test_a_package_is_made_of_items_that_exist_under_a_department_of_one_of_them(values: dict[str, Any]) -> None:
    contents = [CONTENTS[part["item"]] for part in values["parts"]]
    assert values["lead"] in {content.department for content in contents}
    assert len(contents) >= 3
    assert len(values["summary"]) <= 45 and values["aliases"]
    assert values["life_event"] in dict(codes.choices("life_event"))


@every_package
def test_a_part_that_may_be_left_out_says_for_whom_it_is(values: dict[str, Any]) -> None:
    assert all(part.get("required", True) != bool(part.get("when")) for part in values["parts"])


@every_package
def test_answers_that_go_without_saying_are_answers_to_questions_of_the_items(values: dict[str, Any]) -> None:
    asked = shared_situations([CONTENTS[part["item"]] for part in values["parts"]])
    offered = {f"{situation.key}.{option.key}" for situation in asked for option in situation.options}
    assert set(values.get("answers", ())) <= offered


@every_package
def test_one_form_is_shorter_than_the_forms_one_by_one(
    values: dict[str, Any], editor: User, publisher: User, now: datetime
) -> None:
    make_package(values["key"], editor, publisher, now)
    guide = guide_of(values["key"], now)
    assert guide.questions < guide.questions_apart
    keys = [row.line.material.key for row in (*guide.own_papers, *guide.fetched_papers)]
    assert len(keys) == len(set(keys))


def test_a_package_is_loaded_once_and_its_making_is_on_record(birth: OneThing, publisher: User, now: datetime) -> None:
    again = load_one_thing(values=PACKAGES["newborn"], actor=actor(publisher, now), now=now)
    assert again == birth and OneThing.objects.count() == 1
    entry = AuditEntry.objects.get(action="one_thing.create")
    assert entry.data["items"] == [part["item"] for part in PACKAGES["newborn"]["parts"]]


def test_a_changed_package_is_the_next_edition_and_on_record(birth: OneThing, editor: User, now: datetime) -> None:
    birth.is_open = False
    save_one_thing(one_thing=birth, actor=actor(editor, now), now=now)
    entry = AuditEntry.objects.order_by("-seq")[0]
    assert (entry.action, entry.user_id, entry.data["is_open"]) == ("one_thing.change", editor.pk, False)
    assert OneThing.objects.get().edition == 2


def test_only_what_can_be_applied_for_now_is_offered(birth: OneThing, publisher: User, now: datetime) -> None:
    assert [package.one_thing for package in open_packages()] == [birth]
    pause_item(item=ServiceItem.objects.get(key="social_card"), reason="换发新卡", actor=actor(publisher, now), now=now)
    package = open_package("newborn")
    assert [part.key for part in package.parts][-1] == "medical_enrol" and package.resting == ("社会保障卡申领",)
    pause_item(
        item=ServiceItem.objects.get(key="newborn_household"), reason="停电", actor=actor(publisher, now), now=now
    )
    assert open_packages() == []
    with pytest.raises(Http404):
        open_package("newborn")


def test_a_closed_package_is_not_offered(birth: OneThing, editor: User, now: datetime) -> None:
    birth.is_open = False
    save_one_thing(one_thing=birth, actor=actor(editor, now), now=now)
    assert open_packages() == []


def test_packages_are_read_in_a_constant_number_of_queries(
    birth: OneThing, editor: User, publisher: User, now: datetime, assert_same_queries: Any
) -> None:
    def grow() -> None:
        for key in ("retirement", "after_death", "open_business"):
            make_package(key, editor, publisher, now)

    assert_same_queries(open_packages, grow)
    assert len(open_packages()) == 4


def test_required_parts_stay_when_others_are_chosen(birth: OneThing) -> None:
    package = open_package("newborn")
    assert [part.key for part in package.chosen({"social_card"})] == ["newborn_household", "social_card"]
    assert package.chosen(set()) == package.chosen({"nonsense"}) == package.parts


def test_what_goes_without_saying_is_not_asked(birth: OneThing, now: datetime) -> None:
    guide = guide_of("newborn", now)
    asked = {situation.key for situation in guide.situations}
    assert not asked & {"child_stage", "insured_person", "card_holder"} and "marriage_state" in asked
    certificate = next(row for row in guide.fetched_papers if row.line.material.key == "birth_medical_certificate")
    assert certificate.line.when == "", "the child is born: it is needed for certain"


def test_answers_and_choice_narrow_the_one_list_of_papers(birth: OneThing, now: datetime) -> None:
    everything = {row.line.material.key for row in guide_of("newborn", now).own_papers}
    mine = guide_of("newborn", now, agent="self", birth_place="hospital", nonsense="x")
    assert "mandate_letter" in everything and "home_delivery_record" in everything
    assert not {"mandate_letter", "home_delivery_record"} & {row.line.material.key for row in mine.own_papers}
    assert mine.answers == {"agent": "self", "birth_place": "hospital"}
    only = guide_of("newborn", now, parts=("social_card",))
    assert [row.part.key for row in only.parts if row.chosen] == ["newborn_household", "social_card"]


def test_the_whole_is_done_when_the_last_item_is(birth: OneThing, now: datetime) -> None:
    guide = guide_of("newborn", now)
    card = next(row for row in guide.parts if row.part.key == "social_card")
    assert guide.latest == card.dates.latest and card.dates.usual.on < card.dates.latest.on
    assert all(row.dates.latest is None for row in guide.parts if row is not card), "done on the spot"


@pytest.mark.django_db
def test_the_demo_builds_the_packages_behind_the_items(now: datetime, publisher: User, editor: User) -> None:
    for content in CONTENTS.values():
        make_departments(content)
    build_items(now=now)
    build_items(now=now)
    assert list(with_parts(OneThing.objects.all()).values_list("key", flat=True)) == list(PACKAGES)
    assert all(package_of(one_thing).is_open for one_thing in with_parts(OneThing.objects.all()))


# --- back office


def form_data(items: list[ServiceItem], lead: Any, **changes: Any) -> Any:
    rows = [{"item": item.pk, "required": "on", "when": "", "ORDER": n} for n, item in enumerate(items, start=1)]
    facts = {
        "name": "搬家一件事",
        "summary": "搬到新家要办的几件事，一起办好。",
        "lead": lead.pk,
        "life_event": "housing",
        "key": "moving",
        "order": "9",
        "is_open": "on",
        "answers": "",
        "aliases": "搬家",
        "notes": "",
        "parts": inline_formset(rows),
    }
    return nested_form_data({**facts, **changes})


@pytest.fixture
def two_items(editor: User, publisher: User, now: datetime) -> list[ServiceItem]:
    return [make_item(editor=editor, publisher=publisher, now=now, key=key) for key in ("elder_card", "pension_enrol")]


def test_an_editor_makes_a_package_and_changes_it(
    client_for: Any, editor: User, two_items: list[ServiceItem], now: datetime
) -> None:
    client: Client = client_for(editor)
    lead = UnitFactory(name="云溪县住房和城乡建设局", kind="department")
    assert client.get("/admin/one_things/new/").status_code == 200
    response = client.post("/admin/one_things/new/", form_data(two_items, lead))
    made = OneThing.objects.get()
    assert response.status_code == 302
    assert [part.item for part in made.parts.all()] == two_items and made.edition == 1

    rows = [{"id": part.pk, "item": part.item_id, "required": "", "when": "想办的", "ORDER": n}
            for n, part in enumerate(made.parts.all(), start=1)]  # fmt: skip
    changed = form_data(two_items, lead, name="搬新家一件事", key="other", parts=inline_formset(rows, initial=2))
    client.post(f"/admin/one_things/edit/{made.pk}/", changed)
    made.refresh_from_db()
    assert (made.name, made.key, made.edition) == ("搬新家一件事", "moving", 2)
    assert not OneThingPart.objects.filter(required=True).exists()
    assert [entry.action for entry in AuditEntry.objects.filter(action__startswith="one_thing").order_by("seq")] == [
        "one_thing.create",
        "one_thing.change",
    ]


def test_a_package_of_one_item_or_of_the_same_item_twice_is_refused_in_words(
    client_for: Any, editor: User, two_items: list[ServiceItem]
) -> None:
    client: Client = client_for(editor)
    lead = UnitFactory(name="云溪县住房和城乡建设局", kind="department")
    for items in (two_items[:1], [two_items[0], two_items[0]]):
        response = client.post("/admin/one_things/new/", form_data(items, lead))
        assert response.status_code == 200
    assert not OneThing.objects.exists()


def test_publishers_read_packages_and_others_do_not_reach_them(
    client_for: Any, birth: OneThing, publisher: User, clerk: User
) -> None:
    assert client_for(publisher).get("/admin/one_things/").status_code in (200, 302)
    assert client_for(publisher).post(f"/admin/one_things/edit/{birth.pk}/", {}).status_code in (302, 403)
    assert client_for(clerk).get("/admin/one_things/").status_code in (302, 403)
    assert client_for(publisher).get(f"/admin/one_things/delete/{birth.pk}/").status_code == 404
