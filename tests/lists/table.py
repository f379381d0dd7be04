"""Every list: who opens it where, what one row of it looks like, and how many rows a full page has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

TABLE_ROW = r"<tr\b"
CARD = r'class="yc-cards__item'
DESK_ROW = r"data-desk-row"


@dataclass(frozen=True)
class Page:
    """`url` is the name of an address, or `page:` and a kind of page. `row`: what every row has once in its HTML; `full`:
    how many rows a full page has.

    `args` finds the arguments of the address in the world. `post` is sent instead of looking. In `query` stand {town}
    and {year} of the cases.
    """

    url: str
    who: str = "visitor"
    query: str = ""
    row: str = TABLE_ROW
    full: int = 30
    args: Callable[[Any], list[Any]] = field(default=lambda world: [])
    post: dict[str, str] | None = None

    @property
    def name(self) -> str:
        return "-".join(filter(None, [self.url, self.who, self.query]))


def each(url: str, who: str, *queries: str, **more: Any) -> list[Page]:
    return [Page(url, who, query, **more) for query in queries]


FOUND = (
    ("guide", "高龄津贴"),
    ("policy", "每月"),
    ("news", "每月"),
    ("page", "每月"),
    ("point", "便民服务"),
    ("one_thing", "一起办"),
)
PUBLIC = [
    Page("page:HomePage", row=r"yc-tiles__link", full=30),
    *each("page:ServiceIndexPage", "visitor", "?x=1", "?x=1&online=yes", row=CARD, full=20),
    Page("page:OneThingIndexPage", query="?x=1", row=CARD),
    Page("page:GuidePage", query="?x=1", row=CARD, full=20),
    *each("page:PointIndexPage", "visitor", "?x=1", "?kind=town_center", "?q=柳树", row=CARD, full=20),
    Page("page:PointPage", query="?x=1", row=CARD),
    Page("page:WindowPage", query="?x=1", row=CARD),
    Page("page:PolicyIndexPage", query="?x=1", row=CARD, full=20),
    Page("page:PolicyPage", query="?x=1", row=CARD),
    Page("page:NewsIndexPage", query="?x=1", row=CARD, full=20),
    *each("publicity:index", "visitor", "", "?town={town}", row=CARD, full=20),
    *each("grants:index", "visitor", "", "?item=timber_permit", "?year={year}", row=CARD, full=20),
    *each("search:results", "visitor", *(f"?q={words}&kind={kind}" for kind, words in FOUND), row=CARD, full=10),
]
RESIDENT = [
    *each("online:my", "resident", "", "?page=2", row=CARD, full=20),
    Page("online:my", "agent", row=CARD, full=15),
    *each("accounts:messages", "resident", "", "?page=2", row=CARD, full=20),
    Page("accounts:mandates", "resident", row=CARD),
    Page("accounts:mandates", "agent", row=CARD, full=15),
    Page("accounts:give_mandate", "resident", row=r'name="item_keys"'),
    Page("door:mine", "resident", row=CARD, full=15),
    Page("door:index", "helper", row=CARD),
    Page("door:enter", "helper", row=r"<option"),
    Page("online:start_whom", "agent", row=r'type="radio"', full=15, args=lambda world: ["senior_allowance"]),
    Page("door:request", "resident", "?whom=relative&town={town}", row=r"<option"),
    *each("search:results", "resident", "?q=高龄津贴&kind=case", "?q=高龄津贴&kind=certificate", row=CARD, full=10),
]
DESK = [
    *(
        Page("wagtailadmin_home", who, row=DESK_ROW, full=15)
        for who in ("clerk", "reviewer", "approver", "head", "county_reviewer", "county_approver")
    ),
    Page("wagtailadmin_home", "supervisor", row=r'class="desk-figure"', full=1),
    Page("wagtailadmin_home", "publisher", row=r"/review/|/pages/\d+/edit/"),
    Page("wagtailadmin_home", "admin", row=r"<strong>", full=1),
    *each("desk:cases", "clerk", "", "?queue=check", "?queue=supplied", "?p=2", row=DESK_ROW),
    *each("desk:cases", "reviewer", "?queue=review", "?status=reviewing&ordering=-received_at", row=DESK_ROW),
    *each("desk:cases", "county_reviewer", "", "?queue=review", row=DESK_ROW),
    *each("desk:cases", "county_approver", "?queue=decide", row=DESK_ROW),
    *each("desk:cases", "head", "?queue=confirm", row=DESK_ROW),
    *each("desk:cases", "supervisor", "", "?ordering=-number", "?ordering=-due_on", "?q=王", row=DESK_ROW),
    Page("desk:cases", "supervisor", "?export=csv", row=r"\n", full=400),
    *each("desk:supervisions", "supervisor", "", "?state=unanswered", "?ordering=-due_on", row=DESK_ROW),
    *each("desk:supervisions", "head", "", "?state=to_close", row=DESK_ROW),
    *each("desk:bars", "supervisor", "", "?ordering=until_on", row=DESK_ROW),
    *each("desk:bars", "approver", "?state=in_force", row=DESK_ROW),
    Page("desk:characters", "clerk"),
    *each("desk:visits", "clerk", "", "?all=1", "?p=2"),
    Page("desk:intake", "clerk", post={"query": "王秀英"}, full=15),
    Page("desk:intake_items", "clerk", args=lambda world: [world.resident.pk], row=r'name="items"'),
    Page("desk:visit_ask", "clerk", row=r"<option"),
    Page("desk:intake_form", "clerk", row=r"<option", args=lambda world: [world.cases.sheet.public_id]),
    *each("search_cases", "clerk", "?q=王秀英&kind=case", "?q=高龄津贴&kind=certificate", full=10),
    Page("law", "supervisor"),
]
ITEM = "wagtailsnippets_catalog_serviceitem"


def of_item(world: Any) -> list[Any]:
    return [world.item.pk]


def kept(url: str, who: str, *queries: str) -> list[Page]:
    return each(f"{url}:index", who, "", *queries)


def history(url: str, who: str) -> Page:
    return Page(f"{url}:history", who, args=lambda world: [world.first(url).pk], full=20)


OFFICE = [
    *each(f"{ITEM}:list", "editor", "", "?state=1", "?q=老年"),
    Page(f"{ITEM}:history", "editor", args=of_item, full=20),
    Page(f"{ITEM}:versions", "editor", args=of_item),
    Page(f"{ITEM}:workflow_history", "editor", args=of_item, full=20),
    history("one_things", "editor"),
    history("staffuser", "admin"),
    *kept("one_things", "editor", "?q=件事"),
    *kept("region", "admin", "?level=village", "?ordering=-name", "?q=柳树"),
    *kept("unit", "admin", "?kind=village", "?ordering=-name"),
    *kept("servicepoint", "admin", "?kind=town_center", "?q=柳树"),
    *kept("window", "admin"),
    *kept("staffuser", "admin", "?role=window_clerk", "?ordering=-username"),
    *kept("post", "admin", "?role=window_clerk", "?q=李"),
    *kept("search_synonyms", "publisher", "?q=老人"),
    *each("calendarday:index", "admin", "", "?is_workday=false"),
    *each("workcalendar:changes", "admin", ""),
    Page("workcalendar:year", "admin"),
    Page("workcalendar:propose", "admin", row=r"<option"),
    Page("post:add", "admin", row=r"<option"),
]
WAGTAILS = [
    Page("wagtailadmin_explore_root", "editor", full=6),
    *each("wagtailadmin_explore", "editor", "", "?ordering=title", args=lambda world: [world.guide.get_parent().pk]),
    Page("wagtailadmin_pages:history", "editor", args=lambda world: [world.guide.pk], full=20),
    Page("wagtailimages:index", "editor", row=r'class="image-choice'),
    Page("wagtaildocs:index", "editor", full=20),
    Page("wagtailadmin_pages:search", "editor", "?q=老年", full=20),
    # Wagtail asks for the tasks of each review it reports; a page has 20 of them at most.
    Page("wagtailadmin_reports:workflow", "publisher", full=20),
    Page("wagtailadmin_reports:workflow_tasks", "publisher", full=20),
    Page("wagtailadmin_reports:site_history", "publisher", full=20),
    Page("wagtailadmin_reports:aging_pages", "publisher", full=20),
    Page("wagtailadmin_reports:page_types_usage", "publisher", full=10),
]
PAGES = [*PUBLIC, *RESIDENT, *DESK, *OFFICE, *WAGTAILS]
