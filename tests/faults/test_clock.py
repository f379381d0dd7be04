"""A clock that is put back: the events of a case stay in order, and what follows from them holds."""

from datetime import timedelta

import pytest

from cases.domain.review import start_review
from cases.domain.special import propose_suspension, resume_case, suspend_case
from cases.models import Case
from cases.rebuild import differences
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BACK = timedelta(hours=1)


def in_order(case):
    moments = [event.at for event in case.events.all()]
    return moments == sorted(moments)


def test_an_act_after_the_clock_went_back_is_stamped_with_the_moment_before_it(county):
    case = county.accepted()
    last = case.events.last().at
    started = start_review(case=case, actor=county.reviewer, now=last - BACK)
    assert started.events.get(verb="case.start_review").at == last
    assert in_order(started)
    assert list(differences(Case.objects.get(pk=case.pk), now=last)) == []


def test_a_special_procedure_that_ends_before_it_began_by_the_clock_takes_no_day(county):
    item = make_item("food_workshop", department=county.department, deciding_level="town", steps=[])
    case = county.reviewing(items=[item])
    due = case.statutory_due_on
    midnight = (county.now + timedelta(days=1)).replace(hour=0, minute=30)
    propose_suspension(case=case, kind="inspection", days=5, reason="送检", actor=county.reviewer, now=midnight)
    suspended = suspend_case(case=case, actor=county.approver, now=midnight)
    resumed = resume_case(case=suspended, result="合格", actor=county.reviewer, now=midnight - BACK)
    row = resumed.suspensions.get()
    assert row.from_on == row.ended_on == midnight.date()
    assert in_order(resumed)
    assert resumed.statutory_due_on == due
    assert list(differences(Case.objects.get(pk=case.pk), now=midnight)) == []
