"""移交清单: papers taken in by another window travel with a list that both sides sign for; competence and clock stay."""

import pytest

from accounts.domain.actors import actor_for
from accounts.models import Role
from cases.domain.hand_overs import hand_over_papers, receive_papers
from cases.domain.materials import hand_in_paper
from cases.domain.submit import submit_application
from cases.enums import Channel
from cases.models import Case, HandOver
from cases.rebuild import differences
from core.errors import Refused
from places.models.units import UnitKind
from tests.accounts.factories import PostFactory, ServicePointFactory, TownFactory, UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(county):
    """A window of another town, which takes in what the town of the applicant decides."""
    unit = UnitFactory(kind=UnitKind.TOWN, region=TownFactory(name="石桥镇"), name="石桥镇人民政府", short_name="石桥")
    point = ServicePointFactory(unit=unit, region=unit.region, name="石桥镇便民服务中心")
    post = PostFactory(role=Role.WINDOW_CLERK, unit=unit, point=point)
    return unit, point, post


@pytest.fixture
def far_clerk(county, elsewhere):
    return actor_for(user=elsewhere[2].user, on=county.now.date())


@pytest.fixture
def case(county, elsewhere, far_clerk):
    application = county.draft(channel=Channel.WINDOW, point=elsewhere[1], actor=far_clerk)
    hand_in_paper(
        application=application,
        key="bank_account_proof",
        name="银行账户证明",
        actor=far_clerk,
        now=county.now,
        seen_on_paper=True,
    )
    return submit_application(application=application, actor=far_clerk, now=county.now)[0]


def codes(verb, **given):
    with pytest.raises(Refused) as refused:
        verb(**given)
    return [reason.code for reason in refused.value.reasons]


def test_both_sides_sign_and_neither_competence_nor_clock_moves(county, case, elsewhere, far_clerk):
    unit, due = case.unit_id, case.intake_due_on
    row = hand_over_papers(case=case, carried_by="县机要交换", actor=far_clerk, now=county.later(1))
    assert (row.from_unit, row.to_unit_id) == (elsewhere[0], unit)
    assert [paper["name"] for paper in row.papers] == ["银行账户证明"]
    receive_papers(case=case, differences="少一份复印件", actor=county.clerk, now=county.later(30))
    row.refresh_from_db()
    assert (row.received_by_id, row.differences) == (county.clerk.user_id, "少一份复印件")
    after = Case.objects.get(pk=case.pk)
    assert (after.unit_id, after.intake_due_on) == (unit, due)
    verbs = list(after.events.values_list("verb", flat=True))
    assert verbs[-2:] == ["case.hand_over_papers", "case.receive_papers"]
    assert list(differences(after, now=county.later(30))) == []


def test_only_the_window_that_has_them_hands_over_and_only_the_unit_signs(county, case, far_clerk):
    given = {"case": case, "now": county.later(1)}
    assert codes(hand_over_papers, actor=county.clerk, **given) == ["by_window"]
    assert codes(receive_papers, actor=county.clerk, **given) == ["open_hand_over"]
    hand_over_papers(actor=far_clerk, **given)
    assert codes(hand_over_papers, actor=far_clerk, **given) == ["no_open_hand_over"]
    assert codes(receive_papers, actor=far_clerk, **given) == ["by_receiver"]
    assert HandOver.objects.count() == 1


def test_what_the_unit_took_in_itself_or_has_as_files_does_not_travel(county, elsewhere, far_clerk):
    own = county.received(channel=Channel.WINDOW, point=county.center, actor=county.clerk)
    assert "taken_in_elsewhere" in codes(hand_over_papers, case=own, actor=county.clerk, now=county.later(1))
    files = county.received(channel=Channel.WINDOW, point=elsewhere[1], actor=far_clerk)
    assert codes(hand_over_papers, case=files, actor=far_clerk, now=county.later(1)) == ["papers_there"]


def test_a_window_elsewhere_sees_only_what_it_took_in(county, case, far_clerk):
    county.received(channel=Channel.WINDOW, point=county.center, actor=county.clerk)
    seen = Case.objects.visible_to(far_clerk, on=county.now.date())
    assert list(seen) == [case]
