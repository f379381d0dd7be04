"""What residents, helpers and strangers look at."""

from __future__ import annotations

from typing import Any

from tests.browser.looks.look import Look


def own(key: str, who: str = "daughter") -> Any:
    return lambda stage: [stage.own_case(who, key).public_id]


def press(selector: str) -> Any:
    def go(page: Any) -> None:
        page.locator(selector).last.click()
        page.wait_for_load_state()

    return go


SEND = press("main form button[type=submit], main form button:not([type])")


def of_draft(*more: str) -> Any:
    return lambda stage: [stage.draft.public_id, *more]


def of_visit(name: str) -> Any:
    return lambda stage: [stage.visits[name].public_id]


def asked_visit(stage: Any) -> list[Any]:
    from cases.models import Visit

    return [Visit.objects.filter(requested_by=stage.user("daughter")).order_by("pk")[0].public_id]


def track_nothing(page: Any) -> None:
    page.fill("input[name=number]", "2026110100000001")
    page.fill("input[name=last_four]", "1234")
    page.fill("input[name=name]", "王秀英")
    SEND(page)


def certificate(stage: Any) -> list[str]:
    from cases.models import Certificate

    return [Certificate.objects.order_by("pk")[0].token]


def correction_line(stage: Any) -> list[Any]:
    case = stage.own_case("daughter", "temporary_relief")
    return [case.public_id, case.correction.items.order_by("pk")[0].pk]


def paper_that_follows(stage: Any) -> list[Any]:
    case = stage.own_case("neighbour", "temporary_relief")
    return [case.public_id, case.tolerance.keys[0]]


def hearing_told(stage: Any) -> list[Any]:
    return [stage.hearing_told.case.public_id]


def revocation(stage: Any) -> list[Any]:
    from cases.models import Case

    return [Case.objects.filter(kind="revoke", applicant__user=stage.user("neighbour")).get().public_id]


def broken_document(stage: Any) -> list[Any]:
    return [stage.broken_document.public_id]


def published(stage: Any) -> list[int]:
    return [stage.publicity.pk]


def finished(stage: Any) -> list[Any]:
    return [stage.own_case("daughter", "pension_enrol").application.public_id]


def upload_nonsense(page: Any) -> None:
    page.set_input_files("input[type=file]", {"name": "c.pdf", "mimeType": "application/pdf", "buffer": b"no paper"})
    page.locator("form:has(input[type=file]) button").click()
    page.wait_for_load_state()


def pick_and_send(pages: int) -> Any:
    """Every part, then the first answer of each question, so many pages on; the last one leads on by its button."""

    def go(page: Any) -> None:
        for box in page.locator("main input[type=checkbox]").all():
            box.check()
        for _number in range(pages):
            answers = page.locator("main input[type=radio]")
            if page.locator("main form").count() == 0:
                if pages > 9:
                    page.locator(".yc-actions a").last.click()
                return
            if answers.count():
                answers.first.check()
            SEND(page)

    return go


def PACKAGE(stage: Any) -> list[str]:
    return ["newborn"]


COUNTED = "?start=2026-09-28&n=20&unit=working_day"
OPEN_PAGES = [
    Look("home", "page:HomePage"),
    Look("services", "page:ServiceIndexPage"),
    Look("services-facets", "page:ServiceIndexPage", query="?theme=elderly_care&online=yes"),
    Look("services-nothing", "page:ServiceIndexPage", query="?theme=elderly_care&online=no&event=child"),
    Look("guide", "page:GuidePage"),
    Look("services-event", "page:ServiceIndexPage", query="?event=birth"),
    Look("publicity", "publicity:index"),
    Look("publicity-town", "publicity:index", query="?town=990100002"),
    *(Look(f"publicity-{name}", f"publicity:{name}", args=published) for name in ("detail", "object", "sent")),
    Look("publicity-object-nothing", "publicity:object", args=published, go=SEND),
    Look("grants", "grants:index"),
    Look("grants-item", "grants:index", query="?item=individual_business"),
    Look("grants-nothing", "grants:index", query="?year=2001"),
    Look("one-things", "page:OneThingIndexPage"),
    Look("one-thing", "page:OneThingPage"),
    Look("one-thing-chosen", "page:OneThingPage", query="?part=social_card&agent=self"),
    Look("points", "page:PointIndexPage"),
    Look("points-nothing", "page:PointIndexPage", query="?q=飞船"),
    Look("point", "point:station"),
    Look("point-own-page", "page:PointPage"),
    Look("deadline", "home:deadline"),
    Look("deadline-nothing", "home:deadline", query="?unit=working_day", status=422),
    Look("deadline-counted", "home:deadline", query=COUNTED),
    Look("one-stop-window", "page:WindowPage"),
    Look("policies", "page:PolicyIndexPage"),
    Look("policy", "page:PolicyPage"),
    Look("news-list", "page:NewsIndexPage"),
    Look("news", "page:NewsPage"),
    Look("text", "page:StaticPage"),
    Look("search", "search:results"),
    Look("search-found", "search:results", query="?q=老人"),
    Look("search-nothing", "search:results", query="?q=qxzvk"),
    Look("verify", "verify:index"),
    Look("verify-genuine", "verify:certificate", args=certificate),
    Look("verify-file", "verify:certificate", args=certificate, go=upload_nonsense),
    Look("verify-unknown", "verify:certificate", args=lambda stage: ["nosuch"]),
    Look("track", "online:track"),
    Look("track-empty", "online:track", go=SEND),
    Look("track-nothing", "online:track", go=track_nothing),
    Look("login", "accounts:login"),
    Look("login-wrong", "accounts:login", go=SEND),
    Look("staff-login", "accounts:staff_login"),
    Look("register", "accounts:register"),
    Look("register-form", "accounts:register", query="?town=990100001"),
    Look("register-nothing", "accounts:register", query="?town=990100001", go=SEND),
    Look("activate", "accounts:activate"),
    Look("activate-nothing", "accounts:activate", go=SEND),
    Look("not-found", "address:/no-such-page/", status=404),
    Look("forbidden", "address:/door/", who="clerk", status=403),
    Look("server-error", "template:500.html"),
    Look("bad-request", "template:400.html"),
    Look("csrf", "template:403_csrf.html"),
    Look("maintenance", "template:maintenance.html"),
]

