"""T1: what has to be there before an application counts as received. Missing papers are not among it (R1)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from accounts.identity import IdentityLevel, IdentityWay
from accounts.models import MandateAct, Resident, Role
from cases.domain.applications import declare_application, save_answers, start_application
from cases.domain.drafts import Guardian, record_guardian, renew_versions
from cases.domain.submit import declare_and_submit, submit_application
from cases.enums import Channel
from cases.models import Application, Case
from catalog.content import ItemContent
from catalog.models import ItemVersion
from catalog.models.items import ItemState
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import MandateFactory, ResidentFactory
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def refusal(application, actor, now):
    with pytest.raises(Refused) as caught:
        submit_application(application=application, actor=actor, now=now)
    application.refresh_from_db()
    assert application.submitted_at is None
    return {reason.code: reason.text for reason in caught.value.reasons}


def publish_again(item, **changes):
    """A new version of the item is in use."""
    before = item.current_version
    content = ItemContent.from_json({**before.content, **changes}).to_json()
    item.current_version = ItemVersion.objects.create(
        item=item, number=before.number + 1, name=item.name, content=content, published_at=before.published_at
    )
    item.save()


@pytest.fixture
def strict(county):
    """An item that asks for level 2."""
    return make_item("individual_business", department=county.department, min_identity_level=2)


@pytest.fixture
def unproved(county):
    """The resident of the county, who has registered herself by telephone."""
    county.resident.identity_level, county.resident.identity_way = IdentityLevel.PHONE, IdentityWay.PHONE
    county.resident.save()
    return county.resident


@pytest.mark.law("R1")
def test_everything_there_but_the_papers_is_received(county):
    assert county.received().number


def test_a_paused_item_is_not_received(county):
    application = county.draft()
    county.item.state = ItemState.PAUSED
    county.item.save()
    assert "item_in_use" in refusal(application, county.resident_actor, county.now)


@pytest.mark.parametrize(("missing", "code"), [("declared_at", "declared"), ("privacy_shown_at", "privacy_shown")])
@pytest.mark.law("R18")
def test_without_declaration_or_privacy_notice_nothing_is_received(county, missing, code):
    application = county.draft()
    Application.objects.filter(pk=application.pk).update(**{missing: None})
    assert list(refusal(application, county.resident_actor, county.now)) == [code]


def test_a_superseded_guide_is_gone_through_once_more_and_nothing_typed_is_lost(county):
    application = county.draft()
    save_answers(
        application=application,
        answers={"bank_account": "9901000000000000018"},
        situations={county.item.key: {"age_band": "from_80", "receipt_account": "own"}},
        now=county.now,
    )
    publish_again(
        county.item, situations=[{"key": "age_band", "question": "?", "options": [{"key": "from_80", "label": "x"}]}]
    )
    reason = refusal(application, county.resident_actor, county.now)["version_in_use"]
    assert "已填的内容都在" in reason

    moved = renew_versions(application=application, actor=county.resident_actor, now=county.now)
    application.refresh_from_db()
    assert [case.version.number for case in moved] == [2]
    assert application.answers["bank_account"] == "9901000000000000018"
    assert application.situations[county.item.key] == {"age_band": "from_80"}
    assert application.declared_at is None
    assert AuditEntry.objects.filter(action="application.renew_versions").count() == 1
    assert renew_versions(application=application, actor=county.resident_actor, now=county.now) == []

    declare_application(application=application, now=county.now)
    submitted = submit_application(application=application, actor=county.resident_actor, now=county.now)
    assert submitted[0].version.number == 2


def test_a_submitted_case_keeps_its_version(county):
    case = county.received()
    publish_again(county.item)
    assert renew_versions(application=case.application, actor=county.resident_actor, now=county.now) == []
    assert Case.objects.get(pk=case.pk).version.number == 1


class TestRealNameLevel:
    def test_too_low_a_level_says_why_and_what_to_do_and_keeps_the_draft(self, county, strict, unproved):
        application = county.draft(items=[strict])
        reason = refusal(application, county.resident_actor, county.now)["identity_level"]
        assert "个体工商户" in reason
        assert "二级（姓名与身份证号已核验），您现在是一级（凭手机号注册）" in reason
        assert "带身份证到任何一个政务服务窗口" in reason
        assert "上门" in reason

    def test_an_item_that_asks_for_no_more_than_a_telephone_is_open_to_her(self, county, unproved):
        assert county.received().number

    def test_the_clerk_is_told_to_compare_the_card(self, county, strict, unproved):
        application = county.draft(items=[strict], channel=Channel.WINDOW, actor=county.clerk, point=county.center)
        reason = refusal(application, county.clerk, county.now)["identity_level"]
        assert "当面核对身份证" in reason

    def test_once_the_level_has_risen_it_is_received(self, county, strict, unproved):
        application = county.draft(items=[strict])
        Resident.objects.filter(pk=unproved.pk).update(identity_level=IdentityLevel.PERSON)
        assert submit_application(application=application, actor=county.resident_actor, now=county.now)

    def test_an_agent_needs_the_level_as_well(self, county, strict):
        daughter = ResidentFactory(name="李晓梅", identity_level=IdentityLevel.PHONE, identity_way=IdentityWay.PHONE)
        mandate = MandateFactory(
            principal=county.resident,
            agent_resident=daughter,
            item_keys=[strict.key],
            valid_from=county.now.date(),
            valid_to=county.now.date() + timedelta(days=9),
        )
        agent = county.actor_of(daughter)
        application = county.draft(items=[strict], mandate=mandate, actor=agent)
        assert "您现在是一级" in refusal(application, agent, county.now)["identity_level"]

    def test_a_helper_with_a_mandate_is_staff_whom_the_county_knows(self, county, strict):
        helper = county.staff(Role.STATION_HELPER)
        mandate = MandateFactory(
            principal=county.resident,
            agent_id=helper.user_id,
            agent=None,
            item_keys=[strict.key],
            valid_from=county.now.date(),
            valid_to=county.now.date() + timedelta(days=9),
        )
        assert county.received(items=[strict], mandate=mandate, actor=helper).number


class TestChildren:
    @pytest.fixture
    def child(self, county):
        return ResidentFactory(name="何小满", offline=True, birth_on=date(2016, 10, 8), region=county.village)

    @pytest.fixture
    def application(self, county, child):
        return county.draft(applicant=child, channel=Channel.WINDOW, actor=county.clerk, point=county.center)

    def test_without_the_guardian_nothing_about_a_child_is_received(self, county, application):
        assert "未满14周岁" in refusal(application, county.clerk, county.now)["guardian_consent"]

    def test_the_guardian_who_agreed_stands_on_a_paper_of_her_own(self, county, application):
        guardian = Guardian("何晓雯", "母亲")
        declare_and_submit(
            application=application,
            consents_asked=[],
            consents_given=[],
            guardian=guardian,
            actor=county.clerk,
            now=county.now,
        )
        paper = application.documents.get(code="guardian_consent")
        assert (paper.context["guardian_name"], paper.context["relation"]) == ("何晓雯", "母亲")
        assert paper.context["child_born_on"] == "2016-10-08"
        form = application.documents.get(code="application_form")
        assert ["监护人", "何晓雯（母亲）"] in form.context["applicant"]

    def test_a_guardian_without_name_or_relation_is_none(self, county, application):
        with pytest.raises(Refused) as caught:
            record_guardian(application=application, guardian=Guardian(" ", ""), now=county.now)
        assert {reason.code for reason in caught.value.reasons} == {"guardian_name", "guardian_relation"}

    def test_on_the_fourteenth_birthday_she_decides_herself(self, county, child, application):
        child.birth_on = date(2012, 11, 2)
        child.save()
        assert submit_application(application=application, actor=county.clerk, now=county.now)


class TestMandate:
    @pytest.fixture
    def agent(self, county):
        return county.actor_of(ResidentFactory(name="李晓梅"))

    def mandate(self, county, agent, **changes):
        day = county.now.date()
        given = {
            "principal": county.resident,
            "agent_id": agent.user_id,
            "agent": None,
            "valid_from": day,
            "valid_to": day + timedelta(days=9),
            **changes,
        }
        return MandateFactory(**given)

    @pytest.mark.parametrize(
        "changes",
        [{"acts": [MandateAct.CORRECT]}, {"item_keys": ["elder_card"]}],
        ids=["no power to submit", "another item"],
    )
    def test_a_mandate_that_does_not_cover_item_and_act_opens_no_draft(self, county, agent, changes):
        with pytest.raises(Refused) as caught:
            county.draft(mandate=self.mandate(county, agent, **changes), actor=agent)
        assert caught.value.reasons[0].code == "mandate"

    def test_a_mandate_that_ended_meanwhile_submits_nothing(self, county, agent):
        application = county.draft(mandate=self.mandate(county, agent), actor=agent)
        later = county.now + timedelta(days=10)
        assert "applicant_side" in refusal(application, agent, later)

    def test_a_power_that_was_taken_away_submits_nothing(self, county, agent):
        mandate = self.mandate(county, agent)
        application = county.draft(mandate=mandate, actor=agent)
        mandate.acts = [MandateAct.COLLECT]
        mandate.save()
        assert "applicant_side" in refusal(application, agent, county.now)


def test_a_clerk_does_not_submit_what_a_colleague_began(county):
    application = start_application(
        applicant=county.resident,
        items=[county.item],
        channel=Channel.WINDOW,
        actor=county.clerk,
        point=county.center,
        now=county.now,
    )
    declare_application(application=application, now=county.now)
    colleague = county.staff(Role.WINDOW_CLERK, name="周小兰")
    assert "applicant_side" in refusal(application, colleague, county.now)
