"""Home visits 上门办: asked for, assigned to the helper of the village station, made, result brought (domain.md §3.9)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.identity import confirm_person
from accounts.domain.messages import send_message
from accounts.models import Mandate, Post, Resident, Role, User
from cases.enums import VisitState
from cases.models import Application, Visit
from cases.models.visits import VisitSource
from core.domain.audit import append_audit
from core.errors import Reason, Refused
from core.identifiers import name_problem, phone_problem
from core.text import format_day
from places.models import Region, ServicePoint
from places.models.points import PointKind

RUNNING = (VisitState.REQUESTED, VisitState.ASSIGNED, VisitState.HANDLING)


def request_visit(
    *,
    source: VisitSource,
    person_name: str,
    person_phone: str,
    region: Region,
    address: str,
    actor: Actor,
    now: datetime,
    item_key: str = "",
    reason: str = "",
    wished_on: date | None = None,
    resident: Resident | None = None,
) -> Visit:
    """Ask for a visit and assign it at once to the helper of the village station, if the station has one."""
    _require_sense(person_name, person_phone, address, wished_on, now)
    with transaction.atomic():
        visit = Visit.objects.create(
            source=source,
            requested_by_id=actor.user_id,
            person_name=person_name.strip(),
            person_phone=person_phone.strip(),
            region=region,
            address=address.strip(),
            item_key=item_key,
            reason=reason.strip(),
            wished_on=wished_on,
            point=station_for(region),
            resident=resident,
            created_at=now,
            updated_at=now,
        )
        _note(visit, "visit.request", actor, now)
        helper = helper_of(visit.point, on=timezone.localdate(now))
        if helper is not None:
            assign_visit(visit=visit, helper=helper, visit_on=wished_on, actor=actor, now=now)
    return visit


def station_for(region: Region) -> ServicePoint:
    """The station of the village, else the centre of its town."""
    station = ServicePoint.objects.filter(region=region, kind=PointKind.VILLAGE_STATION, is_open=True).first()
    if station is not None:
        return station
    return ServicePoint.objects.get(region=region.town, kind=PointKind.TOWN_CENTER)


def helper_of(point: ServicePoint, *, on: date) -> User | None:
    posts = Post.objects.held_on(on).filter(role=Role.STATION_HELPER, point=point, user__is_active=True)
    post = posts.select_related("user").order_by("id").first()
    return post.user if post else None


def change_visit(
    *,
    visit: Visit,
    person_phone: str,
    address: str,
    reason: str,
    wished_on: date | None,
    actor: Actor,
    now: datetime,
) -> Visit:
    """Whoever asked corrects telephone, address, reason or day, until the helper has begun."""
    kept = visit.wished_on
    _require_sense(visit.person_name, person_phone, address, None if wished_on == kept else wished_on, now)
    with transaction.atomic():
        locked = _lock(visit, VisitState.REQUESTED, VisitState.ASSIGNED)
        if locked.requested_by_id != actor.user_id:
            raise Refused([Reason("asker", _("Only the person who asked for the visit can change it."))])
        locked.person_phone, locked.address = person_phone.strip(), address.strip()
        locked.reason, locked.wished_on = reason.strip(), wished_on
        if wished_on is not None and wished_on != kept:
            locked.visit_on = wished_on
        _save(locked, now, "person_phone", "address", "reason", "wished_on", "visit_on")
        _note(locked, "visit.change", actor, now)
    return locked


def take_visit(*, visit: Visit, actor: Actor, now: datetime) -> Visit:
    """A helper of the station takes over a visit that nobody has yet."""
    post = actor.post
    if post is None or not actor.has_role(Role.STATION_HELPER) or post.point_id != visit.point_id:
        raise Refused([Reason("helper", _("Only a helper of this station can take the visit over."))])
    helper = User.objects.get(pk=actor.user_id or 0)
    return assign_visit(visit=visit, helper=helper, visit_on=visit.wished_on, actor=actor, now=now)


def assign_visit(*, visit: Visit, helper: User, visit_on: date | None, actor: Actor, now: datetime) -> Visit:
    """Give the visit to a helper; without a wished day it is planned for the day after it was asked for."""
    with transaction.atomic():
        locked = _lock(visit, VisitState.REQUESTED, VisitState.ASSIGNED)
        locked.helper = helper
        locked.visit_on = visit_on or locked.visit_on or timezone.localdate(now)
        locked.state = VisitState.ASSIGNED
        _save(locked, now, "helper", "visit_on", "state")
        _note(locked, "visit.assign", actor, now)
    visit.helper, visit.visit_on, visit.state = locked.helper, locked.visit_on, locked.state
    return visit


def move_visit(*, visit: Visit, visit_on: date, actor: Actor, now: datetime) -> Visit:
    """Agree on another day; the past is refused."""
    if visit_on < timezone.localdate(now):
        raise Refused([Reason("past", _("Choose today or a later day for the visit."))])
    with transaction.atomic():
        locked = _lock(visit, VisitState.ASSIGNED, VisitState.HANDLING)
        _require_helper(locked, actor)
        locked.visit_on = visit_on
        _save(locked, now, "visit_on")
        _note(locked, "visit.move", actor, now)
        tell_asker(
            visit=locked,
            title=_("Your visit was moved"),
            body=_("%(helper)s comes to %(person)s on %(day)s instead."),
            actor=actor,
            now=now,
        )
    return locked


def identify_person(*, visit: Visit, resident: Resident, actor: Actor, now: datetime) -> Visit:
    """At the door: the person's identity card was seen, and this is her record; her real-name level is the highest now."""
    with transaction.atomic():
        locked = _lock(visit, *RUNNING)
        _require_helper(locked, actor)
        confirm_person(resident=resident, actor=actor, now=now)
        locked.resident = resident
        locked.state = VisitState.HANDLING
        _save(locked, now, "resident", "state")
        _note(locked, "visit.identify", actor, now)
    return locked


