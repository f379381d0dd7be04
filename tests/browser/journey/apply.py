"""Step 2: a resident reads, prepares, fills in, leaves, comes back on another day, declares and submits."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from accounts.data.demo_people import ELDER, NEIGHBOUR
from cases.enums import Status
from cases.models import Application, Case
from tests.browser.journey.cast import Cast, sign_in
from tests.browser.journey.hands import OPEN_TASK, answer, fill_in, press, send, text, tick_all
from tests.browser.journey.judge import words_of
from tests.browser.journey.publish import GUIDE
from tests.browser.journey.refusals import asks_to_sign_in, does_not_exist_for, is_closed_to

GUIDE_IN_ORDER = (
    *("受理条件", "申请材料", "办理流程", "办理时限", "收费", "办理结果", "办理地点", "设定依据", "常见问题"),
    "救济与监督",
)
LAST_DAY = re.compile(r"最晚 20\d\d年\d+月\d+日\(周.\)")
BANK_CARD = "收款银行卡（存折）账号页"


def she_reads_what_it_takes(cast: Cast) -> None:
    """Everything a guide must tell, in the order of domain.md §2.6; blank and sample forms open."""
    page = cast.before_signing_in(ELDER, phone=True, javascript=False)
    page.goto(GUIDE)
    headings = [heading.inner_text() for heading in page.locator("main h2").all()]
    told = [name for name in headings if name in GUIDE_IN_ORDER]
    assert told == list(GUIDE_IN_ORDER)
    for name in ("空白表", "填写样例"):
        link = page.get_by_role("link", name=re.compile(name)).first
        form = page.request.get(cast.address + link.get_attribute("href"))
        assert "高龄津贴" in words_of(form.body())


def her_answers_choose_the_papers(cast: Cast) -> None:
    """Before signing in. Without an answer the page says so; another answer asks for another paper."""
    page = cast(ELDER)
    press(page, "在线办理")
    press(page, "开始")
    send(page)
    assert "请选择一项" in text(page)
    choose(page, "80到89周岁")
    choose(page, "家人代领")
    assert "委托家人代领声明" in text(page)
    press(page, re.compile("更改.*钱打到谁的账户"))
    choose(page, "本人的账户")
    assert "委托家人代领声明" not in text(page)
    assert BANK_CARD in text(page)


def choose(page: Any, option: str) -> None:
    page.get_by_label(re.compile(f"^{option}")).check(force=True)
    send(page)


def she_signs_in_and_begins(cast: Cast) -> None:
    page = cast(ELDER)
    press(page, "登录并填表")
    sign_in(page, ELDER)
    send(page)
    assert "已完成" in text(page)
    fill_in(page, most=2)


def she_comes_back_another_day(cast: Cast, days_pass: Callable[[int], None]) -> None:
    """Signed out meanwhile; the draft is where she left it and says what is left."""
    page, draft = cast(ELDER), Application.objects.get(submitted_at=None)
    page.goto("/")
    cast.go_home(but=ELDER)
    days_pass(1)
    page.goto("/apply/my/")
    sign_in(page, ELDER)
    assert "填了一半，还没提交" in text(page)
    press(page, re.compile("^高龄津贴申领"))
    assert str(draft.public_id) in page.url
    assert Application.objects.get(pk=draft.pk).answers == draft.answers
    assert page.locator(OPEN_TASK).count()


def nobody_else_sees_her_draft(cast: Cast) -> None:
    draft = f"/apply/{Application.objects.get(submitted_at=None).public_id}/"
    does_not_exist_for(cast(NEIGHBOUR, phone=True, javascript=False), draft, secret="王秀英")
    does_not_exist_for(cast("reviewer"), draft, secret="王秀英")
    is_closed_to(cast("reviewer"), "/apply/start/senior_allowance/whom/")
    asks_to_sign_in(cast.stranger(), draft)


def she_hands_in_checks_and_submits(cast: Cast) -> Case:
    """A missing paper stops nothing, the missing declaration does; at the end stand number and receipt."""
    page = cast(ELDER)
    press(page, re.compile(f"^上传：{re.escape(BANK_CARD)}"))
    press(page, "我现在还没有")
    fill_in(page, most=30, but="hand-in")
    press(page, "核对并提交")
    assert "还缺这些，但不影响提交" in text(page)
    press(page, re.compile(f"更改.*{re.escape(BANK_CARD)}"))
    answer(page)
    assert "还缺这些" not in text(page)
    press(page, "都对，继续")
    press(page, "提交申请")
    assert "请勾选真实性声明" in text(page)
    assert not Case.objects.exclude(status=Status.DRAFT).exists()
    case = _sent_in_every_way_at_once(page)
    receipt = words_of(cast.content(ELDER, page.get_by_role("link", name=re.compile("收件凭证"))))
    assert case.number in receipt
    assert "王秀英" in receipt
    return case


def _sent_in_every_way_at_once(page: Any) -> Case:
    """A double click, the back button and a second tab: one application, and each of them shows its number."""
    other_tab = page.context.new_page()
    for tab in (page, other_tab):  # anew: without scripts the browser asks before it goes back to a refused form
        tab.goto(page.url)
    for tab in (page, other_tab):
        tick_all(tab)
    page.get_by_role("button", name="提交申请").dblclick(no_wait_after=True)
    page.wait_for_function("location.pathname.endsWith('/done/')")  # whichever of the two answers comes to be shown
    page.wait_for_load_state()
    case = Case.objects.select_related("application").exclude(status=Status.DRAFT).get()
    assert case.number in text(page)
    press(other_tab, "提交申请")
    assert case.number in text(other_tab)
    other_tab.close()
    page.go_back()
    if page.get_by_role("button", name="提交申请").count():
        tick_all(page)
        press(page, "提交申请")
    assert case.number in text(page)
    assert Case.objects.exclude(status=Status.DRAFT).count() == 1
    return case


def she_follows_every_step(cast: Cast, case: Case) -> None:
    """Every step ahead with its unit and its last day."""
    page = cast(ELDER)
    page.goto(f"/apply/case/{case.public_id}/")
    ahead = page.locator(".yc-timeline__event--now, .yc-timeline__event--next")
    assert [row.locator("h3").inner_text().split("(")[0].strip() for row in ahead.all()] == [
        *("受理", "核对信息", "决定", "办结", "送达"),
    ]
    for row in ahead.all():
        assert LAST_DAY.search(row.inner_text())
        assert "云溪县溪北街道办事处" in row.inner_text()
