"""R12: no fee without a law; an item with one asks in writing, with amount and basis, and no clock stands still."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.models import Role
from cases.domain.decide import grant_case
from cases.domain.fees import ask_payment, record_payment, waive_payment
from cases.domain.terminate import terminate_case
from cases.models import Case
from cases.rebuild import differences
from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import require_complete
from tests.cases.factories import County, make_item

pytestmark = pytest.mark.django_db
FEE = {
    "name": "证照工本费",
    "standard": "每本10元",
    "basis": "《中华人民共和国居民身份证法》第二十条",
    "reducible": True,
}
LAWLESS = {"name": "服务费", "standard": "每次50元", "basis": " "}
TEN = {"证照工本费": Decimal("10.00")}
DUE = date(2026, 11, 16)


@pytest.fixture
def county(db):
    found = County()
    found.item = make_item(department=found.department, fees=[FEE, LAWLESS], is_pay_online=True)
    return found


def codes(verb, **given):
    with pytest.raises(Refused) as refused:
        verb(**given)
    return [reason.code for reason in refused.value.reasons]


def asked(county):
    case = county.reviewed()
    ask_payment(case=case, amounts=TEN, due_on=DUE, actor=county.reviewer, now=county.later(4))
    return Case.objects.get(pk=case.pk)


@pytest.mark.law("R12")
def test_r12_a_free_item_takes_no_fee(db):
    county = County()
    case = county.reviewed()
    given = {"amounts": TEN, "due_on": DUE, "actor": county.reviewer, "now": county.later(4)}
    assert codes(ask_payment, case=case, **given) == ["has_fee", "amounts"]


@pytest.mark.law("R12")
def test_r12_a_fee_without_a_basis_is_not_taken_even_if_the_item_names_it(county):
    case = county.reviewed()
    given = {"due_on": DUE, "actor": county.reviewer, "now": county.later(4)}
    assert codes(ask_payment, case=case, amounts={"服务费": Decimal(50)}, **given) == ["amounts"]
    assert codes(ask_payment, case=case, amounts={}, **given) == ["amounts"]
    assert codes(ask_payment, case=case, amounts={"证照工本费": Decimal("1.005")}, **given) == ["amounts"]


def test_the_notice_names_amount_and_basis_and_the_clock_runs_on(county):
    before = county.reviewed()
    due = before.statutory_due_on, before.promised_due_on
    payment = ask_payment(case=before, amounts=TEN, due_on=DUE, actor=county.reviewer, now=county.later(4))
    case = Case.objects.get(pk=before.pk)
    assert (case.statutory_due_on, case.promised_due_on) == due
    notice = case.documents.get(code="payment_notice")
    assert payment.notice == notice and "缴" in notice.number
    assert notice.context["fees"][0]["basis"] == FEE["basis"]
    assert notice.context["total"] == "10.00"
    require_complete(KINDS["payment_notice"], notice.context)
    assert list(differences(case, now=county.later(4))) == []


def test_nothing_is_granted_before_it_is_paid_or_waived(county):
    case = asked(county)
    given = {"actor": county.approver, "now": county.later(5)}
    assert codes(grant_case, case=case, **given) == ["fees_settled"]
    assert codes(record_payment, case=case, way="window", reference=" ", actor=county.clerk, now=county.later(5)) == [
        "reference"
    ]
    record_payment(case=case, way="online", reference="9901-2026-1", actor=county.clerk, now=county.later(5))
    assert grant_case(case=Case.objects.get(pk=case.pk), **given).outcome == "granted"


def test_a_waiver_needs_its_rule_and_its_reason(county):
    case = asked(county)
    given = {"actor": county.approver, "now": county.later(5)}
    assert codes(waive_payment, case=case, reason="", **given) == ["reason"]
    assert "approver_of_unit" in codes(
        waive_payment, case=case, reason="低保户", actor=county.clerk, now=county.later(5)
    )
    payment = waive_payment(case=case, reason="低保户", **given)
    assert (payment.waived_for, payment.settled_at) == ("低保户", county.later(5))


def test_what_is_not_paid_in_time_may_end_the_case_and_no_sooner(county):
    case = asked(county)
    given = {"ground": "fee_unpaid", "reasons": "逾期未缴", "basis": "", "actor": county.approver}
    assert codes(terminate_case, case=case, now=county.later(5), **given) == ["unpaid_in_time"]
    late = county.later(24 * 20)
    assert terminate_case(case=case, now=late, **given).outcome == "terminated"


def test_one_notice_at_a_time_and_only_by_the_unit(county):
    case = asked(county)
    given = {"amounts": TEN, "due_on": DUE, "now": county.later(5)}
    assert codes(ask_payment, case=case, actor=county.reviewer, **given) == ["no_open_payment"]
    stranger = county.staff(Role.REVIEWER, unit=county.department)
    assert "staff_of_unit" in codes(ask_payment, case=case, actor=stranger, **given)


def test_the_applicant_sees_what_to_pay_and_a_free_case_asks_nothing_more(county, client_for):
    case = asked(county)
    page = client_for(county.resident.user).get(f"/apply/case/{case.public_id}/").content.decode()
    assert "请在2026年11月16日(周一)前缴纳¥10.00" in page
