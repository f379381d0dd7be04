from typing import Any

from django.apps import AppConfig
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
        from search.documents.pages import GuideSource, NewsSource, PolicySource, TextSource
        from search.documents.points import PointSource

        public = (GuideSource(), PointSource(), PolicySource(), NewsSource(), TextSource())
        for source in (*public, ItemSource(), CaseSource(), CertificateSource()):
            register(source)
        post_migrate.connect(seed_after_migrate, sender=self)


def seed_after_migrate(sender: AppConfig, **kwargs: Any) -> None:
    """An empty table of synonyms begins with ours."""
    from search.vocabulary import seed_synonyms

    if kwargs.get("using") == "default":
        seed_synonyms()
