"""The invented people of the demo county: staff of every role and 2,000 residents. Safe to run again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.data.demo_people import DEMO_LOGINS, PASSWORD
from accounts.data.demo_residents import build_residents
from accounts.data.demo_staff import build_staff

__all__ = ["DEMO_LOGINS", "PASSWORD", "build_people"]


@transaction.atomic
def build_people(*, now: datetime) -> None:
    """After `places.demo.build_places`; a constant number of queries, one password hash for everybody."""
    build_staff(now=now)
    build_residents(now=now)
