"""Staff posts: assigned and ended with dates; the groups of the back office follow them."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import groups
from accounts.actors import Actor
from accounts.domain.audit import note
from accounts.models import Post, Role, User
from accounts.policies import may_manage_posts
from core.errors import Reason, Refused
from places.models import Region, ServicePoint, Unit

STATIONED = (Role.WINDOW_CLERK,)
SYSTEM_ROLES = (Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDITOR)


def assign_post(
    *,
    user: User,
    role: Role,
    unit: Unit,
    point: ServicePoint | None,
    region: Region | None,
    title: str,
    valid_from: date,
    valid_to: date | None,
    actor: Actor,
    now: datetime,
) -> Post:
    """Give a person a post; raises `Refused`, `Reason.code` names the field."""
    wanted = Post(
        user=user,
        role=role,
        unit=unit,
        point=point,
        region=region,
        title=title.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    if reasons := _reasons(wanted, actor, timezone.localdate(now)):
        raise Refused(reasons)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if _held_already(wanted):
            raise Refused([Reason("role", _("This person already holds this post at that time."))])
        wanted.save(force_insert=True)
        sync_groups(user=user, on=timezone.localdate(now))
        note("post.assign", subject=wanted, actor=actor, now=now, role=role, unit=unit.name, user=user.username)
    return wanted


def end_post(*, post: Post, on: date, actor: Actor, now: datetime) -> Post:
    """The last day of a post; it stays in the record. Open work stays with the unit."""
    if not may_manage_posts(actor):
        raise Refused([_only_admin()])
    if post.user_id == actor.user_id and post.role == Role.SYS_ADMIN:
        raise Refused([Reason("role", _("You cannot end your own administrator post. Ask another administrator."))])
    if on < post.valid_from:
        raise Refused([Reason("valid_to", _("The last day is before the first day."))])
    with transaction.atomic():
        locked = Post.objects.select_for_update(of=("self",)).select_related("user").get(pk=post.pk)
        locked.valid_to = on
        locked.save(update_fields=["valid_to"])
        sync_groups(user=locked.user, on=timezone.localdate(now))
        note("post.end", subject=locked, actor=actor, now=now, on=on.isoformat())
    return locked


def sync_groups(*, user: User, on: date) -> None:
    """Put the login into the groups of the posts in force on this day and out of the others; may run twice.

    `is_staff` only tells the page frame to show the way to the desk.
    """
    roles = Post.objects.held_on(on).filter(user=user).order_by().values_list("role", flat=True)
    wanted = groups.groups_of(roles)
    held = set(user.groups.filter(name__in=groups.ALL).values_list("name", flat=True))
    if user.is_staff != bool(wanted):
        user.is_staff = bool(wanted)
        user.save(update_fields=["is_staff"])
    if wanted - held:
        user.groups.add(*Group.objects.filter(name__in=wanted - held))
    if held - wanted:
        user.groups.remove(*Group.objects.filter(name__in=held - wanted))


def _reasons(wanted: Post, actor: Actor, today: date) -> list[Reason]:
    reasons = []
    if not may_manage_posts(actor):
        reasons.append(_only_admin())
    if wanted.user_id == actor.user_id:
        reasons.append(Reason("user", _("Nobody gives a post to herself.")))
    if wanted.valid_to and wanted.valid_to < wanted.valid_from:
        reasons.append(Reason("valid_to", _("The last day is before the first day.")))
    if wanted.role in STATIONED and wanted.point is None:
        reasons.append(Reason("point", _("Name the service point at which the clerk sits.")))
    if wanted.role in SYSTEM_ROLES and _other_system_role(wanted, today):
        reasons.append(Reason("role", _("System, security and audit posts are held by three different people.")))
    return reasons


def _other_system_role(wanted: Post, today: date) -> bool:
    """三员分立: administrator, security administrator and auditor are different people (domain.md §11)."""
    held = Post.objects.held_on(max(wanted.valid_from, today)).filter(user=wanted.user, role__in=SYSTEM_ROLES)
    return held.exclude(role=wanted.role).exists()


def _held_already(wanted: Post) -> bool:
    held = Post.objects.held_on(wanted.valid_from).filter(
        user=wanted.user, role=wanted.role, unit=wanted.unit, point=wanted.point, region=wanted.region
    )
    return held.exists()


def _only_admin() -> Reason:
    return Reason("role", _("Only the system administrator manages staff posts."), "domain.md §11")
