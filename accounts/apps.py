from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in
        from django.db.models.signals import post_migrate
        from wagtail.permissions import register_permission_policy

        from accounts import receivers
        from accounts.models import StaffUser

        # Without its own entry the proxy would be asked for the rights on all logins, residents' included.
        register_permission_policy(StaffUser, exact_class=True)

        # Permissions are made by a receiver of the same signal, app by app: behind the last app all are there.
        last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
        post_migrate.connect(receivers.make_groups, sender=last, dispatch_uid="accounts.groups")
        user_logged_in.connect(receivers.follow_posts, dispatch_uid="accounts.follow_posts")
