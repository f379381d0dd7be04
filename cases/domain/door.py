"""What the helper does at the door besides making the visit: mandate, application, hand-over (domain.md §3.9, §5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.mandates import give_mandate
from accounts.models import Mandate, MandateProof, User
from cases.documents.assistance import assist_order_context
from cases.documents.mandates import authorization_context
from cases.domain.applications import start_application
from cases.domain.deliver import deliver_at_door
from cases.domain.documents import issue_document
from cases.domain.drafts import Guardian
from cases.domain.submit import declare_and_submit
from cases.domain.visits import attach_application, attach_mandate, finish_visit
from cases.enums import DONE, Channel, Status
from cases.models import Application, Case, Visit
from catalog.content import Material
from catalog.models import OneThing, ServiceItem
from core.domain.audit import append_audit
from core.errors import Reason, Refused
from core.models import StoredFile

TO_HAND_OVER = (Status.GRANTED, Status.DENIED, Status.DELIVERING)


@dataclass(frozen=True)
class Scope:
    """What a mandate is about; the last day is included."""

    item_keys: tuple[str, ...]
    acts: tuple[str, ...]
    relation: str
    valid_from: date
    valid_to: date


def record_mandate(
    *,
    visit: Visit,
    scope: Scope,
    proof_kind: MandateProof,
    proof: StoredFile | None,
    witness: User | None,
    actor: Actor,
    now: datetime,
) -> Mandate:
    """The principal signs before the helper, who becomes her agent; both are told, the principal by a message."""
    if visit.resident is None:
        raise Refused([Reason("person", _("First establish who the person is."))])
    with transaction.atomic():
        mandate = give_mandate(
            principal=visit.resident,
            agent_user=User.objects.get(pk=actor.user_id or 0),
            relation=scope.relation,
            item_keys=scope.item_keys,
            acts=scope.acts,
            valid_from=scope.valid_from,
            valid_to=scope.valid_to,
            proof_kind=proof_kind,
            proof=proof,
            witness=witness,
            actor=actor,
            now=now,
        )
        attach_mandate(visit=visit, mandate=mandate, actor=actor, now=now)
    return mandate


def begin_application(
    *,
    visit: Visit,
    items: Iterable[ServiceItem],
    actor: Actor,
    now: datetime,
    one_thing: OneThing | None = None,
) -> Application:
    """Open the draft in the principal's name and issue what belongs to it: mandate (授权委托书) and 帮办代办受理单."""
    mandate = require_mandate(visit, now=now)
    if visit.application_id is not None:
        raise Refused([Reason("begun", _("This visit has an application already. Go on with that one."))])
    chosen = list(items)
    with transaction.atomic():
        application = start_application(
            applicant=mandate.principal,
            items=chosen,
            one_thing=one_thing,
            channel=Channel.DOOR,
            mandate=mandate,
            point=visit.point,
            actor=actor,
            now=now,
        )
        attach_application(visit=visit, application=application, actor=actor, now=now)
        issue_document(
            code="authorization", application=application, context=authorization_context(mandate), actor=actor, now=now
        )
        issue_document(
            code="assist_order",
            application=application,
            unit=visit.point.unit,
            context=assist_order_context(visit, application, items=chosen, now=now),
            actor=actor,
            now=now,
        )
    return application


def submit_read_back(
    *,
    visit: Visit,
    application: Application,
    consents_asked: Iterable[Material],
    consents_given: Iterable[str],
    actor: Actor,
    now: datetime,
    guardian: Guardian | None = None,
) -> list[Case]:
    """T1 at the door: everything was read back to the applicant, who declared it true before the helper."""
    with transaction.atomic():
        append_audit(
            action="visit.read_back",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=visit,
            data={"application": str(application.public_id)},
            now=now,
        )
        return declare_and_submit(
            application=application,
            consents_asked=consents_asked,
            consents_given=consents_given,
            guardian=guardian,
            actor=actor,
            now=now,
        )


def hand_over_results(*, visit: Visit, receiver: str, signature: StoredFile, actor: Actor, now: datetime) -> Visit:
    """T18 at the door: every decided case of the visit is handed over against one signature; the last one ends it."""
    require_mandate(visit, now=now)
    with transaction.atomic():
        cases = list(Case.objects.filter(application_id=visit.application_id or 0).order_by("id"))
        ready = [case for case in cases if case.status in TO_HAND_OVER]
        if not ready:
            raise Refused([Reason("nothing", _("There is no result to hand over yet."))])
        for case in ready:
            deliver_at_door(case=case, receiver=receiver, signature=signature, actor=actor, now=now)
        rest = [case for case in cases if case not in ready and case.status not in DONE]
        return visit if rest else finish_visit(visit=visit, actor=actor, now=now)


def require_mandate(visit: Visit, *, now: datetime) -> Mandate:
    """The mandate of the visit, in force today; revoked or expired it gives nothing at once (民法典 Art. 173)."""
    law = "民法典 第173条"
    mandate = visit.mandate
    if mandate is None:
        raise Refused([Reason("mandate", _("First record the mandate."), "民法典 第165条")])
    mandate.refresh_from_db(fields=["revoked_at", "valid_from", "valid_to"])
    if not in_force(mandate, on=timezone.localdate(now)):
        raise Refused([Reason("mandate", _("The mandate has ended. Record a new one if she wishes it."), law)])
    return mandate


def in_force(mandate: Mandate | None, *, on: date) -> bool:
    return mandate is not None and mandate.revoked_at is None and mandate.valid_from <= on <= mandate.valid_to
