from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .regions import Region


class UnitKind(models.TextChoices):
    GOVERNMENT = "government", _("County government")
    DEPARTMENT = "department", _("County department")
    TOWN = "town", _("Town government or street office")
    CENTER = "center", _("Service centre")
    VILLAGE = "village", _("Village or community committee")


class Unit(models.Model):
    """An organisation that takes in, reviews or decides. `short_name` begins its document numbers."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    short_name = models.CharField(_("short name in document numbers"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=UnitKind.choices)
    region = models.ForeignKey(Region, models.PROTECT, related_name="units", verbose_name=_("region"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("superior unit")
    )
    credit_code = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    address = models.CharField(pgettext_lazy("office", "address"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["kind", "name"]
        indexes = [models.Index(fields=["kind", "region"])]

    def __str__(self) -> str:
        return self.name
