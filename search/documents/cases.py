"""Cases 办件 and the certificates they end in: found by their own people at the portal and by staff at the desk.

The tokens say the same as `Case.objects.visible_to`: they are held for the post, the person and the mandates of this
moment, so an ended post or mandate closes the search at once, and every hit is still asked for again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from accounts.models import Mandate, Role
from cases.models import Case, Certificate
from cases.procedure import FIRST
from cases.queries.cases import UNIT_ROLES, at_desk
from places.models.points import PointKind
from places.models.units import UnitKind
from search.documents.addresses import case_address
from search.documents.base import Reader, SearchDocument
from search.documents.texts import joined

EVERY_CASE = "cases"
DEPARTMENTS = "departments"
# Answers that are never searched by their text: numbers are found through their keyed hash, the rest is nobody's word.
UNSEARCHED = {"id_number", "phone", "bank_account", "yes_no", "money", "number", "date", "choice"}
# What an excerpt may show: reasons in people's own words. Names, addresses and banks are masked behind the hit.
SHOWN = {"long_text"}
# The versions are prefetched, not joined: the cases of one version then share its content, which is read once.
RELATED = ("unit", "region__parent", "applicant", "application__mandate__agent", "application")
NOTES_PER_CHANGE = 10_000


def desk_cases(reader: Reader) -> QuerySet[Case]:
    return Case.objects.submitted().filter(at_desk(reader.actor))


def cases_for(reader: Reader) -> QuerySet[Case]:
    """At the desk what the post opens; at the portal one's own and those one acts in."""
    return desk_cases(reader) if reader.desk else Case.objects.own_of(reader.actor, on=reader.on)


def tokens_of_reader(reader: Reader) -> set[str]:
    return _desk_tokens(reader) if reader.desk else _portal_tokens(reader)


def tokens_of_case(case: Case) -> tuple[str, ...]:
    """Who may find it; the other side of `at_desk`, `mine` and `under_mandate`."""
    application = case.application
    tokens = [EVERY_CASE, f"resident:{case.applicant_id}", *(f"unit:{unit}" for unit in _units(case))]
    if case.unit.kind == UnitKind.DEPARTMENT:
        tokens.append(DEPARTMENTS)
    if application.point_id:
        tokens.append(f"point:{application.point_id}")
    if application.mandate_id:
        tokens.append(f"mandate:{application.mandate_id}")
    return tuple(tokens)


def _units(case: Case) -> list[int]:
    """The competent unit, and those whose stage has opened the case to them; the town for its villages."""
    units = [case.unit_id]
    for stage in case.stages.all():
        if stage.order == FIRST or stage.started_at is not None:
            above = stage.unit.parent_id if stage.unit.kind == UnitKind.VILLAGE else None
            units += [stage.unit_id, *([above] if above else [])]
    return list(dict.fromkeys(units))


def _desk_tokens(reader: Reader) -> set[str]:
    actor, post = reader.actor, reader.actor.post
    if post is None:
        return set()
    if actor.has_role(Role.SUPERVISOR):
        return {EVERY_CASE}
    if actor.has_role(*UNIT_ROLES):
        return {f"unit:{post.unit_id}"}
    if not actor.has_role(Role.WINDOW_CLERK):
        return set()
    tokens = {f"unit:{post.unit_id}"}
    if post.point_id:
        tokens.add(f"point:{post.point_id}")
    if post.point_kind == PointKind.COUNTY_HALL:
        tokens.add(DEPARTMENTS)
    return tokens


def _portal_tokens(reader: Reader) -> set[str]:
    actor = reader.actor
    own = {f"resident:{actor.resident_id}"} if actor.resident_id else set()
    if actor.user_id is None:
        return own
    held = Mandate.objects.in_force(on=reader.on).filter(agent_id=actor.user_id).order_by()
    return own | {f"mandate:{key}" for key in held.values_list("pk", flat=True)}


class CaseSource:
    kind = "case"
    suggests = False

    def load(self, keys: Collection[int], *, desk: bool) -> Iterable[SearchDocument]:
        found = Case.objects.submitted().filter(pk__in=keys).select_related(*RELATED)
        related = found.prefetch_related("version", "notes", "opinions", "corrections__items", "stages__unit")
        return (case_document(case, desk=desk) for case in related)

    def versions(self) -> Iterator[tuple[int, int]]:
        counted = Case.objects.submitted().annotate(remarks=Count("notes")).order_by("pk")
        for key, version, remarks in counted.values_list("pk", "version_no", "remarks").iterator():
            yield key, _version(version, remarks)

    def tokens_for(self, reader: Reader) -> Collection[str]:
        return tokens_of_reader(reader)

    def visible(self, reader: Reader, keys: Collection[int]) -> set[int]:
        return set(cases_for(reader).filter(pk__in=keys).order_by().values_list("pk", flat=True))


