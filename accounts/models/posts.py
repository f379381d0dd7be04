from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from places.models import Region, ServicePoint, Unit


class Role(models.TextChoices):
    """Roles of domain.md §11. What a role may do is asked of the policies, never of this list."""

    WINDOW_CLERK = "window_clerk", _("Window clerk")
    STATION_HELPER = "station_helper", _("Station helper")
    REVIEWER = "reviewer", _("Reviewer")
    APPROVER = "approver", _("Approver")
    UNIT_HEAD = "unit_head", _("Unit head")
    GRID_WORKER = "grid_worker", _("Grid worker")
    DISPATCHER = "dispatcher", _("Dispatcher")
    HOTLINE_SEAT = "hotline_seat", _("Hotline seat")
    MEDIATOR = "mediator", _("Mediator")
    QUALITY_CHECKER = "quality_checker", _("Quality checker")
    ITEM_EDITOR = "item_editor", _("Item and page editor")
    ITEM_PUBLISHER = "item_publisher", _("Item and page publisher")
    SUPERVISOR = "supervisor", _("Supervisor")
    SYS_ADMIN = "sys_admin", _("System administrator")
    SEC_ADMIN = "sec_admin", _("Security administrator")
    AUDITOR = "auditor", _("Auditor")
    VOLUNTEER_MANAGER = "volunteer_manager", _("Volunteer manager")


class PostQuerySet(models.QuerySet["Post"]):
    def held_on(self, day: object) -> "PostQuerySet":
        """Posts in force on this date."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class Post(models.Model):
    """A dated assignment of a role in a unit; stationed staff also name the service point they work at."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name=_("unit"))
    point = models.ForeignKey(
        ServicePoint, models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("service point")
    )
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("area")
    )
    title = models.CharField(_("job title"), max_length=60, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("staff post")
        verbose_name_plural = _("staff posts")
        ordering = ["user", "valid_from", "id"]
        indexes = [models.Index(fields=["unit", "role"]), models.Index(fields=["role", "region"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="post_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.get_role_display()}"
