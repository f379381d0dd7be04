"""The bare moves of a case's state, T-numbers of domain.md §3.3. Only the verbs in `cases.domain` call them.

They do nothing but move the state: conditions, effects and events stand in the verb around them. The transitions of
the law issue (T3b, T7, T8, T11–T13, T16, T17, T19, T20) belong here too, each with its verb.
"""

from django.utils.translation import gettext_lazy as _
from django_fsm import transition

from cases.enums import Status
from flow.state import FreshStateMixin

S = Status
BEFORE_DECISION = [S.RECEIVED, S.CORRECTION_REQUIRED, S.ACCEPTED, S.REVIEWING]


class CaseTransitions(FreshStateMixin):
    @transition("status", source=S.DRAFT, target=S.RECEIVED, custom={"label": _("Submit"), "t": "T1"})
    def _submit(self) -> None: ...

    @transition(
        "status",
        source=[S.RECEIVED, S.CORRECTION_REQUIRED],
        target=S.ACCEPTED,
        custom={"label": _("Accept"), "t": "T2"},
    )
    def _accept(self) -> None: ...

    @transition(
        "status",
        source=S.RECEIVED,
        target=S.CORRECTION_REQUIRED,
        custom={"label": _("Request correction"), "t": "T3"},
    )
    def _request_correction(self) -> None: ...

    @transition(
        "status", source=S.RECEIVED, target=S.NOT_REQUIRED, custom={"label": _("No handling required"), "t": "T5"}
    )
    def _inform_not_required(self) -> None: ...

    @transition("status", source=S.RECEIVED, target=S.NOT_ACCEPTED, custom={"label": _("Refuse intake"), "t": "T6"})
    def _refuse_intake(self) -> None: ...

    @transition("status", source=BEFORE_DECISION, target=S.WITHDRAWN, custom={"label": _("Withdraw"), "t": "T9"})
    def _withdraw(self) -> None: ...

    @transition("status", source=S.ACCEPTED, target=S.REVIEWING, custom={"label": _("Start review"), "t": "T10"})
    def _start_review(self) -> None: ...

    @transition("status", source=S.REVIEWING, target=S.GRANTED, custom={"label": _("Grant"), "t": "T14"})
    def _grant(self) -> None: ...

    @transition("status", source=S.REVIEWING, target=S.DENIED, custom={"label": _("Deny"), "t": "T15"})
    def _deny(self) -> None: ...

    @transition("status", source=[S.GRANTED, S.DENIED], target=S.DELIVERING, custom={"label": _("Deliver"), "t": "T18"})
    def _deliver(self) -> None: ...

    @transition("status", source=S.DELIVERING, target=S.CLOSED, custom={"label": _("Confirm delivery"), "t": "T18"})
    def _confirm_delivery(self) -> None: ...
