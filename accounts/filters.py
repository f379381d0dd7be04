import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from accounts.models import Post, Role, StaffUser
from places.models.units import UnitKind


class StaffFilterSet(WagtailFilterSet):
    role = django_filters.ChoiceFilter(label=_("role"), choices=Role.choices, field_name="posts__role", distinct=True)

    class Meta:
        model = StaffUser
        fields = ["is_active", "role"]


class PostFilterSet(WagtailFilterSet):
    role = django_filters.ChoiceFilter(label=_("role"), choices=Role.choices)
    kind = django_filters.ChoiceFilter(label=_("kind of unit"), choices=UnitKind.choices, field_name="unit__kind")

    class Meta:
        model = Post
        fields = ["role", "kind"]
