"""What staff look at in the back office, and what editors and administrators keep."""

from __future__ import annotations

from typing import Any

from cases.enums import Status
from tests.browser.looks.look import Look
from tests.browser.looks.public import SEND


def case_of(who: str, *states: Status, **more: Any) -> Any:
    return lambda stage: [stage.desk_case(who, *states, **more).public_id]


def show(name: str, who: str, *states: Status, **more: Any) -> Look:
    return Look(name, "desk:case", who=who, args=case_of(who, *states, **more))


def asked(name: str, who: str, verb: str, case: Any) -> Look:
    """The page of one case with the form of an act open."""
    return Look(
        name, "desk:case", who=who, args=lambda stage: [case(stage).public_id], query=f"?act={verb}" if verb else ""
    )


def of_key(key: str, **more: Any) -> Any:
    def find(stage: Any) -> Any:
        from cases.models import Case

        rows = Case.objects.filter(item__key=key, **more)
        if "payments__settled_at" in more:
            rows = rows.filter(payments__isnull=False)
        if "hand_overs__received_at" in more:
            rows = rows.filter(hand_overs__isnull=False)
        return rows.order_by("pk")[0]

    return find


def of_item(stage: Any) -> list[int]:
    return [stage.item("temporary_relief").pk]


def waiting_item(stage: Any) -> list[int]:
    return [stage.waiting_item.pk]


def look_up(name: str) -> Any:
    def go(page: Any) -> None:
        page.fill("input[name=query]", name)
        with page.expect_navigation():
            page.keyboard.press("Enter")

    return go


def first_of(name: str) -> Any:
    """The address of the first row of a model of ours."""

    def args(stage: Any) -> list[Any]:
        from django.apps import apps

        return [apps.get_model(name).objects.order_by("pk").values_list("pk", flat=True)[0]]

    return args


EDITED = ("HomePage", "GuidePage", "PolicyPage", "WindowPage")
R, C, A, V = Status.RECEIVED, Status.CORRECTION_REQUIRED, Status.ACCEPTED, Status.REVIEWING
LANDINGS = (
    "clerk",
    "clerk.hall1",
    "reviewer",
    "approver",
    "head.t1",
    "supervisor",
    "editor",
    "publisher",
    "admin",
    "auditor",
)

DESK = [
    *(Look(f"workbench-{who}", "wagtailadmin_home", who=who) for who in LANDINGS),
    Look("cases", "desk:cases", who="clerk"),
    Look("cases-late", "desk:cases", who="supervisor", query="?queue=overdue"),
    Look("cases-none", "desk:cases", who="reviewer", query="?status=not_required&light=red"),
    show("case-received", "clerk", R),
    show("case-correction", "clerk", C),
    show("case-accepted", "reviewer", A),
    show("case-reviewing", "reviewer", V),
    show("case-to-decide", "approver", V, opinions__isnull=False),
    show("case-granted", "clerk", Status.GRANTED),
    show("case-closed", "clerk", Status.CLOSED),
    show("case-withdrawn", "supervisor", Status.WITHDRAWN),
    show("case-supervisor", "supervisor", V),
    Look("case-renewal", "desk:case", who="supervisor", args=lambda stage: [stage.renewal.public_id]),
    Look("correction-notice", "desk:correction", who="clerk", args=case_of("clerk", R)),
    Look("override", "desk:override", who="supervisor", args=case_of("supervisor", C)),
    Look("supervisions", "desk:supervisions", who="supervisor"),
    Look("supervisions-head", "desk:supervisions", who="head.t1", query="?state=unanswered"),
    Look("supervisions-none", "desk:supervisions", who="supervisor", query="?state=closed&rule=manual"),
    Look("supervision", "desk:supervision", who="supervisor", args=lambda stage: [stage.orders[0].public_id]),
    Look("supervision-answered", "desk:supervision", who="supervisor", args=lambda stage: [stage.orders[1].public_id]),
    Look("supervision-to-answer", "desk:supervision", who="head.t1", args=lambda stage: [stage.orders[0].public_id]),
    Look(
        "supervision-returned", "desk:supervision", who="head.t1", args=lambda stage: [stage.order_returned.public_id]
    ),
    Look("supervision-new", "desk:supervision_new", who="supervisor"),
    Look("supervision-new-nothing", "desk:supervision_new", who="supervisor", go=SEND),
    Look("bars", "desk:bars", who="supervisor"),
    Look("bar", "desk:bar", who="approver", args=lambda stage: [stage.bar.pk]),
    Look("bar-new", "desk:bar_new", who="approver"),
    Look("bar-new-nothing", "desk:bar_new", who="approver", go=SEND),
    Look("characters", "desk:characters", who="admin"),
    Look("characters-asked", "desk:characters", who="clerk", query="?character=%EE%84%A3"),
    Look("characters-nothing", "desk:characters", who="clerk", go=SEND),
    asked("fee-ask", "reviewer:公安局", "ask_payment", lambda stage: stage.fee_case),
    asked("fee-record", "clerk.hall1", "record_payment", of_key("id_card_replacement", payments__settled_at=None)),
    asked("fee-waive", "approver:公安局", "waive_payment", of_key("id_card_replacement", payments__settled_at=None)),
    asked("fee-paid", "reviewer:公安局", "", of_key("id_card_replacement", payments__settled_at__isnull=False)),
    asked("hand-over", "clerk", "hand_over_papers", lambda stage: stage.at_window),
    asked(
        "hand-over-receive",
        "reviewer:民政局",
        "receive_papers",
        of_key("disabled_subsidy", hand_overs__received_at=None),
    ),
    asked("joint-extend", "head.county", "extend", of_key("public_rental", proposals__verb="extend")),
    Look("law", "law", who="supervisor"),
    Look("desk-supply", "desk:supply", who="clerk", args=case_of("clerk", C)),
    Look("paper", "desk:paper", who="clerk", args=lambda stage: stage.desk_paper),
    Look("intake", "desk:intake", who="clerk"),
    Look("intake-found", "desk:intake", who="clerk", go=look_up("赵国强")),
    Look("intake-nobody", "desk:intake", who="clerk", go=look_up("没有这个人")),
    Look("intake-items", "desk:intake_items", who="clerk", args=lambda stage: [stage.intake.applicant_id]),
    Look(
        "intake-package",
        "desk:intake_items",
        who="clerk",
        args=lambda stage: [stage.intake.applicant_id],
        query="?thing=newborn",
    ),
    Look("intake-sheet", "desk:intake_form", who="clerk", args=lambda stage: [stage.intake.public_id]),
    Look("intake-check", "desk:intake_check", who="clerk", args=lambda stage: [stage.taken_in.public_id]),
    Look("open-login", "desk:open_login", who="clerk", args=lambda stage: [stage.intake.applicant_id]),
    Look("open-login-nothing", "desk:open_login", who="clerk", args=lambda stage: [stage.intake.applicant_id], go=SEND),
    Look("amend", "desk:amend", who="clerk", args=lambda stage: stage.desk_answer),
    Look("desk-supply-paper", "desk:supply_paper", who="clerk", args=lambda stage: stage.desk_paper),
    Look("visits", "desk:visits", who="clerk"),
    Look("desk-visit-ask", "desk:visit_ask", who="clerk"),
    Look("desk-visit-ask-nothing", "desk:visit_ask", who="clerk", go=SEND),
    Look("find", "search_cases", who="clerk"),
    Look("find-found", "search_cases", who="supervisor", query="?q=王"),
    Look("find-nothing", "search_cases", who="clerk", query="?q=qxzvk"),
]

