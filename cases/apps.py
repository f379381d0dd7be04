from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = _("Cases")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cases.actions import ACTIONS
        from cases.enums import CERTIFICATE_FINAL, FINAL
        from cases.models import Case, Certificate
        from cases.queries.recomputations import recomputations
        from cases.receivers import recompute_when_days_changed
        from cases.rules.verbs import VERBS
        from core.actions import register_actions
        from flow.machine import describe, register
        from places.follow_ups import register_follow_ups
        from places.signals import calendar_changed

        register_follow_ups("cases.recompute", recomputations)
        calendar_changed.connect(recompute_when_days_changed, dispatch_uid="cases.recompute")
        register_actions(ACTIONS)
        register(describe(Case, final=FINAL, deeds=[verb.deed for verb in VERBS.values()]))
        register(describe(Certificate, final=CERTIFICATE_FINAL, field="state"))
