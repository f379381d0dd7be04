"""Back-office forms of places. They check what one form can see; rules live in `places.domain`."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.identifiers import uscc_problem

from .models import CalendarDay, Region, ServicePoint, Unit, Window
from .models.points import PointKind
from .models.regions import RegionLevel

CODE_LENGTHS = {RegionLevel.COUNTY: 6, RegionLevel.TOWN: 9, RegionLevel.VILLAGE: 12}


class RegionChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Regions with their town in front, so that two villages of one name can be told apart."""

    def label_from_instance(self, obj: Region) -> str:
        return f"{obj.full_name} ({obj.code})"


def _regions(*levels: RegionLevel) -> QuerySet[Region]:
    return Region.objects.filter(level__in=levels or RegionLevel.values).select_related("parent").order_by("code")


class RegionForm(WagtailAdminModelForm):
    parent = RegionChoiceField(
        label=_("belongs to"), queryset=_regions(RegionLevel.COUNTY, RegionLevel.TOWN), required=False
    )

    class Meta:
        model = Region
        fields = ["level", "code", "name", "parent"]

    def clean(self) -> dict[str, Any]:
        """A code has the length of its level and begins with the code of the region it belongs to."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        level, code, parent = data.get("level"), data.get("code", ""), data.get("parent")
        length = CODE_LENGTHS.get(RegionLevel(level)) if level else None
        if length and code and (len(code) != length or not code.isdecimal()):
            self.add_error("code", _("The code of this level has %(length)d digits.") % {"length": length})
        elif code and parent and not code.startswith(parent.code):
            self.add_error("code", _("The code must begin with %(code)s.") % {"code": parent.code})
        if level and level != RegionLevel.COUNTY and not parent:
            self.add_error("parent", _("Choose the region it belongs to."))
        return data


class UnitForm(WagtailAdminModelForm):
    region = RegionChoiceField(label=_("region"), queryset=_regions())

    class Meta:
        model = Unit
        fields = ["name", "short_name", "kind", "region", "parent", "credit_code", "phone", "address"]

    def clean_credit_code(self) -> str:
        code: str = self.cleaned_data["credit_code"].strip().upper()
        if code and (problem := uscc_problem(code)):
            raise forms.ValidationError(str(problem))
        return code


class ServicePointForm(WagtailAdminModelForm):
    region = RegionChoiceField(label=_("region"), queryset=_regions())

    class Meta:
        model = ServicePoint
        fields = [
            "name", "kind", "unit", "region", "address", "hours", "phone", "latitude", "longitude", "facilities",
            "is_open",
        ]  # fmt: skip


class WindowForm(WagtailAdminModelForm):
    point = forms.ModelChoiceField(
        label=_("service point"), queryset=ServicePoint.objects.exclude(kind=PointKind.VILLAGE_STATION)
    )

    class Meta:
        model = Window
        fields = ["point", "number", "name", "is_comprehensive"]


class CalendarDayForm(WagtailAdminModelForm):
    """Only for the frame of the list: no page shows it."""

    class Meta:
        model = CalendarDay
        fields = ["day"]
