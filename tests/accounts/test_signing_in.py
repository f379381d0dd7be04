import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.backends import LoginNameBackend
from tests.accounts.factories import PASSWORD, PostFactory, ResidentFactory, UserFactory

pytestmark = pytest.mark.django_db


def named(name: str, password: str = PASSWORD):
    return LoginNameBackend().authenticate(None, username=name, password=password)


def test_a_resident_signs_in_with_the_mobile_number(alice):
    assert named(alice.phone) == alice.user


def test_a_resident_signs_in_with_the_identity_number(alice):
    assert named(alice.id_number) == alice.user


def test_full_width_digits_gaps_and_a_small_x_are_understood():
    resident = ResidentFactory(id_number="11010519491231002X")
    wide = "１１０１０５ 19491231 002x"

    assert named(wide) == resident.user


def test_staff_sign_in_with_their_name():
    user = UserFactory(username="clerk")

    assert named("clerk") == user


@pytest.mark.parametrize("name", ["19912345678", "11010519491231002X", "nobody", "", "' OR 1=1", "\x00", "王秀英"])
def test_an_unknown_name_is_refused(name):
    assert named(name) is None


def test_the_wrong_password_is_refused(alice):
    assert named(alice.phone, "wrong") is None


def test_a_closed_login_is_refused():
    assert named(ResidentFactory(user__is_active=False).phone) is None


def test_a_telephone_shared_by_two_names_nobody(alice):
    other = ResidentFactory(phone=alice.phone)

    assert named(alice.phone) is None
    assert named(other.id_number) == other.user


def test_an_unknown_number_costs_one_hash_like_a_known_one(alice, monkeypatch):
    hashed = []
    monkeypatch.setattr("accounts.models.User.set_password", lambda self, raw: hashed.append(raw))

    named("19912345678")

    assert len(hashed) == 1


def test_signing_in_leads_back_to_the_page_asked_for(alice):
    client = Client()
    address = f"{reverse('accounts:login')}?next={reverse('accounts:messages')}"

    response = client.post(
        address, {"username": alice.phone, "password": PASSWORD, "next": reverse("accounts:messages")}
    )

    assert response.headers["Location"] == reverse("accounts:messages")


def test_signing_in_never_leads_to_another_site(alice):
    data = {"username": alice.phone, "password": PASSWORD, "next": "https://example.org/"}

    response = Client().post(reverse("accounts:login"), data)

    assert response.status_code == 302
    assert "example.org" not in response.headers["Location"]


def test_staff_land_at_the_workbench():
    post = PostFactory(clerk=True)

    response = Client().post(reverse("accounts:staff_login"), {"username": post.user.username, "password": PASSWORD})

    assert response.headers["Location"] == reverse("wagtailadmin_home")


def test_a_resident_cannot_enter_by_the_staff_door(alice):
    response = Client().post(reverse("accounts:staff_login"), {"username": alice.phone, "password": PASSWORD})

    assert response.status_code == 200
    assert "没有任何岗位" in response.content.decode()


def test_an_ended_post_closes_the_staff_door():
    post = PostFactory(clerk=True, ended=True)

    response = Client().post(reverse("accounts:staff_login"), {"username": post.user.username, "password": PASSWORD})

    assert response.status_code == 200


def test_signing_out_needs_a_post_request(alice, signed_in):
    client = signed_in(alice)

    assert client.get(reverse("accounts:logout")).status_code == 405
    assert client.post(reverse("accounts:logout")).status_code == 302
    assert client.get(reverse("accounts:profile")).status_code == 302


@pytest.fixture
def guarded(settings):
    settings.AXES_ENABLED = True
    return settings


def attempt(client, name, password=PASSWORD[::-1]):
    return client.post(reverse("accounts:login"), {"username": name, "password": password})


def test_five_wrong_passwords_pause_signing_in_and_say_for_how_long(alice, guarded):
    client = Client()
    for _ in range(4):
        assert attempt(client, alice.phone).status_code == 200

    response = attempt(client, alice.phone)

    assert response.status_code == 429
    assert "15分钟" in response.content.decode()
    assert "12345" in response.content.decode()
    assert attempt(client, alice.phone, PASSWORD).status_code == 429


def test_another_person_at_the_same_place_is_not_paused(alice, bob, guarded):
    client = Client()
    for _ in range(5):
        attempt(client, alice.phone)

    assert attempt(client, bob.phone, PASSWORD).status_code == 302


def test_an_unknown_number_is_paused_like_a_known_one(guarded):
    client = Client()
    statuses = [attempt(client, "19912345678").status_code for _ in range(5)]

    assert statuses == [200, 200, 200, 200, 429]


def test_a_right_password_forgets_the_wrong_ones(alice, guarded):
    for _ in range(4):
        attempt(Client(), alice.id_number)
    assert attempt(Client(), alice.id_number, PASSWORD).status_code == 302

    assert attempt(Client(), alice.id_number).status_code == 200


def test_the_record_of_attempts_holds_no_personal_number(alice, guarded):
    attempt(Client(), alice.id_number)
    attempt(Client(), alice.phone)

    with connection.cursor() as cursor:
        cursor.execute("SELECT username, get_data, post_data FROM axes_accessattempt")
        rows = cursor.fetchall()

    assert len(rows) == 2
    assert alice.id_number not in repr(rows)
    assert alice.phone not in repr(rows)
