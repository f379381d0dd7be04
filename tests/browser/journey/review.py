"""Step 5: the queue, an opinion, a decision by somebody else; every button that is not there says why."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from accounts.data.demo_people import NEIGHBOUR
from cases.enums import Status
from cases.models import Case
from tests.browser.journey.cast import Cast
from tests.browser.journey.hands import press, text
from tests.browser.journey.judge import folded, words_of
from tests.browser.journey.refusals import asks_to_sign_in, does_not_exist_for

LIGHTS = ("正常", "即将到期", "已超期")
DAY = re.compile(r"(20\d\d)年(\d+)月(\d+)日")
NOT_A_REVIEWER = "只有云溪县溪北街道办事处的审查人员可以办理。"
NOT_AN_APPROVER = "只有云溪县溪北街道办事处的审批人员才能决定这件。"
TOOK_IT_IN = "这件是您受理的。受理和审查必须由不同的人承担。"
TOOK_IT_IN_SO_NO_DECISION = "这件是您受理的，必须由另一个人作出决定。"
REVIEWED_IT = "这件是您审查的，必须由另一个人作出决定。"
NO_OPINION_YET = "还没有审查人员提出意见。"
DENIAL = {"reasons": "经核对，照片与身份证不是同一个人。", "basis": "《云溪县老年人优待办法》第三条"}


def address(case: Case) -> str:
    return f"/admin/desk/case/{case.public_id}/"


def the_window_accepts(cast: Cast, case: Case) -> None:
    """What came in online or from the door is checked like what came over the counter."""
    page = cast("clerk")
    page.goto(address(case))
    page.get_by_role("button", name="全部合格").click()
    press(page, "保存并受理")
    assert_is(case, Status.ACCEPTED)


def the_queue_is_ordered_by_deadline(cast: Cast, cases: list[Case]) -> None:
    """The reviewer of the competent unit lands on it; every row carries its light as a word."""
    page = cast("reviewer")
    page.goto("/admin/")
    rows = [row.inner_text() for row in page.locator(".desk table tbody tr").all()]
    assert {number for row in rows for number in [row.split()[0]]} >= {case.number for case in cases}
    due = [date(*map(int, DAY.findall(row)[-1])) for row in rows]
    assert due == sorted(due)
    assert all(any(light in row for light in LIGHTS) for row in rows)


def the_clerk_cannot_review_what_she_took_in(cast: Cast, case: Case) -> None:
    page = cast("clerk")
    page.goto(address(case))
    assert_why_not(page, "开始审查", NOT_A_REVIEWER, TOOK_IT_IN)
    assert_refused(cast, "clerk", case, "start_review", TOOK_IT_IN)


def a_reviewer_gives_an_opinion(cast: Cast, case: Case, *, conclusion: str, words: str) -> None:
    page = cast("reviewer")
    act(page, case, "start_review")
    approver = cast("approver")
    approver.goto(address(case))
    assert_why_not(approver, "准予", NO_OPINION_YET)
    act(page, case, "give_opinion", conclusion=conclusion, text=words)
    assert words in text(page)


def every_wrong_role_is_refused_the_decision(cast: Cast, case: Case) -> None:
    """Told why on the page, told the same when the request is forced; who has no business there finds nothing."""
    for who, reasons in {
        "clerk": (NOT_AN_APPROVER, TOOK_IT_IN_SO_NO_DECISION),
        "reviewer": (NOT_AN_APPROVER, REVIEWED_IT),
        "supervisor": (NOT_AN_APPROVER,),
    }.items():
        cast(who).goto(address(case))
        assert_why_not(cast(who), "准予", *reasons)
        assert_refused(cast, who, case, "grant", *reasons)
    for who in ("approver2", "reviewer2", "editor"):
        does_not_exist_for(cast(who), address(case), secret=str(case.number))
    asks_to_sign_in(cast(NEIGHBOUR), address(case))
    assert_is(case, Status.REVIEWING)


def an_approver_grants(cast: Cast, case: Case) -> None:
    act(cast("approver"), case, "grant")
    assert_is(case, Status.GRANTED)


def an_approver_denies(cast: Cast, case: Case) -> None:
    """Not without reasons and their basis; the decision names both remedies with their bodies."""
    page = cast("approver")
    act(page, case, "deny", basis=DENIAL["basis"])
    assert "不予准予必须书面写明理由" in page.inner_text("body")
    act(page, case, "deny", **DENIAL)
    assert_is(case, Status.DENIED)
    page.goto(address(case))
    decision = words_of(cast.content("approver", page.get_by_role("link", name=re.compile("决定书")).first))
    for word in (*DENIAL.values(), "行政复议", "云溪县人民政府", "行政诉讼", "云溪县人民法院"):
        assert folded(word) in decision, word


def act(page: Any, case: Case, verb: str, **fields: str) -> None:
    """Open the case and do one act with its form."""
    page.goto(address(case))
    form = page.locator(f"form[action$='/act/{verb}/']")
    if not form.is_visible():
        page.locator(f"details:has(form[action$='/act/{verb}/']) > summary").click()
    for name, value in fields.items():
        field = form.locator(f"[name='{verb}-{name}']")
        if field.first.get_attribute("type") == "radio":
            form.locator(f"[name='{verb}-{name}'][value='{value}']").check(force=True)
        else:
            field.fill(value)
    with page.expect_navigation():
        form.locator("button").first.click()


def assert_is(case: Case, status: Status) -> None:
    case.refresh_from_db()
    assert case.status == status


def assert_why_not(page: Any, label: str, *reasons: str) -> None:
    """No such button, and where it would stand, these sentences; what is not possible now is folded until asked for."""
    for box in page.locator(".desk-case__acts details").all():
        if box.get_attribute("open") is None:
            box.locator("summary").first.click()
    off = page.locator(".desk-off").filter(has=page.get_by_text(label, exact=True))
    assert off.count() == 1, page.inner_text(".desk-case__acts")
    for reason in reasons:
        assert reason in off.inner_text(), off.inner_text()


def assert_refused(cast: Cast, who: str, case: Case, verb: str, *reasons: str) -> None:
    """The same request sent past the page gets the same sentences and changes nothing."""
    case.refresh_from_db()
    page, before = cast(who), Status(case.status)
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    answer = page.request.post(
        f"{cast.address}{address(case)}act/{verb}/",
        form={"csrfmiddlewaretoken": token},
        headers={"Referer": cast.address},
    )
    for reason in reasons:
        assert reason in answer.text()
    assert_is(case, before)
