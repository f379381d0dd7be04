"""What has to be there before an application counts as received (T1). Completeness of the papers is not among it (R1)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from accounts.ages import GUARDIAN_AGE, age_on
from accounts.models import Resident
from cases.enums import Status
from cases.rules import state, who
from cases.rules.context import CaseContext
from cases.rules.identity import IDENTITY_LEVEL
from flow.conditions import Condition


def needs_guardian(applicant: Resident, *, on: date) -> bool:
    """Everything about a child under 14 is sensitive: her guardian has to agree (个人信息保护法 Art. 28, 31; R17)."""
    return applicant.birth_on is not None and age_on(applicant.birth_on, on) < GUARDIAN_AGE


def _version_in_use(context: CaseContext) -> str | None:
    if context.case.item.current_version_id == context.case.version_id:
        return None
    return _(
        "The guide of “%(item)s” has changed since this was begun. Go through the answers once more; they are all kept."
    ) % {"item": context.case.item.name}


def _privacy_shown(context: CaseContext) -> str | None:
    if context.case.application.privacy_shown_at:
        return None
    return _("The applicant has not been told yet how her data are used.")


def _guardian_consent(context: CaseContext) -> str | None:
    application = context.case.application
    if application.guardian_consent_at or not needs_guardian(application.applicant, on=context.today):
        return None
    return _("The applicant is under 14: name the guardian and have her agree that the child's data are used for this.")


VERSION_IN_USE = Condition("version_in_use", "domain.md §3.3 T1", _version_in_use)
PRIVACY_SHOWN = Condition("privacy_shown", "个人信息保护法 第17条", _privacy_shown)
GUARDIAN_CONSENT = Condition("guardian_consent", "个人信息保护法 第31条", _guardian_consent)

SUBMIT = (
    state.in_state(Status.DRAFT),
    state.ITEM_IN_USE,
    VERSION_IN_USE,
    PRIVACY_SHOWN,
    state.DECLARED,
    GUARDIAN_CONSENT,
    IDENTITY_LEVEL,
    who.APPLICANT_SIDE,
)
