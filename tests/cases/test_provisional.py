"""domain.md §6: a date no official notice covers shows 暂定 wherever it appears."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from accounts.models import Message
from cases.documents.receipts import receipt_context
from cases.domain.correct import Defect, request_correction
from cases.domain.documents import with_provisional
from cases.dues import due_of, last_day
from cases.models import Case, CorrectionItem, Payment
from cases.rules.context import CaseContext
from cases.rules.fees import _none_open
from papers.catalogue import KINDS
from places.calendar import county_calendar, load_calendar
from tests.cases.online.person import Person

pytestmark = pytest.mark.django_db

# The last days of the year: what begins now ends in 2027, for which nobody has published the holidays.
LATE = datetime(2026, 12, 29, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
MARK = "（暂定）"


@pytest.fixture
def late(county):
    county.now = LATE
    assert load_calendar(jurisdiction="").is_provisional(LATE.date().replace(year=2027))
    return county


@pytest.fixture
def corrected(late):
    case = late.received()
    defect = Defect("bank_account_proof", "收款银行卡（存折）账号页", "没有提交", "请拍卡的正面")
    request_correction(case=case, defects=[defect], actor=late.clerk, now=late.now)
    return Case.objects.get(pk=case.pk)


def test_the_mark_comes_with_the_date_and_only_where_it_may_move(late):
    case = late.received()
    assert case.due_provisional
    assert last_day(case, case.due_on) == "2027年1月5日(周二)（暂定）"
    assert not due_of(case, LATE.date()).provisional
    assert last_day(case, None) == ""


def test_the_pages_of_the_applicant(late, corrected, client_for):
    alice = Person(client_for(late.resident.user), late)
    item = CorrectionItem.objects.get()
    day = last_day(corrected, corrected.correction_due_on)
    assert day.endswith(MARK)
    for page in (
        alice.get("case", corrected.public_id),
        alice.get("supply", corrected.public_id, item.pk),
        alice.get("my"),
    ):
        assert day in page.content.decode()


def test_what_is_to_come_and_the_look_up_without_signing_in(late, client_for):
    case = late.accepted()
    alice = Person(client_for(late.resident.user), late)
    page = alice.get("case", case.public_id).content.decode()
    assert last_day(case, case.due_on) in page
    assert last_day(case, case.statutory_due_on) in page
    given = {"number": case.number, "last_four": late.resident.id_number[-4:], "name": "王秀英"}
    assert last_day(case, case.due_on) in alice.client.post(reverse("online:track"), given).content.decode()


def test_the_pages_of_the_desk_and_its_export(late, corrected, client_for):
    from accounts.models import User

    clerk = client_for(User.objects.get(pk=late.clerk.user_id))
    day = last_day(corrected, corrected.correction_due_on)
    for name in ("case", "supply"):
        assert day in clerk.get(reverse(f"desk:{name}", args=[corrected.public_id])).content.decode()
    assert day in clerk.get(reverse("desk:cases")).content.decode()
    export = clerk.get(reverse("desk:cases"), {"export": "csv"})
    assert day in b"".join(export.streaming_content).decode()


def test_messages_to_the_applicant(late, corrected):
    texts = list(Message.objects.values_list("body", flat=True))
    assert any(last_day(corrected, corrected.due_on) in text for text in texts), texts


def test_reasons_why_something_cannot_be_done(late):
    case = late.accepted()
    due_on = LATE.date().replace(year=2027, month=1, day=11)
    row = Payment(case=case, due_on=due_on, fees=[], total=Decimal(1), asked_at=LATE)
    case._prefetched_objects_cache = {"payments": [row]}
    case.version.facts  # noqa: B018 - read before it is changed
    object.__setattr__(case.version.facts, "fees", ("one",))
    assert MARK in str(_none_open(CaseContext(case, late.reviewer, LATE, {})))


def test_papers_that_name_such_a_day_say_so(late, corrected):
    notice = corrected.documents.get(code="correction_notice")
    assert notice.context["due_provisional"] is True
    receipt = corrected.application.documents.get(code="receipt_of_materials")
    assert MARK in receipt.context["next_step"]
    unit = late.town_unit
    assert with_provisional({"collect_by": "2027-01-12"}, unit=unit)["due_provisional"] is True
    assert "due_provisional" not in with_provisional({"collect_by": "2026-12-30"}, unit=unit)
    assert "due_provisional" not in with_provisional({"name": "x"}, unit=unit)
    assert all("due_provisional" in kind.optional for kind in KINDS.values())


def test_a_publicity_that_ends_in_such_a_year(late):
    from cases.publicity import reads

    row = {"pk": 1, "content": "申请人：王*英", "starts_on": LATE.date(), "place": "公开栏", "contact": "0990"}
    row |= {"ends_on": LATE.date().replace(year=2027, month=1, day=5), "case__version__name": "低保"}
    row |= {"case__region__parent__name": "青石镇", "case__region__name": "柳树村"}
    told = reads.facts(row, county_calendar())
    assert any(MARK in fact["value"] for fact in told)
    assert any(MARK in word for word in reads.card(row, county_calendar())["meta"])


def test_a_receipt_names_the_last_day_of_the_first_check_whatever_became_of_the_case(late):
    case = late.granted()
    context = receipt_context(case.application, [case], actor=late.resident_actor, now=LATE)
    assert "2027年1月5日(周二)（暂定）" in context["next_step"]
