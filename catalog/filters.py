import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from catalog.choices import TaskType
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from places.models import Unit


def departments(request: object) -> QuerySet[Unit]:
    """Units that have items."""
    return Unit.objects.filter(items__isnull=False).distinct().order_by("name")


class ItemFilterSet(WagtailFilterSet):
    department = django_filters.ModelChoiceFilter(label=_("department"), queryset=departments)
    state = django_filters.ChoiceFilter(label=_("state of the item"), choices=ItemState.choices)
    task_type = django_filters.ChoiceFilter(label=_("type of item"), choices=TaskType.choices)

    class Meta:
        model = ServiceItem
        fields = ["department", "state", "task_type"]
