"""Show cases of every turn the law knows: tolerance, promise, pause, extension, hearing, objection, later cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.actors import SYSTEM, Actor
from accounts.data.demo_people import DAUGHTER, ELDER, NEIGHBOUR, YOUNG_MOTHER
from accounts.models import Role
from cases.demo.walk import Stage, Walk
from cases.domain.correct import Defect, request_correction
from cases.domain.fees import ask_payment, record_payment
from cases.domain.hand_overs import hand_over_papers
from cases.domain.hearings import announce_hearing, request_hearing, tell_hearing_right
from cases.domain.lapse import lapse_case, propose_lapse
from cases.domain.publicity import end_publicity, raise_objection
from cases.domain.special import extend_case, propose_extension, propose_suspension, resume_case, suspend_case
from cases.domain.terminate import terminate_case
from cases.domain.transfer import propose_transfer, transfer_case
from cases.domain.ways import accept_on_promise, accept_with_tolerance, check_promise, deem_accepted
from cases.domain.withdraw import withdraw_case
from cases.enums import CaseKind, MaterialState
from cases.models import PaymentWay, Reminder
from cases.rules.hearings import earliest_day
from cases.rules.ways import correction_reminder_key
from catalog.choices import StepKind
from places.models import Unit

PUBLIC = Actor(name="群众")


def build_law_shows(stage: Stage) -> None:
    """Each show is one case and what follows from it."""
    for show in SHOWS:
        show(stage)


def tolerance(stage: Stage) -> None:
    """容缺受理: the photograph or the like follows; the term for it runs."""
    walk = Walk.received(stage, NEIGHBOUR, "temporary_relief", days=2, lacking="follows")
    walk.check()
    walk.case = accept_with_tolerance(case=walk.case, signed=True, actor=walk.clerk, now=walk.later(20))


def promise(stage: Stage) -> None:
    """告知承诺: granted on a promise, which was checked afterwards and kept."""
    walk = Walk.received(stage, NEIGHBOUR, "flexible_employment", days=20, lacking="promised")
    walk.check()
    walk.case = accept_on_promise(case=walk.case, signed=True, actor=walk.clerk, now=walk.later(20))
    walk.grant()
    finding = "实地走访，申请人确在溪北菜市场摆摊，承诺属实。"
    check_promise(case=walk.case, kept=True, finding=finding, actor=walk.reviewer, now=walk.days(6))


def inspection(stage: Stage) -> None:
    """The clocks stand while the food is inspected; an earlier one went on after its report and needed more time."""
    waiting = Walk.received(stage, DAUGHTER, "food_workshop", days=6).accept()
    _pause(waiting.review_begun())
    earlier = Walk.received(stage, YOUNG_MOTHER, "food_workshop", days=12).accept()
    _pause(earlier.review_begun())
    result = "检验报告：样品符合《食品安全国家标准》。"
    earlier.case = resume_case(case=earlier.case, result=result, actor=earlier.reviewer, now=earlier.days(3))
    reason = "检验报告晚到，现场核查需要重新安排时间。"
    propose_extension(case=earlier.case, days=10, reason=reason, actor=earlier.reviewer, now=earlier.later(30))
    earlier.case = extend_case(case=earlier.fresh(), actor=earlier.staff(Role.UNIT_HEAD), now=earlier.days(1))


def _pause(walk: Walk) -> None:
    reason = "首次登记，产品须抽样送检。"
    propose_suspension(
        case=walk.case, kind="inspection", days=10, reason=reason, body="云溪县食品检验检测中心",
        actor=walk.reviewer, now=walk.later(30),
    )  # fmt: skip
    walk.case = suspend_case(case=walk.fresh(), actor=walk.approver, now=walk.later(30))


def hearing(stage: Stage) -> None:
    """The right to a hearing told and used; the hearing is announced for a day that is still to come."""
    walk = Walk.received(stage, YOUNG_MOTHER, "timber_permit", days=9).accept().review_begun()
    tell_hearing_right(case=walk.case, actor=walk.reviewer, now=walk.later(30))
    request_hearing(case=walk.fresh(), requested_by=walk.case.applicant.name, actor=walk.applicant, now=walk.days(2))
    now = walk.days(1)
    day = earliest_day(walk.case, on=timezone.localdate(now))
    announce_hearing(
        case=walk.fresh(),
        held_at=timezone.make_aware(datetime.combine(day, time(9, 30))),
        place="县自然资源和林业部门二楼会议室",
        presider=walk.staff(Role.UNIT_HEAD).user_id or 0,
        in_public=True,
        actor=walk.reviewer,
        now=now,
    )


def objection(stage: Stage) -> None:
    """A publicity runs, and somebody has objected."""
    walk = Walk.received(stage, ELDER, "minimum_living", days=6).accept().review_begun()
    walk.stages("grant")
    text = "听说他家二儿子在县城有门面，请核实一下收入。"
    raise_objection(case=walk.fresh(), text=text, by_name="一名村民", actor=PUBLIC, now=walk.days(1))


def joint(stage: Stage) -> None:
    """Parallel stages: after the check on site one unit has answered, the others still have it."""
    walk = Walk.received(stage, NEIGHBOUR, "homestead", days=5).accept().review_begun()
    walk.stages("grant", until_joint=True)


def joint_at_county(stage: Stage) -> None:
    """联合办理 of two county departments: published, one has answered; the head of the government is asked for more time."""
    walk = Walk.received(stage, ELDER, "public_rental", days=24).accept().review_begun()
    walk.stages("grant")
    town = stage.of_unit(walk.case.stages.get(kind=StepKind.PUBLICITY).unit, Role.REVIEWER)
    end_publicity(case=walk.fresh(), actor=town, now=walk.days(12))
    walk.fresh()
    walk.stages("grant", until_joint=True)
    reason = "不动产信息要到外县核对，需要时间。"
    propose_extension(case=walk.case, days=10, reason=reason, actor=walk.reviewer, now=walk.later(30))


def fees(stage: Stage) -> None:
    """工本费: one waits for the payment that was asked for, one was paid and granted."""
    waiting = Walk.received(stage, DAUGHTER, "id_card_replacement", days=4).accept().review_begun()
    _ask_forty(waiting)
    paid = Walk.received(stage, YOUNG_MOTHER, "id_card_replacement", days=16).accept().review_begun()
    _ask_forty(paid)
    record_payment(
        case=paid.fresh(), way=PaymentWay.ONLINE, reference="990126110000128", actor=paid.clerk, now=paid.days(2)
    )
    paid.fresh()
    paid.grant()


def _ask_forty(walk: Walk) -> None:
    amounts = {fee.name: Decimal(40) for fee in walk.case.version.facts.fees}
    due_on = timezone.localdate(walk.at) + timedelta(days=10)
    ask_payment(case=walk.case, amounts=amounts, due_on=due_on, actor=walk.reviewer, now=walk.later(20))


def ends(stage: Stage) -> None:
    """Withdrawn, terminated, returned because nothing was supplied, and passed on to another unit."""
    withdrawn = Walk.received(stage, YOUNG_MOTHER, "elder_card", days=4)
    withdrawn.case = withdraw_case(
        case=withdrawn.case, reason="填错了事项，重新申请。", actor=withdrawn.applicant, now=withdrawn.later(60)
    )
    ended = Walk.received(stage, NEIGHBOUR, "pension_enrol", days=8).accept().review_begun()
    ended.case = terminate_case(
        case=ended.case,
        ground="duplicate",
        reasons="申请人已经参加城乡居民基本养老保险，同一事项正在另一个办件中办理。",
        basis="《社会保险经办条例》第十条",
        actor=ended.approver,
        now=ended.days(1),
    )
    _lapsed(stage)
    _transferred(stage)


def _lapsed(stage: Stage) -> None:
    walk = Walk.received(stage, DAUGHTER, "elder_card", days=60, lacking="one")
    material = walk.case.materials.filter(state=MaterialState.MISSING).first()
    if material is None:
        return
    defects = [Defect(material.key, material.name, "申请时没有提交", "请拍照上传")]
    request_correction(case=walk.case, defects=defects, actor=walk.clerk, now=walk.later(30))
    due = walk.fresh().correction_due_on
    if due is None:
        return
    last = timezone.make_aware(datetime.combine(due, time(10)))
    key = correction_reminder_key(walk.case)
    Reminder.objects.get_or_create(key=key, defaults={"sent_at": last - timedelta(days=3)})
    walk.at = last + timedelta(days=1)
    propose_lapse(case=walk.fresh(), now=walk.at, actor=SYSTEM)
    walk.case = lapse_case(case=walk.fresh(), actor=walk.clerk, now=walk.days(1))


def _transferred(stage: Stage) -> None:
    walk = Walk.received(stage, DAUGHTER, "disabled_subsidy", days=5).accept()
    to = Unit.objects.select_related("region").exclude(pk=walk.case.unit_id).filter(kind=walk.case.unit.kind)
    other = to.order_by("pk")[0]
    propose_transfer(
        case=walk.case,
        to_unit=other,
        reason="机构职责调整，此项补贴改由接收单位负责。",
        basis="《云溪县机构改革方案》",
        actor=walk.reviewer,
        now=walk.later(60),
    )
    receiver = stage.of_unit(other, Role.REVIEWER)
    walk.case = transfer_case(case=walk.fresh(), actor=receiver, now=walk.days(1))


def travelling(stage: Stage) -> None:
    """移交清单: taken in at the window of the town, decided by a department; the papers are on their way."""
    walk = Walk.received(stage, ELDER, "disabled_subsidy", days=1, at_window=True)
    hand_over_papers(case=walk.case, carried_by="县机要交换", actor=stage.staff("clerk"), now=walk.later(30))


def deemed(stage: Stage) -> None:
    """视为受理: nobody answered in five working days."""
    walk = Walk.received(stage, YOUNG_MOTHER, "individual_business", days=12)
    walk.case = deem_accepted(case=walk.case, now=walk.days(9))


def afterwards(stage: Stage) -> None:
    """After the decision nothing is edited: changed, corrected, renewed and revoked by cases of their own."""
    changed = Walk.received(stage, DAUGHTER, "individual_business", days=50).accept().grant()
    changed.deliver()
    address = {"address": "云溪县溪北街道集市路21号"}
    change = changed.linked(CaseKind.CHANGE, "店面搬了地方。", address, by=changed.applicant)
    change.accept().grant()
    correction = changed.linked(
        CaseKind.CORRECT_ERROR, "证上的备注印错一个字。", {"note": "预包装食品零售"}, by=changed.reviewer
    )
    correction.accept().grant()
    renewed = Walk.received(stage, NEIGHBOUR, "timber_permit", days=340).accept().grant()
    renewed.deliver()
    renewed.at = stage.now - timedelta(days=20)
    renewal = renewed.linked(CaseKind.RENEW, "还没有砍完，请延期一年。", {}, by=renewed.applicant)
    renewal.accept().grant()
    revoked = Walk.received(stage, NEIGHBOUR, "food_workshop", days=45).accept().grant()
    revoked.deliver()
    reason = "经查，申请时提交的健康证明是伪造的，属于以欺骗手段取得。"
    revocation = revoked.linked(CaseKind.REVOKE, reason, {}, by=revoked.staff(Role.UNIT_HEAD))
    revocation.review_begun().hear_holder("健康证明是别人代办的，我不知道是假的，愿意重新体检。").grant()
    _moved(stage)


def _moved(stage: Stage) -> None:
    """A change that walks a stage again: the workshop moved, so its new place is looked at (`Step.again_for`)."""
    workshop = Walk.received(stage, YOUNG_MOTHER, "food_workshop", days=70).accept().grant()
    workshop.deliver()
    workshop.days(30)
    new = {"address": "云溪县溪北街道桥头巷6号", "note": "生产场所已于变更时重新核查。"}
    move = workshop.linked(CaseKind.CHANGE, "作坊搬到了桥头巷。", new, by=workshop.applicant)
    move.accept().grant().deliver()


SHOWS: tuple[Callable[[Stage], None], ...] = (
    tolerance,
    promise,
    inspection,
    hearing,
    objection,
    joint,
    joint_at_county,
    fees,
    ends,
    travelling,
    deemed,
    afterwards,
)
