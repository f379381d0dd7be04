"""People, posts and mandates for tests. Passwords are `PASSWORD` everywhere."""

from __future__ import annotations

from datetime import date, timedelta

import factory
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from accounts.identity import IdentityLevel, IdentityWay
from accounts.models import Mandate, MandateAct, MandateProof, Message, Post, Resident, Role, User
from core.fields import blind_index
from core.identifiers import id_check_character
from places.models import Region, ServicePoint, Unit
from places.models.points import PointKind
from places.models.regions import RegionLevel
from places.models.units import UnitKind

PASSWORD = "a-long-test-password"


def invented_id_number(sequence: int, birth_on: date = date(1980, 5, 6)) -> str:
    """A checksum-valid number of a region that does not exist."""
    base = f"9901{sequence // 1000 % 90 + 10:02d}{birth_on:%Y%m%d}{sequence % 1000:03d}"
    return base + id_check_character(base)


class CountyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = "990100"
    name = "云溪县"
    level = RegionLevel.COUNTY


class TownFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"990100{n % 900 + 100:03d}")
    name = factory.Sequence(lambda n: f"青石{n}镇")
    level = RegionLevel.TOWN
    parent = factory.SubFactory(CountyFactory)


class VillageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ("code",)

    parent = factory.SubFactory(TownFactory)
    code = factory.LazyAttributeSequence(lambda o, n: f"{o.parent.code}{n % 900 + 100:03d}")
    name = factory.Sequence(lambda n: f"柳树{n}村")
    level = RegionLevel.VILLAGE


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit

    class Params:
        town = factory.Trait(
            kind=UnitKind.TOWN,
            region=factory.SubFactory(TownFactory),
            name=factory.Sequence(lambda n: f"青石{n}镇人民政府"),
        )
        village = factory.Trait(
            kind=UnitKind.VILLAGE,
            region=factory.SubFactory(VillageFactory),
            name=factory.Sequence(lambda n: f"柳树{n}村村民委员会"),
        )

    name = factory.Sequence(lambda n: f"云溪县第{n}局")
    kind = UnitKind.DEPARTMENT
    region = factory.SubFactory(CountyFactory)


class ServicePointFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ServicePoint

    name = factory.Sequence(lambda n: f"青石{n}镇便民服务中心")
    kind = PointKind.TOWN_CENTER
    unit = factory.SubFactory(UnitFactory, town=True)
    region = factory.SelfAttribute("unit.region")
    address = "青石街1号"
    hours = "周一至周五 9:00—17:00"
    phone = "0990-1234567"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"staff{n}")
    display_name = factory.Sequence(lambda n: f"李某{n}")
    password = factory.LazyFunction(lambda: make_password(PASSWORD))


class ResidentFactory(factory.django.DjangoModelFactory):
    """A resident with a login; `offline=True` for one whom only the window knows."""

    class Meta:
        model = Resident

    class Params:
        number = factory.Sequence(lambda n: n)
        offline = factory.Trait(user=None)
        elder = factory.Trait(birth_on=date(1943, 3, 8))

    name = factory.Sequence(lambda n: f"王秀英{n}")
    user = factory.SubFactory(UserFactory, display_name=factory.SelfAttribute("..name"))
    birth_on = date(1980, 5, 6)
    id_number = factory.LazyAttribute(lambda o: invented_id_number(o.number, o.birth_on))
    id_number_index = factory.LazyAttribute(lambda o: blind_index(o.id_number))
    phone = factory.LazyAttribute(lambda o: f"1990000{o.number % 10000:04d}")
    phone_index = factory.LazyAttribute(lambda o: blind_index(o.phone) if o.phone else "")
    region = factory.SubFactory(VillageFactory)
    address = "3组12号"
    identity_level = IdentityLevel.NUMBER
    identity_way = IdentityWay.NUMBER
    created_at = factory.LazyFunction(timezone.now)


class PostFactory(factory.django.DjangoModelFactory):
    """A post in force; traits name the role: clerk, helper, reviewer, approver, editor, publisher, sys_admin …"""

    class Meta:
        model = Post

    class Params:
        clerk = factory.Trait(
            role=Role.WINDOW_CLERK,
            unit=factory.SubFactory(UnitFactory, town=True),
            point=factory.SubFactory(ServicePointFactory, unit=factory.SelfAttribute("..unit")),
        )
        helper = factory.Trait(role=Role.STATION_HELPER, unit=factory.SubFactory(UnitFactory, village=True))
        reviewer = factory.Trait(role=Role.REVIEWER)
        approver = factory.Trait(role=Role.APPROVER)
        unit_head = factory.Trait(role=Role.UNIT_HEAD)
        editor = factory.Trait(role=Role.ITEM_EDITOR)
        publisher = factory.Trait(role=Role.ITEM_PUBLISHER)
        supervisor = factory.Trait(role=Role.SUPERVISOR)
        sys_admin = factory.Trait(role=Role.SYS_ADMIN)
        auditor = factory.Trait(role=Role.AUDITOR)
        ended = factory.Trait(valid_to=date(2026, 2, 1))

    user = factory.SubFactory(UserFactory)
    role = Role.REVIEWER
    unit = factory.SubFactory(UnitFactory)
    valid_from = date(2026, 1, 1)


class MandateFactory(factory.django.DjangoModelFactory):
    """A mandate in force for one item with every power; traits `expired`, `revoked`."""

    class Meta:
        model = Mandate

    class Params:
        expired = factory.Trait(
            valid_from=date(2025, 1, 1), valid_to=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
        )
        agent_resident = factory.SubFactory(ResidentFactory)
        revoked = factory.Trait(revoked_at=factory.LazyFunction(timezone.now))

    principal = factory.SubFactory(ResidentFactory)
    agent = factory.SelfAttribute("agent_resident.user")
    relation = "女儿"
    item_keys = factory.LazyFunction(lambda: ["senior_allowance"])
    acts = factory.LazyFunction(lambda: list(MandateAct.values))
    valid_from = factory.LazyFunction(timezone.localdate)
    valid_to = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=90))
    proof_kind = MandateProof.ONLINE
    created_at = factory.LazyFunction(timezone.now)


class MessageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Message

    resident = factory.SubFactory(ResidentFactory)
    title = "申请已受理"
    body = "您的申请已受理。"
    link = "/"
    created_at = factory.LazyFunction(timezone.now)
