"""Staff of the demo county: every role of domain.md §11, the named logins of the print-out, helpers of 40 villages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts import groups
from accounts.data.demo_people import (
    AUTHORITY,
    COUNTY_CODE,
    PASSWORD,
    SHOW_DEPARTMENT,
    SHOW_TOWN_CODE,
    SHOW_VILLAGE_CODE,
)
from accounts.data.invented_names import invented_name
from accounts.models import Post, Role, User
from places.models import Region, ServicePoint, Unit
from places.models.points import PointKind
from places.models.units import UnitKind

SINCE = date(2025, 1, 1)
SEED = 1100
HELPER_VILLAGES = 40
# Who shows the switch of posts.
SECOND_POSTS = {"approver": Role.UNIT_HEAD}


@dataclass(frozen=True)
class Seat:
    """One login with one post."""

    username: str
    role: Role
    unit: Unit
    point: ServicePoint | None = None
    region: Region | None = None


def build_staff(*, now: datetime) -> None:
    seats = list(_seats())
    random, hashed = Random(SEED), make_password(PASSWORD)
    names = [invented_name(random, woman=n % 2 == 0, birth_year=1975 + n % 20) for n in range(len(seats))]
    known = set(User.objects.filter(username__in=[seat.username for seat in seats]).values_list("username", flat=True))
    User.objects.bulk_create(
        [
            User(username=seat.username, display_name=name, password=hashed, is_staff=True, date_joined=now)
            for seat, name in zip(seats, names, strict=True)
            if seat.username not in known
        ]
    )
    new = [seat for seat in seats if seat.username not in known]
    new += [
        Seat(seat.username, SECOND_POSTS[seat.username], seat.unit) for seat in new if seat.username in SECOND_POSTS
    ]
    users = {user.username: user for user in User.objects.filter(username__in=[seat.username for seat in new])}
    Post.objects.bulk_create(
        [
            Post(
                user=users[seat.username], role=seat.role, unit=seat.unit, point=seat.point, region=seat.region,
                valid_from=SINCE,
            )
            for seat in new
        ]
    )  # fmt: skip
    _join_groups(new, users)


def _join_groups(seats: list[Seat], users: dict[str, User]) -> None:
    made = {group.name: group for group in Group.objects.filter(name__in=groups.ALL)}
    through = User.groups.through
    through.objects.bulk_create(
        [
            through(user_id=users[seat.username].pk, group_id=made[name].pk)
            for seat in seats
            for name in sorted(groups.groups_of([seat.role]))
        ],
        ignore_conflicts=True,
    )


def _seats() -> list[Seat]:
    town_centers = ServicePoint.objects.filter(kind=PointKind.TOWN_CENTER).select_related("region")
    centers = {center.region.code: center for center in town_centers}
    hall = ServicePoint.objects.get(kind=PointKind.COUNTY_HALL, region__code=COUNTY_CODE)
    towns = Unit.objects.filter(kind=UnitKind.TOWN, region__code__startswith=COUNTY_CODE).select_related("region")
    departments = Unit.objects.filter(kind=UnitKind.DEPARTMENT, region__code=COUNTY_CODE).order_by("pk")
    seats = [seat for unit in towns.order_by("region__code") for seat in _of_town(unit, centers[unit.region.code])]
    for number, unit in enumerate(departments, start=1):
        seats += _of_department(unit, number)
    authority = next(unit for unit in departments if unit.name == AUTHORITY)
    # Behind all others, so that their invented names stay: the second person for the calendar, and the head of the government,
    # who alone lengthens the term of a joint procedure (行政许可法 Art. 42).
    government = Unit.objects.get(kind=UnitKind.GOVERNMENT, region__code=COUNTY_CODE)
    late = [Seat("admin2", Role.SYS_ADMIN, authority), Seat("head.county", Role.UNIT_HEAD, government)]
    return [*seats, *_of_county(authority, hall), *_helpers(), *late]


def _of_town(unit: Unit, center: ServicePoint) -> list[Seat]:
    """Two clerks, reviewer, approver and head; in the show town with the short names of the print-out."""
    show = unit.region.code == SHOW_TOWN_CODE
    number = int(unit.region.code[6:9])
    first = {"clerk": "clerk", "reviewer": "reviewer", "approver": "approver"} if show else {}

    def name(kind: str) -> str:
        return first.get(kind, f"{kind}.t{number}")

    return [
        Seat(name("clerk"), Role.WINDOW_CLERK, unit, center),
        Seat(f"clerk.t{number}b", Role.WINDOW_CLERK, unit, center),
        Seat(name("reviewer"), Role.REVIEWER, unit),
        Seat(name("approver"), Role.APPROVER, unit),
        Seat(f"head.t{number}", Role.UNIT_HEAD, unit),
        Seat(f"mediator.t{number}", Role.MEDIATOR, unit),
    ]


def _of_department(unit: Unit, number: int) -> list[Seat]:
    show = unit.name == SHOW_DEPARTMENT
    return [
        Seat("reviewer2" if show else f"reviewer.d{number}", Role.REVIEWER, unit),
        Seat("approver2" if show else f"approver.d{number}", Role.APPROVER, unit),
        Seat(f"head.d{number}", Role.UNIT_HEAD, unit),
    ]


def _of_county(unit: Unit, hall: ServicePoint) -> list[Seat]:
    roles = {
        "editor": Role.ITEM_EDITOR,
        "publisher": Role.ITEM_PUBLISHER,
        "supervisor": Role.SUPERVISOR,
        "admin": Role.SYS_ADMIN,
        "security": Role.SEC_ADMIN,
        "auditor": Role.AUDITOR,
        "dispatcher": Role.DISPATCHER,
        "hotline": Role.HOTLINE_SEAT,
        "checker": Role.QUALITY_CHECKER,
    }
    clerks = [Seat(f"clerk.hall{n}", Role.WINDOW_CLERK, unit, hall) for n in range(1, 5)]
    return [*(Seat(name, role, unit) for name, role in roles.items()), *clerks]


def _helpers() -> list[Seat]:
    """The show village first, then villages spread over the county; one grid worker and volunteer manager for show."""
    stations = list(
        ServicePoint.objects.filter(kind=PointKind.VILLAGE_STATION, region__code__startswith=COUNTY_CODE)
        .select_related("unit", "region")
        .order_by("region__code")
    )
    show = next(station for station in stations if station.region.code == SHOW_VILLAGE_CODE)
    rest = [station for station in stations if station is not show]
    step = max(1, len(rest) // (HELPER_VILLAGES - 1))
    chosen = [show, *rest[::step][: HELPER_VILLAGES - 1]]
    seats = [
        Seat("helper" if n == 0 else f"helper.{n}", Role.STATION_HELPER, station.unit, station, station.region)
        for n, station in enumerate(chosen)
    ]
    return [
        *seats,
        Seat("grid", Role.GRID_WORKER, show.unit, show, show.region),
        Seat("volunteers", Role.VOLUNTEER_MANAGER, show.unit, show, show.region),
    ]
