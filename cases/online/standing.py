"""Where a case stands, in one sentence and one date, for the applicant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.enums import Status
from cases.models import Case
from core.text import format_day

TONES = {
    Status.RECEIVED: "waiting",
    Status.CORRECTION_REQUIRED: "problem",
    Status.ACCEPTED: "doing",
    Status.REVIEWING: "doing",
    Status.GRANTED: "done",
    Status.DENIED: "problem",
    Status.DELIVERING: "done",
    Status.CLOSED: "done",
    Status.NOT_REQUIRED: "void",
    Status.NOT_ACCEPTED: "void",
    Status.WITHDRAWN: "void",
}


@dataclass(frozen=True)
class Standing:
    """`sentence` says where it is and by when; `late`: the office has passed its own date."""

    state: str
    tone: str
    sentence: str
    due: str = ""
    provisional: bool = False
    late: bool = False


def standing_of(case: Case, *, on: date) -> Standing:
    status = Status(case.status)
    due = format_day(case.due_on) if case.due_on else ""
    words = {"unit": case.unit.name, "due": due, "day": format_day(case.decided_at)}
    late = case.due_on is not None and case.due_on < on and status != Status.CORRECTION_REQUIRED
    sentence = _late(status) if late else _sentence(case, status)
    return Standing(
        state=str(status.label),
        tone=TONES.get(status, "waiting"),
        sentence=sentence % words,
        due=due,
        provisional=case.due_provisional,
        late=late,
    )


def _late(status: Status) -> str:
    if status == Status.RECEIVED:
        return _("%(unit)s should have answered by %(due)s and is late. Please ring; you may also complain.")
    return _("%(unit)s should have been ready by %(due)s and is late. Please ring; you may also complain.")


def _sentence(case: Case, status: Status) -> str:
    match status:
        case Status.RECEIVED:
            return _("%(unit)s has your application and checks the papers. You hear by %(due)s whether it is accepted.")
        case Status.CORRECTION_REQUIRED:
            return _correction(case)
        case Status.ACCEPTED:
            return _("Your application is accepted. %(unit)s decides by %(due)s at the latest.")
        case Status.REVIEWING:
            return _("%(unit)s is reviewing your application and decides by %(due)s at the latest.")
        case Status.GRANTED | Status.DELIVERING if case.outcome == "granted":
            return _("Your application was granted on %(day)s. You can take the result below.")
        case Status.DENIED | Status.DELIVERING:
            return _("Your application was denied on %(day)s. The reasons and what you can do stand in the decision.")
        case Status.CLOSED if case.outcome == "granted":
            return _("Your application was granted and the result was delivered. Everything is done.")
        case Status.CLOSED:
            return _("Your application was denied and the decision was delivered. It says what you can do against it.")
        case Status.NOT_REQUIRED:
            return _("This matter needs no handling. The notice says why.")
        case Status.NOT_ACCEPTED:
            return _("The application was not accepted. The decision says why and whom to turn to.")
        case Status.WITHDRAWN:
            return _("You withdrew this application. You may apply again at any time.")
    return str(status.label)


def _correction(case: Case) -> str:
    notice = getattr(case, "correction", None)
    if notice is not None and notice.supplied_at is not None:
        return _("Everything asked for has been supplied. %(unit)s checks it now.")
    return _("%(unit)s needs something more from you by %(due)s. It is listed below.")
