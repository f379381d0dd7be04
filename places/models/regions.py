from django.db import models
from django.utils.translation import gettext_lazy as _


class RegionLevel(models.TextChoices):
    COUNTY = "county", _("County")
    TOWN = "town", _("Town or street")
    VILLAGE = "village", _("Village or community")


class Region(models.Model):
    """A place of the statistical region code: 12 digits (6 county, 3 town, 3 village)."""

    code = models.CharField(_("region code"), max_length=12, unique=True)
    name = models.CharField(_("name"), max_length=60)
    level = models.CharField(_("level"), max_length=10, choices=RegionLevel.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]
        indexes = [models.Index(fields=["level", "code"])]

    def __str__(self) -> str:
        return self.name

    @property
    def town(self) -> "Region | None":
        """The town this region is or lies in; None for the county itself."""
        if self.level == RegionLevel.VILLAGE:
            return self.parent
        return self if self.level == RegionLevel.TOWN else None

    @property
    def full_name(self) -> str:
        """From the town down, as written in an address: 青石镇柳树村."""
        return f"{self.parent.name}{self.name}" if self.level == RegionLevel.VILLAGE and self.parent else self.name

    def address(self, written: str) -> str:
        """An address in this place from the town down. Many people write town or village once more at its beginning."""
        rest = written.removeprefix(self.full_name).removeprefix(self.name)
        return f"{self.full_name}{rest}"
