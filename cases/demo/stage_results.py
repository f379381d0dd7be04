"""What the stages of invented lives leave behind: opinions of other units, checks on site, publicity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from accounts.models import Role, User
from cases.demo.cast import Cast
from cases.demo.staging import NO_OBJECTION, PUBLICITY_DAYS
from cases.demo.timeline import Step
from cases.demo.writer import Life, acting_unit
from cases.documents.publicity import publicity_context
from cases.documents.stages import review_opinion_context, site_check_context
from cases.enums import StageConclusion
from cases.models import CaseStage, Opinion, Publicity, SiteCheck
from cases.models.opinions import Conclusion
from cases.procedure import OPINION_KINDS
from cases.rules.masked import proposed_content
from flow.clocks import TermUnit
from places.models.units import UnitKind

Issue = Callable[..., object]  # (code, application, case, context, moment, unit=...)


@dataclass
class StageResults:
    """Collects rows of many lives for one bulk write each."""

    cast: Cast
    issue: Issue
    opinions: list[Opinion] = field(default_factory=list)
    checks: list[SiteCheck] = field(default_factory=list)
    publicities: list[tuple[Publicity, Step]] = field(default_factory=list)
    users: dict[int, User] = field(default_factory=dict)

    def collect(self, life: Life, step: Step) -> None:
        match step.verb:
            case "case.end_stage":
                self._opinion(life, step)
            case "case.record_site_check":
                self._check(life, step)
            case "case.start_publicity":
                self._publicity(life, step)

    def save(self) -> None:
        """Before the documents: what a paper says of these rows names their keys."""
        Opinion.objects.bulk_create(self.opinions, batch_size=500)
        SiteCheck.objects.bulk_create(self.checks, batch_size=300)
        Publicity.objects.bulk_create([row for row, _step in self.publicities], batch_size=300)
        for check in self.checks:
            unit = check.stage.unit if check.stage else check.case.unit
            context = site_check_context(check, unit, now=check.recorded_at)
            self.issue("site_check_record", check.case.application, check.case, context, check.recorded_at, unit=unit)
        for row, step in self.publicities:
            unit = acting_unit(row.stage.unit) if row.stage else row.case.unit
            days = row.stage.limit_n if row.stage and row.stage.limit_n else PUBLICITY_DAYS
            context = publicity_context(row, unit, days=days, unit_of_days=TermUnit.DAY, now=step.at)
            self.issue("publicity_notice", row.case.application, row.case, context, step.at, unit=unit)

    def _opinion(self, life: Life, step: Step) -> None:
        """Another unit's examination goes up in writing."""
        stage = _stage(life, step)
        if stage.kind not in OPINION_KINDS or stage.unit_id == life.case.unit_id:
            return
        passed = step.data["conclusion"] == StageConclusion.PASS
        opinion = Opinion(
            case=life.case,
            stage=stage,
            user_id=life.event_of(step).user_id,
            conclusion=Conclusion.GRANT if passed else Conclusion.DENY,
            text=step.opinion,
            given_at=step.at,
        )
        self.opinions.append(opinion)
        stage.handled_by = self._user(stage.handled_by_id)
        context = review_opinion_context(life.case, stage, now=step.at)
        self.issue("review_opinion", life.case.application, life.case, context, step.at, unit=stage.unit)

    def _check(self, life: Life, step: Step) -> None:
        """By the reviewer and the approver of the unit, signed by the applicant (R15)."""
        stage, case = _stage(life, step), life.case
        unit = acting_unit(stage.unit)
        second = self.cast.staff(
            Role.APPROVER, unit.pk, is_department=unit.kind == UnitKind.DEPARTMENT, point_id=None, pick=case.pk
        )
        first_user = self._user(life.event_of(step).user_id)
        second_user = self._user(second.user_id if second else None)
        if first_user is None or second_user is None:
            return
        check = SiteCheck(
            case=case,
            stage=stage,
            at=step.at - timedelta(minutes=20),
            place=case.region.full_name,
            first_staff=first_user,
            second_staff=second_user,
            facts="现场情况与申请一致。",
            meets_conditions=True,
            signed_by=case.applicant.name,
            recorded_at=step.at,
        )
        self.checks.append(check)

    def _publicity(self, life: Life, step: Step) -> None:
        stage, case = _stage(life, step), life.case
        starts_on = timezone.localdate(step.at)
        over = next((s.at for s in life.steps if s.verb == "case.end_publicity" and s.order == stage.order), None)
        row = Publicity(
            case=case,
            stage=stage,
            content=proposed_content(case, on=starts_on),
            place=f"{case.region.name}村（居）务公开栏、本网站",
            contact=f"{stage.unit.name} {case.version.facts.consult_phone}".strip(),
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=stage.limit_n or PUBLICITY_DAYS),
            ended_at=over,
            result=NO_OBJECTION if over else "",
        )
        self.publicities.append((row, step))

    def _user(self, pk: int | None) -> User | None:
        if not self.users:
            self.users = {user.pk: user for user in User.objects.filter(is_staff=True)}
        return self.users.get(pk or 0)


def _stage(life: Life, step: Step) -> CaseStage:
    return next(stage for stage in life.stages if stage.order == step.order)
