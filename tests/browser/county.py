"""The demo county without its thousands of cases, for journeys: places, people, items, pages."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from accounts.data.demo_people import DAUGHTER, ELDER, NEIGHBOUR, ShowResident
from accounts.demo import build_people
from accounts.models import Resident, User
from catalog.demo import build_items
from core.fields import blind_index
from home.demo import build_pages
from places.demo import build_places

__all__ = ["DAUGHTER", "ELDER", "NEIGHBOUR", "build_county", "resident", "staff"]


def build_county() -> None:
    now = timezone.now()
    build_places()
    build_people(now=now)
    build_items(now=now)
    build_pages(now=now)


def staff(username: str) -> User:
    return User.objects.get(username=username)


def resident(who: ShowResident) -> Resident:
    return Resident.objects.select_related("user").get(phone_index=blind_index(who.phone))


def press(page: Any, name: str) -> None:
    """Press the button or follow the link that says so."""
    button = page.get_by_role("button", name=name, exact=True)
    target = button if button.count() else page.get_by_role("link", name=name, exact=True)
    target.first.click()
    page.wait_for_load_state()
