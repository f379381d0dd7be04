"""Conditions on the record of a check on site (行政许可法 Art. 34; R15)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.models import Post
from cases.rules.context import CaseContext
from core.text import format_day
from flow.conditions import Condition


def _two_staff(context: CaseContext) -> str | None:
    findings = context.given.get("findings")
    first, second = getattr(findings, "first_staff", None), getattr(findings, "second_staff", None)
    if not first or not second or first == second:
        return _("Two different members of staff carry out a check; name both.")
    unit_id = context.actor.unit_id or context.case.unit_id
    held = Post.objects.filter(user_id__in=(first, second), unit_id=unit_id).held_on(context.today)
    if held.values("user_id").distinct().order_by().count() < 2:
        return _("Both must belong to %(unit)s.") % {
            "unit": context.actor.post.unit_name if context.actor.post else context.case.unit.name
        }
    concerned = {context.case.applicant.user_id, getattr(context.case.application.agent, "pk", None)} - {None}
    if concerned & {first, second}:
        return _("Whoever applies, or acts for the applicant, cannot check the case.")
    return None


def _place_and_time(context: CaseContext) -> str | None:
    findings = context.given.get("findings")
    place, at = str(getattr(findings, "place", "")).strip(), getattr(findings, "at", None)
    if not place:
        return _("Write down the place of the check.")
    if at is None or at > context.now:
        return _("The time of the check must lie in the past.")
    accepted = context.case.accepted_at
    if accepted is not None and at < accepted.replace(second=0, microsecond=0):  # the time is typed to the minute
        return _("The check took place before the case was accepted on %(day)s.") % {"day": format_day(accepted)}
    return None


def _facts(context: CaseContext) -> str | None:
    if str(getattr(context.given.get("findings"), "facts", "")).strip():
        return None
    return _("Write down what was found.")


def _signed(context: CaseContext) -> str | None:
    findings = context.given.get("findings")
    signed, refusal, witness = (
        str(getattr(findings, name, "")).strip() for name in ("signed_by", "refusal_note", "witness")
    )
    if signed and refusal:
        return _("Either the signature or why there is none, not both.")
    if signed or (refusal and witness):
        return None
    if refusal:
        return _("Name the witness who saw that nobody signed.")
    return _("Say who signed the record, or why nobody did and who saw it.")


TWO_STAFF = Condition("second_staff", "行政许可法 第34条", _two_staff, asked=True)
PLACE_AND_TIME = Condition("at", "", _place_and_time, asked=True)
FACTS_GIVEN = Condition("facts", "", _facts, asked=True)
SIGNED_OR_REFUSED = Condition("signed_by", "行政许可法 第34条", _signed, asked=True)
