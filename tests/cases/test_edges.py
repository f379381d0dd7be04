"""Every verb from every state by every role: what domain.md §3.3 and §11 allow, and a Chinese reason for all the rest.

The table below was written from domain.md and not from the code. It says nothing of papers, terms and reasons that a
verb asks for besides: only of the state and of who acts. Nothing is carried out; the conditions are asked.
"""

import re
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

import pytest

from accounts.models import Role
from cases.enums import Status as S
from cases.models import Case, Proposal, Publicity, Suspension
from cases.rules.context import CaseContext
from cases.rules.verbs import CONDITIONS, VERBS
from flow.conditions import unmet
from tests.accounts.factories import MandateFactory, ResidentFactory
from tests.cases.factories import County, make_item
from tests.cases.review.factories import ACCEPT, APPROVE, DELIVER, PUBLICITY, TOWN_REVIEW

pytestmark = [pytest.mark.django_db, pytest.mark.database]

CLERK, REVIEWER, APPROVER, HEAD = "window_clerk", "reviewer", "approver", "unit_head"
APPLICANT, AGENT, SYSTEM = "applicant", "agent", "system"
WINDOW, REVIEW, DECIDE = {CLERK}, {REVIEWER, HEAD}, {APPROVER, HEAD}
UNIT = {REVIEWER, APPROVER, HEAD}
OWN = {APPLICANT, AGENT}
SIDE = {APPLICANT, AGENT, CLERK}  # the clerk at the counter, at the request of the person before her
FIRST_CHECK = {S.RECEIVED, S.CORRECTION_REQUIRED}
BEFORE_DECISION = {*FIRST_CHECK, S.ACCEPTED, S.REVIEWING, S.SUSPENDED}
UNDER_WAY = {S.REVIEWING, S.SUSPENDED}
TO_SERVE = {S.GRANTED, S.DENIED, S.DELIVERING}
DECIDED = {*TO_SERVE, S.CLOSED, S.ARCHIVED}
ALL = set(S)
OTHER_UNIT = {"receiver"}  # staff of the unit that a transfer is proposed to

