"""Special ways of acceptance: papers that follow, promises, silence, lapses, bars, overrides (R2, R25, Art. 78)."""

import contextlib
from datetime import timedelta

import pytest

from accounts.models import Role
from cases.domain.bars import FALSE_PAPERS, FRAUD, bar_applicant, lift_bar
from cases.domain.correct import Defect, request_correction
from cases.domain.decide import grant_case
from cases.domain.instant import handle_at_once
from cases.domain.intake import accept_case
from cases.domain.lapse import lapse_case, propose_lapse
from cases.domain.materials import check_material, hand_in_paper
from cases.domain.override import grant_override
from cases.domain.review import give_opinion, start_review
from cases.domain.ways import accept_on_promise, accept_with_tolerance, check_promise, deem_accepted
from cases.enums import AcceptMode, MaterialState, Status
from cases.models import Case, Reminder, Supervision
from cases.rebuild import differences
from cases.rules.ways import correction_reminder_key
from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import require_complete
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def codes(act, /, **given):
    with pytest.raises(Refused) as refusal:
        act(**given)
    return [reason.code for reason in refusal.value.reasons]


def fresh(case):
    return Case.objects.get(pk=case.pk)


def complete_papers(case):
    for document in case.documents.all():
        require_complete(KINDS[document.code], document.context)


def short_of(county, necessity, **changes):
    """A received case in which everything is in order but the papers of this necessity."""
    item = make_item("food_workshop", department=county.department, deciding_level="town", steps=[], **changes)
    case = county.received(items=[item])
    for material in case.materials.exclude(state=MaterialState.SHARED):
        state = MaterialState.MISSING if material.necessity == necessity else MaterialState.OK
        check_material(case=case, key=material.key, state=state, actor=county.clerk, now=county.now)
    return fresh(case)


@pytest.fixture
def tolerated(county):
    case = short_of(county, 3)
    return accept_with_tolerance(case=case, signed=True, actor=county.clerk, now=county.later(1))


@pytest.mark.law("R25")
def test_listed_papers_may_follow_on_a_signed_promise(county, tolerated):
    assert (tolerated.status, tolerated.accept_mode) == (Status.ACCEPTED, AcceptMode.TOLERANCE)
    assert tolerated.tolerance_due_on is not None
    assert {"acceptance_notice", "tolerance_notice", "tolerance_promise"} <= set(
        tolerated.documents.values_list("code", flat=True)
    )
    complete_papers(tolerated)
    assert list(differences(fresh(tolerated), now=county.later(1))) == []


def test_a_promise_that_nobody_signed_is_none(county):
    case = short_of(county, 3)
    assert codes(accept_with_tolerance, case=case, signed=False, actor=county.clerk, now=county.now) == ["signed"]


@pytest.mark.law("R25")
def test_necessary_papers_cannot_follow(county):
    case = short_of(county, 1)
    found = codes(accept_with_tolerance, case=case, signed=True, actor=county.clerk, now=county.now)
    assert "main_papers_complete" in found


@pytest.mark.law("R25")
@pytest.mark.parametrize("accept", [accept_with_tolerance, accept_on_promise])
def test_only_papers_may_follow_and_no_answers(county, accept):
    """What the notice asked of the form has to be put right; papers of the list may still follow."""
    case = short_of(county, 3)
    field = case.version.facts.form[0]
    defect = Defect(field.key, field.label, "没有填写", "请补填")
    request_correction(case=case, defects=[defect], actor=county.clerk, now=county.later(1))
    given = {"case": fresh(case), "signed": True, "actor": county.clerk}
    with pytest.raises(Refused) as refusal:
        accept(**given, now=county.later(2))
    told = {reason.code: reason.text for reason in refusal.value.reasons}
    assert field.label in told["answers_given"]
    case.corrections.get().items.update(supplied_at=county.later(3))
    with contextlib.suppress(Refused):
        accept(**{**given, "case": fresh(case)}, now=county.later(4))
    assert (fresh(case).status == Status.ACCEPTED) == (accept is accept_with_tolerance)  # no promise in this guide


