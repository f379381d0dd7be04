"""No list is forgotten: every page of ours stands in the table, has a test of its own, or an excuse."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import get_resolver
from django.views.generic.list import MultipleObjectMixin

from tests.browser.looks.addresses import names_of_ours, page_types_of_ours, walk
from tests.browser.looks.excused import EXCUSED as NO_PAGES
from tests.lists.elsewhere import EXCUSED, PROVED, WAGTAILS
from tests.lists.table import PAGES

IN_TABLE = {page.url for page in PAGES}
PLACED = IN_TABLE | set(PROVED) | set(EXCUSED)


def pages_of_ours() -> set[str]:
    return (names_of_ours() - set(NO_PAGES)) | {f"page:{kind}" for kind in page_types_of_ours()}


def lists() -> set[str]:
    """Every list made of Django's or Wagtail's views; the part that a script fetches is the same view."""
    found = {name for name, view in walk(get_resolver(), ()) if issubclass(_class_of(view), MultipleObjectMixin)}
    return {name.removesuffix("_results") for name in found}


def _class_of(view: Any) -> type:
    return getattr(view, "view_class", getattr(inspect.unwrap(view), "view_class", object))


def test_every_page_of_ours_is_measured_proved_elsewhere_or_excused() -> None:
    assert sorted(pages_of_ours() - PLACED) == []


def test_every_list_view_is_measured_or_excused() -> None:
    closed = {name for name in lists() if name in NO_PAGES}
    assert sorted(lists() - PLACED - set(WAGTAILS) - closed) == []
    assert {name for name in lists() & set(EXCUSED) if not name.endswith(":history")} == set()


def test_no_excuse_is_left_over() -> None:
    ours, all_lists = pages_of_ours(), lists()
    assert {name for name in (*PROVED, *EXCUSED) if name in IN_TABLE or name not in ours} == set()
    assert {name for name in WAGTAILS if name in IN_TABLE or name not in all_lists} == set()


def test_what_is_proved_elsewhere_is_there() -> None:
    for test in PROVED.values():
        path, _, name = test.partition("::")
        text = (Path(settings.ROOT) / path).read_text(encoding="utf-8")
        assert re.search(rf"def {name}\b", text), test


def test_every_row_of_the_table_has_a_name_of_its_own() -> None:
    names = [page.name for page in PAGES]
    assert sorted({name for name in names if names.count(name) > 1}) == []
