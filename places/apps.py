from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "places"
    verbose_name = _("Places")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core.actions import register_actions

        from .audit_names import ACTIONS
        from .models import CalendarDay
        from .receivers import follow_day, seed_empty_calendar

        register_actions(ACTIONS)
        post_migrate.connect(seed_empty_calendar, sender=self)
        post_save.connect(follow_day, sender=CalendarDay, dispatch_uid="places.saved_day")
        post_delete.connect(follow_day, sender=CalendarDay, dispatch_uid="places.deleted_day")
