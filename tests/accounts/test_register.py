from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.actors import ANONYMOUS
from accounts.domain.register import Channel, register_resident
from accounts.models import Resident
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import PASSWORD, PostFactory, ResidentFactory, VillageFactory, invented_id_number

pytestmark = pytest.mark.django_db


@pytest.fixture
def village():
    return VillageFactory()


@pytest.fixture
def person(village):
    return {
        "name": "阿依古丽·买买提",
        "id_number": invented_id_number(7, date(1990, 2, 3)),
        "phone": "19900007777",
        "region": village,
        "address": "3组12号",
    }


def online(person, now, **changes):
    data = {**person, "password": PASSWORD, **changes}
    return register_resident(**data, channel=Channel.ONLINE, actor=ANONYMOUS, now=now)


def refusal(call, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return {reason.code: reason.text for reason in caught.value.reasons}


def test_registering_online_makes_a_record_and_a_login(person, now):
    resident = online(person, now)

    assert resident.user.check_password(PASSWORD)
    assert (resident.birth_on, resident.identity_level, resident.identity_way) == (date(1990, 2, 3), 1, "phone")
    assert AuditEntry.objects.filter(action="resident.register").count() == 1


def test_the_database_never_sees_the_numbers_in_clear(person, now):
    online(person, now)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_resident")
        stored = repr(cursor.fetchall())
        cursor.execute("SELECT * FROM accounts_user")
        stored += repr(cursor.fetchall())
        cursor.execute("SELECT * FROM core_auditentry")
        stored += repr(cursor.fetchall())

    assert person["id_number"] not in stored
    assert person["phone"] not in stored
    assert Resident.objects.get().id_number == person["id_number"]


@pytest.mark.parametrize("name", ["䶮小明", "㛃华", "𫖯一", "阿依古丽·买买提", "欧阳修"])
def test_rare_and_minority_names_are_welcome(person, now, name):
    assert online(person, now, name=name).name == name


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "王" * 40_000),
        ("name", "😀😀"),
        ("name", ""),
        ("id_number", "990101199002030000"),
        ("id_number", ""),
        ("id_number", "x" * 5000),
        ("phone", "123"),
        ("region", None),
        ("address", "路" * 201),
        ("password", "12345678"),
        ("password", ""),
    ],
)
def test_bad_input_is_refused_at_its_field(person, now, field, value):
    assert field in refusal(online, person, now, **{field: value})


def test_a_birthday_in_the_future_is_refused(person, now):
    number = invented_id_number(7, date(2090, 1, 1))

    assert "id_number" in refusal(online, person, now, id_number=number)


def test_everything_wrong_is_said_at_once(person, now):
    reasons = refusal(online, person, now, name="", phone="1", password="")

    assert set(reasons) == {"name", "phone", "password"}


def test_a_child_under_14_is_sent_to_the_window(person, now):
    number = invented_id_number(7, date(2020, 1, 1))

    assert "监护人" in refusal(online, person, now, id_number=number)["id_number"]


def test_a_known_number_is_refused_in_the_same_words_with_and_without_a_login(person, now):
    with_login = ResidentFactory()
    without = ResidentFactory(offline=True)
    words = {refusal(online, person, now, id_number=one.id_number)["id_number"] for one in (with_login, without)}

    assert len(words) == 1
    assert "已登记" not in words.pop()


def test_a_double_click_registers_once(person, now):
    online(person, now)

    refusal(online, person, now)
    assert Resident.objects.count() == 1


def test_a_clerk_registers_without_phone_and_login(person, now, acting):
    clerk = PostFactory(clerk=True)
    resident = register_resident(**{**person, "phone": ""}, channel=Channel.WINDOW, actor=acting(clerk), now=now)

    assert (resident.user, resident.phone_index, resident.identity_level) == (None, "", 3)


def test_a_clerk_accepts_an_odd_number_with_the_reason(person, now, acting):
    odd = {**person, "id_number": "990101199002030000"}
    clerk = acting(PostFactory(clerk=True))

    assert "id_number" in refusal(register_resident, **odd, channel=Channel.WINDOW, actor=clerk, now=now)
    resident = register_resident(
        **odd, channel=Channel.WINDOW, actor=clerk, now=now, id_number_override="原件号码如此,已核对户口簿"
    )
    assert resident.id_number_override.startswith("原件")


def test_nobody_accepts_an_odd_number_online(person, now):
    assert "id_number" in refusal(online, person, now, id_number="990101199002030000", id_number_override="我说的")


def test_a_helper_registers_people_of_the_own_village_only(person, now, acting):
    helper = PostFactory(helper=True)

    assert "region" in refusal(register_resident, **person, channel=Channel.DOOR, actor=acting(helper), now=now)
    here = {**person, "region": helper.unit.region}
    assert register_resident(**here, channel=Channel.DOOR, actor=acting(helper), now=now).pk


def test_a_reviewer_registers_nobody(person, now, acting):
    reviewer = acting(PostFactory(reviewer=True))

    assert "region" in refusal(register_resident, **person, channel=Channel.WINDOW, actor=reviewer, now=now)


def test_the_pages_lead_from_the_town_to_the_open_account(person):
    client, address = Client(), reverse("accounts:register")
    town = person["region"].parent
    first = client.get(address).content.decode()
    second = client.get(f"{address}?town={town.code}").content.decode()
    data = {
        **person,
        "region": person["region"].code,
        "password": PASSWORD,
        "password_again": PASSWORD,
        "privacy": "on",
    }
    response = client.post(f"{address}?town={town.code}", data)

    assert town.name in first
    assert person["region"].name in second
    assert response.status_code == 302
    assert Resident.objects.get().user_id == int(client.session["_auth_user_id"])


def test_an_unknown_town_shows_the_towns_again():
    assert Client().get(reverse("accounts:register") + "?town=%27%22%3C").status_code == 200
