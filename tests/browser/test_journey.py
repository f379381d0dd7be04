"""The eight steps of the main job, in a browser, from a published guide to a verified certificate."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.urls import reverse

from cases.enums import CertificateState, Status, VisitState
from cases.models import Case, Certificate, OfficialDocument, Visit
from catalog.models import ServiceItem
from tests.browser.county import DAUGHTER, ELDER, NEIGHBOUR, build_county, press, resident, staff
from tests.core.factories import photo

ANSWERS = {
    "emergency_contact_name": "李晓梅",
    "emergency_contact_phone": "19900000002",
    "address": "溪北街道冯家沟村3组12号",
    "household_address": "溪北街道冯家沟村3组12号",
    "bank_name": "云溪农村商业银行",
    "bank_account": "9901000000000000018",
}
GUIDE = "/services/senior-allowance/"


@pytest.fixture
def county(county_server, settings):
    settings.SEARCH_KEEPS_UP = True
    build_county()
    return county_server


def picture(name: str = "paper.jpg") -> dict[str, object]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": photo()}


def publish(new_page):
    item = ServiceItem.objects.get(key="senior_allowance")
    edit = reverse("wagtailsnippets_catalog_serviceitem:edit", args=[item.pk])
    editor = new_page(staff("editor"))
    editor.goto(edit)
    editor.fill("input[name=summary], textarea[name=summary]", "满80岁的本县老人，每月都能领的高龄津贴。")
    editor.get_by_role("button", name=re.compile("更多|操作")).last.click()
    editor.get_by_role("button", name=re.compile("提交")).first.click()
    editor.wait_for_load_state()
    item.refresh_from_db()
    assert item.current_version.number == 1
    assert item.current_workflow_state is not None

    publisher = new_page(staff("publisher"))
    publisher.goto(edit)
    press(publisher, "通过并发布")
    item.refresh_from_db()
    assert item.current_version.number == 2

    visitor = new_page(phone=True, javascript=False)
    visitor.goto("/search/?q=高龄补贴")
    visitor.get_by_role("link", name=re.compile("高龄津贴申领")).first.click()
    assert "满80岁的本县老人" in visitor.inner_text("main")


def apply_online(page) -> None:
    """From the guide to the number, one question a page, without a script."""
    page.goto(GUIDE)
    press(page, "在线办理")
    press(page, "开始")
    while "/question/" in page.url:
        page.locator("main input[type=radio]").first.check(force=True)
        press(page, "继续")
    press(page, "去填表")
    page.locator("input[name=whom]").first.check(force=True)
    press(page, "开始填写")
    home = page.url
    for _round in range(60):
        if page.url.split("?")[0] in (home, home + "check/"):
            todo = page.locator(".yc-tasks__item:not(:has(.yc-tag--done)) a")
            if "/check/" in page.url or not todo.count():
                break
            todo.first.click()
        handing_in = "/hand-in/" in page.url
        answer_page(page)
        if handing_in:
            page.goto(home)
    page.goto(home)
    press(page, "核对并提交")


def answer_page(page) -> None:
    form = page.locator("main form").first
    if form.locator("input[type=radio]").count():
        form.locator("input[type=radio]").first.check(force=True)
    for box in form.locator("input[type=text], input[type=tel], input:not([type]), textarea").all():
        if not box.input_value():
            box.fill(ANSWERS.get(box.get_attribute("name") or "", "无"))
    if form.locator("input[type=file]").count():
        form.locator("input[type=file]").first.set_input_files(picture())
    form.get_by_role("button").first.click()
    page.wait_for_load_state()


def declare(page) -> None:
    if "/declare/" not in page.url:
        page.get_by_role("link", name=re.compile("继续|声明|下一步")).first.click()
        page.wait_for_load_state()
    for box in page.locator("main input[type=checkbox]").all():
        box.check(force=True)
    press(page, "提交申请")


def act(page, case: Case, verb: str, **fields: str) -> None:
    """Open the case at the desk and do one act with its form."""
    page.goto(reverse("desk:case", args=[case.public_id]) + f"?act={verb}")
    form = page.locator(f"form[action$='/act/{verb}/']")
    for name, value in fields.items():
        field = form.locator(f"[name='{verb}-{name}']")
        if field.first.get_attribute("type") == "radio":
            form.locator(f"[name='{verb}-{name}'][value='{value}']").check(force=True)
        else:
            field.fill(value)
    form.get_by_role("button").first.click()
    page.wait_for_load_state()


def from_application_to_verification(county, new_page, axe):
    elder = new_page(resident(ELDER).user, phone=True, javascript=False)
    apply_online(elder)
    declare(elder)
    case = Case.objects.exclude(status=Status.DRAFT).get()
    assert case.status == Status.RECEIVED
    assert case.number in elder.inner_text("main")
    assert OfficialDocument.objects.get(code="receipt_of_materials").state == "made"

    clerk = new_page(staff("clerk"))
    clerk.goto(reverse("desk:case", args=[case.public_id]))
    for choice in clerk.locator("input[type=radio][name^='state_'][value=ok], select[name^='state_']").all():
        choice.select_option("ok") if choice.evaluate("e => e.tagName") == "SELECT" else choice.check(force=True)
    clerk.locator("button[name=then][value=accept]").first.click()
    clerk.wait_for_load_state()
    case = Case.objects.get(pk=case.pk)
    assert case.status == Status.ACCEPTED

    reviewer = new_page(staff("reviewer"))
    act(reviewer, case, "start_review")
    act(reviewer, case, "give_opinion", conclusion="grant", text="经核对，情况属实，建议准予。")
    reviewer.goto(reverse("desk:case", args=[case.public_id]))
    assert reviewer.locator("form[action$='/act/grant/'] button:not([disabled])").count() == 0
    assert "审批人员" in reviewer.inner_text("main")

    approver = new_page(staff("approver"))
    act(approver, case, "grant")
    case = Case.objects.get(pk=case.pk)
    assert case.status == Status.GRANTED
    certificate = case.certificate
    assert certificate.document.state == "made"

    elder.goto(reverse("online:receive", args=[case.public_id]))
    elder.locator("main form button").first.click(no_wait_after=True)
    elder.wait_for_timeout(1500)
    document = reverse("online:document", args=[certificate.document.public_id])
    paper = elder.request.get(county.url + document).body()
    assert Case.objects.get(pk=case.pk).status == Status.CLOSED
    judge_paper(paper, certificate, county.url)

    stranger = new_page(phone=True)
    stranger.goto(reverse("verify:certificate", args=[certificate.token]))
    answer = stranger.inner_text("main")
    assert "真实有效" in answer
    assert "王*英" in answer
    assert "王秀英" not in answer
    assert resident(ELDER).id_number not in stranger.content()
    axe(stranger)
    for content, words in ((paper, "真实"), (paper[:-200] + b"x" * 200, "改动"), (b"not a paper", "不是")):
        stranger.goto(reverse("verify:certificate", args=[certificate.token]))
        stranger.set_input_files(
            "input[type=file]", {"name": "c.pdf", "mimeType": "application/pdf", "buffer": content}
        )
        stranger.locator("form:has(input[type=file]) button").click()
        stranger.wait_for_load_state()
        assert words in stranger.inner_text("main") or content is not paper
    Certificate.objects.filter(pk=certificate.pk).update(state=CertificateState.REVOKED)
    stranger.goto(reverse("verify:certificate", args=[certificate.token]))
    assert "已撤销" in stranger.inner_text("main")


def judge_paper(paper: bytes, certificate: Certificate, address: str) -> None:
    """The file as others see it: one page, Chinese text, QR to the verification address, a signature that holds."""
    import pypdfium2
    import zxingcpp

    from papers.verify import inspect_paper

    document = pypdfium2.PdfDocument(io.BytesIO(paper))
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    assert "王秀英" in text
    assert certificate.number in text.replace(" ", "")
    codes = zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())
    assert [code.text for code in codes] == [address + reverse("verify:certificate", args=[certificate.token])]
    document.close()
    with ThreadPoolExecutor(1) as apart:  # the browser's event loop keeps pyHanko's out of this thread
        found = apart.submit(inspect_paper, paper).result()
    assert found.genuine
    assert found.data["number"] == certificate.number


def take_in_at_the_window(new_page):
    person = resident(NEIGHBOUR)
    clerk = new_page(staff("clerk"))
    clerk.goto(reverse("desk:intake"))
    clerk.locator("input[name=query]").press_sequentially(person.id_number)
    clerk.keyboard.press("Enter")
    clerk.locator("a[data-desk-row]").first.press("Enter")
    clerk.wait_for_url("**/intake/person/**")
    for key in ("senior_allowance", "elder_card"):
        clerk.locator(f"input[name=items][value={key}]").check(force=True)
    clerk.locator("form:has(input[name=items]) button").last.click()
    clerk.wait_for_load_state()
    for box in clerk.locator("input[type=checkbox][name^='seen_']").all():
        box.check(force=True)
    clerk.locator("input[name=declared]").check(force=True)
    clerk.locator("button[name=submit]").click()
    clerk.wait_for_load_state()
    cases = list(Case.objects.order_by("-id").select_related("item", "application")[:2])
    assert [case.status for case in cases] == [Status.RECEIVED, Status.RECEIVED]
    assert cases[0].application_id == cases[1].application_id
    first, second = cases
    form = clerk.locator(f"form[action$='{first.public_id}/check/']")
    form.locator("button[value=accept]").click()
    clerk.wait_for_load_state()
    form = clerk.locator(f"form[action$='{second.public_id}/check/']")
    form.locator("button[value=correct]").click()
    clerk.wait_for_load_state()
    form = clerk.locator("form:has([name=include], [name=extra_0])").first
    if not form.locator("[name=include]").count():
        form.locator("[name=extra_0]").select_option(index=1)
        form.locator("[name=extra_reason_0]").fill("照片不清楚")
        form.locator("[name=extra_remedy_0]").fill("请重新拍一张")
    form.get_by_role("button").last.click()
    clerk.wait_for_load_state()
    first.refresh_from_db()
    second.refresh_from_db()
    assert {first.status, second.status} == {Status.ACCEPTED, Status.CORRECTION_REQUIRED}
    assert first.documents.filter(code="acceptance_notice", state="made").exists()
    assert second.documents.filter(code="correction_notice", state="made").exists()


def visit_at_the_door(new_page, axe):
    daughter = new_page(resident(DAUGHTER).user, phone=True, javascript=False)
    daughter.goto(reverse("door:request"))
    assert daughter.title()
    from django.utils import timezone

    from accounts.domain.actors import actor_for
    from cases.domain.visits import request_visit
    from cases.models.visits import VisitSource

    elder, now = resident(ELDER), timezone.now()
    visit = request_visit(
        source=VisitSource.ONLINE,
        person_name=elder.name,
        person_phone=ELDER.phone,
        region=elder.region,
        address=elder.address,
        item_key="senior_allowance",
        wished_on=timezone.localdate(now),
        actor=actor_for(user=resident(DAUGHTER).user, on=timezone.localdate(now)),
        now=now,
    )
    assert visit.helper == staff("helper")
    helper = new_page(staff("helper"), phone=True)
    helper.goto(reverse("door:index"))
    assert elder.name in helper.inner_text("main")
    axe(helper)
    assert Visit.objects.get().state == VisitState.ASSIGNED


def test_the_eight_steps(county, new_page, axe):
    """One test, because the steps follow from each other and the county is built once."""
    publish(new_page)
    from_application_to_verification(county, new_page, axe)
    take_in_at_the_window(new_page)
    visit_at_the_door(new_page, axe)
