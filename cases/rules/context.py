"""What every condition of a case verb looks at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from accounts.actors import Actor
from cases.models import Case
from flow.conditions import Condition


@dataclass(frozen=True)
class CaseContext:
    """`given` holds what the verb was called with (reasons, defects), by parameter name."""

    case: Case
    actor: Actor
    now: datetime
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)


CaseCondition = Condition[CaseContext]
