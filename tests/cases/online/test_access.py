"""Alice applies, bob acts for her, charlie is a stranger: what a stranger asks for does not exist."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.domain.mandates import revoke_mandate
from cases.models import Application, Case
from tests.accounts.factories import MandateFactory
from tests.cases.online.person import Person

pytestmark = pytest.mark.django_db
DRAFT_PAGES = [
    ("tasks", ()),
    ("field", ("phone",)),
    ("question", ("age_band",)),
    ("hand_in", ("bank_account_proof",)),
    ("check", ()),
    ("declare", ()),
    ("discard", ()),
]
CASE_PAGES = [("case", ()), ("withdraw", ()), ("receive", ())]


@pytest.mark.parametrize(("name", "rest"), DRAFT_PAGES)
def test_a_draft_is_open_to_its_owner_and_to_nobody_else(alice, charlie, name, rest, login_url):
    application = alice.begin()
    assert alice.get(name, application.public_id, *rest).status_code == 200
    assert charlie.get(name, application.public_id, *rest).status_code == 404
    stranger = Client().get(reverse(f"online:{name}", args=[application.public_id, *rest]))
    assert stranger.url.startswith(login_url)


@pytest.mark.parametrize(("name", "rest"), CASE_PAGES)
def test_a_case_is_open_to_the_applicant_and_to_no_stranger(county, alice, charlie, name, rest, login_url):
    case = county.granted() if name == "receive" else county.received()
    assert alice.get(name, case.public_id, *rest).status_code == 200
    assert charlie.get(name, case.public_id, *rest).status_code == 404
    assert Client().get(reverse(f"online:{name}", args=[case.public_id])).url.startswith(login_url)


def test_papers_and_files_of_others_do_not_exist(county, alice, charlie):
    application = alice.begin()
    alice.hand_in(application)
    file = application.papers.get().file
    assert alice.get("paper", file.public_id).status_code == 200
    assert charlie.get("paper", file.public_id).status_code == 404
    alice.declare(application)
    receipt = application.documents.get(code="receipt_of_materials")
    response = alice.get("document", receipt.public_id)
    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    assert "utf-8''" in response["Content-Disposition"]
    assert charlie.get("document", receipt.public_id).status_code == 404
    assert charlie.get("done", application.public_id).status_code == 404


def test_the_agent_applies_in_the_name_of_the_principal(county, bob):
    application = bob.begin()
    assert application.applicant == county.resident
    assert application.mandate == bob.mandate
    assert application.answers.get("phone") is None  # her record is not shown to agents in clear
    assert application.situations["senior_allowance"]["agent"] == "agent"
    page = bob.get("tasks", application.public_id).content.decode()
    assert "李晓梅正在代王秀英填写" in page
    assert "由已登记的授权提供" in page
    bob.declare(application)
    case = Case.objects.get()
    assert case.materials.get(key="mandate_letter").state == "shared"
    shown = bob.get("case", case.public_id).content.decode()
    assert "李晓梅（代王秀英办理）" in shown
    assert "李晓梅代王秀英办理" in bob.get("my").content.decode()


def test_the_principal_sees_who_acts_for_her(county, alice, bob):
    application = bob.begin()
    bob.declare(application)
    page = alice.get("case", Case.objects.get().public_id).content.decode()
    assert "李晓梅（女儿）按您的授权" in page


def test_a_revoked_mandate_closes_draft_and_case_at_once(county, alice, bob):
    application = bob.begin()
    assert bob.get("tasks", application.public_id).status_code == 200
    revoke_mandate(mandate=bob.mandate, reason="", actor=county.resident_actor, now=timezone.now())
    assert bob.get("tasks", application.public_id).status_code == 404
    assert bob.post("field", application.public_id, "phone", phone="13800000000").status_code == 404
    assert bob.declare(application).status_code == 404
    assert bob.get("my").content.decode().count("高龄津贴申领") == 0


def test_after_revocation_the_case_its_papers_and_result_are_closed_to_the_agent(county, bob):
    application = bob.begin()
    bob.declare(application)
    case = Case.objects.get()
    receipt = application.documents.get(code="receipt_of_materials")
    assert bob.get("document", receipt.public_id).status_code == 200
    revoke_mandate(mandate=bob.mandate, reason="", actor=county.resident_actor, now=timezone.now())
    for response in (
        bob.get("case", case.public_id),
        bob.get("document", receipt.public_id),
        bob.get("done", application.public_id),
        bob.post("withdraw", case.public_id, reason=""),
    ):
        assert response.status_code == 404


def test_a_mandate_for_another_item_is_not_offered(county, client_for):
    mandate = MandateFactory(principal=county.resident, item_keys=["elder_card"])
    agent = Person(client_for(mandate.agent), county, mandate=mandate)
    agent.prepare()
    assert "授权到" not in agent.get("start_whom", county.item.key).content.decode()
    refused = agent.post("start_whom", county.item.key, whom=str(mandate.public_id))
    assert "请选择替谁办" in refused.content.decode()


def test_a_mandate_of_somebody_else_cannot_be_used(county, bob, charlie):
    charlie.prepare()
    response = charlie.post("start_whom", county.item.key, whom=str(bob.mandate.public_id))
    assert response.status_code == 200
    assert "请选择替谁办" in response.content.decode()
    assert not Application.objects.exists()


def test_staff_without_a_resident_record_are_not_applicants(county, client_for):
    from accounts.models import User

    clerk = User.objects.get(pk=county.clerk.user_id)
    response = client_for(clerk).get(reverse("online:start_whom", args=[county.item.key]))
    assert response.status_code == 403