# verb: the states it may be done from, and who may.
TABLE = {
    "submit": ({S.DRAFT}, OWN),  # T1
    "check_material": (FIRST_CHECK, WINDOW),
    "amend_answer": (FIRST_CHECK, WINDOW),  # R3
    "accept": (FIRST_CHECK, WINDOW),  # T2, T4
    "accept_with_tolerance": (FIRST_CHECK, WINDOW),
    "accept_on_promise": (FIRST_CHECK, WINDOW),
    "handle_at_once": ({S.RECEIVED}, WINDOW),
    "request_correction": (FIRST_CHECK, WINDOW),  # T3, T3b
    "supply_papers": (FIRST_CHECK, SIDE),
    "inform_not_required": ({S.RECEIVED}, WINDOW),  # T5
    "propose_refusal": ({S.RECEIVED}, WINDOW),  # T6
    "refuse_intake": ({S.RECEIVED}, WINDOW | UNIT),
    "decline_refusal": ({S.RECEIVED}, WINDOW | UNIT),
    "deem_accepted": ({S.RECEIVED}, {SYSTEM}),  # T7
    "propose_lapse": ({S.CORRECTION_REQUIRED}, {SYSTEM, CLERK}),  # T8
    "lapse": ({S.CORRECTION_REQUIRED}, WINDOW),
    "withdraw": (BEFORE_DECISION, SIDE),  # T9
    "start_review": ({S.ACCEPTED}, REVIEW),  # T10
    "give_opinion": ({S.REVIEWING}, REVIEW),
    "finish_stage": ({S.REVIEWING}, REVIEW),
    "record_site_check": (UNDER_WAY, REVIEW),
    "send_back": ({S.REVIEWING}, UNIT),
    "continue_stages": ({S.REVIEWING}, UNIT),
    "check_promise": (ALL, REVIEW),
    "propose_suspension": ({S.REVIEWING}, REVIEW),  # T11
    "suspend": ({S.REVIEWING}, DECIDE),
    "decline_suspension": (ALL, DECIDE),  # as long as the proposal is open
    "resume": ({S.SUSPENDED}, REVIEW | {SYSTEM}),  # T12
    "propose_extension": ({S.REVIEWING}, REVIEW),  # T13
    "extend": ({S.REVIEWING}, {HEAD}),
    "decline_extension": (ALL, {HEAD}),
    "grant": ({S.REVIEWING}, DECIDE),  # T14
    "deem_renewed": ({S.ACCEPTED, *UNDER_WAY}, {SYSTEM}),  # T14b, Art. 50
    "deny": ({S.REVIEWING}, DECIDE),  # T15
    "terminate": (UNDER_WAY, DECIDE),  # T16
    "propose_transfer": ({S.ACCEPTED, S.REVIEWING}, UNIT),  # T17
    "transfer": ({S.ACCEPTED, S.REVIEWING}, OTHER_UNIT),
    "decline_transfer": ({S.ACCEPTED, S.REVIEWING}, OTHER_UNIT),
    "deliver_at_window": (TO_SERVE, WINDOW),  # T18
    "deliver_at_door": (TO_SERVE, {AGENT}),
    "deliver_electronically": (TO_SERVE, OWN),
    "send_by_post": (TO_SERVE, WINDOW),
    "confirm_post": ({S.DELIVERING}, WINDOW),
    "post_failed": ({S.DELIVERING}, WINDOW),
    "serve_refused": (TO_SERVE, WINDOW),
    "archive": ({S.CLOSED}, {SYSTEM, CLERK}),  # T19
    "open_linked:renew": (DECIDED, SIDE),  # T20, applied for
    "open_linked:change": (DECIDED, SIDE | UNIT),
    "open_linked:revoke": (DECIDED, UNIT),  # T20, of its own motion
    "ask_payment": ({S.ACCEPTED, *UNDER_WAY}, UNIT),  # R12
    "record_payment": ({S.ACCEPTED, *UNDER_WAY}, WINDOW),
    "waive_payment": ({S.ACCEPTED, *UNDER_WAY}, DECIDE),
    "hand_over_papers": ({*BEFORE_DECISION, *TO_SERVE, S.CLOSED}, WINDOW),  # across regions
    "receive_papers": ({*BEFORE_DECISION, *TO_SERVE, S.CLOSED}, WINDOW | UNIT),
    "add_party": (UNDER_WAY, REVIEW),
    "tell_party": (UNDER_WAY, REVIEW),
    "record_party_opinion": (UNDER_WAY, REVIEW),
    "note_no_parties": (UNDER_WAY, REVIEW),
    "tell_hearing_right": (UNDER_WAY, REVIEW),
    "request_hearing": (UNDER_WAY, OWN | REVIEW),
    "close_hearing_right": (UNDER_WAY, REVIEW | {SYSTEM}),
    "order_hearing": (UNDER_WAY, DECIDE),
    "announce_hearing": (UNDER_WAY, REVIEW),
    "record_hearing": (UNDER_WAY, UNIT),
    "start_publicity": ({S.REVIEWING}, REVIEW),
    "raise_objection": (UNDER_WAY, None),  # anybody
    "enter_objection": (UNDER_WAY, REVIEW),
    "handle_objection": (UNDER_WAY, REVIEW),
    "end_publicity": ({S.REVIEWING}, REVIEW | {SYSTEM}),
}
# Conditions that look at the state or at who acts; everything else a verb asks is left to the tests of its own.
STATE = {"state", "decided"}
WHO = {
    "intake_staff", "reviewer_of_unit", "approver_of_unit", "staff_of_unit", "refusal_confirmer", "applicant_side",
    "applicant_or_agent", "agent", "by_system", "clerk_or_system", "reviewer_at_work", "takes_part", "first_unit",
    "by_window",
    "may_end_publicity", "publicity_turn", "request_side", "reviewer_or_system", "presider_or_reviewer", "may_resume",
    "head", "by_receiver", "archivists", "by_whom",
}  # fmt: skip
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Acts that the law leaves to the applicant's side, to the machine, or that decide nothing about the case.
NOT_ABOUT_OWN = {
    *("submit", "supply_papers", "withdraw", "request_hearing", "raise_objection", "open_linked"),
    *("archive", "propose_lapse", "deem_accepted", "deem_renewed", "hand_over_papers", "receive_papers"),
}


