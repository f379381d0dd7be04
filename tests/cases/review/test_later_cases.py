"""Which stages a case about a certificate walks, and that its holder is heard (domain.md §3.3 T20; Art. 7, 49, 50, 69)."""

from dataclasses import replace

import pytest

from accounts.models import Role
from cases.desk.forms_ending import LinkedForm
from cases.domain.decide import grant_case
from cases.domain.intake import accept_case
from cases.domain.linked import open_linked_case
from cases.domain.parties import record_party_opinion
from cases.domain.review import give_opinion, start_review
from cases.enums import CaseKind, CertificateState, Status
from cases.models import Case, Certificate
from cases.procedure import DECIDES_APPLICATION, stage_steps
from cases.rebuild import differences
from catalog import codes
from core.errors import Refused
from tests.cases.review.factories import COUNTY_REVIEW, HOUSING, LAND, PUBLICITY, SITE_CHECK, SURVEY, TOWN_REVIEW
from tests.papers.conftest import rendered_html

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OWN = ["县级审核"]


@pytest.fixture
def granted(joint):
    """A case that went through town, village and county, with its certificate."""
    return grant_case(case=joint.at_decision(), actor=joint.county_approver, now=joint.after(13))


def opened(joint, origin, kind, **changes):
    ex_officio = kind in (CaseKind.REVOKE, CaseKind.WITHDRAW, CaseKind.SUSPEND, CaseKind.RESTORE, CaseKind.RECONSIDER)
    actor = joint.county_reviewer if ex_officio else joint.county_clerk
    case = open_linked_case(
        case=origin, kind=kind, reason="情况变化", changes=changes, actor=actor, now=joint.after(14)
    )
    if case.status == Status.RECEIVED:
        case = accept_case(case=case, actor=joint.county_clerk, now=joint.after(14))
    return case


def names(case):
    return list(case.stages.values_list("name", flat=True))


def test_a_change_is_examined_by_the_deciding_unit_and_decided(joint, granted):
    case = opened(joint, granted, CaseKind.CHANGE, holder_name="王秀瑛")
    assert names(case) == OWN
    reviewer = joint.of(Role.REVIEWER, name="孙审查")
    case = start_review(case=case, actor=reviewer, now=joint.after(15))
    give_opinion(case=case, conclusion="grant", text="改名属实", actor=reviewer, now=joint.after(15))
    case = grant_case(case=Case.objects.get(pk=case.pk), actor=joint.county_approver, now=joint.after(16))
    assert Certificate.objects.get(case=granted).state == CertificateState.CHANGED
    assert list(differences(case, now=joint.after(16))) == []


def test_a_step_that_the_item_repeats_for_a_change_is_carried_out_for_it_alone(joint):
    joint.steps = ({**SURVEY, "again_for": ["change"]}, TOWN_REVIEW, PUBLICITY, COUNTY_REVIEW)
    granted = grant_case(case=joint.at_decision(), actor=joint.county_approver, now=joint.after(13))
    assert names(opened(joint, granted, CaseKind.CHANGE, holder_name="王秀瑛")) == ["入户调查", *OWN]
    assert names(opened(joint, granted, CaseKind.CANCEL)) == OWN


@pytest.mark.parametrize("kind", CaseKind.values)
def test_only_what_decides_on_the_application_itself_goes_the_whole_way(joint, kind):
    joint.steps = (SITE_CHECK, LAND, HOUSING, TOWN_REVIEW, PUBLICITY, COUNTY_REVIEW)
    facts = joint.item.current_version.facts
    walked = [step.name for step in stage_steps(facts, kind)]
    assert walked == ([step["name"] for step in joint.steps] if kind in DECIDES_APPLICATION else OWN)


def test_the_kinds_that_an_editor_may_tick_are_those_of_cases():
    assert {code for code, _label in codes.choices("later_case")} == set(CaseKind.values) - set(DECIDES_APPLICATION)


