"""alice owns it, bob has her mandate, charlie is a stranger; staff by role."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.domain.residents import disclose_field, find_residents, reveal_field, update_contact
from accounts.models import Resident, Role
from accounts.policies import may_reveal, may_see_resident
from accounts.urls import urlpatterns
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import MandateFactory, MessageFactory, PostFactory, ResidentFactory, VillageFactory

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = {"login", "staff_login", "register", "activate"}
RESIDENTS_ONLY = {"profile", "contact", "password", "messages", "give_mandate"}
ANY_LOGIN = {"mandates"}
POST_ONLY = {"logout", "reveal", "check_number", "read_message", "read_all_messages", "switch_post"}
WITH_OWNER = {"revoke_mandate"}


def test_every_address_of_the_room_is_listed_here():
    listed = OPEN_TO_ALL | RESIDENTS_ONLY | ANY_LOGIN | POST_ONLY | WITH_OWNER

    assert {pattern.name for pattern in urlpatterns} == listed


@pytest.mark.parametrize("name", sorted(OPEN_TO_ALL))
def test_open_pages_are_open(name):
    assert Client().get(reverse(f"accounts:{name}")).status_code == 200


@pytest.mark.parametrize("name", sorted(RESIDENTS_ONLY | ANY_LOGIN))
def test_a_visitor_is_asked_to_sign_in(name):
    address = reverse(f"accounts:{name}")

    assert Client().get(address).headers["Location"] == f"{reverse('accounts:login')}?next={address}"


@pytest.mark.parametrize("name", sorted(RESIDENTS_ONLY | ANY_LOGIN))
def test_a_resident_opens_her_own_pages(name, alice, signed_in):
    assert signed_in(alice).get(reverse(f"accounts:{name}")).status_code == 200


@pytest.mark.parametrize("name", sorted(RESIDENTS_ONLY))
def test_staff_without_a_resident_record_have_no_such_pages(name, signed_in):
    assert signed_in(PostFactory(clerk=True)).get(reverse(f"accounts:{name}")).status_code == 403


@pytest.mark.parametrize("name", ["logout", "read_all_messages", "switch_post", "check_number"])
def test_changes_are_refused_by_get(name, alice, signed_in):
    assert signed_in(alice).get(reverse(f"accounts:{name}")).status_code == 405


def test_only_principal_and_agent_open_a_mandate(alice, bob, charlie, signed_in):
    mandate = MandateFactory(principal=alice, agent=bob.user)
    address = reverse("accounts:revoke_mandate", args=[mandate.public_id])
    statuses = [signed_in(one).get(address).status_code for one in (alice, bob, charlie)]

    assert statuses == [200, 200, 404]


def test_nobody_reads_the_message_of_somebody_else(alice, charlie, signed_in):
    message = MessageFactory(resident=alice)
    address = reverse("accounts:read_message", args=[message.pk])

    assert signed_in(charlie).post(address).status_code == 404
    message.refresh_from_db()
    assert message.read_at is None


def test_alice_bob_and_charlie_see_what_they_may(alice, bob, charlie, acting, today):
    MandateFactory(principal=alice, agent=bob.user)
    seen = [may_see_resident(actor=acting(one), resident=alice, on=today) for one in (alice, bob, charlie)]
    clear = [may_reveal(actor=acting(one), resident=alice, on=today) for one in (alice, bob, charlie)]

    assert seen == [True, True, False]
    assert clear == [True, False, False]


@pytest.mark.parametrize("trait", ["expired", "revoked"])
def test_an_ended_mandate_shows_nothing(trait, alice, bob, acting, today):
    MandateFactory(principal=alice, agent=bob.user, **{trait: True})

    assert not may_see_resident(actor=acting(bob), resident=alice, on=today)


@pytest.mark.parametrize("role", Role.values)
def test_only_clerks_see_everybody(role, alice, acting, today):
    post = PostFactory(role=role)

    assert may_see_resident(actor=acting(post), resident=alice, on=today) is (role == Role.WINDOW_CLERK)


def test_a_helper_sees_the_own_village_only(alice, charlie, acting, today):
    helper = PostFactory(helper=True)
    Resident.objects.filter(pk=alice.pk).update(region=helper.unit.region)

    assert list(Resident.objects.visible_to(acting(helper), on=today)) == [alice]


def test_a_visitor_sees_nobody(alice, today):
    from accounts.actors import ANONYMOUS

    assert not Resident.objects.visible_to(ANONYMOUS, on=today).exists()


@pytest.mark.parametrize("what", ["id_number", "phone", "name"])
def test_a_clerk_finds_people_and_it_is_logged_without_the_number(what, alice, acting, now):
    asked = getattr(alice, what)
    found = find_residents(query=asked, actor=acting(PostFactory(clerk=True)), now=now)

    assert list(found) == [alice]
    entry = AuditEntry.objects.get(action="resident.find")
    assert alice.id_number not in str(entry.data)
    assert alice.phone not in str(entry.data)


def test_half_a_number_finds_nobody(alice, acting, now):
    clerk = acting(PostFactory(clerk=True))

    assert not find_residents(query=alice.id_number[:10], actor=clerk, now=now).exists()


def test_names_are_found_within_a_village(alice, acting, now):
    other = ResidentFactory(name="王秀英", region=VillageFactory())
    clerk = acting(PostFactory(clerk=True))

    assert list(find_residents(query="王秀英", actor=clerk, now=now, region=other.region)) == [other]


@pytest.mark.parametrize("query", ["", "王", " "])
def test_too_little_is_refused(query, acting, now):
    with pytest.raises(Refused):
        find_residents(query=query, actor=acting(PostFactory(clerk=True)), now=now)


def test_a_reviewer_looks_nobody_up(alice, acting, now):
    with pytest.raises(Refused):
        find_residents(query=alice.phone, actor=acting(PostFactory(reviewer=True)), now=now)


def test_a_clerk_sees_clear_data_with_a_reason_only(alice, acting, now):
    clerk = acting(PostFactory(clerk=True))

    with pytest.raises(Refused):
        reveal_field(resident=alice, field="phone", reason=" ", actor=clerk, now=now)
    assert reveal_field(resident=alice, field="phone", reason="通知补正", actor=clerk, now=now) == alice.phone
    assert AuditEntry.objects.get(action="resident.reveal").data["reason"] == "通知补正"


def test_only_fields_that_are_masked_can_be_shown(alice, acting, now):
    with pytest.raises(ValueError, match="not a field"):
        disclose_field(resident=alice, field="user", reason="", actor=acting(alice), now=now)


def test_a_stranger_changes_nothing(alice, charlie, acting, now):
    with pytest.raises(Refused):
        update_contact(
            resident=alice, phone="19900001111", region=alice.region, address="", actor=acting(charlie), now=now
        )
