from django.db import models
from django.utils.translation import gettext_lazy as _

from places.models import Unit


class ItemState(models.TextChoices):
    """事项状态 domain.md §12.10."""

    IN_USE = "1", _("In use")
    PAUSED = "2", _("Paused")
    CANCELLED = "3", _("Cancelled")


class ServiceItem(models.Model):
    """政务服务事项: what editors work on. Everything the public and the cases read is a frozen ItemVersion."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    department = models.ForeignKey(Unit, models.PROTECT, related_name="items", verbose_name=_("department"))
    state = models.CharField(_("state of the item"), max_length=1, choices=ItemState.choices, default=ItemState.IN_USE)
    current_version = models.OneToOneField(
        "catalog.ItemVersion", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("version in use")
    )

    class Meta:
        verbose_name = _("service item")
        verbose_name_plural = _("service items")
        ordering = ["department", "key"]

    def __str__(self) -> str:
        return self.name
