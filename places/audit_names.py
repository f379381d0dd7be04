"""What places write into the audit chain."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "calendar.propose": _("Calendar change proposed"),
    "calendar.put_in_force": _("Calendar change put in force"),
    "calendar.refuse": _("Calendar change not put in force"),
    "calendar.withdraw": _("Calendar change taken back"),
    "calendar.extend": _("Calendar extended by a provisional year"),
    "point.open": _("Service point opened"),
    "point.close": _("Service point closed"),
}
