"""Real-name levels: how sure the county is that somebody is who she says, and what raises it."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.actors import ANONYMOUS
from accounts.domain.identity import check_own_number, confirm_person
from accounts.domain.register import Channel, register_resident
from accounts.identity import IdentityLevel, IdentityWay
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import PASSWORD, PostFactory, ResidentFactory, VillageFactory, invented_id_number

pytestmark = pytest.mark.django_db
MATCHER = "tests.accounts.test_identity.the_province"


def the_province(name: str, id_number: str) -> bool:
    if name == "断线":
        raise OSError("no answer")
    return name != "冒名"


@pytest.fixture
def matched(settings):
    settings.IDENTITY_MATCHER = MATCHER


@pytest.fixture
def self_registered():
    return ResidentFactory(identity_level=IdentityLevel.PHONE, identity_way=IdentityWay.PHONE)


def register(now, name="王秀英", **changes):
    given = {
        "name": name,
        "id_number": invented_id_number(7, date(1990, 2, 3)),
        "phone": "19900007777",
        "region": VillageFactory(),
        "address": "",
        "password": PASSWORD,
        "channel": Channel.ONLINE,
        "actor": ANONYMOUS,
        **changes,
    }
    return register_resident(now=now, **given)


def test_who_registers_herself_is_known_by_telephone_only(now):
    resident = register(now)
    assert (resident.identity_level, resident.identity_way) == (IdentityLevel.PHONE, IdentityWay.PHONE)


@pytest.mark.parametrize(
    ("name", "level"),
    [("王秀英", IdentityLevel.NUMBER), ("冒名", IdentityLevel.PHONE), ("断线", IdentityLevel.PHONE)],
)
def test_the_identity_service_makes_it_level_two_and_its_silence_stops_nobody(now, matched, name, level):
    assert register(now, name=name).identity_level == level


def test_staff_register_only_whom_they_see(now, acting):
    clerk = acting(PostFactory(clerk=True))
    resident = register(now, channel=Channel.WINDOW, actor=clerk, password="")
    assert (resident.identity_level, resident.identity_way) == (IdentityLevel.PERSON, IdentityWay.WINDOW)


def test_a_clerk_who_sees_the_card_raises_the_level_once(now, acting, self_registered):
    clerk = acting(PostFactory(clerk=True))
    for _time in range(2):
        confirm_person(resident=self_registered, actor=clerk, now=now)
    self_registered.refresh_from_db()
    assert self_registered.get_identity_level_display() == "三级（本人持证当面核验）"
    assert (self_registered.identity_way, self_registered.identity_at) == (IdentityWay.WINDOW, now)
    entry = AuditEntry.objects.get(action="resident.identity")
    assert entry.data == {"way": "window", "before": 1}


def test_a_helper_does_so_in_her_own_village_only(now, acting, self_registered):
    stranger = acting(PostFactory(helper=True))
    with pytest.raises(Refused):
        confirm_person(resident=self_registered, actor=stranger, now=now)
    helper = PostFactory(helper=True, region=self_registered.region)
    assert confirm_person(resident=self_registered, actor=acting(helper), now=now).identity_way == IdentityWay.HELPER


def test_a_reviewer_confirms_nobody_and_a_clerk_not_herself(now, acting, self_registered):
    reviewer = acting(PostFactory(reviewer=True))
    with pytest.raises(Refused):
        confirm_person(resident=self_registered, actor=reviewer, now=now)
    herself = PostFactory(clerk=True, user=self_registered.user)
    with pytest.raises(Refused) as refusal:
        confirm_person(resident=self_registered, actor=acting(herself), now=now)
    assert "不能自己核验自己" in refusal.value.text


def test_a_matched_number_never_lowers_what_a_clerk_has_seen(now, acting, matched):
    seen = ResidentFactory(identity_level=IdentityLevel.PERSON, identity_way=IdentityWay.WINDOW)
    check_own_number(resident=seen, actor=acting(seen), now=now)
    seen.refresh_from_db()
    assert (seen.identity_level, seen.identity_way) == (IdentityLevel.PERSON, IdentityWay.WINDOW)


def test_the_profile_says_the_level_how_it_came_and_how_to_raise_it(signed_in, self_registered, matched):
    client, address = signed_in(self_registered), reverse("accounts:profile")
    page = client.get(address).content.decode()
    assert "一级（凭手机号注册）" in page
    assert "带身份证到任何一个政务服务窗口" in page
    raised = client.post(reverse("accounts:check_number"), follow=True).content.decode()
    assert "二级（姓名与身份证号已核验）" in raised
    assert "现在核验姓名和身份证号" not in raised


def test_without_an_identity_service_the_profile_offers_no_check(signed_in, self_registered):
    client = signed_in(self_registered)
    assert "现在核验" not in client.get(reverse("accounts:profile")).content.decode()
    answer = client.post(reverse("accounts:check_number"), follow=True).content.decode()
    assert "身份核验服务暂时连不上" in answer
