"""How long limits and steps are beside each other. Units cannot be mixed blindly (R9), so this is for comparing only."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby

from catalog.content import Limit, Step

# The usual length of a unit in days of the calendar: five working days are a week.
DAYS = {
    "instant": Fraction(0),
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "working_day": Fraction(7, 5),
    "month": Fraction(30),
}


def length(limit: Limit) -> Fraction:
    return limit.n * DAYS[limit.unit]


def is_longer(one: Limit, other: Limit) -> bool:
    return one.n > other.n if one.unit == other.unit else length(one) > length(other)


def time_of(steps: Iterable[Step]) -> Fraction:
    """Days from the first to the last step; of steps that run side by side the longest counts."""
    return sum((max(length(step.limit or Limit(0)) for step in run) for run in runs_of(steps)), Fraction(0))


def runs_of(steps: Iterable[Step]) -> list[list[Step]]:
    """The steps in turn; neighbours with the same `parallel` word are one run (并联)."""
    runs: list[list[Step]] = []
    for word, found in groupby(steps, key=lambda step: step.parallel):
        several = list(found)
        runs += [several] if word else [[step] for step in several]
    return runs
