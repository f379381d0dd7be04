"""What happens to a draft besides filling it in: consents of their own, and giving it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.domain.materials import drop_paper, hand_in_paper
from cases.handed import papers_in_force
from cases.models import Application, Case
from cases.rules.competence import competent_unit
from catalog.content import Material
from core.domain.audit import append_audit
from core.errors import Reason, Refused
from core.identifiers import name_problem


def record_consents(
    *, application: Application, asked: Iterable[Material], given: Iterable[str], actor: Actor, now: datetime
) -> None:
    """Papers that need a consent of their own (PIPL Art. 29, 39): those ticked are handed in, the others taken back."""
    ticked = set(given)
    with transaction.atomic():
        handed = {paper.key for paper in papers_in_force(application)}
        for material in asked:
            if material.key not in ticked:
                drop_paper(application=application, key=material.key, now=now)
            elif material.key not in handed:
                hand_in_paper(application=application, key=material.key, name=material.name, actor=actor, now=now)


@dataclass(frozen=True)
class Guardian:
    """Who agrees for a child under 14, and what she is to the child."""

    name: str
    relation: str


def record_guardian(*, application: Application, guardian: Guardian, now: datetime) -> None:
    """The guardian was told how the child's data are used, and agreed (个人信息保护法 Art. 31)."""
    reasons = []
    if problem := name_problem(guardian.name.strip()):
        reasons.append(Reason("guardian_name", str(problem)))
    if not guardian.relation.strip():
        reasons.append(Reason("guardian_relation", _("Say what the guardian is to the child.")))
    if reasons:
        raise Refused(reasons)
    application.guardian_name = guardian.name.strip()
    application.guardian_relation = guardian.relation.strip()[:30]
    application.guardian_consent_at = application.updated_at = now
    application.save(update_fields=["guardian_name", "guardian_relation", "guardian_consent_at", "updated_at"])


def renew_versions(*, application: Application, actor: Actor, now: datetime) -> list[Case]:
    """Bring a draft to the item versions in use today; returns the cases that moved. What was filled in stays.

    Answers to situation questions that are no longer asked go, and the declaration has to be made anew.
    """
    outdated = application.cases.exclude(item__current_version=None).exclude(version=F("item__current_version"))
    if not outdated.exists():
        return []
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        if locked.submitted_at is not None:
            return []
        old = list(outdated.select_related("item__current_version", "item__department").order_by("id"))
        for case in old:
            _renew(locked, case)
        if old:
            locked.declared_at = None
            locked.updated_at = now
            locked.save(update_fields=["situations", "declared_at", "updated_at"])
            append_audit(
                action="application.renew_versions",
                user_id=actor.user_id,
                user_name=actor.name,
                subject=locked,
                data={"items": [case.item.key for case in old]},
                now=now,
            )
    application.situations, application.declared_at = locked.situations, locked.declared_at
    return old


def _renew(application: Application, case: Case) -> None:
    version = case.item.current_version
    if version is None:
        return
    offered = {s.key: {option.key for option in s.options} for s in version.facts.situations}
    answers = application.situations.get(case.item.key, {})
    kept = {key: option for key, option in answers.items() if option in offered.get(key, ())}
    application.situations = {**application.situations, case.item.key: kept}
    case.version = version
    case.unit = competent_unit(item=case.item, facts=version.facts, region=application.region)
    case.save(update_fields=["version", "unit"])


def discard_draft(*, application: Application, actor: Actor, now: datetime) -> None:
    """Delete a draft with everything in it; what has been submitted is never deleted."""
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        if locked.submitted_at is not None:
            raise Refused([Reason("submitted", _("The application has been submitted already."))])
        append_audit(
            action="application.discard",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=locked,
            data={},
            now=now,
        )
        locked.visits.update(application=None)
        locked.cases.all().delete()
        locked.delete()
