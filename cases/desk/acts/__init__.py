"""Every act of the case page, in the order in which it shows them."""

from __future__ import annotations

from collections.abc import Mapping

from cases.desk.acts import decision, ending, fees, hand_overs, hearings, intake, publicity, review, special
from cases.desk.acts.base import Act

__all__ = ["ACTS", "Act"]

_MODULES = (intake, review, publicity, decision, special, hearings, fees, hand_overs, ending)
# What is done now and then stands behind what is done every day: the first act is open when the page comes.
_RARE = ("send_back",)
_ALL = [act for module in _MODULES for act in module.ACTS]
ACTS: Mapping[str, Act] = {act.verb: act for act in sorted(_ALL, key=lambda act: act.verb in _RARE)}
