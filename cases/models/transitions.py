"""The bare moves of a case's state, T-numbers of domain.md §3.3. Only the verbs in `cases.domain` call them.

They do nothing but move the state: conditions, effects and events stand in the verb around them. `cases.rules.verbs`
names for each the verb, who may do it, and the papers it issues; the program refuses to start when one is missing.
"""

from django.utils.translation import gettext_lazy as _
from django_fsm import transition

from cases.enums import Status
from flow.state import FreshStateMixin

S = Status
BEFORE_DECISION = [S.RECEIVED, S.CORRECTION_REQUIRED, S.ACCEPTED, S.REVIEWING, S.SUSPENDED]


class IntakeTransitions(FreshStateMixin):
    @transition("status", source=S.DRAFT, target=S.RECEIVED, custom={"label": _("Submit"), "t": "T1"})
    def _submit(self) -> None: ...

    @transition("status", source=S.RECEIVED, target=S.ACCEPTED, custom={"label": _("Accept"), "t": "T2"})
    def _accept(self) -> None: ...

    @transition(
        "status",
        source=S.RECEIVED,
        target=S.CORRECTION_REQUIRED,
        custom={"label": _("Request correction"), "t": "T3"},
    )
    def _request_correction(self) -> None: ...

    @transition(
        "status",
        source=S.CORRECTION_REQUIRED,
        target=S.CORRECTION_REQUIRED,
        custom={"label": _("Second notice (override)"), "t": "T3b"},
    )
    def _request_correction_again(self) -> None: ...

    @transition("status", source=S.CORRECTION_REQUIRED, target=S.ACCEPTED, custom={"label": _("Accept"), "t": "T4"})
    def _accept_supplied(self) -> None: ...

    @transition(
        "status", source=S.RECEIVED, target=S.NOT_REQUIRED, custom={"label": _("No handling required"), "t": "T5"}
    )
    def _inform_not_required(self) -> None: ...

    @transition("status", source=S.RECEIVED, target=S.NOT_ACCEPTED, custom={"label": _("Refuse intake"), "t": "T6"})
    def _refuse_intake(self) -> None: ...

    @transition("status", source=S.RECEIVED, target=S.ACCEPTED, custom={"label": _("Deem accepted"), "t": "T7"})
    def _deem_accepted(self) -> None: ...

    @transition("status", source=S.CORRECTION_REQUIRED, target=S.LAPSED, custom={"label": _("Lapse"), "t": "T8"})
    def _lapse(self) -> None: ...

    @transition("status", source=BEFORE_DECISION, target=S.WITHDRAWN, custom={"label": _("Withdraw"), "t": "T9"})
    def _withdraw(self) -> None: ...


class CaseTransitions(IntakeTransitions):
    @transition("status", source=S.ACCEPTED, target=S.REVIEWING, custom={"label": _("Start review"), "t": "T10"})
    def _start_review(self) -> None: ...

    @transition("status", source=S.REVIEWING, target=S.SUSPENDED, custom={"label": _("Suspend"), "t": "T11"})
    def _suspend(self) -> None: ...

    @transition(
        "status", source=S.SUSPENDED, target=S.REVIEWING, custom={"label": _("Resume the handling"), "t": "T12"}
    )
    def _resume(self) -> None: ...

    @transition("status", source=S.REVIEWING, target=S.REVIEWING, custom={"label": _("Extend"), "t": "T13"})
    def _extend(self) -> None: ...

    @transition("status", source=S.REVIEWING, target=S.GRANTED, custom={"label": _("Grant"), "t": "T14"})
    def _grant(self) -> None: ...

    # 行政许可法 Art. 50: a renewal that nobody decided before the term ended; a special procedure does not stop that day.
    @transition(
        "status",
        source=[S.ACCEPTED, S.REVIEWING, S.SUSPENDED],
        target=S.GRANTED,
        custom={"label": _("Counts as renewed"), "t": "T14b"},
    )
    def _deem_renewed(self) -> None: ...

    @transition("status", source=S.REVIEWING, target=S.DENIED, custom={"label": _("Deny"), "t": "T15"})
    def _deny(self) -> None: ...

    @transition(
        "status", source=[S.REVIEWING, S.SUSPENDED], target=S.TERMINATED, custom={"label": _("Terminate"), "t": "T16"}
    )
    def _terminate(self) -> None: ...

    @transition(
        "status", source=[S.ACCEPTED, S.REVIEWING], target=S.TRANSFERRED, custom={"label": _("Transfer"), "t": "T17"}
    )
    def _transfer(self) -> None: ...

    @transition("status", source=[S.GRANTED, S.DENIED], target=S.DELIVERING, custom={"label": _("Deliver"), "t": "T18"})
    def _deliver(self) -> None: ...

    @transition("status", source=S.DELIVERING, target=S.CLOSED, custom={"label": _("Confirm delivery"), "t": "T18"})
    def _confirm_delivery(self) -> None: ...

    @transition("status", source=S.CLOSED, target=S.ARCHIVED, custom={"label": _("Archive"), "t": "T19"})
    def _archive(self) -> None: ...
