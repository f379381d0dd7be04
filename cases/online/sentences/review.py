"""From acceptance to decision: the stages, what is not counted, an extension, papers and checks that follow."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.enums import AcceptMode, Status
from cases.online.sentences.seen import Seen, Told


def _accepted(seen: Seen) -> Told:
    if seen.is_late:
        return _late(seen)
    how = {
        AcceptMode.DEEMED: _(
            "The office did not answer in time, so your application counts as accepted from the day it was received."
        ),
        AcceptMode.TOLERANCE: _("Your application is accepted, and the papers that are still missing may follow."),
        AcceptMode.COMMITMENT: _("Your application is accepted on your written promise."),
        AcceptMode.EX_OFFICIO: _("%(unit)s has opened this case itself: %(kind)s."),
    }.get(AcceptMode(seen.case.accept_mode or AcceptMode.NORMAL), _("Your application is accepted."))
    return Told(seen.say(how) + _decision(seen), todo=_todo(seen), otherwise=_otherwise(seen))


def _reviewing(seen: Seen) -> Told:
    if seen.is_late:
        return _late(seen)
    now = seen.say(_("%(unit)s is reviewing your application."))
    if stages := [_("“%(stage)s” (%(unit)s)") % {"stage": s.name, "unit": s.unit.name} for s in seen.running]:
        now = _("Now in hand: %(stages)s.") % {"stages": "、".join(stages)}
    if seen.case.extension_count:
        now += _("The term was extended once; the notice says why.")
    return Told(now + _decision(seen), todo=_todo(seen), otherwise=_otherwise(seen))


def _suspended(seen: Seen) -> Told:
    row = seen.suspension
    procedure = row.get_kind_display() if row else _("a special procedure")
    now = seen.say(_("%(unit)s waits for this: %(procedure)s, until %(due)s at the latest."), procedure=procedure)
    over = _("If it is not over by then, the handling goes on by itself and the days count again.")
    if seen.is_late:
        now = seen.say(_("This should have been over by %(due)s: %(procedure)s."), procedure=procedure)
        over = _("The handling goes on by itself and the days count again.")
    return Told(now + _("These days are not counted."), todo=_todo(seen), otherwise=over)


def _decision(seen: Seen) -> str:
    if seen.case.due_on is not None:
        return seen.say(_("%(unit)s decides by %(due)s at the latest."))
    if seen.law:
        return seen.say(
            _("This time is not counted in what was promised; by law it is decided by %(law)s at the latest.")
        )
    return _("This time is not counted; the day of the decision is known when it is over.")


def _late(seen: Seen) -> Told:
    now = _("%(unit)s should have been ready by %(due)s and is late. Please ring; you may also complain.")
    return Told(seen.say(now), todo=_todo(seen), otherwise=_inaction(seen))


def _todo(seen: Seen) -> str:
    if seen.follows:
        return seen.say(_("Supply the papers that follow by %(last)s, as you promised."))
    if seen.is_own_motion:
        return seen.say(_("You may state your view to %(unit)s before it is decided."))
    return ""


def _otherwise(seen: Seen) -> str:
    if seen.follows and seen.case.version.facts.relief_first:
        return _("If they do not come, the office may take back what was paid in advance.")
    if seen.follows:
        return _(
            "Before they are there, no result is issued. If they do not come, the handling may be ended, and next time "
            "no paper may follow later."
        )
    promise = getattr(seen.case, "commitment", None)
    if promise is not None and promise.checked_at is None and promise.check_by_on:
        day = seen.by(promise.check_by_on)
        return seen.say(
            _("By %(day)s the office checks whether the promise is true. If it is not, the decision is revoked."),
            day=day,
        )
    return _inaction(seen)


def _inaction(seen: Seen) -> str:
    if not seen.law:
        return _("If it takes too long, you may complain.")
    if seen.case.statutory_due_on and seen.case.statutory_due_on < seen.on:
        return seen.say(_("The last day by law, %(law)s, has passed: you may complain or apply for reconsideration."))
    return seen.say(
        _("If nothing is decided by %(law)s, the last day by law, you may complain or apply for reconsideration.")
    )


REVIEW = {Status.ACCEPTED: _accepted, Status.REVIEWING: _reviewing, Status.SUSPENDED: _suspended}
