"""Step 4: a daughter asks, the helper comes to the door with a mandate, and later brings the result."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse

from accounts.data.demo_people import DAUGHTER, NEIGHBOUR
from accounts.models import Mandate, MandateProof
from cases.enums import Channel, Status, VisitState
from cases.models import Case, Visit
from tests.browser.journey.cast import Cast
from tests.browser.journey.hands import fill_in, press, send, sign_on_glass, text, tick_all
from tests.browser.journey.judge import words_of
from tests.browser.journey.refusals import asks_to_sign_in, does_not_exist_for, is_closed_to

HELPER_ELSEWHERE = "helper.3"  # of another village; no printed login, the same password


def visit() -> Visit:
    return Visit.objects.select_related("mandate", "application", "helper").get()


def address(name: str) -> str:
    return reverse(f"door:{name}", args=[visit().public_id])


def a_daughter_asks_for_a_neighbour(cast: Cast) -> None:
    page = cast(DAUGHTER, phone=True, javascript=False)
    page.goto("/")
    press(page, "预约上门办")
    page.get_by_label("亲属或邻居").check(force=True)
    page.get_by_label("溪北街道").check(force=True)
    send(page)
    page.fill("[name=person_name]", "赵国强")
    page.fill("[name=person_phone]", NEIGHBOUR.phone)
    page.select_option("[name=region]", label="冯家沟村")
    page.fill("[name=address]", "2组4号")
    page.select_option("[name=item_key]", "senior_allowance")
    send(page)
    assert "已派单" in text(page)
    assert visit().helper.username == "helper"
    assert visit().helper.display_name in text(page)


def only_her_helper_may_make_the_visit(cast: Cast) -> None:
    does_not_exist_for(cast(HELPER_ELSEWHERE, phone=True), address("visit"), secret="赵国强")
    for who in ("clerk", "reviewer", DAUGHTER):
        is_closed_to(cast(who), address("visit"), secret=NEIGHBOUR.address)
    asks_to_sign_in(cast.stranger(), address("visit"))


def the_helper_establishes_who_he_is(cast: Cast) -> None:
    page = cast("helper", phone=True)
    page.goto("/door/")
    press(page, "赵国强")
    press(page, re.compile("核实身份"))
    press(page, "查找")
    press(page, "就是赵国强")
    assert "请先改正" in text(page)  # the card was not seen
    tick_all(page)
    press(page, "就是赵国强")
    assert "身份已核实" in text(page)


def he_signs_a_mandate_on_the_glass(cast: Cast) -> Mandate:
    """Items, powers and term are chosen, read out, and signed."""
    page = cast("helper")
    press(page, re.compile("办理委托"))
    press(page, "下一步：朗读委托内容")
    for word in ("赵国强", visit().helper.display_name, "高龄津贴申领", "提交申请", "领取结果"):
        assert word in text(page)
    press(page, "记录委托")
    assert "请先改正" in text(page)  # not signed yet
    sign_on_glass(page)
    press(page, "记录委托")
    mandate = Mandate.objects.get(principal__name="赵国强")
    assert (mandate.agent, mandate.proof_kind) == (visit().helper, MandateProof.GLASS)
    assert mandate.item_keys == ["senior_allowance"]
    return mandate


def the_helper_applies_in_his_name(cast: Cast) -> Case:
    """Over the pages of applying, with a photographed paper; read back before it is submitted."""
    page = cast("helper")
    press(page, re.compile("填写申请"))
    press(page, "开始")
    fill_in(page)
    press(page, "核对并提交")
    assert "朗读核对" in text(page)
    press(page, "提交申请")
    assert "请先逐项朗读" in text(page)
    tick_all(page)
    press(page, "提交申请")
    case = Case.objects.select_related("application").get(application=visit().application_id)
    assert (case.status, case.channel) == (Status.RECEIVED, Channel.DOOR)
    return case


def both_names_stand_everywhere(cast: Cast, case: Case) -> None:
    """In the event, at the desk, and on the papers that were made on the way."""
    helper = visit().helper.display_name
    event = case.events.get(verb="case.submit")
    assert (event.actor_name, event.on_behalf_of) == (helper, "赵国强")
    clerk = cast("clerk")
    clerk.goto(reverse("desk:case", args=[case.public_id]))
    assert f"{helper}代理赵*强" in text(clerk)
    papers = clerk.locator("#documents a").all()
    assert len(papers) >= 2
    for paper in papers:
        words = words_of(cast.content("clerk", paper))
        assert helper in words, paper.inner_text()
        assert "赵国强" in words, paper.inner_text()


def he_is_told_of_each_act(cast: Cast, case: Case) -> None:
    """Mandate, application, acceptance, decision, delivery; what the agent did is told with her name."""
    page = cast(NEIGHBOUR)
    page.goto("/accounts/messages/")
    helper = visit().helper.display_name
    told = {card.locator("h2").inner_text(): card.inner_text() for card in page.locator("main .yc-cards__item").all()}
    for title in ("您已授权他人代办", "您的申请已收到", "您的申请已受理", "您的申请已获准予", "办理结果已送达"):
        assert title in told
    for title in ("您已授权他人代办", "您的申请已收到", "办理结果已送达"):
        assert helper in told[title]
    assert str(case.number) in told["办理结果已送达"]


def she_brings_the_result(cast: Cast, case: Case) -> None:
    """It stands first on her page; looking at it delivers nothing, the signature closes the case."""
    page = cast("helper")
    page.goto("/door/")
    assert text(page).index("要送的结果") < text(page).index("赵国强")
    press(page, "赵国强")
    result = page.get_by_role("link", name=re.compile("打开结果，打印带上")).first
    assert "赵国强" in words_of(cast.content("helper", result))
    assert_open(case, Status.GRANTED)
    press(page, re.compile("送结果、签收"))
    press(page, "已当面送达")
    assert "请先改正" in text(page)
    sign_on_glass(page)
    press(page, "已当面送达")
    assert_open(case, Status.CLOSED)
    assert visit().state == VisitState.DELIVERED
    assert "已完成 5 项，共 5 项" in text(page)


def a_revoked_mandate_closes_the_case_at_once(cast: Cast, case: Case) -> None:
    """The principal ends it on his own page; the next page of the agent is closed."""
    helper, principal = cast("helper"), cast(NEIGHBOUR)
    pages = [
        reverse("online:case", args=[case.public_id]),
        reverse("online:document", args=[case.documents.get(code="acceptance_notice").public_id]),
    ]
    for page in pages:
        assert helper.request.get(cast.address + page).status == 200
    principal.goto("/accounts/mandates/")
    press(principal, re.compile("^撤销"))
    send(principal)
    for page in pages:
        does_not_exist_for(helper, page, secret=str(case.number))
    helper.goto(address("visit"))
    assert "申请和办件即时对您关闭" in text(helper)
    assert str(case.number) not in text(helper)


def assert_open(case: Case, status: Status) -> Any:
    case.refresh_from_db()
    assert case.status == status