APPLYING = [
    Look("start", "online:start", args=lambda stage: ["senior_allowance"]),
    Look("start-begun", "online:start", who="daughter", args=lambda stage: ["disabled_subsidy"]),
    Look("start-question", "online:start_question", args=lambda stage: ["senior_allowance", 1]),
    Look("start-question-unanswered", "online:start_question", args=lambda stage: ["senior_allowance", 1], go=SEND),
    Look("start-papers", "online:start_papers", who="daughter", args=lambda stage: ["pension_enrol"]),
    Look("start-whom", "online:start_whom", who="daughter", args=lambda stage: ["senior_allowance"]),
    Look("thing", "online:thing", args=PACKAGE),
    Look("thing-parts", "online:thing_parts", args=PACKAGE),
    Look("thing-parts-nothing", "online:thing_parts", args=lambda stage: ["retirement"], go=SEND),
    Look("thing-question", "online:thing_question", args=lambda stage: ["newborn", 1], go=pick_and_send(1)),
    Look("thing-papers", "online:thing_papers", args=PACKAGE, go=pick_and_send(9)),
    Look("thing-whom", "online:thing_whom", who="mother", args=PACKAGE, go=pick_and_send(10)),
    Look("parts", "online:parts", who="daughter", args=lambda stage: [stage.package_draft.public_id]),
    Look("package-tasks", "online:tasks", who="daughter", args=lambda stage: [stage.package_draft.public_id]),
    Look("package-check", "online:check", who="daughter", args=lambda stage: [stage.package_draft.public_id]),
    Look("tasks", "online:tasks", who="daughter", args=of_draft()),
    Look("question", "online:question", who="daughter", args=lambda stage: stage.draft_question()),
    Look("field", "online:field", who="daughter", args=lambda stage: stage.draft_field()),
    Look("field-wrong", "online:field", who="daughter", args=lambda stage: stage.draft_field(), go=SEND),
    Look("hand-in", "online:hand_in", who="daughter", args=lambda stage: stage.draft_paper()),
    Look("hand-in-nothing", "online:hand_in", who="daughter", args=lambda stage: stage.draft_paper(), go=SEND),
    Look("check", "online:check", who="daughter", args=of_draft()),
    Look("declare", "online:declare", who="daughter", args=of_draft()),
    Look("declare-nothing", "online:declare", who="daughter", args=of_draft(), go=SEND),
    Look("discard", "online:discard", who="daughter", args=of_draft()),
    Look("done", "online:done", who="daughter", args=finished),
]

