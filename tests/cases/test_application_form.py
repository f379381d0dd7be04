"""The 申请书: the applicant's own statement, one per case, frozen at T1 and made when somebody first opens it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from django.urls import reverse

from accounts.models import Role
from cases.domain.applications import save_answers
from cases.domain.documents import render_document
from cases.domain.submit import submit_application
from cases.enums import Channel, PaperState
from cases.models import OfficialDocument
from core.domain.uploads import open_stored_file
from core.models import AuditEntry
from tests.accounts.factories import MandateFactory, ResidentFactory
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ACCOUNT = "9901000000000000018"


def form_of(case):
    return OfficialDocument.objects.get(case=case, code="application_form")


@pytest.fixture
def case(county):
    application = county.draft()
    answers = {"bank_account": ACCOUNT, "bank_name": "云溪农村商业银行", "other_allowance": "no"}
    situations = {county.item.key: {"age_band": "from_80", "receipt_account": "own"}}
    save_answers(application=application, answers=answers, situations=situations, now=county.now)
    return submit_application(application=application, actor=county.resident_actor, now=county.now)[0]


def lines_of(document):
    return {line["label"]: line["value"] for section in document.context["sections"] for line in section["fields"]}


def test_it_says_who_what_and_everything_answered_in_full(county, case):
    context = form_of(case).context
    assert ["姓名", "王秀英"] in context["applicant"]
    assert ["证件号码", county.resident.id_number] in context["applicant"]
    assert context["case_no"] == case.number
    lines = lines_of(form_of(case))
    assert ACCOUNT in lines.values()
    assert "否" in lines.values()
    assert "（未填写）" in lines.values()  # what was not said is seen
    assert context["signed_how"] == "申请人登录本网站，阅读声明后在网上确认提交"


def test_papers_stand_with_how_they_came_or_that_they_have_not(case):
    notes = {row["name"]: row["note"] for row in form_of(case).context["materials"]}
    assert set(notes.values()) >= {"暂未提交", "已提交"}
    assert any("由办理部门共享获取" in note for note in notes.values())


def test_an_agent_and_a_clerk_are_named_as_what_they_are(county):
    agent = ResidentFactory(name="李晓梅")
    day = county.now.date()
    mandate = MandateFactory(
        principal=county.resident, agent_resident=agent, valid_from=day, valid_to=day, relation="女儿"
    )
    by_agent = form_of(county.received(mandate=mandate, actor=county.actor_of(agent))).context
    assert ["与申请人关系", "女儿"] in by_agent["agent"]
    assert by_agent["agent_name"] == "李晓梅"
    assert by_agent["signed_how"].startswith("代理人李晓梅凭授权委托书")
    at_window = county.received(channel=Channel.WINDOW, actor=county.clerk, point=county.center)
    assert form_of(at_window).context["signed_how"].startswith(f"工作人员{county.clerk.name}按申请人所述录入")


def test_each_case_of_an_application_has_its_own(county):
    second = make_item("elder_card", department=county.department)
    application = county.received(items=[county.item, second]).application
    names = application.documents.filter(code="application_form").values_list("context", flat=True)
    assert [context["item_name"] for context in names] == [county.item.name, second.name]


def test_it_is_made_when_first_opened_and_reads_as_it_was_said(case):
    document = form_of(case)
    assert document.is_on_demand
    made = render_document(document=document, now=document.issued_at)
    assert made.state == PaperState.MADE, made.problem
    assert not made.is_on_demand
    with open_stored_file(made.file) as file:
        pages = pypdfium2.PdfDocument(io.BytesIO(file.read()))
    text = "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "高龄津贴申领申请书" in text
    assert ACCOUNT in text


def test_who_may_open_it_follows_the_case_and_staff_leave_a_trace(county, case, client_for):
    document = form_of(case)
    mine = reverse("online:document", args=[document.public_id])
    assert client_for(county.resident.user).get(mine).status_code == 200
    assert client_for(ResidentFactory().user).get(mine).status_code == 404
    desk = reverse("desk:document", args=[case.public_id, document.public_id])
    from accounts.models import User

    reviewer, stranger = county.reviewer, county.staff(Role.REVIEWER, unit=county.department)
    assert client_for(User.objects.get(pk=stranger.user_id)).get(desk).status_code == 404
    assert client_for(User.objects.get(pk=reviewer.user_id)).get(desk).status_code == 200
    entry = AuditEntry.objects.get(action="case.read_document")
    assert (entry.user_id, entry.data["code"]) == (reviewer.user_id, "application_form")
