from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.desk.acts.base import Act
from cases.desk.forms import ActForm, line
from cases.domain.hand_overs import hand_over_papers, receive_papers
from cases.rules.hand_overs import open_hand_over, taken_in_elsewhere

GROUP = "hand_over"


class HandOverPapersForm(ActForm):
    carried_by = line(_("Who carries them"), length=100)


class ReceivePapersForm(ActForm):
    """Shows the list that is signed for."""

    differences = line(_("What does not agree with the list"), length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = open_hand_over(self.case)
        if row is not None:
            listed = "、".join(f"{paper['name']} × {paper['copies']}" for paper in row.papers)
            self.fields["differences"].help_text = _("On the list: %(papers)s") % {"papers": listed}


_act = partial(Act, group=GROUP, applies=taken_in_elsewhere)
ACTS = (
    _act(
        "hand_over_papers",
        hand_over_papers,
        _("%(number)s: the papers are on their way; the receiver signs for them here."),
        HandOverPapersForm,
    ),
    _act(
        "receive_papers",
        receive_papers,
        _("%(number)s: the papers were signed for."),
        ReceivePapersForm,
    ),
)