def case_document(case: Case, *, desk: bool) -> SearchDocument:
    application, applicant = case.application, case.applicant
    answers = list(_answers(case))
    notes = [note.text for note in case.notes.all()]
    agent = application.mandate.agent if application.mandate else None
    town = case.region.town
    return SearchDocument(
        kind="case",
        key=case.pk,
        version=_version(case.version_no, len(notes)),
        title=case.version.name,
        names=(applicant.name, *([agent.display_name] if agent else [])),
        identifiers=(case.number or "", case.exchange_number, applicant.id_number_index, applicant.phone_index),
        body=joined([case.number or "", case.region.full_name, *(f"{label}:{text}" for label, text, _ in answers)]),
        shown=joined(f"{label}:{text}" for label, text, kind in answers if kind in SHOWN),
        inner=joined([*notes, *(opinion.text for opinion in case.opinions.all()), *_defects(case)]),
        tokens=tokens_of_case(case),
        url=case_address(case, desk=desk),
        facets={
            "item": case.version.name,
            "state": case.status,
            "unit": case.unit.name,
            "town": town.name if town else "",
            "channel": case.channel,
        },
        on=timezone.localdate(case.received_at) if case.received_at else None,
        boost=1,
        data={"number": case.number, "applicant": applicant.name},
    )


def _answers(case: Case) -> Iterator[tuple[str, str, str]]:
    """(label, answer, kind) of the answers this case asked for that may be searched by their text."""
    given: dict[str, Any] = case.application.answers or {}
    for field in case.version.facts.form:
        text = given.get(field.key)
        if text and isinstance(text, str) and not field.sensitive and field.kind not in UNSEARCHED:
            yield field.label, text, field.kind


def _defects(case: Case) -> list[str]:
    notice = case.correction
    return [f"{item.name}{item.reason}" for item in notice.items.all()] if notice else []


def _version(changes: int, notes: int) -> int:
    """A remark changes no case, so remarks are counted beside the changes; both only grow."""
    return changes * NOTES_PER_CHANGE + min(notes, NOTES_PER_CHANGE - 1)


class CertificateSource:
    """Certificates. The key is that of the case it came from: there is one for each, and it is told of its changes."""

    kind = "certificate"
    suggests = False

    def load(self, keys: Collection[int], *, desk: bool) -> Iterable[SearchDocument]:
        related = [f"case__{name}" for name in RELATED]
        found = Certificate.objects.filter(case_id__in=keys).select_related("issuer", *related)
        found = found.prefetch_related("case__version", "case__stages__unit")
        return (certificate_document(certificate, desk=desk) for certificate in found)

    def versions(self) -> Iterator[tuple[int, int]]:
        stored = Certificate.objects.order_by("pk")
        for key, since in stored.values_list("case_id", "state_since").iterator():
            yield key, _certificate_version(since)

    def tokens_for(self, reader: Reader) -> Collection[str]:
        return tokens_of_reader(reader)

    def visible(self, reader: Reader, keys: Collection[int]) -> set[int]:
        seen = cases_for(reader).filter(Q(pk__in=keys), certificate__isnull=False)
        return set(seen.order_by().values_list("pk", flat=True))


def certificate_document(certificate: Certificate, *, desk: bool) -> SearchDocument:
    case = certificate.case
    town = case.region.town
    return SearchDocument(
        kind="certificate",
        key=case.pk,
        version=_certificate_version(certificate.state_since),
        title=certificate.name,
        names=(certificate.holder_name,),
        identifiers=(certificate.number, certificate.identifier, case.applicant.id_number_index),
        body=f"{certificate.number}。{case.version.name}",
        tokens=tokens_of_case(case),
        url=case_address(case, desk=desk),
        facets={
            "item": case.version.name,
            "state": certificate.state,
            "unit": certificate.issuer.name,
            "town": town.name if town else "",
        },
        on=certificate.issued_on,
        boost=1,
        data={"number": certificate.number, "applicant": certificate.holder_name},
    )


def _certificate_version(since: datetime | None) -> int:
    """Milliseconds of the last move of its state, 0 before the first one: a suspension may come and go."""
    return round(since.timestamp() * 1000) if since else 0
