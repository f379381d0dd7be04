"""After the decision: what was decided, how it reaches the applicant, what can be done against it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.enums import Status
from cases.online.sentences.seen import Seen, Told


def _decided(seen: Seen) -> Told:
    """Granted, denied, or on its way to the applicant."""
    if seen.is_own_motion:
        return _own_motion(seen)
    if not seen.is_granted:
        return Told(
            seen.say(
                _("Your application was denied on %(day)s. The reasons and what you can do stand in the decision.")
            ),
            todo=_("Take the decision below and read the reasons."),
            otherwise=seen.against,
        )
    if seen.is_late:
        return Told(
            seen.say(
                _("Your application was granted on %(day)s. The result should have reached you by %(due)s and is late.")
            ),
            todo=_("Take the result below, or ring the office."),
            otherwise=_("The decision holds all the same."),
        )
    return Told(
        seen.say(_("Your application was granted on %(day)s. You can take the result below.")),
        todo=_("Take the result here, collect it at the window, or let the helper bring it."),
        otherwise=seen.say(
            _("It is delivered by %(due)s at the latest. If you do not fetch it, the decision holds all the same.")
        ),
    )


def _own_motion(seen: Seen) -> Told:
    if seen.is_granted:
        return Told(
            seen.say(_("%(unit)s decided on %(day)s: %(kind)s. The decision says why.")),
            todo=_("Take the decision and read the reasons."),
            otherwise=seen.against,
        )
    return Told(
        seen.say(_("%(unit)s examined this on %(day)s and changes nothing: %(kind)s.")),
        otherwise=_("Your certificate stays as it is."),
    )


def _closed(seen: Seen) -> Told:
    if seen.is_own_motion:
        return Told(seen.say(_("The decision was delivered: %(kind)s. Everything is done.")), otherwise=seen.against)
    if seen.is_granted:
        return Told(_("Your application was granted and the result was delivered. Everything is done."))
    return Told(
        _("Your application was denied and the decision was delivered. It says what you can do against it."),
        otherwise=seen.against,
    )


def _archived(seen: Seen) -> Told:
    before = _closed(seen)
    return Told(before.sentence + _("The file is in the archive."), otherwise=before.otherwise)


DECIDED = {
    Status.GRANTED: _decided,
    Status.DENIED: _decided,
    Status.DELIVERING: _decided,
    Status.CLOSED: _closed,
    Status.ARCHIVED: _archived,
}
