"""Who finds which case: staff through the post held now, residents their own, agents under a mandate in force."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import ANONYMOUS, Actor
from accounts.models import Role
from cases.domain.review import add_note
from cases.domain.submit import submit_application
from cases.models import Case
from places.models.points import PointKind
from places.models.units import UnitKind
from search import documents
from search.documents.base import Reader
from search.engines.base import Engine
from search.query import Found, Question, find, suggest
from search.refresh import refresh
from tests.accounts.factories import MandateFactory, ResidentFactory, UnitFactory
from tests.cases.factories import County

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def asked(county: County, text: str, actor: Actor, *, desk: bool = False, **values: Any) -> Found:
    reader = Reader(actor=actor, on=county.now.date(), desk=desk)
    return find(question=Question(text, **values), reader=reader)


def refs(found: Found) -> list[str]:
    return [hit.document.ref for hit in found.hits]


@pytest.fixture
def case(county: County) -> Case:
    """王秀英's case, sent in online, with a remark of the desk."""
    received = county.received()
    add_note(case=received, text="子女反映老人住在县城", actor=county.clerk, now=county.now)
    return received


@pytest.mark.parametrize("text", ["王秀英", "高龄津贴", "高龄补贴", "县城", "wangxiuying", "wxy", "柳树村"])
def test_staff_find_a_case_by_name_item_place_and_text(county: County, case: Case, text: str) -> None:
    assert f"case:{case.pk}" in refs(asked(county, text, county.clerk, desk=True))


def test_staff_find_a_case_by_its_number_however_it_is_typed(county: County, case: Case) -> None:
    number = case.number or ""
    for typed in (number, f" {number[:6]}-{number[6:]} ", number.lower()):
        assert refs(asked(county, typed, county.clerk, desk=True)) == [f"case:{case.pk}"]


def test_an_identity_number_finds_the_case_without_standing_in_the_index(county: County, case: Case) -> None:
    number = county.resident.id_number
    assert refs(asked(county, number, county.clerk, desk=True)) == [f"case:{case.pk}"]
    document = documents.load([f"case:{case.pk}"])[f"case:{case.pk}"]
    assert number not in " ".join([document.body, document.inner, *document.names, *document.identifiers])


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD, Role.WINDOW_CLERK, Role.SUPERVISOR])
def test_the_desk_of_the_unit_finds_its_case(county: County, case: Case, role: Role) -> None:
    assert f"case:{case.pk}" in refs(asked(county, "王秀英", county.staff(role), desk=True))


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD, Role.WINDOW_CLERK])
def test_another_unit_finds_nothing_and_no_number_tells_of_it(county: County, case: Case, role: Role) -> None:
    stranger = county.staff(role, name="外单位", unit=UnitFactory(kind=UnitKind.TOWN, name="白沙镇人民政府"))
    if role == Role.WINDOW_CLERK:
        stranger = without_point(stranger)
    found = asked(county, "王秀英", stranger, desk=True)
    assert (found.hits, found.total, found.meant) == ((), 0, ())
    assert not any(found.facets.get("unit", {}).values())


def without_point(actor: Actor) -> Actor:
    assert actor.post is not None
    return replace(actor, post=replace(actor.post, point_id=None))


@pytest.mark.parametrize("role", [Role.ITEM_EDITOR, Role.SYS_ADMIN, Role.AUDITOR, Role.STATION_HELPER])
def test_posts_without_cases_find_items_only(county: County, case: Case, role: Role) -> None:
    found = asked(county, "高龄津贴", county.staff(role), desk=True)
    assert all(hit.document.kind == "item" for hit in found.hits)
    assert found.facets["kind"].keys() <= {"item"}


def test_a_resident_finds_her_own_case_and_nobody_else_does(county: County, case: Case) -> None:
    other = ResidentFactory(name="王秀英", region=county.village)
    stranger = Actor(name="王秀英", user_id=other.user_id, resident_id=other.pk)
    assert refs(asked(county, "高龄津贴", county.resident_actor)) == [f"case:{case.pk}"]
    for somebody in (stranger, ANONYMOUS):
        found = asked(county, case.number or "", somebody)
        assert (found.hits, found.total, found.facets.get("state", {})) == ((), 0, {})


def test_a_resident_never_finds_her_case_by_a_remark_of_the_desk(county: County, case: Case) -> None:
    assert asked(county, "县城", county.resident_actor).total == 0


