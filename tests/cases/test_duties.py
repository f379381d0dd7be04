"""Who may do what on a case: separation of duties is checked on the case, at the transition."""

import pytest

from accounts.models import Role
from cases.domain.decide import deny_case, grant_case
from cases.domain.intake import accept_case, propose_refusal, refuse_intake
from cases.domain.review import give_opinion, start_review
from cases.domain.withdraw import withdraw_case
from cases.enums import Status
from cases.models import Case
from core.errors import Refused
from tests.accounts.factories import MandateFactory, PostFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def refused_codes(verb, **given):
    with pytest.raises(Refused) as refusal:
        verb(**given)
    return [reason.code for reason in refusal.value.reasons]


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.STATION_HELPER, Role.SYS_ADMIN])
def test_only_a_window_clerk_accepts(county, role):
    case = county.checked(county.received())
    assert "intake_staff" in refused_codes(accept_case, case=case, actor=county.staff(role), now=county.now)


@pytest.mark.parametrize("role", [Role.WINDOW_CLERK, Role.REVIEWER, Role.SUPERVISOR, Role.STATION_HELPER])
def test_only_an_approver_of_the_unit_decides(county, role):
    case = county.reviewed()
    assert "approver_of_unit" in refused_codes(grant_case, case=case, actor=county.staff(role), now=county.now)


def test_an_approver_of_another_unit_does_not_decide(county):
    case = county.reviewed()
    stranger = county.staff(Role.APPROVER, unit=county.department)
    assert "approver_of_unit" in refused_codes(grant_case, case=case, actor=stranger, now=county.now)


@pytest.mark.law("R21")
def test_whoever_took_the_case_in_cannot_review_or_decide_it(county):
    case = county.accepted()
    user = county.clerk.user_id
    from accounts.domain.actors import actor_for
    from accounts.models import User

    post = PostFactory(user=User.objects.get(pk=user), role=Role.UNIT_HEAD, unit=county.town_unit)
    both = actor_for(user=User.objects.get(pk=user), post_id=post.pk, on=county.now.date())
    assert "not_intake_clerk" in refused_codes(start_review, case=case, actor=both, now=county.now)
    start_review(case=case, actor=county.reviewer, now=county.now)
    give_opinion(case=case, conclusion="grant", text="属实", actor=county.reviewer, now=county.now)
    assert "not_intake_nor_reviewer" in refused_codes(grant_case, case=case, actor=both, now=county.now)


@pytest.mark.law("R21")
def test_the_reviewer_cannot_also_decide(county):
    case = county.reviewed()
    from accounts.domain.actors import actor_for
    from accounts.models import User

    user = User.objects.get(pk=county.reviewer.user_id)
    post = PostFactory(user=user, role=Role.APPROVER, unit=county.town_unit)
    both = actor_for(user=user, post_id=post.pk, on=county.now.date())
    assert "not_intake_nor_reviewer" in refused_codes(grant_case, case=case, actor=both, now=county.now)


def test_a_decision_needs_an_opinion_first(county):
    case = county.reviewing()
    assert "opinion_given" in refused_codes(grant_case, case=case, actor=county.approver, now=county.now)


def test_a_denial_without_reasons_is_refused_with_both_sentences(county):
    case = county.reviewed()
    found = refused_codes(deny_case, case=case, reasons=" ", basis="", actor=county.approver, now=county.now)
    assert {"reasons", "basis"} <= set(found)


def test_a_refusal_of_intake_needs_a_second_person(county):
    case = county.received()
    propose_refusal(
        case=case,
        reason="不属于本机关职权",
        basis="行政许可法第三十二条",
        agency="云溪县医疗保障局",
        actor=county.clerk,
        now=county.now,
    )
    assert "second_person" in refused_codes(refuse_intake, case=case, actor=county.clerk, now=county.now)
    colleague = county.staff(Role.WINDOW_CLERK, name="赵敏")
    refused = refuse_intake(case=case, actor=colleague, now=county.now)
    assert refused.status == Status.NOT_ACCEPTED
    document = refused.documents.get(code="non_acceptance_decision")
    assert document.context["competent_body"] == "云溪县医疗保障局"


@pytest.mark.law("R16")
def test_an_agent_acts_within_the_mandate_and_both_names_are_kept(county):
    from accounts.domain.actors import actor_for

    mandate = MandateFactory(principal=county.resident, valid_from="2026-11-01", valid_to="2026-12-31")
    mandate.refresh_from_db()
    agent = actor_for(user=mandate.agent, on=county.now.date())
    case = county.received(actor=agent, mandate=mandate)
    event = case.events.get(verb="case.submit")
    assert (event.actor_name, event.on_behalf_of) == (mandate.agent.display_name, "王秀英")
    assert mandate.agent.display_name in county.resident.messages.latest("id").body
    assert Case.objects.visible_to(agent, on=county.now.date()).get() == case


@pytest.mark.parametrize("change", [{"revoked_at": "2026-11-02T09:00+08:00"}, {"valid_to": "2026-11-01"}])
def test_a_revoked_or_expired_mandate_closes_the_case_to_the_agent_at_once(county, change):
    from accounts.domain.actors import actor_for
    from accounts.models import Mandate

    mandate = MandateFactory(principal=county.resident, valid_from="2026-10-01", valid_to="2026-12-31")
    mandate.refresh_from_db()
    agent = actor_for(user=mandate.agent, on=county.now.date())
    case = county.received(actor=agent, mandate=mandate)
    Mandate.objects.filter(pk=mandate.pk).update(**change)
    assert not Case.objects.visible_to(agent, on=county.now.date()).exists()
    assert "applicant_side" in refused_codes(withdraw_case, case=case, reason="", actor=agent, now=county.now)


def test_staff_see_the_cases_of_their_scope_and_no_others(county):
    case = county.received()
    day = county.now.date()
    seen = {
        role: Case.objects.visible_to(county.staff(role), on=day).exists()
        for role in (Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.SYS_ADMIN, Role.AUDITOR)
    }
    assert seen == {
        Role.WINDOW_CLERK: True,
        Role.REVIEWER: True,
        Role.APPROVER: True,
        Role.SUPERVISOR: True,
        Role.SYS_ADMIN: False,
        Role.AUDITOR: False,
    }
    stranger = county.staff(Role.REVIEWER, unit=county.department)
    assert case not in Case.objects.visible_to(stranger, on=day)
