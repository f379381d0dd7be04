"""授权委托: giving and revoking (民法典 Art. 161–175; domain.md §5.2). Checked at each act by `Mandate.covers`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.audit import note
from accounts.domain.messages import send_message
from accounts.models import Mandate, MandateAct, MandateProof, Post, Resident, Role, User
from accounts.policies import may_find_residents, may_revoke, may_see_resident
from core.errors import Reason, Refused
from core.text import format_day

if TYPE_CHECKING:
    from core.models import StoredFile

RELATION_LENGTH = 30
# An agent who also takes in or decides could act on both sides (民法典 Art. 168): allowed, but written down.
BOTH_SIDES = (Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)


def give_mandate(
    *,
    principal: Resident,
    agent_user: User,
    relation: str,
    item_keys: Iterable[str],
    acts: Iterable[str],
    valid_from: date,
    valid_to: date,
    proof_kind: MandateProof,
    proof: StoredFile | None,
    witness: User | None,
    actor: Actor,
    now: datetime,
) -> Mandate:
    """Record a mandate and tell both; raises `Refused` with every reason, `Reason.code` names the field."""
    wanted = Mandate(
        principal=principal,
        agent=agent_user,
        relation=relation.strip(),
        item_keys=sorted(set(item_keys)),
        acts=[act for act in MandateAct.values if act in set(acts)],
        valid_from=valid_from,
        valid_to=valid_to,
        proof_kind=proof_kind,
        proof=proof,
        witness=witness,
        created_at=now,
    )
    today = timezone.localdate(now)
    if reasons := [
        *_scope_reasons(wanted),
        *term_reasons(valid_from, valid_to, today),
        *_proof_reasons(wanted, actor, today),
    ]:
        raise Refused(reasons)
    with transaction.atomic():
        Resident.objects.select_for_update(of=("self",)).get(pk=principal.pk)
        if _already_given(wanted, today):
            raise Refused([Reason("agent", _("The same mandate is already in force."))])
        wanted.save(force_insert=True)
        flags = _both_sides(agent_user, today)
        note(
            "mandate.give", subject=wanted, actor=actor, now=now, items=wanted.item_keys, acts=wanted.acts, flags=flags
        )
        _tell(wanted, actor, now)
    return wanted


def revoke_mandate(*, mandate: Mandate, reason: str, actor: Actor, now: datetime) -> Mandate:
    """End a mandate at once: principal or agent; raises `Refused` when it has ended already."""
    if not may_revoke(actor=actor, mandate=mandate):
        raise Refused([Reason("role", _("Only the principal or the agent can end this mandate."), "民法典 第173条")])
    with transaction.atomic():
        locked = Mandate.objects.select_for_update(of=("self",)).select_related("principal").get(pk=mandate.pk)
        if locked.revoked_at is not None:
            raise Refused([Reason("state", _("This mandate has been revoked already."))])
        locked.revoked_at, locked.revoke_reason = now, reason.strip()[:200]
        locked.save(update_fields=["revoked_at", "revoke_reason"])
        note("mandate.revoke", subject=locked, actor=actor, now=now, reason=locked.revoke_reason)
        _tell_end(locked, actor, now)
    return locked


def latest_end(start: date) -> date:
    """A mandate runs one year at most: the last day is the day before the anniversary."""
    return date.fromordinal(_anniversary(start).toordinal() - 1)


def _anniversary(start: date) -> date:
    if (start.month, start.day) == (2, 29):
        return date(start.year + 1, 3, 1)
    return start.replace(year=start.year + 1)


def term_reasons(valid_from: date, valid_to: date, today: date) -> list[Reason]:
    if valid_from < today:
        return [Reason("valid_from", _("The mandate cannot begin in the past."))]
    if valid_to < valid_from:
        return [Reason("valid_to", _("The last day is before the first day."))]
    if valid_to > latest_end(valid_from):
        return [Reason("valid_to", _("A mandate may run for one year at most."), "民法典 第165条")]
    return []


def _scope_reasons(wanted: Mandate) -> list[Reason]:
    law = "民法典 第165条"
    reasons = []
    if wanted.principal.user_id is not None and wanted.principal.user_id == wanted.agent_id:
        reasons.append(Reason("agent", _("Nobody can be the agent of herself.")))
    if not wanted.agent.is_active:
        reasons.append(Reason("agent", _("The login of the agent is closed.")))
    if not wanted.relation or len(wanted.relation) > RELATION_LENGTH:
        reasons.append(Reason("relation", _("Say in at most 30 characters how the agent is related to the principal.")))
    if not wanted.item_keys:
        reasons.append(Reason("item_keys", _("Choose at least one item."), law))
    if not wanted.acts:
        reasons.append(Reason("acts", _("Choose at least one power."), law))
    return reasons


def _proof_reasons(wanted: Mandate, actor: Actor, today: date) -> list[Reason]:
    """Online only the principal herself; otherwise staff who may see her, with a file or a witness."""
    if wanted.proof_kind == MandateProof.ONLINE:
        if actor.resident_id == wanted.principal.pk:
            return []
        return [Reason("proof", _("Only the principal herself can give a mandate online."))]
    reasons = []
    if not (may_find_residents(actor) and may_see_resident(actor=actor, resident=wanted.principal, on=today)):
        reasons.append(Reason("proof", _("Only staff who serve the principal can record her mandate.")))
    if wanted.proof_kind == MandateProof.COUNTER:
        if wanted.witness is None:
            reasons.append(Reason("witness", _("Name the clerk before whom it was signed.")))
        elif wanted.witness.pk == wanted.agent_id:
            reasons.append(Reason("witness", _("The agent cannot be the witness.")))
    elif wanted.proof is None:
        reasons.append(Reason("proof", _("Add the signature or a photograph of the signed paper."), "民法典 第165条"))
    return reasons


def _already_given(wanted: Mandate, today: date) -> bool:
    """The second click of a double click, or the same thing once more."""
    same = Mandate.objects.filter(principal=wanted.principal, agent=wanted.agent, revoked_at=None, valid_to__gte=today)
    return any(
        (one.item_keys, one.acts, one.valid_from, one.valid_to)
        == (wanted.item_keys, wanted.acts, wanted.valid_from, wanted.valid_to)
        for one in same
    )


def _both_sides(agent: User, today: date) -> list[str]:
    held = Post.objects.held_on(today).filter(user=agent, role__in=BOTH_SIDES)
    return sorted(set(held.values_list("role", flat=True)))


def _tell(mandate: Mandate, actor: Actor, now: datetime) -> None:
    link = reverse("accounts:mandates")
    names = {
        "agent": mandate.agent.display_name,
        "principal": mandate.principal.name,
        "day": format_day(mandate.valid_to),
    }
    send_message(
        resident=mandate.principal,
        title=_("You have given a mandate"),
        body=_("%(agent)s may act for you until %(day)s. You can revoke this at any time.") % names,
        link=link,
        now=now,
    )
    agent_resident = Resident.objects.filter(user_id=mandate.agent_id).first()
    if agent_resident is not None:
        send_message(
            resident=agent_resident,
            title=_("You have received a mandate"),
            body=_("You may act for %(principal)s until %(day)s, only in the items named there.") % names,
            link=link,
            now=now,
        )


def _tell_end(mandate: Mandate, actor: Actor, now: datetime) -> None:
    body = _("The mandate of %(agent)s for %(principal)s ended at once. It was ended by %(who)s.") % {
        "agent": mandate.agent.display_name,
        "principal": mandate.principal.name,
        "who": actor.name,
    }
    told = Resident.objects.filter(user_id=mandate.agent_id).exclude(pk=mandate.principal_id)
    for resident in [mandate.principal, *told]:
        link = reverse("accounts:mandates")
        send_message(resident=resident, title=_("A mandate has ended"), body=body, link=link, now=now)
