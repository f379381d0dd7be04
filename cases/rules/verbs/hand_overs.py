"""Papers travel from the window that took them in to the unit that decides; competence and clocks stay."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from cases.enums import ENDED
from cases.enums import Status as S
from cases.rules import hand_overs, state
from cases.rules.verbs.base import DECIDERS, REVIEWERS, Verb

WITH_A_FILE = state.in_state(*(s for s in S if s not in (S.DRAFT, S.ARCHIVED, *ENDED)))

VERBS = (
    Verb(
        "hand_over_papers",
        _("Hand the papers over"),
        (WITH_A_FILE, hand_overs.ELSEWHERE, hand_overs.BY_WINDOW, hand_overs.NONE_OPEN, hand_overs.SOMETHING_THERE),
        may=(Role.WINDOW_CLERK,),
    ),
    Verb(
        "receive_papers",
        _("Sign for the papers"),
        (WITH_A_FILE, hand_overs.ELSEWHERE, hand_overs.BY_RECEIVER, hand_overs.ONE_OPEN),
        may=(Role.WINDOW_CLERK, *REVIEWERS, *DECIDERS),
    ),
)
