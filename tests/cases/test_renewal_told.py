"""Who applied for a renewal is told what silence means, with the day: page, messages, notice, desk (行政许可法 Art. 50)."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Message
from cases.domain.correct import Defect, request_correction
from cases.domain.intake import accept_case
from cases.domain.linked import open_linked_case
from cases.domain.withdraw import withdraw_case
from cases.models import Case, Certificate
from cases.online.standing import standing_of
from cases.rules.renewing import silence_means
from papers.catalogue import KINDS
from papers.make import render_kind, require_complete
from places.calendar import county_calendar
from tests.cases.factories import make_item
from tests.papers.conftest import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LAST = date(2027, 1, 15)
RENEWED = "到2027年1月15日(周五)（证件有效期的最后一天）还没有决定的，依法视为准予延续，证件继续有效。"
COMPLETE = "受理以后，到2027年1月15日(周五)（证件有效期的最后一天）还没有决定的，依法视为准予延续"
ENDS = "到这一天还没有决定的，证件到期失效。"


@pytest.fixture
def workshop(county):
    """A licence that ends on 15 January 2027."""
    item = make_item("food_workshop", department=county.department, deciding_level="town", steps=[])
    case = county.granted(items=[item])
    Certificate.objects.filter(case=case).update(valid_to=LAST)
    return Case.objects.get(pk=case.pk)


def renewal(county, origin, *, at=None):
    at = at or county.now + timedelta(days=8)
    return open_linked_case(case=origin, kind="renew", reason="继续经营", actor=county.resident_actor, now=at)


def accepted(county, origin, *, at=None):
    case = renewal(county, origin, at=at)
    return accept_case(case=case, actor=county.clerk, now=at or county.now + timedelta(days=8))


def standing(case, on):
    return standing_of(Case.objects.for_following().get(pk=case.pk), on=on, calendar=county_calendar())


def last_message(county):
    return Message.objects.filter(resident=county.resident).order_by("-pk")[0].body


def test_the_holder_is_told_on_receipt_and_on_acceptance(county, workshop):
    case = renewal(county, workshop)
    assert case.number in last_message(county) and COMPLETE in last_message(county)
    accept_case(case=case, actor=county.clerk, now=county.now + timedelta(days=8))
    assert "已受理" in last_message(county) and RENEWED in last_message(county)


def test_the_page_says_what_it_means_if_nothing_comes_in_every_open_state(county, workshop):
    case = renewal(county, workshop)
    on = date(2026, 11, 11)
    assert COMPLETE in standing(case, on).otherwise
    defect = Defect("scope", "生产条件说明", "没有写明生产地址", "请补写地址")
    request_correction(case=case, defects=[defect], actor=county.clerk, now=county.now + timedelta(days=8))
    told = standing(case, on).otherwise
    assert "材料退还给您" in told and COMPLETE in told


def test_the_tracking_page_and_the_page_of_the_desk_say_the_same(county, workshop):
    case = accepted(county, workshop)
    assert RENEWED in standing(case, date(2026, 11, 11)).otherwise
    people = (county.resident_actor, "online:case"), (county.clerk, "desk:case")
    for actor, name in people:
        client = Client()
        client.force_login(_user(actor))
        page = client.get(reverse(name, args=[case.public_id])).content.decode()
        assert RENEWED in page, name


def _user(actor):
    from accounts.models import User

    return User.objects.get(pk=actor.user_id)


def test_after_the_term_it_counts_as_granted_and_before_the_decision_nothing_else(county, workshop):
    case = accepted(county, workshop)
    assert "依法视为准予延续" in standing(case, LAST + timedelta(days=1)).otherwise
    withdrawn = withdraw_case(case=case, reason="", actor=county.resident_actor, now=county.now + timedelta(days=9))
    assert silence_means(withdrawn, LAST) == ""
    assert silence_means(workshop, LAST) == ""


def test_the_acceptance_notice_names_the_day(county, workshop):
    notice = accepted(county, workshop).documents.get(code="acceptance_notice")
    require_complete(KINDS["acceptance_notice"], notice.context)
    made = render_kind(KINDS["acceptance_notice"], notice.context, title="受理通知书", at=notice.issued_at)
    text = text_of(made.pdf)
    assert "有效期至2027年1月15日。到该日本机关仍未作出是否准予延续的决定的" in text and "视为准予延续" in text
    assert made.pages == 1


@pytest.mark.parametrize("days_before, renews", [(30, True), (29, False)])
def test_who_applies_late_is_told_that_the_licence_ends(county, workshop, days_before, renews):
    at = datetime.combine(LAST - timedelta(days=days_before), county.now.timetz())
    case = accepted(county, workshop, at=at)
    assert (RENEWED in last_message(county)) is renews
    assert (ENDS in standing(case, at.date()).otherwise) is not renews
    assert ("silence_on" in case.documents.get(code="acceptance_notice").context) is renews
    if not renews:
        assert "准予延续之前，证件无效" in standing(case, LAST + timedelta(days=1)).otherwise


def test_what_is_no_licence_and_what_is_suspended_end(county, workshop):
    origin = county.granted()
    Certificate.objects.filter(case=origin).update(valid_to=LAST)
    card = accepted(county, Case.objects.get(pk=origin.pk))
    assert ENDS in standing(card, LAST).otherwise
    licence = accepted(county, workshop)
    certificate = workshop.certificate
    certificate._suspend()
    certificate.save(update_fields=["state"])
    assert ENDS in standing(licence, LAST).otherwise


def test_other_cases_are_told_nothing_of_it(county):
    case = county.accepted()
    assert "延续" not in standing(case, date(2026, 11, 3)).otherwise
    assert "silence_on" not in case.documents.get(code="acceptance_notice").context
