from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .regions import Region
from .units import Unit


class PointKind(models.TextChoices):
    COUNTY_HALL = "county_hall", _("County service hall")
    TOWN_CENTER = "town_center", _("Town service centre")
    VILLAGE_STATION = "village_station", _("Village service station")


class ServicePoint(models.Model):
    """A place where people are served. Opening hours are its own and say nothing about the legal calendar."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=PointKind.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="points", verbose_name=_("run by"))
    region = models.ForeignKey(Region, models.PROTECT, related_name="points", verbose_name=_("region"))
    address = models.CharField(pgettext_lazy("office", "address"), max_length=200)
    hours = models.CharField(_("opening hours"), max_length=200)
    phone = models.CharField(_("telephone"), max_length=30)
    latitude = models.DecimalField(_("latitude (CGCS2000)"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude (CGCS2000)"), max_digits=9, decimal_places=6, null=True, blank=True)
    facilities = models.CharField(_("facilities"), max_length=200, blank=True)
    is_open = models.BooleanField(_("in service"), default=True)

    class Meta:
        verbose_name = _("service point")
        verbose_name_plural = _("service points")
        ordering = ["kind", "region__code", "name"]
        indexes = [models.Index(fields=["kind", "region"])]

    def __str__(self) -> str:
        return self.name


class Window(models.Model):
    """A counter of a service point; a comprehensive window takes any item."""

    point = models.ForeignKey(ServicePoint, models.CASCADE, related_name="windows", verbose_name=_("service point"))
    number = models.CharField(_("window number"), max_length=10)
    name = models.CharField(_("name"), max_length=60)
    is_comprehensive = models.BooleanField(_("comprehensive window"), default=True)

    class Meta:
        verbose_name = _("window")
        verbose_name_plural = _("windows")
        ordering = ["point", "number"]
        constraints = [models.UniqueConstraint(fields=["point", "number"], name="window_number_once_per_point")]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
