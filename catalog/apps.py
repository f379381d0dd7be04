from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = _("Service items")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accounts.item_names import provide_items
        from catalog.delegable import delegable_items

        provide_items(delegable_items)
