"""Which post opens which page. The test fails when an address is added and not listed here."""

import pytest
from django.urls import reverse

from accounts.models import Role
from cases.desk import urls
from cases.domain.bars import FRAUD, bar_applicant
from cases.domain.supervise import order_in_own_words
from cases.models import CharacterPicture, HandedPaper, OfficialDocument, SiteCheck
from core.domain.files import keep_file

pytestmark = pytest.mark.django_db
CLERK = {Role.WINDOW_CLERK}
WATCH = {Role.SUPERVISOR, Role.UNIT_HEAD}
DECIDE = {Role.APPROVER, Role.UNIT_HEAD}
STAFF = {Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD, Role.SUPERVISOR}
ROLES = [*sorted(STAFF), Role.ITEM_EDITOR, Role.ITEM_PUBLISHER, Role.SYS_ADMIN, Role.AUDITOR, Role.STATION_HELPER]
OPEN_TO = {
    "cases": STAFF,
    "cases_results": STAFF,
    "case": STAFF,
    "act": STAFF,
    "override": set(),  # there is no rule to set aside on a case that was only just received
    "note": STAFF,
    "reveal": STAFF,
    "next": STAFF,
    "check": CLERK,
    "correction": CLERK,
    "amend": CLERK,
    "supply": CLERK,
    "supply_paper": CLERK,
    "paper": STAFF,
    "paper_file": STAFF,
    "check_photo": STAFF,
    "document": STAFF,
    "retry_document": STAFF,
    "intake": CLERK,
    "intake_register": CLERK,
    "check_number": CLERK,
    "intake_items": CLERK,
    "open_login": CLERK,
    "intake_form": CLERK,
    "intake_check": CLERK,
    "visits": CLERK,
    "visit_ask": CLERK,
    "characters": {*STAFF, Role.SYS_ADMIN},
    "character_picture": {*STAFF, Role.SYS_ADMIN},
    "supervisions": WATCH,
    "supervisions_results": WATCH,
    "supervision_new": {Role.SUPERVISOR},
    "supervision": WATCH,
    "bars": {*DECIDE, Role.SUPERVISOR},
    "bars_results": {*DECIDE, Role.SUPERVISOR},
    "bar_new": DECIDE,
    "bar": {*DECIDE, Role.SUPERVISOR},
}
POSTS_ONLY = {"act", "note", "reveal", "check", "retry_document", "intake_register", "check_number"}


@pytest.fixture
def addresses(county):
    """An address for every name, all about one received case with one scanned paper."""
    case = county.received()
    key = case.materials.first().key
    file = keep_file(content=b"%PDF-1.4", name="a.pdf", content_type="application/pdf", now=county.now)
    HandedPaper.objects.create(application=case.application, key=key, name="身份证", file=file, handed_at=county.now)
    document = OfficialDocument.objects.get(case=None, application=case.application)
    from cases.domain.applications import start_application
    from cases.enums import Channel

    draft = start_application(
        applicant=county.resident, items=[county.item], channel=Channel.WINDOW, actor=county.clerk, now=county.now
    )
    photo = keep_file(content=b"x", name="a.jpg", content_type="image/jpeg", now=county.now)
    check = SiteCheck.objects.create(
        case=case,
        at=county.now,
        place="柳树村",
        first_staff_id=county.reviewer.user_id,
        second_staff_id=county.approver.user_id,
        facts="住房两间",
        meets_conditions=True,
        signed_by="王秀英",
        recorded_at=county.now,
    )
    check.photos.add(photo)
    shape = CharacterPicture.objects.create(
        character="\ue123",
        content=b"x",
        content_type="image/png",
        source="户口簿",
        uploaded_by_id=county.clerk.user_id,
        uploaded_at=county.now,
    )
    order = order_in_own_words(case=case, matter="为什么？", actor=county.staff(Role.SUPERVISOR), now=county.now)
    bar = bar_applicant(case=case, ground=FRAUD, reason="伪造", actor=county.approver, now=county.now)
    arguments = {
        "check_photo": [case.public_id, check.pk, photo.public_id],
        "act": [case.public_id, "start_review"],
        "amend": [case.public_id, "bank_name"],
        "supply_paper": [case.public_id, key],
        "paper": [case.public_id, key],
        "paper_file": [case.public_id, key],
        "document": [case.public_id, document.public_id],
        "retry_document": [case.public_id, document.public_id],
        "intake_items": [county.resident.pk],
        "open_login": [county.resident.pk],
        "intake_form": [draft.public_id],
        "intake_check": [case.application.public_id],
        "character_picture": [shape.pk],
        "supervision": [order.public_id],
        "bar": [bar.pk],
    }
    plain = {"cases", "cases_results", "intake", "intake_register", "check_number", "visits", "visit_ask"}
    plain |= {
        "characters",
        "supervisions",
        "supervisions_results",
        "supervision_new",
        "bars",
        "bars_results",
        "bar_new",
    }
    return {
        name: reverse(f"desk:{name}", args=[] if name in plain else arguments.get(name, [case.public_id]))
        for name in OPEN_TO
    }


def test_every_address_is_listed():
    assert {pattern.name for pattern in urls.urlpatterns} == set(OPEN_TO)


@pytest.mark.parametrize("role", ROLES)
def test_a_post_opens_its_own_pages_and_no_other(county, signed_in, addresses, role):
    client = signed_in(county.staff(role))
    for name, address in addresses.items():
        answer = client.post(address) if name in POSTS_ONLY else client.get(address)
        wanted = (200, 302) if role in OPEN_TO[name] else (404,)
        assert answer.status_code in wanted, (name, answer.status_code)


def test_a_visitor_is_asked_to_sign_in(client, addresses):
    assert all(client.get(address).status_code == 302 for address in addresses.values())


def test_a_resident_does_not_get_into_the_back_office(county, signed_in, addresses):
    client = signed_in(county.resident_actor)
    assert all(client.get(address).status_code in (302, 403) for address in addresses.values())


def test_a_case_of_another_unit_does_not_exist(county, signed_in, addresses):
    stranger = signed_in(county.staff(Role.REVIEWER, unit=county.department))
    for name in ("case", "next", "paper", "paper_file", "document", "check_photo"):
        assert stranger.get(addresses[name]).status_code == 404


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        (Role.WINDOW_CLERK, {"intake", "cases", "visits"}, {"explorer", "settings", "help", "images"}),
        (Role.REVIEWER, {"cases"}, {"supervisions", "bars", "intake", "visits", "explorer", "settings", "help"}),
        (Role.SUPERVISOR, {"cases", "supervisions", "bars"}, {"intake", "visits", "explorer"}),
        (Role.ITEM_EDITOR, {"explorer"}, {"intake", "cases", "visits", "help"}),
    ],
)
def test_the_menu_shows_what_the_post_needs(county, signed_in, rf, role, shown, hidden):
    from wagtail.admin.menu import admin_menu

    client = signed_in(county.staff(role))
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    names = {item.name for item in admin_menu.menu_items_for_request(request)}
    assert shown <= names
    assert not hidden & names