def test_a_case_without_a_notice_says_so_and_no_date(county):
    case = county.received()
    with pytest.raises(Refused) as refusal:
        propose_lapse(case=case, now=county.later(2))
    told = {reason.code: reason.text for reason in refusal.value.reasons}
    assert told["correction_term_over"] == "还没有告知过补正，没有补正期限可以届满。"


@pytest.mark.law("R25")
def test_the_result_waits_for_the_papers_that_follow(county, tolerated):
    case = start_review(case=tolerated, actor=county.reviewer, now=county.later(2))
    give_opinion(case=case, conclusion="grant", text="符合", actor=county.reviewer, now=county.later(3))
    assert "papers_followed" in codes(grant_case, case=fresh(case), actor=county.approver, now=county.later(4))
    for key in tolerated.tolerance.keys:
        hand_in_paper(
            application=case.application,
            key=key,
            name="健康证明",
            seen_on_paper=True,
            actor=county.clerk,
            now=county.later(5),
        )
        check_material(case=fresh(case), key=key, state=MaterialState.OK, actor=county.clerk, now=county.later(6))
    assert fresh(case).tolerance.supplied_at == county.later(5)
    granted = grant_case(case=fresh(case), actor=county.approver, now=county.later(7))
    assert granted.status == Status.GRANTED
    assert list(differences(fresh(granted), now=county.later(7))) == []


def test_urgent_relief_does_not_wait_for_papers(county):
    changes = {"deciding_level": "town", "relief_first": True, "steps": []}
    item = make_item("temporary_relief", department=county.department, **changes)
    case = county.received(items=[item])
    for material in case.materials.exclude(state=MaterialState.SHARED):
        check_material(case=case, key=material.key, state=MaterialState.MISSING, actor=county.clerk, now=county.now)
    case = accept_with_tolerance(case=fresh(case), signed=True, actor=county.clerk, now=county.later(1))
    case = start_review(case=case, actor=county.reviewer, now=county.later(2))
    give_opinion(case=case, conclusion="grant", text="情况紧急", actor=county.reviewer, now=county.later(3))
    assert grant_case(case=fresh(case), actor=county.approver, now=county.later(4)).status == Status.GRANTED


PHOTO = "recent_photo"


def promising(county):
    promise = {"commitment_allowed": True, "commitment_text": "照片为本人近照。\n不实的愿意承担责任。"}
    return make_item("elder_card", department=county.department, **promise, commitment_materials=[PHOTO])


def without_photo(county, item):
    case = county.received(items=[item])
    for material in case.materials.exclude(state=MaterialState.SHARED):
        state = MaterialState.MISSING if material.key == PHOTO else MaterialState.OK
        check_material(case=case, key=material.key, state=state, actor=county.clerk, now=county.now)
    return fresh(case)


def test_a_promise_stands_for_the_named_proofs_and_is_checked_later(county):
    item = promising(county)
    case = accept_on_promise(case=without_photo(county, item), signed=True, actor=county.clerk, now=county.later(1))
    assert case.accept_mode == AcceptMode.COMMITMENT
    assert case.materials.get(key=PHOTO).state == MaterialState.PROMISED
    complete_papers(case)
    check_promise(case=case, kept=False, finding="照片不是本人", actor=county.reviewer, now=county.later(9))
    second = without_photo(county, item)
    found = codes(accept_on_promise, case=second, signed=True, actor=county.clerk, now=county.later(10))
    assert found == ["no_broken_promise"]


def test_silence_counts_as_acceptance_from_the_day_of_receipt(county):
    item = make_item("homestead", department=county.department)
    case = county.received(items=[item])
    late = county.now + timedelta(days=8)
    deemed = deem_accepted(case=case, now=late)
    assert (deemed.status, deemed.accept_mode) == (Status.ACCEPTED, AcceptMode.DEEMED)
    assert deemed.accepted_at == deemed.received_at
    assert deemed.documents.get(code="acceptance_notice").context["deemed"] is True
    assert Supervision.objects.get(case=deemed).rule == "deemed"
    complete_papers(deemed)


def test_silence_within_five_working_days_counts_for_nothing(county):
    item = make_item("homestead", department=county.department)
    case = county.received(items=[item])
    assert codes(deem_accepted, case=case, now=county.now + timedelta(days=7)) == ["intake_term_over"]


