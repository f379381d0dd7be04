"""What kinds, facets and their values are called on the page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.enums import CertificateState, Channel, Status

KINDS: dict[str, str | Promise] = {
    "guide": gettext_lazy("Guide"),
    "one_thing": gettext_lazy("One thing"),
    "page": gettext_lazy("Information"),
    "policy": gettext_lazy("Policy"),
    "news": gettext_lazy("News"),
    "point": gettext_lazy("Service point"),
    "item": gettext_lazy("Service item"),
    "case": gettext_lazy("Case"),
    "certificate": gettext_lazy("Issued certificate"),
}
FACETS: dict[str, str | Promise] = {
    "kind": gettext_lazy("Kind"),
    "item": gettext_lazy("Service item"),
    "state": gettext_lazy("State"),
    "unit": gettext_lazy("Department"),
    "town": gettext_lazy("Town or street"),
    "channel": gettext_lazy("Channel"),
    "month": gettext_lazy("Month"),
}
CASE_STATES: dict[str, str | Promise] = dict(Status.choices)
CERTIFICATE_STATES: dict[str, str | Promise] = dict(CertificateState.choices)


def state_label(kind: str, value: str) -> str:
    """The state of a hit in the word its own pages use; a case and a certificate may share the value and not the word."""
    return str((CERTIFICATE_STATES if kind == "certificate" else CASE_STATES).get(value, ""))


def _state_of_any(value: str) -> str:
    """A facet counts cases and certificates together: both words where they differ."""
    found = (str(table[value]) for table in (CASE_STATES, CERTIFICATE_STATES) if value in table)
    return "、".join(dict.fromkeys(found)) or value


def value_label(facet: str, value: str) -> str:
    """A facet value in words; units, towns and items are stored by their names."""
    if facet == "month":
        year, _dash, month = value.partition("-")
        return _("%(year)s-%(month)s") % {"year": year, "month": int(month)} if month.isdigit() else value
    if facet == "state":
        return _state_of_any(value)
    tables: dict[str, dict[str, str | Promise]] = {"kind": KINDS, "channel": dict(Channel.choices)}
    return str(tables.get(facet, {}).get(value, value))
