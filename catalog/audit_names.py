"""The words for this room's entries in the audit chain."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "item.publish": _("Item version published"),
    "item.pause": _("Item paused"),
    "item.resume": _("Item resumed"),
    "item.cancel": _("Item cancelled"),
    "one_thing.create": _("One-thing package made"),
    "one_thing.change": _("One-thing package changed"),
}