def test_silence_counts_only_where_the_law_or_the_item_says_so(county):
    item = make_item("elder_card", department=county.department, deemed_acceptance=False)
    case = county.received(items=[item])
    assert "deemed_regime" in codes(deem_accepted, case=case, now=county.now + timedelta(days=30))


def test_papers_are_returned_after_a_reminder_and_by_two(county):
    case = county.correction_required()
    late = county.now + timedelta(days=60)
    assert "reminded" in codes(propose_lapse, case=case, now=late)
    Reminder.objects.create(key=correction_reminder_key(case), sent_at=late - timedelta(days=40))
    assert codes(propose_lapse, case=case, now=county.later(1)) == ["correction_term_over"]
    propose_lapse(case=case, now=late)
    lapsed = lapse_case(case=fresh(case), actor=county.clerk, now=late)
    assert lapsed.status == Status.LAPSED
    complete_papers(lapsed)


DEFECT = [Defect("bank_account", "本人银行账户", "户名不是本人", "请提供本人账户")]


def test_a_second_correction_notice_is_refused_but_for_a_recorded_override(county):
    case = county.correction_required()
    given = {"defects": DEFECT, "actor": county.clerk, "now": county.later(2)}
    assert codes(request_correction, case=case, **given) == ["no_earlier_notice"]
    supervisor = county.staff(Role.SUPERVISOR)
    rule = {"verb": "request_correction", "code": "no_earlier_notice"}
    assert codes(grant_override, case=case, reason="x", actor=county.approver, now=county.now, **rule) == ["rule"]
    assert codes(grant_override, case=case, reason=" ", actor=supervisor, now=county.now, **rule) == ["reason"]
    grant_override(case=case, reason="首次告知后法规修改", actor=supervisor, now=county.later(1), **rule)
    second = request_correction(case=fresh(case), **given)
    assert second.number == 2
    event = case.events.filter(verb="case.request_correction").last()
    assert event.data["overridden"][0]["reason"] == "首次告知后法规修改"
    assert set(Supervision.objects.values_list("rule", flat=True)) == {"override", "second_notice"}
    assert codes(request_correction, case=fresh(case), **given) == ["no_earlier_notice"]


@pytest.mark.parametrize(("ground", "year"), [(FALSE_PAPERS, 2027), (FRAUD, 2029)])
def test_who_is_barred_is_not_accepted_until_the_bar_ends(county, ground, year):
    case = county.denied()
    bar = bar_applicant(case=case, ground=ground, reason="提供虚假材料。", actor=county.approver, now=county.later(5))
    assert bar.until_on.year == year
    again = county.checked(county.received())
    with pytest.raises(Refused) as refusal:
        accept_case(case=again, actor=county.clerk, now=county.later(6))
    assert [reason.code for reason in refusal.value.reasons] == ["not_barred"]
    assert f"{year}年" in refusal.value.text
    lift_bar(bar=bar, reason="处理决定已撤销", actor=county.approver, now=county.later(7))
    assert accept_case(case=again, actor=county.clerk, now=county.later(8)).status == Status.ACCEPTED


def test_an_instant_item_is_done_by_one_person_on_one_screen(county):
    item = make_item("elder_card", department=county.department, single_person_ok=True, project_type="1")
    case = county.checked(county.received(items=[item]))
    done = handle_at_once(case=case, text="", receiver="王秀英", actor=county.clerk, now=county.later(1))
    assert done.status == Status.CLOSED
    verbs = ["case.accept", "case.start_review", "case.give_opinion", "case.grant", "case.deliver"]
    moments = list(case.events.filter(verb__in=verbs).order_by("id").values_list("verb", "at"))
    assert [verb for verb, _at in moments] == verbs
    assert len({at for _verb, at in moments}) == 5


def test_one_person_may_not_do_everything_for_other_items(county):
    case = county.checked(county.received())
    found = codes(handle_at_once, case=case, text="", receiver="", actor=county.clerk, now=county.later(1))
    assert "first_unit" in found
    assert fresh(case).status == Status.RECEIVED
