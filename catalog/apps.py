from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = _("Service items")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from accounts.item_names import provide_items
        from catalog import receivers
        from catalog.audit_names import ACTIONS
        from catalog.delegable import delegable_items
        from core.actions import register_actions

        register_actions(ACTIONS)
        provide_items(delegable_items)
        # Permissions are made by a receiver of the same signal, app by app: behind the last app all are there.
        last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
        post_migrate.connect(receivers.prepare_items, sender=last, dispatch_uid="catalog.items")
