from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class FlowConfig(AppConfig):
    name = "flow"
    verbose_name = _("Flow")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .checks import check_machines

        register(check_machines)
