from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cases.desk.acts.base import Act
from cases.desk.forms import DenialForm, GrantForm
from cases.desk.forms_ending import TerminateForm, TransferForm
from cases.desk.forms_ways import AnswerForm
from cases.domain.decide import deny_case, grant_case
from cases.domain.terminate import terminate_case
from cases.domain.transfer import decline_transfer, propose_transfer, transfer_case

ACTS = (
    Act(
        "grant",
        grant_case,
        _("%(number)s was granted. Decision and certificate are being made."),
        GrantForm,
        goes_on=True,
    ),
    Act(
        "deny",
        deny_case,
        _("%(number)s was denied. The decision is being made."),
        DenialForm,
        serious=True,
        goes_on=True,
    ),
    Act("terminate", terminate_case, _("%(number)s was ended; the notice is being made."), TerminateForm, serious=True),
    Act(
        "propose_transfer",
        propose_transfer,
        _("%(number)s: the transfer was proposed to the other unit."),
        TransferForm,
    ),
    Act("transfer", transfer_case, _("%(number)s was taken over; a new case goes on at your unit.")),
    Act("decline_transfer", decline_transfer, _("%(number)s: the transfer was declined."), AnswerForm),
)
