"""Conditions that carry their reason, so that button, refusal and error message say the same sentence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.errors import Reason, Refused

C = TypeVar("C")


@dataclass(frozen=True)
class Condition(Generic[C]):
    """A rule before an act. `reason(ctx)` gives a sentence for people why it is not met, None when it is met.

    `code` is stable and dotted; `law` names the article in words ('行政许可法第32条'), '' where there is none.
    `override` are the roles that may set it aside once, with a reason on record; nobody where it is empty.
    `asked`: it looks at what the act is called with, so a button may be shown before it is met.
    """

    code: str
    law: str
    reason: Callable[[C], str | None]
    override: tuple[str, ...] = ()
    asked: bool = False


def unmet(conditions: Iterable[Condition[C]], ctx: C) -> list[Reason]:
    """Every condition that `ctx` does not meet, in the order given: a person hears all of them at once."""
    found = ((condition, condition.reason(ctx)) for condition in conditions)
    return [Reason(code=condition.code, text=str(text), law=condition.law) for condition, text in found if text]


def require(conditions: Iterable[Condition[C]], ctx: C) -> None:
    """Raise `Refused` with every unmet reason; return silently when there is none."""
    if reasons := unmet(conditions, ctx):
        raise Refused(reasons)
