"""Bars on applying again: one year after false papers, three after fraud (行政许可法 Art. 78, 79)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Role
from cases.domain.tell import tell_applicant
from cases.enums import Status
from cases.models import ApplicantBar, Case
from core.domain.audit import append_audit
from core.errors import Reason, Refused
from core.text import format_day
from flow.clocks import add_months
from places.models import Unit

FALSE_PAPERS, FRAUD = "false_papers", "fraud"
# Months and article. [M]: one year is for licences that concern safety, three for licences got by fraud.
GROUNDS = {
    FALSE_PAPERS: (12, "《中华人民共和国行政许可法》第七十八条"),
    FRAUD: (36, "《中华人民共和国行政许可法》第七十九条"),
}


def bar_applicant(*, case: Case, ground: str, reason: str, actor: Actor, now: datetime) -> ApplicantBar:
    """Enter a bar for the applicant of this case and its item; only the unit that decided may."""
    problems = []
    if not _decides_at(actor, case.unit):
        problems.append(_only_approver(case.unit))
    if case.status == Status.DRAFT:
        problems.append(Reason("submitted", _("This case was not submitted yet.")))
    if ground not in GROUNDS:
        problems.append(Reason("ground", _("Choose the ground that the law names.")))
    if not reason.strip():
        problems.append(Reason("reason", _("Say what was found; the person is told.")))
    if problems:
        raise Refused(problems)
    months, basis = GROUNDS[ground]
    today = timezone.localdate(now)
    with transaction.atomic():
        bar = ApplicantBar.objects.create(
            resident=case.applicant,
            item=case.item,
            case=case,
            basis=basis,
            reason=reason.strip().rstrip("。") + "。",
            from_on=today,
            until_on=add_months(today, months),
            entered_by_id=actor.user_id,
            entered_at=now,
        )
        append_audit(
            action="bar.enter",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=bar,
            data={"case": case.number, "until": bar.until_on.isoformat()},
            now=now,
        )
        until = {"until": format_day(bar.until_on), "basis": basis, "reason": bar.reason}
        told = _("By %(basis)s you cannot apply for this again until %(until)s: %(reason)s") % until
        tell_applicant(
            case=case,
            actor=actor,
            title=_("You are barred from applying for some time"),
            body=_("“%(item)s” (%(number)s): ") + told.replace("%", "%%"),
            now=now,
        )
    return bar


def lift_bar(*, bar: ApplicantBar, reason: str, actor: Actor, now: datetime) -> ApplicantBar:
    """End a bar before its day, when its ground has fallen away; only the unit that entered it may, and says why."""
    with transaction.atomic():
        related = ("case__unit", "case__item", "case__application__mandate", "item__department")
        locked = ApplicantBar.objects.select_for_update(of=("self",)).select_related(*related).get(pk=bar.pk)
        unit = locked.case.unit if locked.case else locked.item.department
        problems = []
        if not _decides_at(actor, unit):
            problems.append(_only_approver(unit))
        if locked.lifted_at is not None:
            problems.append(Reason("lifted", _("This bar was lifted already.")))
        if not reason.strip():
            problems.append(Reason("reason", _("Say why its ground has fallen away.")))
        if problems:
            raise Refused(problems)
        locked.lifted_at, locked.lifted_by_id, locked.lift_reason = now, actor.user_id, reason.strip()
        locked.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
        append_audit(action="bar.lift", user_id=actor.user_id, user_name=actor.name, subject=locked, data={}, now=now)
        if locked.case is not None:
            tell_applicant(
                case=locked.case,
                actor=actor,
                title=_("You may apply again"),
                body=_("%(unit)s has lifted the bar on applying for “%(item)s”."),
                now=now,
            )
    return locked


def _decides_at(actor: Actor, unit: Unit) -> bool:
    return actor.has_role(Role.APPROVER, Role.UNIT_HEAD) and actor.unit_id == unit.pk


def _only_approver(unit: Unit) -> Reason:
    return Reason("approver", _("Only an approver of %(unit)s can do this.") % {"unit": unit.name})
