from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from places.models import Unit

from .facts import AccessFacts, HelpFacts, IdentityFacts, TimeFacts


class ItemState(models.TextChoices):
    """事项状态 domain.md §12.10."""

    IN_USE = "1", _("In use")
    PAUSED = "2", _("Paused")
    CANCELLED = "3", _("Abolished")


class ServiceItem(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    IdentityFacts,
    AccessFacts,
    TimeFacts,
    HelpFacts,
    ClusterableModel,
):
    """政务服务事项: what editors work on. Everything the public and the cases read is a frozen ItemVersion."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    department = models.ForeignKey(Unit, models.PROTECT, related_name="items", verbose_name=_("department"))
    state = models.CharField(_("state of the item"), max_length=1, choices=ItemState.choices, default=ItemState.IN_USE)
    current_version = models.OneToOneField(
        "catalog.ItemVersion", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("version in use")
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="service_item", for_concrete_model=False)
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service_item",
        for_concrete_model=False,
    )

    class Meta:
        verbose_name = _("service item")
        verbose_name_plural = _("service items")
        ordering = ["department", "key"]

    def __str__(self) -> str:
        return self.name

    @property
    def revisions(self) -> Any:
        return self._revisions

    def with_content_json(self, content: dict[str, Any]) -> ServiceItem:
        """A draft never carries the version in use or the state of the item: those belong to the live row."""
        draft: ServiceItem = super().with_content_json(content)
        draft.current_version_id = self.current_version_id
        draft.state = self.state
        return draft

    def publish(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail's own way of publishing would pass by the gate: `catalog.domain.publish` is the only way."""
        raise PermissionDenied("Items are published by catalog.domain.publish.publish_item")

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "catalog/guide_preview.html"
