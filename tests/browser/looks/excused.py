"""Addresses of ours that are no page of their own, each with the reason."""

from __future__ import annotations

POSTS = "takes what a form sends and leads on to a page that is looked at"
PART = "a part of a page, fetched by a script of the page that is looked at"
FILE = "answers with a file"
LEADS_ON = "leads on to a page that is looked at"
NOBODY = "no post may add one; the rows come with the data of the county"
WAGTAILS = "Wagtail's own page around a model of ours; nothing in it is ours"
CLOSED = "Wagtail's own administration of logins, which no post opens; ours is staffuser"

ITEM = "wagtailsnippets_catalog_serviceitem"
CHOOSER = "wagtailsnippetchoosers_catalog_serviceitem"
KEPT = ("region", "unit", "servicepoint", "window", "staffuser", "post", "search_synonyms", "one_things")


def _of(reason: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), reason)


EXCUSED: dict[str, str] = {
    **_of(POSTS, "accounts:logout accounts:read_all_messages accounts:read_message accounts:switch_post"),
    **_of(POSTS, "accounts:reveal desk:act desk:check desk:intake_register desk:note desk:retry_document desk:reveal"),
    **_of(POSTS, f"door:take {ITEM}:state {ITEM}:workflow_action {ITEM}:lock {ITEM}:unlock"),
    **_of(POSTS, "accounts:check_number workcalendar:decide workcalendar:store"),
    **_of(PART, "calendarday:index_results desk:supervisions_results desk:bars_results"),
    **_of(
        PART,
        f"desk:cases_results desk:check_number search:suggest {ITEM}:list_results {ITEM}:history_results",
    ),
    **_of(PART, f"{ITEM}:collect_workflow_action_data {ITEM}:confirm_workflow_cancellation"),
    **_of(PART, " ".join(f"{name}:index_results {name}:history_results" for name in KEPT)),
    **_of(PART, " ".join(f"{CHOOSER}:{name}" for name in ("choose_results", "chosen", "chosen_multiple", "create"))),
    **_of(
        FILE,
        "catalog:blank_form catalog:result_sample catalog:sample_form desk:document desk:paper_file desk:check_photo",
    ),
    **_of(FILE, "desk:character_picture door:proof door:result_paper online:paper"),
    **_of(NOBODY, "region:add unit:add servicepoint:add window:add"),
    **_of(LEADS_ON, "desk:next display door:of_application"),
    **_of(WAGTAILS, f"{ITEM}:preview_on_add {ITEM}:preview_on_edit {ITEM}:workflow_preview {CHOOSER}:choose"),
    **_of(
        WAGTAILS, f"{ITEM}:revisions_revert {ITEM}:revisions_view {ITEM}:workflow_history_detail search_synonyms:usage"
    ),
    **_of(CLOSED, " ".join(f"wagtailusers_users:{name}" for name in ("index", "index_results", "add", "edit"))),
    **_of(CLOSED, " ".join(f"wagtailusers_users:{name}" for name in ("delete", "copy", "usage", "history"))),
    **_of(CLOSED, "wagtailusers_users:history_results"),
}
