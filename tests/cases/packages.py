"""A package of the project's own data, with its items in the departments that decide them."""

from __future__ import annotations

import yaml
from django.conf import settings

from catalog.models import OneThing, OneThingPart, ServiceItem
from tests.accounts.factories import UnitFactory
from tests.cases.factories import County, make_item


def make_package(county: County, key: str = "newborn", *, known: tuple[str, ...] = ()) -> OneThing:
    """Every item is decided by a department of its own; `known` are there already."""
    values = yaml.safe_load((settings.ROOT / f"catalog/data/one_things/{key}.yaml").read_text(encoding="utf-8"))
    facts = {name: value for name, value in values.items() if name not in ("lead", "parts")}
    one_thing = OneThing(**facts, lead=county.department)
    one_thing.parts = [
        OneThingPart(
            item=ServiceItem.objects.get(key=part["item"])
            if part["item"] in known
            else make_item(
                part["item"], department=UnitFactory(name=f"云溪县{key}{number}局", short_name=f"云{number}")
            ),
            required=part.get("required", True),
            when=part.get("when", ""),
            sort_order=number,
        )
        for number, part in enumerate(values["parts"])
    ]
    one_thing.save()
    return one_thing
