"""一件事 in the demo: a package with a part that was refused while the others went on, and one that is being filled in."""

from __future__ import annotations

from datetime import timedelta

from accounts.data.demo_people import DAUGHTER, YOUNG_MOTHER, ShowResident
from cases.demo.walk import Stage, Walk, fill, on_weekday
from cases.domain.decide import deny_case
from cases.domain.one_thing import start_package
from cases.domain.submit import submit_application
from cases.enums import Channel
from cases.models import Application
from catalog.models import OneThing
from catalog.packages import Package, package_of, with_parts


def build_package_shows(stage: Stage) -> None:
    """Nothing where the county has no packages."""
    newborn, business = _package("newborn"), _package("open_business")
    if newborn is not None:
        _with_a_refused_part(stage, newborn)
    if business is not None:
        begun = _begun(stage, business, DAUGHTER, ["employer_insurance", "seal_record"], hours=3)
        fill(begun, stage.actor(begun.applicant), stage.now - timedelta(hours=2), lacking="all")


def _package(key: str) -> Package | None:
    one_thing = with_parts(OneThing.objects.filter(key=key)).first()
    package = package_of(one_thing) if one_thing else None
    return package if package is not None and package.is_open else None


def _begun(stage: Stage, package: Package, who: ShowResident, keys: list[str], *, hours: int) -> Application:
    resident = stage.resident(who)
    return start_package(
        applicant=resident,
        package=package,
        keys=keys,
        channel=Channel.ONLINE,
        actor=stage.actor(resident),
        now=stage.now - timedelta(hours=hours),
    )


def _with_a_refused_part(stage: Stage, package: Package) -> None:
    """The household registration is granted, the insurance denied, the card still under review."""
    application = _begun(stage, package, YOUNG_MOTHER, ["medical_enrol", "social_card"], hours=5 * 24)
    actor, at = stage.actor(application.applicant), on_weekday(stage.now - timedelta(days=2))
    fill(application, actor, at - timedelta(minutes=5))
    cases = submit_application(application=application, actor=actor, now=at)
    household, insurance, card = (Walk(stage, case, at) for case in cases)
    household.accept().grant().deliver()
    insurance.accept().review_begun().stages("deny")
    basis = insurance.case.version.facts.basis[0]
    deny_case(
        case=insurance.case,
        reasons="孩子已随父亲在外地参加居民医保，不能重复参保。",
        basis=f"《{basis.law}》{basis.article}",
        actor=insurance.approver,
        now=insurance.later(60),
    )
    card.accept().review_begun()
