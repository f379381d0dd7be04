"""The case page shows what was asked for and what travelled, to whoever may act on it."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.domain.actors import actor_for
from accounts.models import Role
from cases.domain.fees import ask_payment, record_payment
from cases.domain.hand_overs import hand_over_papers, receive_papers
from cases.domain.materials import hand_in_paper
from cases.domain.submit import submit_application
from cases.enums import Channel
from places.models.units import UnitKind
from tests.accounts.factories import PostFactory, ServicePointFactory, TownFactory, UnitFactory
from tests.cases.factories import make_item
from tests.cases.test_fees import FEE, LAWLESS

pytestmark = pytest.mark.django_db


def page_of(client, case):
    return client.get(reverse("desk:case", args=[case.public_id])).content.decode()


@pytest.fixture
def case(county):
    county.item = make_item(department=county.department, fees=[FEE, LAWLESS], is_pay_online=True)
    return county.reviewed()


def test_the_form_asks_for_each_lawful_fee_in_yuan_and_begins_with_a_day(county, signed_in, case):
    form = page_of(signed_in(county.reviewer), case)
    assert "证照工本费（元）" in form and "服务费" not in form.split("通知缴费")[1]
    assert 'value="2026-11-17"' in form


def test_what_is_to_be_paid_is_on_the_page_until_it_is_paid_and_after(county, signed_in, case):
    given = {"amounts": {FEE["name"]: Decimal("10.00")}, "due_on": date(2026, 11, 16)}
    ask_payment(case=case, actor=county.reviewer, now=county.later(4), **given)
    clerk = signed_in(county.clerk)
    asked = page_of(clerk, case)
    assert "¥10.00" in asked and ">待缴<" in asked and "第二十条" in asked
    record_payment(case=case, way="window", reference="990126", actor=county.clerk, now=county.later(5))
    paid = page_of(clerk, case)
    assert "990126" in paid and ">待缴<" not in paid


def test_the_list_of_the_papers_is_on_the_page_of_both_sides(county, signed_in):
    unit = UnitFactory(kind=UnitKind.TOWN, region=TownFactory(name="石桥镇"), name="石桥镇人民政府")
    point = ServicePointFactory(unit=unit, region=unit.region, name="石桥镇便民服务中心")
    far = actor_for(user=PostFactory(role=Role.WINDOW_CLERK, unit=unit, point=point).user, on=county.now.date())
    application = county.draft(channel=Channel.WINDOW, point=point, actor=far)
    given = {"key": "bank_account_proof", "name": "银行账户证明", "seen_on_paper": True, "actor": far}
    hand_in_paper(application=application, now=county.now, **given)
    case = submit_application(application=application, actor=far, now=county.now)[0]
    hand_over_papers(case=case, carried_by="县机要交换", actor=far, now=county.later(1))
    for actor in (far, county.clerk):
        shown = page_of(signed_in(actor), case)
        assert "石桥镇人民政府 → 青石镇人民政府" in shown and "移交途中" in shown and "县机要交换" in shown
    receive_papers(case=case, differences="少一份复印件", actor=county.clerk, now=county.later(30))
    shown = page_of(signed_in(county.clerk), case)
    assert "移交途中" not in shown and "少一份复印件" in shown
