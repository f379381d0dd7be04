from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.content import ItemContent

from .items import ServiceItem

# By key and moment of publication: a publication that was rolled back gives its key to another one.
facts_read: dict[tuple[int, datetime], ItemContent] = {}


class ItemVersion(models.Model):
    """An immutable published snapshot of a service item. Cases point here and keep the version they began under.

    `content` is the JSON of `catalog.content.ItemContent`. A version is superseded by the next number; the row itself
    never changes, and the database refuses to change it.
    """

    append_only = True

    item = models.ForeignKey(ServiceItem, models.PROTECT, related_name="versions", verbose_name=_("service item"))
    number = models.PositiveIntegerField(_("version"))
    name = models.CharField(_("name"), max_length=200)
    content = models.JSONField(_("content"))
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("edited by")
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("published by")
    )
    published_at = models.DateTimeField(_("published at"))

    class Meta:
        verbose_name = _("item version")
        verbose_name_plural = _("item versions")
        ordering = ["item", "-number"]
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="item_version_number_once")]

    def __str__(self) -> str:
        return f"{self.name} v{self.number}"

    @cached_property
    def facts(self) -> ItemContent:
        """The content as typed values; read once per process, so a query may well leave `content` out."""
        if self.pk is None:
            return ItemContent.from_json(self.content)
        key = (self.pk, self.published_at)
        known = facts_read.get(key)
        if known is None:
            known = facts_read[key] = ItemContent.from_json(self.content)
        return known
