from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = _("Cases")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cases.actions import ACTIONS
        from cases.enums import FINAL
        from cases.models import Case
        from core.actions import register_actions
        from flow.machine import describe, register

        register_actions(ACTIONS)
        register(describe(Case, final=FINAL))
