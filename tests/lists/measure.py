"""The world is built once, measured at one of everything, grown, and measured at thirty."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from home.memory import remembered
from home.middleware import kept
from tests.lists.table import PAGES, Page
from tests.lists.world import World
from tests.queries import queries_of

HEADINGS = re.compile(r"<thead.*?</thead>", re.DOTALL)


@dataclass
class Measured:
    """Of one page: queries and rows at one of everything and at thirty, or what went wrong."""

    few: list[str] = field(default_factory=list)
    many: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    wrong: str = ""


def measure() -> dict[str, Measured]:
    """By name of the page."""
    now = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=2)
    world, found = World(now), {page.name: Measured() for page in PAGES}
    for when, bring_about in (("few", world.build), ("many", world.grow)):
        bring_about()
        call_command("search_rebuild", verbosity=0, stdout=StringIO())
        for page in PAGES:
            _look(world, page, found[page.name], when)
    return found


def _look(world: World, page: Page, told: Measured, when: str) -> None:
    """What goes wrong is kept, so that the other pages are measured."""
    try:
        with transaction.atomic():
            _take(world, page, told, when)
    except Exception as error:
        told.wrong = f"{type(error).__name__}: {error}"


def _take(world: World, page: Page, told: Measured, when: str) -> None:
    client, address = world.client(page.who), world.address(page)
    answers: list[Any] = []

    def show() -> None:
        if not address.startswith("/admin/"):
            _forget()
        answers.append(client.post(address, page.post) if page.post else client.get(address))

    if when == "few" and page.url not in world.opened:
        show()  # what a process keeps for ever does not count
        world.opened.add(page.url)
    queries = queries_of(show)
    if len(queries) > len(told.few) > 0:
        queries = queries_of(show)
    setattr(told, when, queries)
    answer = answers[-1]
    assert answer.status_code == 200, f"{when}: {answer.status_code} {address} {answer.get('Location')}"
    html = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
    told.rows.append(len(re.findall(page.row, HEADINGS.sub("", html))))


def _forget() -> None:
    """What a process keeps until the next publication is asked for anew."""
    kept.clear()
    remembered.clear()
    Site.clear_site_root_paths_cache()
