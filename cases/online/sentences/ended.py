"""Ended without a decision: why nobody works on it any more, and what the applicant may do now."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.enums import Status
from cases.online.sentences.seen import Seen, Told


def _not_required(seen: Seen) -> Told:
    return Told(
        _("This matter needs no handling. The notice says why."),
        otherwise=_(
            "Nothing follows from it: you may do it without a permit. If you see it otherwise, ask the office."
        ),
    )


def _not_accepted(seen: Seen) -> Told:
    return Told(
        _("The application was not accepted. The decision says why and whom to turn to."),
        todo=_("Turn to the office named in the decision, or apply again when the reason is gone."),
        otherwise=seen.against,
    )


def _lapsed(seen: Seen) -> Told:
    last = seen.by(seen.case.correction_due_on)
    now = _("Nothing was supplied by %(last)s, so the papers were returned and the case has ended.") % {"last": last}
    if not last:
        now = _("Nothing was supplied in time, so the papers were returned and the case has ended.")
    return Told(
        now,
        todo=_("You may apply again at any time."),
        otherwise=_("Without a new application nothing more happens."),
    )


def _withdrawn(seen: Seen) -> Told:
    return Told(
        _("You withdrew this application. You may apply again at any time."),
        otherwise=_("Without a new application nothing more happens."),
    )


def _terminated(seen: Seen) -> Told:
    return Told(
        seen.say(_("%(unit)s ended the handling without a decision. The notice says why.")),
        todo=_("When the reason is gone, you may apply again."),
        otherwise=seen.against,
    )


def _transferred(seen: Seen) -> Told:
    return Told(
        _("Another unit is competent and has taken over. It goes on in a new case with everything on file."),
        otherwise=_("You need not apply again; the new case stands below with its own dates."),
    )


ENDED = {
    Status.NOT_REQUIRED: _not_required,
    Status.NOT_ACCEPTED: _not_accepted,
    Status.LAPSED: _lapsed,
    Status.WITHDRAWN: _withdrawn,
    Status.TERMINATED: _terminated,
    Status.TRANSFERRED: _transferred,
}
