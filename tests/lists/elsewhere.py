"""Addresses that are not in the table: proved by a test of their own, or no list, each with the reason."""

from __future__ import annotations

FORM = "a form for one thing; its choices are read at once"
ONE = "shows one record"
PARTS = "its rows are what one item or one application asks for"
SAME = "the same view as one_things:history and staffuser:history"
CLOSED = "Wagtail's own administration, which no post opens"
USES = "Wagtail's own list of the pages that use one picture or file"
NO_LOCKS = "Wagtail's own list of locked pages; nobody of ours locks any"

ITEM = "wagtailsnippets_catalog_serviceitem"
THINGS = ("region", "unit", "servicepoint", "window", "post", "search_synonyms")

PROVED = {
    "desk:case": "tests/cases/desk/test_lists.py::test_the_case_page_takes_the_same_queries_however_many_papers_and_events",
    "online:case": "tests/cases/online/test_lists.py::test_the_tracking_page_does_not_grow_with_the_history",
    "online:tasks": "tests/cases/online/test_packages.py::test_the_pages_take_as_many_queries_for_five_parts_as_for_two",
    "online:whole": "tests/cases/online/test_packages.py::test_the_whole_takes_as_many_queries_for_five_parts_as_for_two",
    "home:deadline": "tests/home/test_deadline.py::test_it_asks_the_database_little_however_long_the_term",
}


def _of(reason: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), reason)


EXCUSED: dict[str, str] = {
    **_of(FORM, "accounts:activate accounts:contact accounts:login accounts:password accounts:register"),
    **_of(FORM, "accounts:revoke_mandate accounts:staff_login desk:amend desk:bar_new desk:correction desk:open_login"),
    **_of(FORM, "desk:override desk:supervision_new desk:supply_paper door:call_off door:change door:move door:person"),
    **_of(FORM, "door:register door:scope door:stop online:declare online:discard online:field online:follow"),
    **_of(FORM, "online:hand_in online:hearing online:question online:receive online:supply online:track"),
    **_of(FORM, "online:start_question online:thing_question online:withdraw publicity:object verify:index"),
    **_of(FORM, f"one_things:add one_things:edit post:edit staffuser:add staffuser:edit {ITEM}:add {ITEM}:edit"),
    **_of(FORM, "search_synonyms:add search_synonyms:edit search_synonyms:delete staff_account"),
    **_of(FORM, " ".join(f"{name}:edit" for name in ("region", "unit", "servicepoint", "window"))),
    **_of(
        ONE, "accounts:profile desk:bar desk:paper desk:supervision door:asked door:hand_over door:mandate door:visit"
    ),
    **_of(ONE, "online:document online:done publicity:detail publicity:sent verify:certificate workcalendar:change"),
    **_of(ONE, f"{ITEM}:preview_draft {ITEM}:review {ITEM}:revisions_compare page:NewsPage page:StaticPage"),
    **_of(PARTS, "desk:intake_check desk:supply door:begin door:read_back online:check online:parts online:start"),
    **_of(PARTS, "online:start_papers online:thing online:thing_papers online:thing_parts online:thing_whom"),
    **_of(PARTS, "page:OneThingPage"),
    **_of(SAME, " ".join(f"{name}:history" for name in THINGS)),
}

# Lists of Wagtail's own with no model of ours.
WAGTAILS: dict[str, str] = {
    **_of(CLOSED, "wagtailadmin_collections:index wagtailadmin_workflows:index wagtailadmin_workflows:usage"),
    **_of(CLOSED, "wagtailadmin_workflows:task_index wagtailredirects:index wagtailsnippets:index"),
    **_of(CLOSED, "wagtailusers_groups:index wagtailusers_groups:history wagtailusers_groups:usage"),
    **_of(USES, "wagtaildocs:document_usage wagtailimages:image_usage"),
    **_of(NO_LOCKS, "wagtailadmin_reports:locked_pages"),
}
