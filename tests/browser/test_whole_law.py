"""One licence, clicked by its people: from the application over the grant to the change and the revocation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.actors import Actor
from accounts.domain.posts import sync_groups
from accounts.models import Role, User
from cases.certificates.build import verify_address
from cases.enums import CaseKind, CertificateState, StageState, Status
from cases.models import Case, Certificate
from tests.accounts.factories import UnitFactory
from tests.browser.journey.hands import OPEN_TASK, fill_in, press, send, take_photo, tick_all
from tests.cases.review.factories import COUNTY_REVIEW, HOUSING, LAND, PUBLICITY, SITE_CHECK, Joint

CHECKED = "厂房两间，设备齐全，生熟分开"


class Workshop(Joint):
    """A small food workshop, examined by two more departments side by side, on site, and in public."""

    steps = (SITE_CHECK, LAND, HOUSING, PUBLICITY, COUNTY_REVIEW)
    key = "food_workshop"


class People:
    """The staff and the applicant, each in a browser of their own; `days` moves the office's clock forward."""

    def __init__(self, joint: Workshop, new_page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.joint, self.new_page, self.ahead = joint, new_page, timedelta()
        self.pages: dict[int, Any] = {}
        real = timezone.now
        monkeypatch.setattr(timezone, "now", lambda: real() + self.ahead)

    def page(self, actor: Actor) -> Any:
        if actor.user_id not in self.pages:
            user = User.objects.get(pk=actor.user_id)
            sync_groups(user=user, on=timezone.localdate())
            self.pages[actor.user_id] = self.new_page(user)
        return self.pages[actor.user_id]

    def later(self, *, days: int) -> None:
        """The next days; sessions that slept too long are opened anew."""
        self.ahead += timedelta(days=days)
        self.pages.clear()

    def act(self, actor: Actor, case: Case, verb: str, **fields: Any) -> Case:
        """Open the case at the desk, fill in the form of one act and press its button."""
        page = self.page(actor)
        page.goto(reverse("desk:case", args=[case.public_id]) + f"?act={verb}")
        form = page.locator(f"form[action$='/act/{verb}/']")
        assert form.count(), page.locator(".desk-side").text_content()
        for name, value in fields.items():
            fill(form, f"{verb}-{name}", value)
        faults = form.evaluate(
            "f => [...f.elements].filter(e => !e.checkValidity()).map(e => e.name + e.validationMessage)"
        )
        assert not faults, faults
        with page.expect_navigation(timeout=20_000):
            form.locator("button").first.click()  # a field for files has the role of a button too
        assert "/act/" not in page.url, page.locator(".messages").text_content()
        return Case.objects.get(pk=case.pk)


def fill(form: Any, name: str, value: Any) -> None:
    field = form.locator(f"[name='{name}']")
    kind = field.first.evaluate("e => e.tagName == 'INPUT' ? e.type : e.tagName.toLowerCase()")
    if kind == "radio":
        form.locator(f"[name='{name}'][value='{value}']").check(force=True)
    elif kind == "checkbox":
        field.check(force=True)
    elif kind == "select":
        field.select_option(str(value))
    elif kind == "file":
        field.set_input_files(value)
    else:
        field.fill(str(value))


@pytest.fixture
def people(county_server: Any, new_page: Any, monkeypatch: pytest.MonkeyPatch) -> People:
    joint = Workshop()
    joint.now = timezone.now() - timedelta(minutes=5)
    for step in (LAND, HOUSING):
        UnitFactory(name=step["department"])
    return People(joint, new_page, monkeypatch)


def apply_online(people: People) -> Case:
    """The applicant answers, fills in and sends it off from her own telephone; no paper is there yet."""
    joint = people.joint
    _made = joint.village_unit
    examples = {f.key: f.example for f in joint.item.current_version.facts.form}
    parts = zip(("year", "month", "day"), examples["opening_on"].split("-"), strict=True)
    examples |= {f"opening_on_{part}": number for part, number in parts}
    page = people.page(joint.resident_actor)
    page.goto(reverse("online:start", args=[joint.key]))
    press(page, "开始")
    while "/question/" in page.url:
        page.locator("main input[type=radio]").first.check(force=True)
        send(page)
    press(page, "去填表")
    page.locator("input[name=whom]").first.check(force=True)
    send(page)
    fill_in(page, but="hand-in", **examples)
    assert not page.locator(f"{OPEN_TASK}:not([href*='hand-in'])").count()
    press(page, "核对并提交")
    press(page, "都对，继续")
    tick_all(page)
    press(page, "提交申请")
    case = Case.objects.get(status=Status.RECEIVED)
    assert case.number in page.inner_text("main")
    return case


def correct_and_accept(people: People, case: Case) -> Case:
    """The clerk finds a bad paper, the applicant sends a better one, the drawing may follow later."""
    joint = people.joint
    clerk = people.page(joint.county_clerk)
    home = reverse("desk:case", args=[case.public_id])
    clerk.goto(home)
    for choice in clerk.locator("input[type=radio][name^='state_'][value=ok]").all():
        choice.check(force=True)
    clerk.locator("[name='state_workshop_plan'][value=missing]").check(force=True)
    clerk.locator("[name='state_health_certificate'][value=defect]").check(force=True)
    clerk.locator("[name='defect_health_certificate']").fill("照片模糊，看不清日期")
    clerk.locator("[name='remedy_health_certificate']").fill("请重新拍一张")
    clerk.locator("button[name=then][value=correct]").first.click()
    clerk.wait_for_load_state()
    plan = clerk.locator("[name=include][value=workshop_plan]")
    if plan.count():
        plan.uncheck()
    with clerk.expect_navigation():
        clerk.get_by_role("button", name="一次性告知").click()
    case.refresh_from_db()
    assert case.status == Status.CORRECTION_REQUIRED

    applicant = people.page(joint.resident_actor)
    applicant.goto(reverse("online:case", args=[case.public_id]))
    applicant.locator("a[href*='/supply/']").first.click()
    applicant.locator("input[type=file]").set_input_files(take_photo())
    with applicant.expect_navigation():
        applicant.locator("form:has(input[type=file]) button").first.click()

    clerk.goto(home)
    clerk.locator("[name='state_health_certificate'][value=ok]").check(force=True)
    with clerk.expect_navigation():
        clerk.locator("button[name=then][value=save]").click()
    case = people.act(joint.county_clerk, case, "accept_with_tolerance", signed=True)
    assert case.status == Status.ACCEPTED
    assert case.tolerance_due_on is not None
    clerk.goto(home)
    clerk.locator("a[href$='/supply/']").first.click()
    clerk.locator("[name=seen_workshop_plan]").check(force=True)
    with clerk.expect_navigation():
        clerk.locator("main form:has([name=seen_workshop_plan]) button").click()
    clerk.goto(home)
    clerk.locator("[name='state_workshop_plan'][value=ok]").check(force=True)
    with clerk.expect_navigation():
        clerk.locator("button[name=then][value=save]").click()
    case = Case.objects.get(pk=case.pk)
    assert case.tolerance.supplied_at is not None
    return case


def examine(people: People, case: Case) -> Case:
    """On site by two, an inspection outside the clock, longer by the head, then two departments side by side."""
    joint = people.joint
    reviewer, approver, head = joint.county_reviewer, joint.county_approver, joint.head
    case = people.act(reviewer, case, "start_review")
    people.ahead += timedelta(minutes=2)  # the form knows minutes only, and acceptance came within this one
    case = people.act(
        reviewer,
        case,
        "record_site_check",
        at=timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        place="柳树村3组",
        second_staff=approver.user_id,
        facts=CHECKED,
        photos=take_photo(),
        signed_by="王秀英",
    )
    case = people.act(reviewer, case, "propose_suspension", days=5, reason="豆制品送检", body="云溪县食品检验所")
    case = people.act(approver, case, "suspend")
    assert case.status == Status.SUSPENDED
    case = people.act(reviewer, case, "resume", result="检验合格")
    case = people.act(reviewer, case, "propose_extension", days=5, reason="两个部门要一起看")
    former = case.statutory_due_on
    case = people.act(head, case, "extend")
    assert case.extension_count == 1
    assert case.statutory_due_on > former
    case = people.act(reviewer, case, "finish_stage", conclusion="pass", text=CHECKED)
    for step in (LAND, HOUSING):
        assert joint.stage(case, step["name"]).state == StageState.RUNNING
    for step in (LAND, HOUSING):
        unit = joint.stage(case, step["name"]).unit
        case = people.act(joint.of(Role.REVIEWER, unit), case, "finish_stage", conclusion="pass", text="符合规划")
    return case


def publish_and_grant(people: People, case: Case) -> Case:
    """Seven days on the board of the village; anybody reads it; then opinion and grant."""
    joint = people.joint
    case = people.act(joint.reviewer, case, "start_publicity")
    stranger = people.new_page(phone=True)
    stranger.goto("/publicity/")
    assert "王*英" in stranger.inner_text("main")
    people.later(days=8)
    case = people.act(joint.reviewer, case, "end_publicity", conclusion="pass")
    reviewer = joint.county_reviewer
    case = people.act(reviewer, case, "note_no_parties", reason="四周没有住户")
    case = people.act(reviewer, case, "give_opinion", conclusion="grant", text="符合条件，建议准予。")
    case = people.act(joint.county_approver, case, "grant")
    assert case.status == Status.GRANTED
    return case


def change_it(people: People, case: Case) -> Certificate:
    """She moved and asks for a change: the deciding unit alone examines it, and a new certificate takes its place."""
    joint, first = people.joint, case.certificate
    reviewer, new = joint.county_reviewer, {"reason": "搬了新厂房", "address": "柳树村5组", "holder_name": "王秀瑛"}
    people.act(joint.county_clerk, case, "open_linked", kind=CaseKind.CHANGE, **new)
    change = Case.objects.get(kind=CaseKind.CHANGE)
    change = people.act(joint.county_clerk, change, "accept")
    change = people.act(reviewer, change, "start_review")
    assert [stage.name for stage in change.stages.all()] == [COUNTY_REVIEW["name"]]
    first.refresh_from_db()
    assert first.state == CertificateState.VALID  # until the change is granted
    people.act(reviewer, change, "give_opinion", conclusion="grant", text="新厂房已看过，符合条件。")
    people.act(joint.county_approver, change, "grant")
    first.refresh_from_db()
    changed = first.replaced_by
    assert (first.state, changed.state) == (CertificateState.CHANGED, CertificateState.VALID)
    assert changed.document.context["holder_name"] == "王秀瑛"
    what_strangers_read(people, {first: "已换发新证", changed: "真实有效"})
    return changed


def revoke_it(people: People, case: Case, certificate: Certificate) -> None:
    """The head opens the case, the holder is heard, another one examines, a third decides."""
    joint = people.joint
    reason = "申请时提交的健康证明是伪造的"
    people.act(joint.head, case, "open_linked", kind=CaseKind.REVOKE, reason=reason)
    revocation = Case.objects.get(kind=CaseKind.REVOKE)
    reviewer, approver = joint.county_reviewer, joint.county_approver
    revocation = people.act(reviewer, revocation, "start_review")
    people.act(reviewer, revocation, "give_opinion", conclusion="grant", text="伪造属实，建议撤销。")
    page = people.page(approver)
    page.goto(reverse("desk:case", args=[revocation.public_id]))
    assert page.locator("form[action$='/act/grant/'] button:not([disabled])").count() == 0
    assert "利害关系人可以在" in page.text_content(".desk-side")
    holder = revocation.parties.get()
    people.act(reviewer, revocation, "record_party_opinion", party=holder.pk, opinion="是中介代办的，愿意重新体检。")
    revocation = people.act(approver, revocation, "grant")
    assert revocation.documents.filter(code="revoke_decision", state="made").exists()
    what_strangers_read(people, {certificate: "已撤销"})


def what_strangers_read(people: People, words: dict[Certificate, str]) -> None:
    """Whoever scans the printed code."""
    stranger = people.new_page(phone=True)
    for certificate, mark in words.items():
        stranger.goto(urlsplit(verify_address(certificate)).path)
        assert mark in stranger.inner_text("main")


def test_from_the_application_over_the_grant_to_the_change_and_the_revocation(people):
    """One test, because the steps follow from each other."""
    case = apply_online(people)
    case = correct_and_accept(people, case)
    case = examine(people, case)
    case = publish_and_grant(people, case)
    certificate = change_it(people, case)
    revoke_it(people, case, certificate)
