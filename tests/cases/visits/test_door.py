"""The whole visit: identify, mandate, application in her name, result signed for; and who is kept out."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.domain.mandates import revoke_mandate
from accounts.identity import IdentityLevel, IdentityWay
from accounts.models import Mandate, MandateAct, MandateProof, Message, Resident, Role
from cases.enums import Channel, Status, VisitState
from cases.models import Application, SentForm, Visit
from core.models import AuditEntry
from tests.accounts.factories import PostFactory, invented_id_number
from tests.cases.packages import make_package
from tests.cases.visits.factories import address

pytestmark = pytest.mark.django_db


def token():
    return {"token": str(uuid.uuid4())}


def scope_of(**changes):
    return {
        **token(),
        "item_keys": ["senior_allowance"],
        "acts": list(MandateAct.values),
        "term": "90",
        "relation": "帮代办员",
        **changes,
    }


def signed(drawn, **changes):
    return scope_of(signed="1", signature=drawn, **changes)


def text_of(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def test_the_whole_visit(helper, door, drawn):
    visit = door.asked()
    assert "王秀英" in text_of(helper.get("/door/"))

    found = text_of(helper.post(address("person", visit), {"query": door.person.phone}))
    assert door.person.name in found
    assert door.person.id_number not in found
    helper.post(address("person", visit), {**token(), "take": "1", "resident": door.person.pk, "card_seen": "on"})

    read_out = text_of(helper.post(address("scope", visit), scope_of()))
    assert "本人王秀英" in read_out
    assert door.helper.name in read_out
    helper.post(address("scope", visit), signed(drawn))
    mandate = Mandate.objects.get()
    assert (mandate.principal, mandate.agent_id, mandate.proof_kind) == (door.person, door.helper.user_id, "glass")
    assert mandate.valid_to == door.today + timedelta(days=89)

    answer = helper.post(address("begin", visit), {**token(), "items": ["senior_allowance"]})
    application = Application.objects.get()
    assert answer["Location"] == reverse("online:tasks", args=[application.public_id])
    assert (application.channel, application.applicant, application.mandate) == (Channel.DOOR, door.person, mandate)
    assert set(application.documents.values_list("code", flat=True)) == {"authorization", "assist_order"}
    assert "高龄津贴" in text_of(helper.get(answer["Location"]))

    read_back = reverse("door:read_back", args=[application.public_id])
    assert helper.get(reverse("online:declare", args=[application.public_id]))["Location"] == read_back
    assert "govuk-error-summary" in text_of(helper.post(read_back, {**token(), "declared": "on"}))
    helper.post(read_back, {**token(), "declared": "on", "read_back": "on"})
    case = door.case(door.again(visit))
    assert case.status == Status.RECEIVED
    event = case.events.get(verb="case.submit")
    assert (event.actor_name, event.on_behalf_of) == (door.helper.name, "王秀英")


def test_the_principal_is_told_of_mandate_and_application_with_the_name_of_the_agent(door):
    door.submitted()
    bodies = " ".join(Message.objects.filter(resident=door.person).values_list("body", flat=True))
    assert door.helper.name in bodies
    assert Message.objects.filter(resident=door.person).count() == 2


@pytest.mark.drawn
def test_the_mandate_paper_shows_the_signature_and_both_names(helper, door, drawn):
    visit = door.identified()
    helper.post(address("scope", visit), signed(drawn))
    helper.post(address("begin", visit), {**token(), "items": ["senior_allowance"]})
    paper = Application.objects.get().documents.get(code="authorization")
    context = paper.context
    assert context["signature_image"].startswith("data:image/jpeg;base64,")
    assert paper.state == "made"
    assert ["姓名", "王秀英"] in context["principal"]
    assert ["姓名", door.helper.name] in context["agent"]


@pytest.mark.drawn
def test_the_order_of_help_says_who_helps_with_what_and_is_numbered_by_the_station(helper, door, drawn):
    visit = door.identified()
    helper.post(address("scope", visit), signed(drawn))
    helper.post(address("begin", visit), {**token(), "items": ["senior_allowance"]})
    order = Application.objects.get().documents.get(code="assist_order")
    assert order.state == "made", order.problem
    assert order.number == "柳树村村民委员会帮〔2026〕1号"
    assert order.context["helper_name"] == door.helper.name
    assert order.context["items"] == ["高龄津贴申领"]
    assert order.context["agent_name"] == door.helper.name
    assert "柳树村" in order.context["place"]


def test_who_is_seen_at_the_door_has_the_highest_real_name_level(helper, door):
    door.person.identity_level, door.person.identity_way = IdentityLevel.PHONE, IdentityWay.PHONE
    door.person.save()
    visit = door.asked()
    helper.post(address("person", visit), {**token(), "take": "1", "resident": door.person.pk, "card_seen": "on"})
    door.person.refresh_from_db()
    assert (door.person.identity_level, door.person.identity_way) == (IdentityLevel.PERSON, IdentityWay.HELPER)


@pytest.mark.drawn
def test_the_result_is_brought_and_signed_for(helper, door, drawn):
    visit = door.decided()
    assert "要送的结果" in text_of(helper.get("/door/"))
    case = door.case(visit)
    paper = helper.get(address("result_paper", visit, case.public_id))
    assert paper["Content-Type"] == "application/pdf"
    case.refresh_from_db()
    assert case.status == Status.GRANTED  # looking at it delivers nothing
    helper.post(address("hand_over", visit), {**token(), "receiver": "王秀英", "signature": drawn})
    case.refresh_from_db()
    visit.refresh_from_db()
    assert (case.status, visit.state) == (Status.CLOSED, VisitState.DELIVERED)
    assert case.events.get(verb="case.confirm_delivery").data["signature"]
    receipt = case.documents.get(code="service_receipt")
    assert receipt.context["signature_image"].startswith("data:image/jpeg")
    assert receipt.state == "made", receipt.problem


def test_nothing_is_handed_over_without_a_signature(helper, door, blank):
    visit = door.decided()
    for signature in ("", blank, "data:image/png;base64,AAAA", "x" * 1000):
        page = text_of(
            helper.post(address("hand_over", visit), {**token(), "receiver": "王秀英", "signature": signature})
        )
        assert "govuk-error-summary" in page
    assert door.case(visit).status == Status.GRANTED


@pytest.mark.parametrize("step", ["mandate", "begin", "hand_over"])
def test_a_form_sent_twice_takes_effect_once(helper, door, drawn, step):
    if step == "mandate":
        visit, where, given = door.identified(), "scope", signed(drawn)
    elif step == "begin":
        visit, where, given = door.mandated(), "begin", {**token(), "items": ["senior_allowance"]}
    else:
        visit, where, given = door.decided(), "hand_over", {**token(), "receiver": "王秀英", "signature": drawn}
    first, second = (helper.post(address(where, visit), given) for _time in range(2))
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert SentForm.objects.count() == 1
    assert Mandate.objects.count() == 1
    assert Application.objects.count() <= 1


def test_a_photograph_of_the_signed_paper_does_as_well(helper, door, drawn):
    import base64

    content = base64.b64decode(drawn.partition(",")[2])
    photo = SimpleUploadedFile("qianzi.png", content, content_type="image/png")
    helper.post(address("scope", door.identified()), {**signed(""), "photo": photo})
    assert Mandate.objects.get().proof_kind == MandateProof.PHOTO


def test_an_empty_photograph_is_told_and_nothing_is_recorded(helper, door):
    photo = SimpleUploadedFile("qianzi.jpg", b"", content_type="image/jpeg")
    page = text_of(helper.post(address("scope", door.identified()), {**signed(""), "photo": photo}))
    assert "govuk-error-summary" in page
    assert not Mandate.objects.exists()


def test_who_cannot_read_needs_a_witness_who_is_not_the_agent(helper, door, drawn, county):
    visit = door.identified()
    clerk = county.clerk
    page = text_of(helper.post(address("scope", visit), signed(drawn, cannot_read="on")))
    assert "见证人" in page
    assert not Mandate.objects.exists()
    text_of(helper.post(address("scope", visit), signed(drawn, cannot_read="on", witness=door.helper.user_id)))
    assert not Mandate.objects.exists()
    helper.post(address("scope", visit), signed(drawn, cannot_read="on", witness=clerk.user_id))
    assert Mandate.objects.get().witness_id == clerk.user_id


def test_a_tampered_scope_begins_again(helper, door, drawn):
    answer = helper.post(address("scope", door.identified()), signed(drawn, term="9999"))
    assert answer.status_code == 302
    assert not Mandate.objects.exists()


def test_a_person_nobody_knows_is_registered_with_the_card_seen(helper, door):
    visit = door.asked(person_name="赵国强", person_phone="19900000077")
    given = {
        "name": "赵国强",
        "id_number": invented_id_number(77),
        "phone": "19900000077",
        "region": door.county.village.code,
        "address": "2组4号",
    }
    assert "govuk-error-summary" in text_of(helper.post(address("register", visit), {**token(), **given}))
    helper.post(address("register", visit), {**token(), **given, "card_seen": "on"})
    visit.refresh_from_db()
    assert visit.resident == Resident.objects.get(name="赵国强")
    assert visit.state == VisitState.HANDLING


def test_a_wrong_number_is_told_when_registering(helper, door):
    visit = door.asked()
    given = {"name": "赵国强", "id_number": "990110198005060012", "region": door.county.village.code, "card_seen": "on"}
    assert "govuk-error-summary" in text_of(helper.post(address("register", visit), {**token(), **given}))


def test_looking_a_person_up_is_logged_without_the_number(helper, door):
    helper.post(address("person", door.asked()), {"query": door.person.id_number})
    entry = AuditEntry.objects.filter(action="resident.find").latest("pk")
    assert door.person.id_number not in str(entry.data)


PAGES = ["visit", "move", "stop", "person", "register", "scope", "begin", "hand_over"]


@pytest.mark.parametrize("name", PAGES)
def test_the_visit_of_another_helper_does_not_exist(other_helper, door, name):
    assert other_helper.get(address(name, door.decided())).status_code == 404


@pytest.mark.parametrize("role", [Role.WINDOW_CLERK, Role.REVIEWER, Role.SYS_ADMIN])
def test_other_staff_are_refused(door, browser_of, role):
    browser = browser_of(door.county.staff(role))
    assert browser.get("/door/").status_code == 403
    assert browser.get(address("visit", door.asked())).status_code == 403


def test_a_resident_is_led_to_her_own_requests_and_refused_at_the_visit(door, client_for):
    browser = client_for(door.county.resident.user)
    assert browser.get("/door/")["Location"] == reverse("door:mine")
    assert browser.get(address("visit", door.asked())).status_code == 403


def test_the_helper_of_two_posts_keeps_her_visits_whichever_she_chose(door, client_for):
    from accounts.models import User

    door.asked()
    user = User.objects.get(pk=door.helper.user_id)
    second = PostFactory(user=user, role=Role.REVIEWER)
    assert "王秀英" in text_of(client_for(user, post=second).get("/door/"))


def closed_pages(door, visit):
    application, case = visit.application, door.case(visit)
    return [
        address("begin", visit),
        address("hand_over", visit),
        address("result_paper", visit, case.public_id),
        reverse("door:read_back", args=[application.public_id]),
        reverse("online:tasks", args=[application.public_id]),
        reverse("online:case", args=[case.public_id]),
    ]


def test_a_revoked_mandate_closes_everything_at_once(helper, door, monday):
    visit = door.decided()
    pages = closed_pages(door, visit)
    assert helper.get(pages[-1]).status_code == 200
    revoke_mandate(mandate=visit.mandate, reason="不需要了", actor=door.helper, now=monday)
    assert [helper.get(page).status_code for page in pages] == [404] * len(pages)
    page = text_of(helper.get(address("visit", visit)))
    assert "撤销委托" in page
    assert door.case(visit).number not in page


def test_an_expired_mandate_closes_everything_the_day_after(browser_of, door, monday, monkeypatch):
    visit = door.decided(days=3)
    last, after = monday + timedelta(days=3), monday + timedelta(days=4)
    monkeypatch.setattr(timezone, "now", lambda: last)
    assert browser_of(door.helper).get(address("hand_over", visit)).status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: after)
    helper = browser_of(door.helper)
    assert [helper.get(page).status_code for page in closed_pages(door, visit)] == [404] * 6
    assert "届满" in text_of(helper.get(address("visit", visit)))


def test_without_the_power_to_collect_nothing_is_handed_over(helper, door, drawn):
    visit = door.decided(acts=("submit", "correct"))
    assert helper.get(address("result_paper", visit, door.case(visit).public_id)).status_code == 404
    page = text_of(helper.post(address("hand_over", visit), {**token(), "receiver": "王秀英", "signature": drawn}))
    assert "govuk-error" in page or "yc-notice--urgent" in page
    assert door.case(visit).status == Status.GRANTED


def test_moving_into_the_past_is_refused_and_a_later_day_taken(helper, door):
    visit = door.asked()
    past, later = door.today - timedelta(days=1), door.today + timedelta(days=3)
    for day in (past, later):
        parts = {"visit_on_year": day.year, "visit_on_month": day.month, "visit_on_day": day.day}
        helper.post(address("move", visit), {**token(), **parts})
    visit.refresh_from_db()
    assert visit.visit_on == later


def test_a_visit_nobody_has_is_taken_over_by_the_helper_of_the_station(helper, door):
    Visit.objects.filter(pk=door.asked().pk).update(helper=None, state=VisitState.REQUESTED)
    visit = Visit.objects.get()
    assert "王秀英" in text_of(helper.get("/door/"))
    for _time in range(2):
        assert helper.post(address("take", visit))["Location"] == address("visit", visit)
    visit.refresh_from_db()
    assert visit.helper_id == door.helper.user_id


def test_the_helper_enters_a_visit_herself(helper, door):
    given = {
        "person_name": "王秀英",
        "person_phone": "19900000009",
        "region": door.county.village.code,
        "address": "3组12号",
        "item_key": "",
    }
    answer = helper.post("/door/enter/", {**token(), **given})
    visit = Visit.objects.get()
    assert answer["Location"] == address("visit", visit)
    assert visit.source == "helper"


def test_the_mandate_is_shown_to_those_it_concerns_and_to_nobody_else(helper, door, browser_of, other_helper):
    visit = door.submitted()
    where = reverse("door:mandate", args=[visit.mandate.public_id])
    for browser in (helper, browser_of(door.county.reviewer), browser_of(door.county.clerk)):
        page = text_of(browser.get(where))
        assert door.helper.name in page
        assert "王秀英" in page
    assert other_helper.get(where).status_code == 404
    assert other_helper.get(reverse("door:proof", args=[visit.mandate.public_id])).status_code == 404


def test_a_package_that_the_mandate_covers_is_taken_at_the_door(helper, door, county):
    one_thing = make_package(county, "retirement", known=(county.item.key,))
    visit = door.mandated()
    assert "退休一件事" not in text_of(helper.get(address("begin", visit))), "the mandate covers one item only"
    Mandate.objects.update(item_keys=["senior_allowance", "elder_card"])

    assert "退休一件事" in text_of(helper.get(address("begin", visit)))
    helper.post(address("begin", visit), {**token(), "items": ["thing:retirement"]})
    application = Application.objects.get()
    assert application.one_thing == one_thing
    keys = application.cases.values_list("item__key", flat=True)
    assert set(keys) == {"senior_allowance", "elder_card"}, "no part beyond the mandate"