def test_a_revocation_waits_for_what_the_holder_says(joint, granted):
    case = opened(joint, granted, CaseKind.REVOKE)
    holder = case.parties.get()
    assert (holder.name, holder.opinion_at) == (granted.applicant.name, None)
    told = case.documents.get(code="interested_party_notice").context
    assert "可能被撤销" in told["interest"] and told["basis"].endswith("第七条")
    reviewer = joint.of(Role.REVIEWER, name="孙审查")
    case = start_review(case=case, actor=reviewer, now=joint.after(15))
    give_opinion(case=case, conclusion="grant", text="系骗取", actor=reviewer, now=joint.after(15))
    with pytest.raises(Refused) as refusal:
        grant_case(case=Case.objects.get(pk=case.pk), actor=joint.county_approver, now=joint.after(15))
    assert [reason.code for reason in refusal.value.reasons] == ["parties_heard"]
    record_party_opinion(case=case, party=holder.pk, opinion="请从宽", actor=reviewer, now=joint.after(16))
    grant_case(case=Case.objects.get(pk=case.pk), actor=joint.county_approver, now=joint.after(16))
    assert Certificate.objects.get(case=granted).state == CertificateState.REVOKED


def test_a_revocation_goes_on_when_the_term_of_the_holder_is_over(joint, granted):
    case = opened(joint, granted, CaseKind.REVOKE)
    reviewer = joint.of(Role.REVIEWER, name="孙审查")
    case = start_review(case=case, actor=reviewer, now=joint.after(15))
    give_opinion(case=case, conclusion="grant", text="系骗取", actor=reviewer, now=joint.after(15))
    late = joint.after(30)
    assert case.parties.get().answer_by_on < late.date()
    grant_case(case=Case.objects.get(pk=case.pk), actor=joint.county_approver, now=late)
    assert Certificate.objects.get(case=granted).state == CertificateState.REVOKED


def test_a_suspension_that_ends_takes_nothing_and_asks_nobody(joint, granted):
    suspended = opened(joint, granted, CaseKind.SUSPEND, suspended_to="2026-12-31")
    assert suspended.parties.count() == 1
    assert opened(joint, granted, CaseKind.CORRECT_ERROR, note="更正").parties.count() == 0


def decided(joint, case):
    reviewer = joint.of(Role.REVIEWER, name="孙审查")
    case = start_review(case=case, actor=reviewer, now=joint.after(15))
    give_opinion(case=case, conclusion="grant", text="属实", actor=reviewer, now=joint.after(15))
    return grant_case(case=Case.objects.get(pk=case.pk), actor=joint.county_approver, now=joint.after(16))


def printed(certificate):
    return dict(certificate.document.context["facts"])


def test_what_a_change_says_stands_on_the_new_certificate_and_on_all_that_follow(joint, granted):
    old = granted.certificate
    was = printed(old)["备注"]
    case = decided(
        joint, opened(joint, granted, CaseKind.CHANGE, note="翻建时保留东侧通道。", address="柳树村三组18号")
    )
    new = case.certificate
    assert was == granted.version.facts.result.note != ""
    assert (printed(new)["备注"], printed(new)["地址"]) == ("翻建时保留东侧通道。", "柳树村三组18号")
    assert printed(Certificate.objects.get(pk=old.pk))["备注"] == was
    rows = case.documents.get(code="change_decision").context["changes"]
    assert {"label": "备注", "before": was, "after": "翻建时保留东侧通道。"} in rows
    again = decided(joint, opened(joint, granted, CaseKind.CORRECT_ERROR, holder_name="王秀瑛")).certificate
    assert again.replaces == new and again.holder_name == "王秀瑛"
    assert (again.note, printed(again)["备注"]) == ("翻建时保留东侧通道。", "翻建时保留东侧通道。")


def test_the_form_asks_for_the_note_where_the_certificate_has_one(joint, granted):
    form = LinkedForm(case=granted, actor=joint.county_reviewer)
    assert granted.certificate.note in form.fields["note"].help_text
    sent = {"kind": "change", "reason": "加一条", "note": "翻建时保留东侧通道。"}
    bound = LinkedForm(sent, case=granted, actor=joint.county_reviewer)
    assert bound.is_valid() and bound.cleaned_data["changes"] == {"note": "翻建时保留东侧通道。"}
    facts = granted.version.facts
    object.__setattr__(facts, "result", replace(facts.result, note=""))
    granted.certificate.case = granted
    assert "note" not in LinkedForm(case=granted, actor=joint.county_reviewer).fields


def test_the_term_stands_on_a_certificate_once(joint, granted):
    context = granted.certificate.document.context
    assert "有效期限" not in dict(context["facts"])
    page = rendered_html("certificate", context)
    assert page.count("有 效 期") == 1
    assert "起长期有效" in page and "起长期有效" not in rendered_html(
        "certificate", {**context, "valid_to": "2027-01-15"}
    )
