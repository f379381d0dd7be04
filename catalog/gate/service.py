"""Rules on the service as a whole: V1–V9 and V13. Each yields sentences that say what to mend."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from catalog import codes
from catalog.content import ItemContent
from catalog.gate.rules import Rule
from catalog.lengths import is_longer

LICENCE_STEPS = ("accept", "review", "approve", "conclude", "deliver")
PERSONAL, CORPORATE = ("1",), ("2", "3", "4", "6")


def v1_limits(content: ItemContent) -> Iterator[str]:
    """V1"""
    instant = content.promised_limit.unit == "instant"
    if instant and not content.is_instant:
        yield _("The promise is “at once”: set the kind of case to “handled at once”, or promise a number of days.")
    if content.is_instant and not instant:
        yield _("The kind of case is “handled at once”: set the unit of the promised limit to “at once”.")
    if is_longer(content.promised_limit, content.statutory_limit):
        yield _(
            "The promised limit is longer than the statutory one. Shorten the promise or correct the statutory limit."
        )


def v2_visit_reason(content: ItemContent) -> Iterator[str]:
    """V2"""
    if content.visits > 0 and not content.visits_reason:
        yield _("A visit to the office is required: give the reason why it is necessary.")
    if content.visits == 0 and content.visits_reason:
        yield _("No visit is required, but a reason for one is given: delete the reason or set the number of visits.")


def v3_mailable(content: ItemContent) -> Iterator[str]:
    """V3"""
    fully_online = content.is_online and content.online_depth == "4"
    if content.visits == 0 and not fully_online and not (content.is_mail_material and content.is_mail_result):
        yield _("No visit is required and it is not fully online: papers and result must be allowed by post.")


def v4_full_online(content: ItemContent) -> Iterator[str]:
    """V4"""
    if content.online_depth == "4" and content.visits > 0:
        yield _(
            "“Online throughout” allows no visit to the office: set the visits to 0 or choose a lower online depth."
        )


def v5_fees(content: ItemContent) -> Iterator[str]:
    """V5 行政许可法 第58条"""
    for fee in content.fees:
        if not fee.basis:
            yield _(
                "The fee “%(fee)s” has no legal basis. Without a law or administrative regulation no fee may be taken."
            ) % {"fee": fee.name}
    if content.fees and not content.is_pay_online:
        yield _("There is a fee: switch online payment on.")
    if not content.fees and content.is_pay_online:
        yield _("There is no fee: switch online payment off.")


def v6_phones(content: ItemContent) -> Iterator[str]:
    """V6"""
    if not content.consult_phone or not content.complaint_phone:
        yield _("Give both telephone numbers: one for questions, one for complaints.")
    elif content.consult_phone == content.complaint_phone:
        yield _("Questions and complaints have the same telephone number: complaints need another one.")


def v7_themes(content: ItemContent) -> Iterator[str]:
    """V7"""
    personal = any(code in PERSONAL for code in content.service_objects)
    corporate = any(code in CORPORATE for code in content.service_objects)
    if not content.service_objects:
        yield _("Choose who is served.")
    if personal and not content.personal_themes:
        yield _("Persons are served: choose at least one theme for persons.")
    if corporate and not content.corporate_themes:
        yield _("Businesses are served: choose at least one theme for businesses.")
    if content.personal_themes and not personal:
        yield _("There are themes for persons, but persons are not served: delete the themes or add the persons.")
    if content.corporate_themes and not corporate:
        yield _("There are themes for businesses, but they are not served: delete the themes or add the businesses.")


def v8_licence_guide(content: ItemContent) -> Iterator[str]:
    """V8"""
    if not content.is_licence:
        return
    if not content.questions:
        yield _("A licence needs at least one frequent question with its answer.")
    kinds = {"review" if step.kind == "joint_review" else step.kind for step in content.steps}
    if len(content.steps) < len(LICENCE_STEPS) or not set(LICENCE_STEPS) <= kinds:
        yield _("A licence needs the five steps acceptance, review, decision, conclusion and delivery.")


def v9_result_sample(content: ItemContent) -> Iterator[str]:
    """V9"""
    if not content.result.name:
        yield _("Say what the applicant gets as a result.")
    if content.result.kind == "certificate" and not (content.result.sample or content.result.type_code):
        yield _("The result is a certificate: upload a sample, or give its type code so that a sample can be drawn.")


def v13_basis(content: ItemContent) -> Iterator[str]:
    """V13"""
    if not content.basis:
        yield _("Give at least one legal basis.")
    for basis in content.basis:
        if not basis.article and not basis.document_no:
            yield _("The basis “%(law)s” has no article number.") % {"law": basis.law}
        if repealed := codes.repealed_law(basis.law):
            yield _("“%(law)s” was repealed (%(by)s). Name the law in force.") % {"law": basis.law, "by": repealed}


SERVICE_RULES: tuple[Rule, ...] = (
    v1_limits,
    v2_visit_reason,
    v3_mailable,
    v4_full_online,
    v5_fees,
    v6_phones,
    v7_themes,
    v8_licence_guide,
    v9_result_sample,
    v13_basis,
)
