import pytest
from django.urls import reverse

from accounts.domain.messages import read_all_messages, send_message
from accounts.models import Message
from core.models import AuditEntry
from tests.accounts.factories import PASSWORD, MessageFactory, VillageFactory

pytestmark = pytest.mark.django_db
PROFILE = "/accounts/me/"


def test_my_data_are_masked(alice, signed_in):
    page = signed_in(alice).get(PROFILE).content.decode()

    assert "王*英" in page
    assert alice.id_number not in page
    assert alice.phone not in page


def test_my_data_are_shown_on_demand_and_logged(alice, signed_in):
    page = signed_in(alice).post(reverse("accounts:reveal", args=["id_number"])).content.decode()

    assert alice.id_number in page
    assert alice.phone not in page
    assert AuditEntry.objects.get(action="resident.reveal").data["field"] == "id_number"


def test_an_unknown_field_is_not_found(alice, signed_in):
    assert signed_in(alice).post(reverse("accounts:reveal", args=["user"])).status_code == 404


def test_i_change_telephone_and_village(alice, signed_in):
    village = VillageFactory()
    address = f"{reverse('accounts:contact')}?town={village.parent.code}"
    data = {"phone": "１９９ ０００１ ２３４５", "region": village.code, "address": "5组1号"}
    response = signed_in(alice).post(address, data)

    alice.refresh_from_db()
    assert response.status_code == 302
    assert (alice.phone, alice.region, alice.address) == ("19900012345", village, "5组1号")


def test_a_wrong_telephone_is_said_at_its_field(alice, signed_in):
    data = {"phone": "123", "region": alice.region.code, "address": ""}

    assert "id_phone" in signed_in(alice).post(reverse("accounts:contact"), data).content.decode()


def test_i_change_my_password_and_stay_signed_in(alice, signed_in):
    client = signed_in(alice)
    new = PASSWORD + "-2"
    data = {"old_password": PASSWORD, "new_password": new, "new_password_again": new}

    assert client.post(reverse("accounts:password"), data).status_code == 302
    alice.user.refresh_from_db()
    assert alice.user.check_password(new)
    assert client.get(PROFILE).status_code == 200


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("wrong", "long-enough-1", "long-enough-1"), (PASSWORD, "a", "a"), (PASSWORD, "x" * 9, "y")],
)
def test_a_bad_change_of_password_changes_nothing(alice, signed_in, old, new, again):
    data = {"old_password": old, "new_password": new, "new_password_again": again}

    assert signed_in(alice).post(reverse("accounts:password"), data).status_code == 200
    alice.user.refresh_from_db()
    assert alice.user.check_password(PASSWORD)


def test_the_list_of_messages_takes_the_same_queries_for_1_and_30(alice, signed_in, same_queries):
    MessageFactory(resident=alice)
    address = reverse("accounts:messages")

    same_queries(signed_in(alice), address, lambda: MessageFactory.create_batch(29, resident=alice))


def test_twenty_messages_stand_on_a_page(alice, signed_in):
    MessageFactory.create_batch(21, resident=alice)
    client = signed_in(alice)

    assert len(client.get(reverse("accounts:messages")).context["page"]) == 20
    assert len(client.get(reverse("accounts:messages") + "?page=2").context["page"]) == 1


def test_opening_a_message_marks_it_and_leads_on(alice, signed_in):
    message = MessageFactory(resident=alice, link="/apply/")
    response = signed_in(alice).post(reverse("accounts:read_message", args=[message.pk]), {"open": "1"})

    message.refresh_from_db()
    assert response.headers["Location"] == "/apply/"
    assert message.read_at is not None


def test_everything_is_read_at_once(alice, bob, acting, now):
    MessageFactory.create_batch(3, resident=alice)
    MessageFactory(resident=bob)

    assert read_all_messages(actor=acting(alice), now=now) == 3
    assert Message.objects.filter(read_at=None).count() == 1


@pytest.mark.parametrize("link", ["https://example.org/", "//example.org/"])
def test_a_message_never_leads_to_another_site(alice, now, link):
    with pytest.raises(ValueError, match="path of this portal"):
        send_message(resident=alice, title="x", body="x", link=link, now=now)
