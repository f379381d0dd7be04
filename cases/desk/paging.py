from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

COUNT_TO = 10_000


class LimitedPaginator(WagtailPaginator):
    """Counts to 10,000 and stops: nobody pages further, and a million rows are never counted."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[:COUNT_TO].count())

    @cached_property
    def items_count_label(self) -> str:
        if self.count >= COUNT_TO:
            return _("%(count)s cases or more") % {"count": COUNT_TO}
        return _("%(count)s cases") % {"count": self.count}


class RecordPaginator(LimitedPaginator):
    """For lists of other things than cases."""

    @cached_property
    def items_count_label(self) -> str:
        return _("%(count)s records") % {"count": self.count}
