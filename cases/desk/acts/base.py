"""One button of the case page: the verb it calls, the form that asks what the verb needs, what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.actors import Actor
from cases.desk.forms import ActForm, PlainForm
from cases.models import Case


def nothing(case: Case, actor: Actor) -> dict[str, Any]:
    return {}


def always(case: Case) -> bool:
    return True


@dataclass(frozen=True)
class Act:
    """`given` adds what the conditions look at before the form is filled in; `goes_on` offers the next case after it.

    `applies`: whether it has to do with this case at all; what has not is not even shown as impossible. `group` is the
    key of the part of the page that gathers acts of one matter ('' for the main ones).
    """

    verb: str
    call: Callable[..., Any]
    message: Any
    form: type[ActForm] = PlainForm
    given: Callable[[Case, Actor], dict[str, Any]] = nothing
    serious: bool = False
    goes_on: bool = False
    applies: Callable[[Case], bool] = always
    group: str = ""
