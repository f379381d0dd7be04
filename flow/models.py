from django.db import models
from django.utils.translation import gettext_lazy as _


class Series(models.Model):
    """The last number given out in one gapless series. Only `flow.numbers` writes it."""

    key = models.CharField(_("series"), max_length=120, unique=True)
    last = models.PositiveBigIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.key}: {self.last}"
