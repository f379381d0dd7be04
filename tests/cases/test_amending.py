"""R3: what can be corrected on the spot is corrected on the spot. R14: what came online is not demanded on paper."""

from __future__ import annotations

import pytest

from accounts.models import Role
from cases.domain.amend import amend_answer
from cases.domain.applications import save_answers
from cases.domain.correct import Defect, request_correction
from cases.domain.materials import hand_in_paper
from cases.domain.submit import submit_application
from cases.enums import Status
from cases.models import Application, Case, OfficialDocument
from cases.rules.amending import asks_on_paper
from core.domain.files import keep_file
from core.errors import Refused
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]
KEY = "bank_account"
WRONG, RIGHT = "9901000000000000018", "9901000000000000026"


def refusal(call, **given):
    with pytest.raises(Refused) as caught:
        call(**given)
    return {reason.code: reason.text for reason in caught.value.reasons}


@pytest.fixture
def case(county):
    application = county.draft()
    save_answers(
        application=application,
        answers={KEY: WRONG, "bank_name": "云溪农村商业银行"},
        situations={county.item.key: {"age_band": "from_80", "receipt_account": "own"}},
        now=county.now,
    )
    return submit_application(application=application, actor=county.resident_actor, now=county.now)[0]


def amend(case, county, **changes):
    given = {"key": "bank_name", "answer": "青石农村商业银行", "confirmed": True, "actor": county.clerk, **changes}
    amend_answer(case=case, now=county.later(1), **given)


class TestOnTheSpot:
    def test_a_received_case_is_corrected_with_the_applicant_and_both_forms_are_kept(self, county, case):
        amend(case, county)
        case = Case.objects.get(pk=case.pk)
        assert case.status == Status.RECEIVED
        assert Application.objects.get().answers["bank_name"] == "青石农村商业银行"
        event = case.events.get(verb="case.amend_answer")
        assert "银行" not in str(event.data.get("answer", ""))  # the event names the question, never the answer
        first, second = OfficialDocument.objects.filter(case=case, code="application_form")
        said = [str(form.context["sections"]) for form in (first, second)]
        assert "云溪农村商业银行" in said[0]
        assert "青石农村商业银行" in said[1]
        assert second.context["signed_how"].startswith(f"工作人员{county.clerk.name}按申请人所述当场更正")
        assert case.applicant.messages.filter(title="填报内容已当场更正").exists()

    def test_without_the_applicant_before_her_the_clerk_corrects_nothing(self, county, case):
        assert "confirmed" in refusal(amend, case=case, county=county, confirmed=False)
        assert Application.objects.get().answers["bank_name"] == "云溪农村商业银行"

    def test_a_correction_obeys_the_rules_of_the_question(self, county, case):
        assert "answer" in refusal(amend, case=case, county=county, key="phone", answer="12")
        assert "field_asked" in refusal(amend, case=case, county=county, key="no_such_question")

    @pytest.mark.parametrize("role", [Role.REVIEWER, Role.APPROVER, Role.STATION_HELPER, Role.SUPERVISOR])
    def test_only_the_window_corrects(self, county, case, role):
        assert "intake_staff" in refusal(amend, case=case, county=county, actor=county.staff(role))

    def test_after_acceptance_nothing_is_corrected_any_more(self, county):
        assert "state" in refusal(amend, case=county.accepted(), county=county)

    def test_what_the_notice_lists_is_ticked_off(self, county, case):
        defects = [Defect("bank_name", "开户银行", "写错了", "请写开户银行的全称")]
        request_correction(case=case, defects=defects, actor=county.clerk, now=county.now)
        amend(case, county)
        assert Case.objects.get(pk=case.pk).correction.supplied_at == county.later(1)

    def test_an_answer_shared_by_two_items_is_corrected_in_both(self, county):
        second = make_item("elder_card", department=county.department)
        first = county.received(items=[county.item, second])
        amend(first, county, key="phone", answer="19900000099")
        corrected = [case.events.filter(verb="case.amend_answer").count() for case in first.application.cases.all()]
        assert corrected == [1, 1]

    def test_an_answer_on_which_an_accepted_case_rests_stays(self, county):
        second = make_item("elder_card", department=county.department, deciding_level="town")
        first = county.received(items=[county.item, second])
        other = first.application.cases.exclude(pk=first.pk).get()
        from cases.domain.intake import accept_case

        accept_case(case=county.checked(other), actor=county.clerk, now=county.now)
        reason = refusal(amend, case=first, county=county, key="phone", answer="19900000099")["answer_free"]
        assert other.number in reason


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("请到窗口提交身份证原件", True),
        ("请补交纸质材料", True),
        ("请携带原件核对", True),
        ("请来便民服务中心重新递交", True),
        ("照片模糊，请重新上传", False),
        ("请上传原件的照片", False),
        ("请重新拍照，四个角都要拍到", False),
        ("缺少签名", False),
        ("请补充开户银行的全称", False),
    ],
)
def test_a_demand_for_paper_is_told_from_a_demand_for_a_better_file(text, demands):
    assert asks_on_paper(text) is demands


class TestNotAgainOnPaper:
    @pytest.fixture
    def online(self, county, case):
        """The case with one paper sent in as a file; returns its material."""
        material = case.materials.exclude(state="shared").first()
        file = keep_file(content=b"%PDF-1.4", name="a.pdf", content_type="application/pdf", now=county.now)
        hand_in_paper(
            application=case.application,
            key=material.key,
            name=material.name,
            file=file,
            actor=county.resident_actor,
            now=county.now,
        )
        return material

    def notice(self, county, case, material, remedy):
        defects = [Defect(material.key, material.name, "看不清", remedy)]
        return request_correction(case=case, defects=defects, actor=county.clerk, now=county.now)

    def test_what_came_online_is_not_demanded_on_paper(self, county, case, online):
        reason = refusal(self.notice, county=county, case=case, material=online, remedy="请到窗口补交原件")
        assert online.name in reason["not_again_on_paper"]
        assert "重新上传" in reason["not_again_on_paper"]

    def test_a_better_file_may_be_asked_for(self, county, case, online):
        assert self.notice(county, case, online, "请重新拍一张清楚的照片上传")

    def test_what_never_came_may_be_handed_in_at_a_window(self, county, case, online):
        other = case.materials.exclude(state="shared").exclude(pk=online.pk).first()
        assert self.notice(county, case, other, "请到窗口补交原件")

    def test_a_paper_that_is_only_valid_on_paper_may_be_asked_for_so(self, county):
        materials = [
            {"key": "deed", "name": "土地承包合同", "form": "paper", "basis": "x"},
        ]
        item = make_item("elder_card", department=county.department, materials=materials, deciding_level="town")
        case = county.received(items=[item])
        file = keep_file(content=b"%PDF-1.4", name="a.pdf", content_type="application/pdf", now=county.now)
        hand_in_paper(
            application=case.application,
            key="deed",
            name="土地承包合同",
            file=file,
            actor=county.resident_actor,
            now=county.now,
        )
        assert self.notice(county, case, case.materials.get(), "请携带原件核对")