FOLLOWING = [
    Look("my", "online:my", who="daughter"),
    Look("whole", "online:whole", who="mother", args=lambda stage: [stage.package.public_id]),
    Look("package-done", "online:done", who="mother", args=lambda stage: [stage.package.public_id]),
    Look("my-nothing", "online:my", who="newcomer"),
    Look("own-case-received", "online:case", who="daughter", args=own("flexible_employment")),
    Look("own-case-correction", "online:case", who="daughter", args=own("temporary_relief")),
    Look("own-case-accepted", "online:case", who="daughter", args=own("pension_enrol")),
    Look("own-case-reviewing", "online:case", who="daughter", args=own("homestead")),
    Look("own-case-fee", "online:case", who="daughter", args=own("id_card_replacement")),
    Look("own-case-denied", "online:case", who="daughter", args=own("individual_business")),
    Look("own-case-granted", "online:case", who="neighbour", args=own("senior_allowance", "neighbour")),
    Look("own-case-closed", "online:case", who="elder", args=own("elder_card", "elder")),
    Look("own-case-suspended", "online:case", who="daughter", args=own("food_workshop")),
    Look("own-case-parallel", "online:case", who="neighbour", args=own("homestead", "neighbour")),
    Look("own-case-renewal", "online:case", who="neighbour", args=lambda stage: [stage.renewal.public_id]),
    Look("own-case-hearing", "online:case", who="mother", args=own("timber_permit", "mother")),
    Look("own-case-revocation", "online:case", who="neighbour", args=revocation),
    Look("own-case-papers-follow", "online:case", who="neighbour", args=own("temporary_relief", "neighbour")),
    Look("follow", "online:follow", who="neighbour", args=paper_that_follows),
    Look("own-case-hearing-told", "online:case", who="daughter", args=hearing_told),
    Look("ask-hearing", "online:hearing", who="daughter", args=hearing_told),
    Look("supply", "online:supply", who="daughter", args=correction_line),
    Look("withdraw", "online:withdraw", who="daughter", args=own("pension_enrol")),
    Look("document-waiting", "online:document", who="daughter", args=broken_document, status=503),
    Look("receive", "online:receive", who="neighbour", args=own("senior_allowance", "neighbour")),
    Look("profile", "accounts:profile", who="daughter"),
    Look("contact", "accounts:contact", who="daughter"),
    Look("password", "accounts:password", who="daughter"),
    Look("messages", "accounts:messages", who="daughter"),
    Look("messages-none", "accounts:messages", who="newcomer"),
    Look("mandates", "accounts:mandates", who="elder"),
    Look("mandates-held", "accounts:mandates", who="daughter"),
    Look("give-mandate", "accounts:give_mandate", who="elder"),
    Look("give-mandate-nothing", "accounts:give_mandate", who="elder", go=SEND),
    Look("revoke-mandate", "accounts:revoke_mandate", who="elder", args=lambda stage: [stage.mandate.public_id]),
    Look("visit-whom", "door:request", who="daughter"),
    Look("visit-ask", "door:request", who="daughter", query="?whom=relative&town=990100001"),
    Look("visit-requests", "door:mine", who="daughter"),
    Look("visit-requests-none", "door:mine", who="mother"),
    Look("visit-request", "door:asked", who="daughter", args=asked_visit),
    Look("visit-change", "door:change", who="daughter", args=asked_visit),
    Look("visit-call-off", "door:call_off", who="daughter", args=asked_visit),
]

DOOR = [
    Look("door", "door:index", who="helper"),
    Look("door-none", "door:index", who="helper.3"),
    Look("door-enter", "door:enter", who="helper"),
    Look("door-visit-new", "door:visit", who="helper", args=of_visit("new")),
    Look("door-visit-known", "door:visit", who="helper", args=of_visit("known")),
    Look("door-visit-begun", "door:visit", who="helper", args=of_visit("begun")),
    Look("door-visit-decided", "door:visit", who="helper", args=of_visit("decided")),
    Look("door-move", "door:move", who="helper", args=of_visit("new")),
    Look("door-stop", "door:stop", who="helper", args=of_visit("new")),
    Look("door-person", "door:person", who="helper", args=of_visit("new")),
    Look("door-person-found", "door:person", who="helper", args=of_visit("new"), go=SEND),
    Look("door-register", "door:register", who="helper", args=of_visit("new")),
    Look("door-scope", "door:scope", who="helper", args=of_visit("known")),
    Look("door-sign", "door:scope", who="helper", args=of_visit("known"), go=SEND),
    Look("door-begin", "door:begin", who="helper", args=of_visit("mandated")),
    Look(
        "door-tasks",
        "online:tasks",
        who="helper",
        args=lambda stage: [stage.visits["begun"].application.public_id],
    ),
    Look(
        "door-read-back",
        "door:read_back",
        who="helper",
        args=lambda stage: [stage.visits["begun"].application.public_id],
    ),
    Look("door-hand-over", "door:hand_over", who="helper", args=of_visit("decided")),
    Look("door-mandate", "door:mandate", who="helper", args=lambda stage: [stage.visits["begun"].mandate.public_id]),
]

PUBLIC = [*OPEN_PAGES, *APPLYING, *FOLLOWING, *DOOR]
