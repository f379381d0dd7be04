"""T18: every serving of the papers of a decision is a row with its proof, and one of them closes the case (Art. 44)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from cases.documents.decisions import DELIVERED, delivery_context
from cases.documents.mandates import signature_of
from cases.domain.change import Change
from cases.domain.documents import issue_for
from cases.domain.tell import tell_applicant
from cases.enums import DeliveryMode, Status
from cases.models import Serving

ANOTHER_WAY = "已用其他方式送达"


def begin_serving(change: Change, mode: DeliveryMode, **facts: Any) -> Serving:
    """A serving under way; the first one brings the case into delivery. `facts`: what the row has beside the manner."""
    case = change.case
    serving = Serving.objects.create(
        case=case, mode=mode, begun_at=change.now, recorded_by_id=change.actor.user_id, **facts
    )
    if case.status != Status.DELIVERING:
        before = case.status
        case._deliver()
        change.record("case.deliver", data={"mode": mode, **_told(serving)}, state_from=before)
    elif mode == DeliveryMode.POST:
        change.record("case.send_again", data={"mode": mode, **_told(serving)})
    return serving


def complete_serving(change: Change, serving: Serving, *, receiver: str, relation: str = "") -> None:
    """Served: the row says when and to whom, the receipt is issued, the case is closed.

    Another serving that is still under way has become needless and says so.
    """
    case, now, actor, mode = change.case, change.now, change.actor, DeliveryMode(serving.mode)
    serving.receiver, serving.relation, serving.served_at = receiver, relation, now
    serving.save(update_fields=["receiver", "relation", "served_at"])
    case.servings.filter(served_at=None, failed_note="").update(failed_note=ANOTHER_WAY)
    before = case.status
    case._confirm_delivery()
    signature = str(serving.signature.public_id) if serving.signature else ""
    proof = {"mode": mode, "receiver": receiver, "signature": signature, **_told(serving)}
    change.record("case.confirm_delivery", data=proof, state_from=before)
    delivered = case.documents.filter(code__in=DELIVERED)
    context = delivery_context(case, documents=delivered, mode=mode, receiver=receiver, actor=actor, now=now)
    context |= signature_of(serving.signature)
    context |= {"receiver_relation": relation} if relation else {}
    if serving.refusal_note:
        context |= {"refusal_note": serving.refusal_note, "witness": serving.witness, "place": serving.address}
    issue_for(change, "service_receipt", context)
    tell_applicant(
        case=case,
        actor=actor,
        title=_("The result was delivered"),
        body=_("The result of “%(item)s” (%(number)s) was delivered. The case is closed."),
        now=now,
    )


def _told(serving: Serving) -> dict[str, str]:
    """What the event says of the proof: only what this manner of serving has."""
    names = ("carrier", "receipt_number", "address", "refusal_note", "witness")
    return {name: value for name in names if (value := getattr(serving, name))}
