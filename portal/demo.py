"""The demo county as a whole: whether it may be built here, and in which order its rooms build it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from accounts.demo import build_people
from accounts.models import Resident, User
from cases.demo.build import build_cases
from cases.demo.papers import draw_show_papers
from catalog.demo import build_items
from core.errors import Reason, Refused
from home.demo import build_pages
from places.demo import build_places
from places.models import Region

# No region of the statistical code begins so: the invented county is its own marker.
DEMO_REGION = "9901"


def require_demo_allowed() -> None:
    """Refuse in a county in use: by settings, and by what the database holds."""
    if not settings.DEMO_ALLOWED:
        raise Refused(
            [Reason("settings", _("These settings are for a county in use; the demo county cannot be loaded."))]
        )
    foreign = Region.objects.exclude(code__startswith=DEMO_REGION).exists()
    ours = Region.objects.filter(code__startswith=DEMO_REGION).exists()
    inhabited = Resident.objects.exists() or User.objects.filter(is_superuser=False).exists()
    if foreign or (inhabited and not ours):
        raise Refused(
            [Reason("in_use", _("This database holds real places or people; the demo county is not loaded."))]
        )


def build_county(*, now: datetime) -> Iterator[tuple[str, Callable[[], object]]]:
    """The steps with their names, in order; each may be run again without harm."""
    yield _("Places, units, service points"), build_places
    yield _("Staff and residents"), lambda: build_people(now=now)
    yield _("Service items"), lambda: build_items(now=now)
    yield _("Pages"), lambda: build_pages(now=now)
    yield _("Applications and cases"), lambda: build_cases(now=now)
    yield _("Papers of the show cases"), lambda: draw_show_papers(now=now)
    yield _("Lights and dates"), lambda: call_command("tick", verbosity=0)
    yield _("Search index"), lambda: call_command("search_rebuild", verbosity=0)
