"""In every state, with everything that may hold a case up, the applicant reads a sentence and no code word."""

import re
from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest

from cases.desk.wording import MATERIAL_TONES, STATUS_TONES
from cases.enums import DECIDED, ENDED, OPEN, AcceptMode, CaseKind, MaterialState, Outcome, StageState, Status
from cases.models import Case, CaseStage, Suspension, Tolerance
from cases.online.history import is_inner
from cases.online.standing import TONES, standing_of
from cases.online.views.case import TONES as PAPER_TONES
from catalog.choices import ProcedureKind
from places.calendar import county_calendar
from places.models import Unit
from search.labels import state_label

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 3)
DUE, LAW = date(2026, 11, 13), date(2026, 11, 27)
OUTCOMES = {
    Status.DENIED: Outcome.DENIED,
    **{status: Outcome(status.value) for status in ENDED},
    **dict.fromkeys((Status.GRANTED, Status.DELIVERING, Status.CLOSED, Status.ARCHIVED), Outcome.GRANTED),
}
NOTHING_FOLLOWS = {Status.DRAFT, Status.CLOSED, Status.ARCHIVED}  # granted and delivered: the matter is over


@pytest.fixture
def told(county):
    """The standing of a case that was never stored, in any state and with anything that may hold it up."""
    version, unit, calendar = county.item.current_version, county.town_unit, county_calendar()

    def say(status, *, on=ON, suspended="", stage=None, supplied=False, **values):
        given = {
            "pk": 1, "status": status, "version": version, "unit": unit, "outcome": OUTCOMES.get(status, ""),
            "due_on": None if status in ENDED else DUE, "statutory_due_on": LAW, "correction_due_on": DUE,
            "tolerance_due_on": DUE, "decided_at": county.now if status in DECIDED else None, **values,
        }  # fmt: skip
        tolerance = given.pop("tolerance", None)
        case = Case(**given)
        if tolerance:
            case.tolerance = Tolerance(case=case, keys=["photo"])
        notices = [SimpleNamespace(supplied_at=county.now if supplied else None)]
        case._prefetched_objects_cache = {
            "suspensions": [Suspension(kind=suspended)] if suspended else [],
            "stages": [stage] if stage else [],
            "corrections": notices,
        }
        return standing_of(case, on=on, calendar=calendar)

    return say


def check(standing, status):
    """A whole Chinese sentence; nothing left open in it; a state in the word of every other page."""
    for text in (standing.sentence, standing.todo, standing.otherwise):
        assert not re.search(r"[A-Za-z%{}]|  |前前|（）", text), text
        assert text == "" or re.search(r"[。！？]$", text), text
    assert len(standing.sentence) >= 8
    assert standing.sentence != standing.state
    assert standing.state in (str(Status(status).label), "已决定")
    assert str(Status(status).label) == state_label("case", status)


@pytest.mark.parametrize("status", list(Status))
def test_every_state_says_what_happens_and_what_it_means(told, status):
    for suspended in ("", *ProcedureKind.values):
        standing = told(status, suspended=suspended)
        assert standing.state == str(status.label)
        check(standing, status)
        assert standing.todo or standing.otherwise or status in NOTHING_FOLLOWS
        if status == Status.SUSPENDED and suspended:
            assert str(ProcedureKind(suspended).label) in standing.sentence
            assert "不计入" in standing.sentence and "自动恢复" in standing.otherwise
        if status in OPEN:
            assert "11月13日" in standing.sentence
            assert "青石镇人民政府" in standing.sentence


@pytest.mark.parametrize("status", list(Status))
def test_every_kind_and_way_of_acceptance_has_its_sentence(told, status):
    for kind, mode in product(CaseKind, AcceptMode):
        check(told(status, kind=kind, accept_mode=mode, tolerance=mode == AcceptMode.TOLERANCE), status)


@pytest.mark.parametrize("status", list(Status))
def test_a_passed_date_and_an_unknown_one_have_sentences_too(told, status):
    check(told(status, on=LAW + timedelta(days=30)), status)
    check(told(status, due_on=None, statutory_due_on=LAW), status)
    check(told(status, due_on=None, statutory_due_on=None), status)
    check(told(status, supplied=True), status)


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.REVIEWING, Status.SUSPENDED])
def test_papers_that_follow_are_asked_for_in_every_state_that_waits_for_them(told, status):
    standing = told(status, tolerance=True)
    assert "补交" in standing.todo and "11月13日" in standing.todo
    if status != Status.SUSPENDED:
        assert "不能发给办理结果" in standing.otherwise and "终止办理" in standing.otherwise


def test_the_running_stage_and_its_unit_are_named(told, county):
    stage = CaseStage(name="入户调查", unit=Unit(name="柳树村村民委员会"), state=StageState.RUNNING)
    sentence = told(Status.REVIEWING, stage=stage).sentence
    assert "“入户调查”（柳树村村民委员会）" in sentence
    assert "最晚2026年11月13日(周五)" in sentence


@pytest.mark.parametrize("deemed", [True, False])
def test_what_silence_of_the_office_means(county, deemed):
    from tests.cases.factories import make_item

    item = make_item("elder_card", department=county.department, deemed_acceptance=deemed)
    case = Case(pk=1, status=Status.RECEIVED, version=item.current_version, unit=county.town_unit, due_on=DUE)
    case._prefetched_objects_cache = {"suspensions": [], "stages": [], "corrections": []}
    for on in (ON, DUE + timedelta(days=1)):
        told = standing_of(case, on=on, calendar=county_calendar()).otherwise
        assert ("视为自收到申请之日起已经受理" in told) is deemed


def test_nothing_of_the_applicant_comes_means_the_papers_return(told):
    standing = told(Status.CORRECTION_REQUIRED)
    assert "补" in standing.todo and "材料退还给您" in standing.otherwise
    late = told(Status.CORRECTION_REQUIRED, on=DUE + timedelta(days=2))
    assert "已经过期" in late.sentence and "马上补交" in late.todo
    assert not late.late


@pytest.mark.parametrize("status", [Status.DENIED, Status.NOT_ACCEPTED, Status.TERMINATED])
def test_what_goes_against_the_applicant_says_what_can_be_done_about_it(told, status):
    assert "60 日内" in told(status).otherwise and "6 个月内" in told(status).otherwise


def test_every_state_has_its_colour_at_the_portal_and_at_the_desk():
    assert set(TONES) == set(STATUS_TONES) == set(Status)
    assert set(PAPER_TONES) == set(MATERIAL_TONES) == set(MaterialState)


def test_a_state_that_two_kinds_share_is_told_apart():
    assert state_label("case", "suspended") != state_label("certificate", "suspended")


@pytest.mark.parametrize("verb", ["case.propose_extension", "case.decline_suspension", "case.give_opinion"])
def test_what_the_desk_does_among_itself_is_inner(verb):
    assert is_inner(verb)
