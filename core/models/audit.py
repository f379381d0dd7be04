from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.actions import action_label


class AuditEntry(models.Model):
    """One link of the audit chain: append-only, each hash covers the one before (design §7).

    `data` never holds a personal number, phone, address or free text of people in clear: ids, states, counts, blind
    indexes. Written by `core.domain.audit.append_audit` only.
    """

    append_only = True

    seq = models.PositiveBigIntegerField(_("number"), unique=True)
    action = models.CharField(_("action"), max_length=60, db_index=True)
    user_id = models.BigIntegerField(_("login"), null=True, db_index=True)
    user_name = models.CharField(_("who"), max_length=100)
    subject_type = models.CharField(_("kind of object"), max_length=60)
    subject_id = models.CharField(_("object"), max_length=40)
    data = models.JSONField(_("details"), default=dict)
    at = models.DateTimeField(_("at"))
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["seq"]
        indexes = [models.Index(fields=["subject_type", "subject_id"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"

    @property
    def label(self) -> str:
        return action_label(self.action)


class AuditHead(models.Model):
    """The end of the chain: one row, locked by whoever appends."""

    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = _("end of the audit chain")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return str(self.seq)
