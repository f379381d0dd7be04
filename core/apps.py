from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Core")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .actions import register_actions
        from .receivers import protect_append_only_tables

        register_actions({"job.give_up": _("Background job given up")})
        post_migrate.connect(protect_append_only_tables, dispatch_uid="core.append_only")