def attach_mandate(*, visit: Visit, mandate: Mandate, actor: Actor, now: datetime) -> Visit:
    """The mandate recorded at the door belongs to this visit."""
    with transaction.atomic():
        locked = _lock(visit, VisitState.HANDLING)
        _require_helper(locked, actor)
        if mandate.principal_id != locked.resident_id or mandate.agent_id != actor.user_id:
            raise Refused([Reason("mandate", _("This mandate is for other people."), "民法典 第165条")])
        locked.mandate = mandate
        _save(locked, now, "mandate")
        _note(locked, "visit.mandate", actor, now)
    return locked


def attach_application(*, visit: Visit, application: Application, actor: Actor, now: datetime) -> Visit:
    with transaction.atomic():
        locked = _lock(visit, VisitState.HANDLING)
        _require_helper(locked, actor)
        locked.application = application
        _save(locked, now, "application")
        _note(locked, "visit.application", actor, now)
    return locked


def finish_visit(*, visit: Visit, actor: Actor, now: datetime) -> Visit:
    """The result was brought and signed for."""
    with transaction.atomic():
        locked = _lock(visit, VisitState.HANDLING)
        _require_helper(locked, actor)
        locked.state = VisitState.DELIVERED
        _save(locked, now, "state")
        _note(locked, "visit.deliver", actor, now)
    return locked


def stop_visit(*, visit: Visit, reason: str, actor: Actor, now: datetime) -> Visit:
    """中止: no longer wanted, or nobody there; with the reason."""
    if not reason.strip():
        raise Refused([Reason("reason", _("Say why the visit does not take place."))])
    with transaction.atomic():
        locked = _lock(visit, *RUNNING)
        _require_party(locked, actor)
        locked.state, locked.stop_reason = VisitState.STOPPED, reason.strip()[:200]
        _save(locked, now, "state", "stop_reason")
        _note(locked, "visit.stop", actor, now)
        tell_asker(
            visit=locked,
            title=_("Your visit was stopped"),
            body=_("The visit to %(person)s does not take place: %(reason)s"),
            actor=actor,
            now=now,
        )
    return locked


def _require_sense(name: str, phone: str, address: str, wished_on: date | None, now: datetime) -> None:
    problems = [
        Reason(code, str(problem))
        for code, problem in (("name", name_problem(name)), ("phone", phone_problem(phone)))
        if problem
    ]
    if not address.strip():
        problems.append(Reason("address", _("Say where the visit is to be made.")))
    if wished_on is not None and wished_on < timezone.localdate(now):
        problems.append(Reason("wished_on", _("Choose today or a later day for the visit.")))
    if problems:
        raise Refused(problems)


def _lock(visit: Visit, *states: VisitState) -> Visit:
    locked = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if locked.state not in states:
        label = VisitState(locked.state).label
        raise Refused([Reason("state", _("The visit is now “%(state)s”; this is not possible.") % {"state": label})])
    return locked


def _require_helper(visit: Visit, actor: Actor) -> None:
    if visit.helper_id != actor.user_id:
        raise Refused([Reason("helper", _("This visit is assigned to somebody else."))])


def _require_party(visit: Visit, actor: Actor) -> None:
    """Who asked, the person herself, her helper, or a window may call a visit off."""
    herself = actor.resident_id is not None and actor.resident_id == visit.resident_id
    asked = actor.user_id is not None and actor.user_id in (visit.requested_by_id, visit.helper_id)
    if not (herself or asked or actor.has_role(Role.WINDOW_CLERK)):
        raise Refused([Reason("party", _("Only those whom the visit concerns can stop it."))])


def tell_asker(*, visit: Visit, title: str, body: str, actor: Actor, now: datetime) -> None:
    """A message to who asked and to the person visited, except to who acts; `body` may use %(helper)s, %(person)s,
    %(day)s and %(reason)s."""
    values = {
        "helper": visit.helper.display_name if visit.helper else str(visit.point),
        "person": visit.person_name,
        "day": format_day(visit.visit_on),
        "reason": visit.stop_reason,
    }
    concerned = Q(user_id=visit.requested_by_id) if visit.requested_by_id else Q(pk=None)
    if visit.resident_id:
        concerned |= Q(pk=visit.resident_id)
    link = reverse("door:mine")
    for resident in Resident.objects.filter(concerned).exclude(pk=actor.resident_id or 0).order_by("pk"):
        send_message(resident=resident, title=title, body=body % values, link=link, now=now)


def _save(visit: Visit, now: datetime, *fields: str) -> None:
    visit.updated_at = now
    visit.save(update_fields=["updated_at", *fields])


def _note(visit: Visit, action: str, actor: Actor, now: datetime) -> None:
    append_audit(
        action=action,
        user_id=actor.user_id,
        user_name=actor.name,
        subject=visit,
        data={"state": visit.state},
        now=now,
    )
