from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.desk.acts.base import Act
from cases.desk.forms import HandOverForm, WithdrawForm
from cases.desk.forms_ending import LinkedForm, PostedForm, PostFailedForm, PostForm, RefusedForm
from cases.domain.archive import archive_case
from cases.domain.deliver import deliver_at_window
from cases.domain.linked import open_linked_case
from cases.domain.serve import confirm_post, post_failed, send_by_post, serve_refused
from cases.domain.withdraw import withdraw_case
from cases.models import Case


def _withdraw(case: Case, actor: Actor) -> dict[str, Any]:
    return {"act": "withdraw"}


ACTS = (
    Act(
        "deliver_at_window",
        deliver_at_window,
        _("The result of %(number)s was handed over. The case is closed."),
        HandOverForm,
    ),
    Act(
        "withdraw",
        withdraw_case,
        _("%(number)s was withdrawn at the applicant's request."),
        WithdrawForm,
        given=_withdraw,
        serious=True,
    ),
    Act("send_by_post", send_by_post, _("The result of %(number)s is on its way."), PostForm),
    Act("confirm_post", confirm_post, _("The result of %(number)s was delivered. The case is closed."), PostedForm),
    Act("post_failed", post_failed, _("%(number)s: it came back; serve it in another way."), PostFailedForm),
    Act(
        "serve_refused", serve_refused, _("%(number)s counts as served. The case is closed."), RefusedForm, serious=True
    ),
    Act("archive", archive_case, _("%(number)s was put into the archive.")),
    Act("open_linked", open_linked_case, _("A case about %(number)s was opened."), LinkedForm),
)
