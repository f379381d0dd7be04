"""The base of every record's history: append-only rows from which the record's life can be told again."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor


class EventBase(models.Model):
    """One thing that happened to a record. UPDATE and DELETE are refused by the database (`append_only`).

    `verb` is a dotted name, frozen for ever ('case.accept'). Who acted is kept as it was at that moment; the user
    link may stay empty (the system). `on_behalf_of` is the principal's name when an agent acted under a mandate.
    """

    append_only = True

    verb = models.CharField(_("act"), max_length=60)
    state_from = models.CharField(_("state before"), max_length=50, blank=True)
    state_to = models.CharField(_("state after"), max_length=50, blank=True)
    at = models.DateTimeField(_("at"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    actor_name = models.CharField(_("acted by"), max_length=100)
    actor_role = models.CharField(_("acted as"), max_length=40, blank=True)
    unit_name = models.CharField(_("unit"), max_length=100, blank=True)
    on_behalf_of = models.CharField(_("on behalf of"), max_length=100, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)
    data = models.JSONField(_("details"), default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"


def who(actor: Actor) -> dict[str, Any]:
    """The event fields that say who acted: user_id, actor_name, actor_role, unit_name."""
    return {
        "user_id": actor.user_id,
        "actor_name": actor.name,
        "actor_role": actor.role,
        "unit_name": actor.post.unit_name if actor.post else "",
    }
