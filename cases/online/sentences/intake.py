"""Before acceptance: the first check and the correction (行政许可法 Art. 32)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.enums import Status
from cases.online.sentences.seen import Seen, Told
from cases.rules.ways import may_be_deemed


def _draft(seen: Seen) -> Told:
    return Told(
        _("Not submitted yet: nobody works on it."), todo=_("Submit it when you are ready; it can wait as it is.")
    )


def _received(seen: Seen) -> Told:
    deemed = may_be_deemed(seen.case.version.facts)
    if seen.is_late and deemed:
        return Told(
            seen.say(_("%(unit)s should have answered by %(due)s and is late.")),
            otherwise=_("By law the application then counts as accepted from the day it was received; you are told."),
        )
    if seen.is_late:
        return Told(
            seen.say(_("%(unit)s should have answered by %(due)s and is late. Please ring; you may also complain.")),
            otherwise=_("Your application stays valid: you need not apply again."),
        )
    now = seen.say(
        _("%(unit)s has your application and checks the papers. You hear by %(due)s whether it is accepted.")
    )
    if deemed:
        silence = _("If you hear nothing by then, it counts as accepted from the day it was received.")
    else:
        silence = _("If you hear nothing by then, the office is late: ring it, or complain.")
    return Told(now, otherwise=silence)


def _correction(seen: Seen) -> Told:
    notice = seen.case.correction if seen.case.pk else None
    if notice is not None and notice.supplied_at is not None:
        return Told(
            seen.say(_("Everything asked for has been supplied. %(unit)s checks it now.")),
            otherwise=_("Nothing new may be asked for; once all is right, the day of the last paper counts."),
        )
    if seen.case.due_on is not None and seen.case.due_on < seen.on:
        return Told(
            seen.say(_("%(unit)s waited for something more from you until %(due)s.")),
            todo=_("Supply it at once: as long as the papers have not been returned, it is still taken."),
            otherwise=_(
                "If nothing comes, your papers are returned and the case ends; you may apply again at any time."
            ),
        )
    return Told(
        seen.say(_("%(unit)s needs something more from you by %(due)s. It is listed below.")),
        todo=_("Supply what is listed, here, at the window or through the helper. Then the handling goes on."),
        otherwise=_(
            "If nothing comes by then, your papers are returned and the case ends; you may apply again at any time."
        ),
    )


INTAKE = {Status.DRAFT: _draft, Status.RECEIVED: _received, Status.CORRECTION_REQUIRED: _correction}
