"""T18 送达: by post with a receipt number, or refused before a witness; the proof is kept (行政许可法 Art. 44)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.decisions import DELIVERED
from cases.documents.servings import postal_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.serving import begin_serving, complete_serving
from cases.domain.tell import tell_applicant
from cases.enums import DeliveryMode
from cases.models import Case, Serving


def send_by_post(
    *, case: Case, carrier: str, receipt_number: str, address: str, actor: Actor, now: datetime
) -> Serving:
    """Given to the post; the case is served when the receipt comes back (`confirm_post`)."""
    given = {"carrier": carrier, "receipt_number": receipt_number, "address": address}
    with changing(case=case, verb="send_by_post", actor=actor, now=now, **given) as change:
        now = change.now
        locked = change.case
        serving = begin_serving(change, DeliveryMode.POST, **given)
        delivered = locked.documents.filter(code__in=DELIVERED)
        issue_for(change, "postal_receipt", postal_context(locked, serving, documents=delivered, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("The result is on its way"),
            body=_("The result of “%(item)s” (%(number)s) was sent by post."),
            now=now,
        )
    return serving


def confirm_post(*, case: Case, receiver: str, relation: str, actor: Actor, now: datetime) -> Case:
    """The receipt came back signed: served, the case is closed."""
    with changing(case=case, verb="confirm_post", actor=actor, now=now, receiver=receiver) as change:
        serving = _open_post(change.case)
        complete_serving(change, serving, receiver=receiver, relation=relation)
    return change.case


def post_failed(*, case: Case, note: str, actor: Actor, now: datetime) -> Serving:
    """It came back undelivered; another serving must follow, and the clock runs on."""
    with changing(case=case, verb="post_failed", actor=actor, now=now, note=note) as change:
        serving = _open_post(change.case)
        serving.failed_note = note
        serving.save(update_fields=["failed_note"])
        change.record("case.post_failed", opinion=note, data={"receipt_number": serving.receipt_number})
    return serving


def serve_refused(*, case: Case, refusal_note: str, witness: str, place: str, actor: Actor, now: datetime) -> Case:
    """留置送达: the receiver refuses; reason, date and witness on the service receipt make it count as served."""
    given = {"refusal_note": refusal_note, "witness": witness, "place": place}
    with changing(case=case, verb="serve_refused", actor=actor, now=now, **given) as change:
        facts = {"refusal_note": refusal_note, "witness": witness, "address": place}
        serving = begin_serving(change, DeliveryMode.WINDOW, **facts)
        complete_serving(change, serving, receiver=change.case.applicant.name)
    return change.case


def _open_post(case: Case) -> Serving:
    found = case.servings.filter(mode=DeliveryMode.POST, served_at=None, failed_note="").last()
    if found is None:
        raise ValueError("The condition has shown that something is in the post")
    return found
