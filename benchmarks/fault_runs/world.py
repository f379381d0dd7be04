"""The county of a fault run: a database of its own, the people who act, and cases brought to where a run needs them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from accounts.actors import Actor
from accounts.domain.actors import actor_for
from accounts.models import Post, Resident, Role, User
from cases.domain.applications import declare_application, start_application
from cases.domain.intake import accept_case
from cases.domain.materials import Finding, check_materials
from cases.domain.review import give_opinion, start_review
from cases.domain.submit import submit_application
from cases.enums import Channel, MaterialState
from cases.models import Application, Case
from catalog.models import ServiceItem
from places.models import ServicePoint
from portal.demo import build_county

ITEM = "senior_allowance"
BEFORE_PAGES = 3  # places, people, items: what cases stand on


@dataclass(frozen=True)
class People:
    clerk: Actor
    reviewer: Actor
    approver: Actor
    second_approver: Actor
    head: Actor
    residents: tuple[Resident, ...]


def prepare() -> None:
    """Migrated tables and the demo county without cases. `EMPTY_COPY` names a migrated SQLite file to begin with."""
    copy = os.environ.get("EMPTY_COPY", "")
    if connection.vendor == "sqlite" and copy and Path(copy).is_file():
        connections.close_all()
        shutil.copyfile(copy, settings.DATABASES["default"]["NAME"])
    call_command("migrate", interactive=False, verbosity=0)
    if Case.objects.exists():
        raise SystemExit("This database holds cases; a fault run needs an empty one.")
    for _name, step in list(build_county(now=timezone.now()))[:BEFORE_PAGES]:
        step()


@contextmanager
def kept_county() -> Iterator[Callable[[], None]]:
    """Yields what puts the SQLite file back as it is now, for several runs in one process."""
    if connection.vendor != "sqlite":
        raise SystemExit("Several runs in one call are for SQLite only.")
    database = Path(settings.DATABASES["default"]["NAME"])
    copy = database.with_name("county.sqlite3")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])

    def put_back() -> None:
        connections.close_all()
        for beside in ("-wal", "-shm"):
            database.with_name(database.name + beside).unlink(missing_ok=True)
        shutil.copyfile(copy, database)

    yield put_back


def find_people(on: date) -> People:
    town = Post.objects.get(user__username="clerk").unit
    elders = Resident.objects.filter(region__parent=town.region, birth_on__lt="1960-01-01").select_related("region")
    return People(
        clerk=_actor("clerk", on),
        reviewer=_actor("reviewer", on),
        approver=_actor("approver", on),
        second_approver=_actor_of_role("fault-approver", Role.APPROVER, town.pk, on),
        head=_actor_of_role("fault-head", Role.UNIT_HEAD, town.pk, on),
        residents=tuple(elders.order_by("pk")[:200]),
    )


def _actor(login: str, on: date) -> Actor:
    return actor_for(user=User.objects.get(username=login), on=on)


def _actor_of_role(login: str, role: Role, unit_id: int, on: date) -> Actor:
    user, _made = User.objects.get_or_create(username=login, defaults={"display_name": login})
    post, _made = Post.objects.get_or_create(
        user=user, role=role, unit_id=unit_id, defaults={"valid_from": date(2020, 1, 1)}
    )
    return actor_for(user=user, post_id=post.pk, on=on)


def marked(actor: Actor, token: str) -> Actor:
    """The same person under a name that no other attempt has: events and audit entries can be told apart by it."""
    return replace(actor, name=token)


def begin(
    people: People, resident: Resident, *, now: datetime, actor: Actor | None = None, key: str = ITEM
) -> Application:
    """A sheet filled in at the window, ready to be submitted."""
    application = start_application(
        applicant=resident,
        items=[ServiceItem.objects.get(key=key)],
        channel=Channel.WINDOW,
        point=_point(people),
        actor=actor or people.clerk,
        now=now,
    )
    declare_application(application=application, now=now)
    return application


def _point(people: People) -> ServicePoint | None:
    return Post.objects.select_related("point").get(pk=people.clerk.post.id).point  # type: ignore[union-attr]  # the demo gives her a post


def all_in_order(case: Case) -> list[Finding]:
    return [Finding(material.key, MaterialState.OK) for material in case.materials.exclude(state=MaterialState.SHARED)]


def received(people: People, resident: Resident, *, now: datetime, key: str = ITEM) -> Case:
    application = begin(people, resident, now=now, key=key)
    return submit_application(application=application, actor=people.clerk, now=now)[0]


def accepted(people: People, resident: Resident, *, now: datetime) -> Case:
    case = received(people, resident, now=now)
    check_materials(case=case, findings=all_in_order(case), actor=people.clerk, now=now)
    return accept_case(case=case, actor=people.clerk, now=now)


def reviewed(people: People, resident: Resident, *, now: datetime) -> Case:
    case = start_review(case=accepted(people, resident, now=now), actor=people.reviewer, now=now)
    give_opinion(case=case, conclusion="grant", text="情况属实。", actor=people.reviewer, now=now)
    return case
