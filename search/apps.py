from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from search import receivers  # noqa: F401 - connects itself
        from search.documents import register
        from search.documents.cases import CaseSource, CertificateSource
        from search.documents.items import ItemSource
        from search.documents.pages import GuideSource, NewsSource, OneThingSource, PolicySource, TextSource
        from search.documents.points import PointSource

        public = (GuideSource(), OneThingSource(), PointSource(), PolicySource(), NewsSource(), TextSource())
        for source in (*public, ItemSource(), CaseSource(), CertificateSource()):
            register(source)
        post_migrate.connect(seed_after_migrate, sender=self)
        # Permissions are made by a receiver of the same signal, app by app: behind the last app all are there.
        last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
        post_migrate.connect(open_synonyms, sender=last, dispatch_uid="search.open_synonyms")


def seed_after_migrate(sender: AppConfig, **kwargs: Any) -> None:
    """An empty table of synonyms begins with ours."""
    from search.vocabulary import seed_synonyms

    if kwargs.get("using") == "default":
        seed_synonyms()


def open_synonyms(sender: AppConfig, **kwargs: Any) -> None:
    """Editors and publishers of the pages keep the synonyms: they answer for what is found."""
    from django.contrib.auth.models import Group, Permission

    from accounts.groups import EDITORS, PUBLISHERS

    kept = Permission.objects.filter(content_type__app_label="search", content_type__model="synonym")
    for name in (EDITORS, PUBLISHERS):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*kept)
