"""Complete sets of invented data for each kind of paper: shown in the gallery, used by tests and benchmarks.

SAMPLES has one of each kind; LONG the same with much to say, for kinds that may run over several pages. The least a kind
needs is the sample cut down to what is required: `least(code)`.
"""

from __future__ import annotations

from typing import Any

from papers.catalogue import KINDS
from papers.samples import (
    assistance,
    consent,
    decisions,
    delivery,
    hearing,
    intake,
    later,
    mediation,
    mediation_file,
    promises,
    refusals,
    review,
    supervision,
)
from papers.samples.long import lengthened
from papers.samples.shared import VERIFY

__all__ = ["LONG", "SAMPLES", "VERIFY", "least"]

_FAMILIES = (
    *(intake, promises, refusals, review, hearing, decisions, later, delivery),
    *(assistance, supervision, mediation, mediation_file, consent),
)
SAMPLES: dict[str, dict[str, Any]] = {code: data for family in _FAMILIES for code, data in family.SAMPLES.items()}
LONG: dict[str, dict[str, Any]] = lengthened(SAMPLES)


def least(code: str) -> dict[str, Any]:
    """The sample of `code` with nothing but what the kind demands."""
    kind = KINDS[code]
    keys = (*kind.required, *(group[0] for group in kind.one_of))
    return {key: SAMPLES[code][key] for key in keys}
