"""The machine of a case: every allowed edge, every forbidden one, and random walks that keep the invariants."""

from datetime import timedelta
from itertools import product

import pytest
from django_fsm import TransitionNotAllowed
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accounts.models import Role
from cases.desk.acts import ACTS
from cases.domain.correct import Defect, request_correction
from cases.domain.decide import deny_case, grant_case
from cases.domain.deliver import deliver_at_window
from cases.domain.intake import accept_case, inform_not_required
from cases.domain.materials import Finding, check_materials, hand_in_paper
from cases.domain.review import give_opinion, start_review
from cases.domain.special import extend_case, propose_extension
from cases.domain.terminate import terminate_case
from cases.domain.withdraw import withdraw_case
from cases.enums import DECIDED, FINAL, MaterialState, Status
from cases.models import Case
from cases.rebuild import differences
from cases.rules.verbs import VERBS
from core.errors import Refused
from flow.machine import describe, problems

MACHINE = describe(Case, final=FINAL, deeds=[verb.deed for verb in VERBS.values()])
NAMES = sorted({edge.name for edge in MACHINE.edges})
ALLOWED = {(edge.name, edge.source): edge.target for edge in MACHINE.edges}


@pytest.mark.parametrize(("name", "source"), list(product(NAMES, Status.values)))
def test_a_bare_move_goes_where_the_table_says_or_nowhere(name, source):
    case = Case(status=source)
    move = getattr(case, f"_{name}")
    if (name, source) in ALLOWED:
        move()
        assert case.status == ALLOWED[name, source]
    else:
        with pytest.raises(TransitionNotAllowed):
            move()
        assert case.status == source


def test_every_state_can_be_reached_left_or_is_final_and_every_move_has_its_verb():
    assert problems(MACHINE) == []


def test_a_move_without_a_verb_is_named():
    lame = describe(Case, final=FINAL, deeds=[verb.deed for verb in VERBS.values() if verb.name != "suspend"])
    assert "cases.case: no verb carries out suspend" in problems(lame)


def test_every_button_has_its_row_in_the_table():
    assert set(ACTS) <= set(VERBS)


def test_every_paper_that_a_verb_names_exists():
    from papers.catalogue import KINDS

    assert {paper for verb in VERBS.values() for paper in verb.papers} <= set(KINDS)


ACTORS = ("clerk", "reviewer", "approver", "head", "resident")


class Walk(RuleBasedStateMachine):
    """Anybody tries anything on one case; what is refused changes nothing, what is done keeps every invariant."""

    county = None  # set by the test

    @initialize()
    def begin(self):
        self.now = self.county.now
        self.case = self.county.received()
        self.length = self.case.events.count()

    def who(self, name):
        county = self.county
        return {
            "clerk": county.clerk,
            "reviewer": county.reviewer,
            "approver": county.approver,
            "head": county.staff(Role.UNIT_HEAD),
            "resident": county.resident_actor,
        }[name]

    def attempt(self, act, name, **given):
        self.now += timedelta(hours=1)
        before = Case.objects.get(pk=self.case.pk)
        count = before.events.count()
        try:
            act(case=before, actor=self.who(name), now=self.now, **given)
        except Refused as refused:
            after = Case.objects.get(pk=self.case.pk)
            assert refused.reasons and all(reason.text for reason in refused.reasons)
            assert (after.status, after.version_no, after.events.count()) == (before.status, before.version_no, count)
        self.case = Case.objects.get(pk=self.case.pk)

    @rule(name=st.sampled_from(ACTORS), good=st.booleans())
    def check_papers(self, name, good):
        def act(*, case, actor, now):
            state = MaterialState.OK if good else MaterialState.DEFECT
            papers = case.materials.exclude(state=MaterialState.SHARED)
            findings = [Finding(paper.key, state, "不清楚", "重拍") for paper in papers]
            check_materials(case=case, findings=findings, actor=actor, now=now)

        self.attempt(act, name)

    @rule(name=st.sampled_from(ACTORS))
    def accept(self, name):
        self.attempt(accept_case, name)

    @rule(name=st.sampled_from(ACTORS))
    def correct(self, name):
        material = self.case.materials.first()
        self.attempt(request_correction, name, defects=[Defect(material.key, material.name, "缺", "补")])

    @rule(name=st.sampled_from(ACTORS))
    def supply(self, name):
        key = self.case.materials.first().key

        def act(*, case, actor, now):
            hand_in_paper(application=case.application, key=key, name="材料", seen_on_paper=True, actor=actor, now=now)

        self.attempt(act, name)

    @rule(name=st.sampled_from(ACTORS))
    def not_required(self, name):
        self.attempt(inform_not_required, name, reason="不需要", basis="办法第一条")

    @rule(name=st.sampled_from(ACTORS))
    def review(self, name):
        self.attempt(start_review, name)

    @rule(name=st.sampled_from(ACTORS), conclusion=st.sampled_from(["grant", "deny"]))
    def opinion(self, name, conclusion):
        self.attempt(give_opinion, name, conclusion=conclusion, text="意见")

    @rule(name=st.sampled_from(ACTORS))
    def ask_for_time(self, name):
        self.attempt(propose_extension, name, days=5, reason="需要核实")

    @rule(name=st.sampled_from(ACTORS))
    def extend(self, name):
        self.attempt(extend_case, name)

    @rule(name=st.sampled_from(ACTORS))
    def grant(self, name):
        self.attempt(grant_case, name)

    @rule(name=st.sampled_from(ACTORS))
    def deny(self, name):
        self.attempt(deny_case, name, reasons="不符合", basis="办法第二条")

    @rule(name=st.sampled_from(ACTORS))
    def terminate(self, name):
        self.attempt(terminate_case, name, ground="impossible", reasons="无法办理", basis="")

    @rule(name=st.sampled_from(ACTORS))
    def hand_over(self, name):
        self.attempt(deliver_at_window, name, receiver="王秀英")

    @precondition(lambda self: self.case.events.count() > 4)
    @rule(name=st.sampled_from(["resident", "clerk"]))
    def withdraw(self, name):
        self.attempt(withdraw_case, name, reason="")

    @invariant()
    def everything_follows_from_the_events(self):
        if not hasattr(self, "case"):
            return
        # The light of the stored case is as old as its last change; tick renews it.
        assert [line for line in differences(self.case, now=self.now) if not line.startswith("light:")] == []
        assert self.case.events.count() >= self.length
        self.length = self.case.events.count()
        assert (self.case.decided_at is not None) == (self.case.status in DECIDED)


@pytest.mark.django_db
@pytest.mark.database
def test_random_walks_by_all_roles_keep_the_invariants(county):
    Walk.county = county
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=6,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            phases=[Phase.generate],
        ),
    )