class Village(County):
    """Publicity and decision are both the town's, so that one unit can be asked everything."""

    @cached_property
    def item(self):
        steps = [ACCEPT, TOWN_REVIEW, {**PUBLICITY, "level": "town"}, {**APPROVE, "level": "town"}, DELIVER]
        return make_item("minimum_living", department=self.department, steps=steps, deciding_level="town")


@pytest.fixture
def county(db):
    return Village()


@pytest.fixture
def case(county):
    """One case with everything open at once that a verb could answer."""
    mandate = MandateFactory(
        principal=county.resident,
        item_keys=[county.item.key],
        valid_from=county.now.date(),
        valid_to=county.now.date() + timedelta(days=90),
    )
    case = county.reviewing()
    case.application.mandate = mandate
    case.application.point = county.center
    case.application.save()
    day = county.now.date()
    stage = case.stages.get(kind="publicity")
    stage.state, stage.started_at = "running", county.now
    stage.save()
    Publicity.objects.create(case=case, stage=stage, content="王某", starts_on=day, ends_on=day + timedelta(days=7))
    Proposal.objects.create(case=case, verb="transfer", given={"to_unit": county.department.pk}, proposed_at=county.now)
    Suspension.objects.create(
        case=case, kind="inspection", is_statutory=True, reason="送检", max_days=5,
        from_on=day - timedelta(days=9), until_on=day - timedelta(days=2),
    )  # fmt: skip
    return Case.objects.select_related("unit__region", "applicant", "application__mandate").with_item().get(pk=case.pk)


def stand(case, status):
    """As if the case were in that state: the field is protected, and nothing is saved."""
    case.__dict__["status"] = status


def people(county, case):
    from accounts.actors import SYSTEM as MACHINE

    found = {str(role): county.staff(role) for role in Role}
    found["receiver"] = county.staff(Role.REVIEWER, unit=county.department)
    found[APPLICANT] = county.resident_actor
    found[AGENT] = county.actor_of(case.application.mandate.agent.resident)
    found["stranger"] = county.actor_of(ResidentFactory())
    found[SYSTEM] = MACHINE
    return found


def asked(name):
    verb, _colon, kind = name.partition(":")
    return verb, {"kind": kind, "act": "submit"}


def reasons(name, codes, case, actor, now):
    verb, given = asked(name)
    return unmet([one for one in CONDITIONS[verb] if one.code in codes], CaseContext(case, actor, now, given))


def test_the_table_names_every_verb():
    assert {asked(name)[0] for name in TABLE} == set(VERBS)


def test_a_verb_can_be_done_from_the_states_of_the_table_and_from_no_other(county, case):
    wrong = []
    for name, (states, _may) in TABLE.items():
        for status in S:
            stand(case, status)
            found = reasons(name, STATE, case, county.clerk, county.now)
            if bool(found) == (status in states) and not (states == ALL and not found):
                wrong.append(f"{name} from {status}: {[reason.text for reason in found]}")
            wrong += [f"{name}: not Chinese: {r.text}" for r in found if not CHINESE.search(r.text)]
    assert wrong == []


def test_a_verb_can_be_done_by_the_roles_of_the_table_and_by_nobody_else(county, case):
    actors = people(county, case)
    wrong = []
    for name, (states, may) in TABLE.items():
        if may is None:
            continue
        for status in states:
            stand(case, status)
            for role, actor in actors.items():
                found = reasons(name, WHO, case, actor, county.now)
                if bool(found) == (role in may):
                    wrong.append(f"{name} from {status} by {role}: {[reason.text for reason in found]}")
                wrong += [f"{name}: not Chinese: {r.text}" for r in found if not CHINESE.search(r.text)]
    assert wrong == []


@pytest.mark.law("R21")
def test_staff_do_nothing_in_their_own_case(county, case):
    """回避: neither as the applicant nor as who acts for her."""
    actors = people(county, case)
    wrong = []
    for name, (_states, may) in TABLE.items():
        if asked(name)[0] in NOT_ABOUT_OWN:
            continue
        for role in set(may or ()) - {APPLICANT, AGENT, SYSTEM}:
            own = replace(actors[role], resident_id=case.applicant_id)
            if [one.code for one in reasons(name, {"not_own_case"}, case, own, county.now)] != ["not_own_case"]:
                wrong.append(f"{name} by {role}")
    assert wrong == []
