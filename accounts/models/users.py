from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A login. What its owner is follows from the resident record or the staff posts that point here."""

    first_name = None  # type: ignore[assignment]  # Django's way of leaving a field out
    last_name = None  # type: ignore[assignment]  # Django's way of leaving a field out
    display_name = models.CharField(_("name of the person"), max_length=50)

    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = _("login")
        verbose_name_plural = _("logins")
        ordering = ["username"]

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name


class StaffLoginManager(UserManager["StaffUser"]):
    use_in_migrations = False

    def get_queryset(self) -> models.QuerySet["StaffUser"]:
        return super().get_queryset().filter(resident=None)


class StaffUser(User):
    """The logins that the system administrator manages: all but those of residents."""

    objects = StaffLoginManager()

    class Meta:
        proxy = True
        verbose_name = _("staff login")
        verbose_name_plural = _("staff logins")
        ordering = ["username"]
