"""What has to be over before a case is decided (domain.md §3.3 T14, T15)."""

from __future__ import annotations

from cases.rules.hearings import HEARING_OBSERVED, PARTIES_HEARD
from cases.rules.publicity import PUBLICITY_CLEAR
from cases.rules.special import NO_OPEN_SUSPENSION
from cases.rules.stages import STAGES_DONE, STAGES_PASSED

READY_TO_DECIDE = (STAGES_DONE, PUBLICITY_CLEAR, PARTIES_HEARD, HEARING_OBSERVED, NO_OPEN_SUSPENSION)
READY_TO_GRANT = (*READY_TO_DECIDE, STAGES_PASSED)