def test_staff_find_nothing_of_their_desk_at_the_portal(county: County, case: Case) -> None:
    assert asked(county, "王秀英", county.clerk).total == 0


def test_an_agent_finds_the_case_until_the_mandate_ends(county: County) -> None:
    daughter = ResidentFactory(name="李芳", region=county.village)
    agent = Actor(name="李芳", user_id=daughter.user_id, resident_id=daughter.pk)
    mandate = MandateFactory(
        principal=county.resident,
        agent=daughter.user,
        item_keys=[county.item.key],
        acts=["submit", "correct", "withdraw", "collect"],
        valid_from=county.now.date(),
        valid_to=county.now.date() + timedelta(days=30),
    )
    taken = county.received(mandate=mandate, actor=agent)
    assert refs(asked(county, "高龄津贴", agent)) == [f"case:{taken.pk}"]
    mandate.revoked_at = county.now
    mandate.save()
    assert asked(county, "高龄津贴", agent).total == 0


def test_a_hit_the_room_does_not_grant_is_neither_shown_nor_counted(
    county: County, case: Case, index: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.documents.cases._desk_tokens", lambda reader: {"cases"})
    stranger = county.staff(Role.REVIEWER, name="外单位", unit=UnitFactory(kind=UnitKind.TOWN))
    found = asked(county, "王秀英", stranger, desk=True)
    assert (found.hits, found.total) == ((), 0)


def test_a_clerk_at_the_county_hall_finds_the_cases_of_departments(county: County) -> None:
    hall = county.staff(Role.WINDOW_CLERK, name="大厅", unit=county.department)
    assert hall.post is not None
    hall = replace(hall, post=replace(hall.post, point_kind=PointKind.COUNTY_HALL, point_id=None, unit_id=0))
    reader = Reader(actor=hall, on=county.now.date(), desk=True)
    assert documents.tokens_of(reader)["case"] == {"unit:0", "departments"}


def test_names_of_people_are_never_suggested(county: County, case: Case) -> None:
    reader = Reader(actor=county.clerk, on=county.now.date(), desk=True)
    for prefix in ("王秀", "wangx", "wxy"):
        assert suggest(prefix=prefix, reader=reader) == ()
    refresh([f"item:{county.item.pk}"])
    assert suggest(prefix="高龄", reader=reader) == ("高龄津贴申领",)


def test_an_excerpt_shows_no_address_and_no_number(county: County, index: Engine) -> None:
    application = county.draft()
    application.answers = {field.key: f"答{field.key}" for field in county.item.current_version.facts.form}
    application.save()
    taken = submit_application(application=application, actor=county.resident_actor, now=county.now)[0]
    document = documents.load([f"case:{taken.pk}"], desk=True)[f"case:{taken.pk}"]
    kinds = {field.key: field.kind for field in county.item.current_version.facts.form}
    hidden = [key for key, kind in kinds.items() if kind in {"address", "id_number", "phone", "bank_account"}]
    assert hidden
    assert not [key for key in hidden if f"答{key}" in (document.shown or "")]


def test_a_certificate_is_found_by_its_number_and_by_its_holder(county: County) -> None:
    granted = county.granted()
    certificate = granted.certificate
    for actor, desk in ((county.approver, True), (county.resident_actor, False)):
        found = asked(county, certificate.number, actor, desk=desk)
        assert refs(found) == [f"certificate:{granted.pk}"]
    stranger = county.staff(Role.APPROVER, name="外单位", unit=UnitFactory(kind=UnitKind.TOWN))
    assert asked(county, certificate.number, stranger, desk=True).total == 0


def test_the_state_of_a_case_follows_it(county: County, index: Engine) -> None:
    accepted = county.accepted()
    found = asked(county, "高龄津贴", county.reviewer, desk=True, filters={"kind": ("case",)})
    assert found.facets["state"] == {accepted.status: 1}


def test_a_draft_is_not_found(county: County, index: Engine) -> None:
    county.received()
    county.draft()
    found = asked(county, "高龄津贴", county.resident_actor)
    assert found.total == 1


def test_as_many_queries_for_a_full_page_as_for_one_hit(county: County, index: Engine) -> None:
    counts = []
    clerk = county.clerk
    for wanted in (1, 9):
        while Case.objects.submitted().count() < wanted:
            county.received()
        with CaptureQueriesContext(connection) as queries:
            assert len(asked(county, "高龄津贴", clerk, desk=True).hits) >= wanted
        counts.append(len(queries))
    assert counts[0] == counts[1]