ITEM = "wagtailsnippets_catalog_serviceitem"
ITEMS = [
    Look("items", f"{ITEM}:list", who="editor"),
    Look("items-none", f"{ITEM}:list", who="editor", query="?q=飞船"),
    Look("item-new", f"{ITEM}:add", who="editor"),
    Look("item-editor", f"{ITEM}:edit", who="editor", args=of_item),
    Look("item-to-publish", f"{ITEM}:edit", who="publisher", args=waiting_item),
    Look("item-review", f"{ITEM}:review", who="publisher", args=waiting_item),
    Look("item-versions", f"{ITEM}:versions", who="editor", args=of_item),
    Look("item-history", f"{ITEM}:history", who="editor", args=of_item),
    Look("item-preview", f"{ITEM}:preview_draft", who="editor", args=waiting_item),
    Look("item-workflow-history", f"{ITEM}:workflow_history", who="editor", args=waiting_item),
    Look(
        "item-compare",
        f"{ITEM}:revisions_compare",
        who="editor",
        args=lambda stage: [*waiting_item(stage), "earliest", "latest"],
    ),
]


def kept(name: str, model: str, *, who: str = "admin", add: bool = True) -> list[Look]:
    """List, form and history of a model that one person keeps."""
    one = first_of(model)
    return [
        Look(f"{name}-list", f"{name}:index", who=who),
        *([Look(f"{name}-new", f"{name}:add", who=who)] if add else []),
        Look(f"{name}-edit", f"{name}:edit", who=who, args=one),
        Look(f"{name}-history", f"{name}:history", who=who, args=one),
    ]


KEPT = [
    *kept("region", "places.Region", add=False),
    Look("regions-filtered", "region:index", who="admin", query="?q=青石"),
    *kept("unit", "places.Unit", add=False),
    *kept("servicepoint", "places.ServicePoint", add=False),
    *kept("window", "places.Window", add=False),
    Look("calendardays", "calendarday:index", who="admin"),
    Look("calendar", "workcalendar:year", who="admin"),
    Look("calendar-changes", "workcalendar:changes", who="admin"),
    Look("calendar-propose", "workcalendar:propose", who="admin"),
    Look("calendar-propose-nothing", "workcalendar:propose", who="admin", go=SEND),
    Look("calendar-change", "workcalendar:change", who="admin", args=lambda stage: [stage.calendar_change.pk]),
    *kept("one_things", "catalog.OneThing", who="editor"),
    *kept("staffuser", "accounts.StaffUser"),
    *kept("post", "accounts.Post"),
    *kept("search_synonyms", "search.Synonym", who="publisher"),
    Look("search_synonyms-delete", "search_synonyms:delete", who="publisher", args=first_of("search.Synonym")),
]
WEBSITE = [
    Look("site-settings", "wagtailsettings:edit", who="publisher", args=lambda stage: stage.site_settings),
    *(Look(f"editor-{kind}", f"editor:{kind}", who="editor", judged=False) for kind in EDITED),
    Look("explorer", "wagtailadmin_explore_root", who="editor", judged=False),
    Look("account", "staff_account", who="clerk"),
    Look("reports", "wagtailadmin_reports:workflow", who="publisher", judged=False),
]
OFFICE = [*DESK, *ITEMS, *KEPT, *WEBSITE]
