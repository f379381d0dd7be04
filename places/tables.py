"""Columns of the back-office lists of places."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, TitleColumn

from core.text import format_day


class YesNoColumn(Column):
    """A truth in a word, so that it can be read, printed and heard."""

    def get_value(self, instance: Any) -> str:
        return _("Yes") if super().get_value(instance) else _("No")


class DayColumn(TitleColumn):
    """A date with its weekday: what a calendar is read for."""

    def get_value(self, instance: Any) -> str:
        return format_day(instance.day)


class JurisdictionColumn(Column):
    """The nation by name, any other layer by its region code."""

    def get_value(self, instance: Any) -> str:
        return instance.jurisdiction or _("The whole country")
