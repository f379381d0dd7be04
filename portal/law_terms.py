"""The terms that run in a case, for lawyers: how long, from what, by which law, and what stops them. Numbers from the code."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields

from cases.clock import DELIVERY_TERM, INTAKE_TERM
from cases.domain.bars import FALSE_PAPERS, FRAUD, GROUNDS
from cases.domain.periodic import EXPIRY_REMINDERS
from cases.domain.publicity import USUAL as PUBLICITY_TERM
from cases.domain.supervise import ANSWER_WITHIN
from cases.domain.ways import CHECK_PROMISE_WITHIN
from cases.rules.hearings import NOTICE, TO_ANSWER, TO_ORGANISE, TO_REQUEST
from cases.rules.linked import RENEW_FROM
from cases.rules.renewing import APPLY_BEFORE
from cases.rules.special import JOINT_EXTENSION, LICENCE_EXTENSION
from catalog.choices import STATUTORY_PROCEDURES, ProcedureKind
from catalog.content import ItemContent, Limit
from catalog.gate.procedure import DECISION, JOINT_DECISION, LOWER_REVIEW
from core.text import format_limit
from flow.clocks import Term

LAW = "行政许可法"
WORKING = "working_day"
NOTHING = "不停止"
HOLIDAYS = "按工作日计算的，当日不计入，节假日不计入；按自然日、月计算的，末日遇休息日顺延。"


@dataclass(frozen=True)
class TermRow:
    """`clock` is the kind in `cases.clock`, '' for a term that is reckoned once and told. `default`: an item may set it."""

    clock: str
    name: str
    begins: str
    length: str
    law: str
    stops: str
    after: str
    default: bool = False


def _text(term: Term | Limit) -> str:
    return f"{term.n} 个自然日" if str(term.unit) == "day" else format_limit(term.n, str(term.unit))


def _days(n: int) -> str:
    return format_limit(n, WORKING)


def _months(ground: str) -> str:
    return format_limit(GROUNDS[ground][0], "month")


def term_rows() -> list[TermRow]:
    """Every clock of a case, then the terms beside it. Built when asked: the words are those of the day."""
    blank = {"correction": _default("correction_limit"), "tolerance": _default("tolerance_limit")}
    named = "、".join(str(kind.label) for kind in ProcedureKind if kind in STATUTORY_PROCEDURES)
    return [
        TermRow("intake", "收件审查", "收到申请材料", _text(INTAKE_TERM), f"{LAW}第32条、第82条", NOTHING,
                "逾期没有一次告知补正的，行政许可自收到材料之日起视为受理，并向监督人员发督办单。"),
        TermRow("correction", "申请人补正", "一次性告知补正", blank["correction"], "各事项自定，法律没有规定", NOTHING,
                "提醒一次后由经办人确认退件，可以重新申请。", default=True),
        TermRow("statutory", "法定办结期限", "受理之日（视为受理的，收到材料之日）",
                f"行政许可 {_days(DECISION)}，联合办理 {_days(JOINT_DECISION)}；其他事项从其规定", f"{LAW}第42条",
                f"只有第45条所列程序：{named}；须书面告知所需时间",
                f"经机关负责人批准可延长一次，不超过 {_days(LICENCE_EXTENSION)}；联合办理经本级政府负责人批准，"
                f"不超过 {_days(JOINT_EXTENSION)}，并告知理由。逾期亮红灯，决定仍然有效。", default=True),
        TermRow("promised", "承诺办结期限", "受理之日", "各事项自定，不得长于法定期限", "优化营商环境条例第36条",
                "特别程序；指南写明不计入的环节（如公示）", "逾期亮红灯并发督办单。", default=True),
        TermRow("stage", "环节期限", "环节开始", f"各事项自定；下级机关审查不超过 {_days(LOWER_REVIEW)}", f"{LAW}第43条",
                "特别程序", "逾期亮红灯，不影响继续办理。", default=True),
        TermRow("suspension", "特别程序", "批准特别程序", "告知的天数，不超过指南写明的最长天数", f"{LAW}第45条", NOTHING,
                "期满自动恢复办理，各期限接着计算。", default=True),
        TermRow("tolerance", "容缺补交", "容缺受理", blank["tolerance"], "各地容缺受理规定", NOTHING,
                "补齐之前不发结果；逾期可以终止办理。", default=True),
        TermRow("delivery", "送达", "作出决定", _text(DELIVERY_TERM), f"{LAW}第44条", NOTHING, "单独计算，不占办理期限。"),
        TermRow("", "要求听证", "告知听证权利", _text(TO_REQUEST), f"{LAW}第47条", NOTHING, "逾期没有要求的，视为放弃。"),
        TermRow("", "组织听证", "收到听证要求", _text(TO_ORGANISE), f"{LAW}第47条", NOTHING, "听证时间不计入办理期限。"),
        TermRow("", "听证通知", "举行听证之前", _text(NOTICE), f"{LAW}第48条", NOTHING, "通知申请人、利害关系人，必要时公告。"),
        TermRow("", "利害关系人陈述意见", "告知利害关系人", _text(TO_ANSWER), f"{LAW}第36条，天数由本县自定", NOTHING,
                "逾期没有答复的，记录在案后继续办理。", default=True),
        TermRow("", "公示", "公示开始", _text(PUBLICITY_TERM), "各事项自定，救助类常用七日", NOTHING,
                "有异议没有处理完的，不能结束公示。", default=True),
        TermRow("", "申请延续", "有效期届满之前",
                f"最早 {RENEW_FROM.days} 天，至迟 {APPLY_BEFORE.days} 天；"
                f"届满前 {EXPIRY_REMINDERS[0]} 天和 {EXPIRY_REMINDERS[1]} 天各提醒一次",
                f"{LAW}第50条", NOTHING, "依法提出申请而届满前没有作出决定的行政许可，视为准予延续。"),
        TermRow("", "承诺核查", "按告知承诺受理", _text(CHECK_PROMISE_WITHIN), "国办发〔2020〕42号，时间由本县自定", NOTHING,
                "承诺不实的，撤销决定。", default=True),
        TermRow("", "督办答复", "发出督办单", _text(ANSWER_WITHIN), "GB/T 39046，天数由本县自定", NOTHING, "", default=True),
        TermRow("", "不得再次申请", "认定之日",
                f"提供虚假材料 {_months(FALSE_PAPERS)}，骗取许可 {_months(FRAUD)}", f"{LAW}第78条、第79条", NOTHING,
                "期间申请同一事项的，不予受理，并告知依据和截止日期。"),
        TermRow("", "申请复议、提起诉讼", "收到决定", "复议 60 日，诉讼 6 个月", "行政复议法第20条；行政诉讼法第46条", NOTHING,
                "写在每一份不利决定上，并给出网上复议的办法。"),
    ]  # fmt: skip


def _default(field: str) -> str:
    limit = _limit(field)
    return f"默认 {_text(limit)}"


def _limit(name: str) -> Limit:
    found = next(one for one in fields(ItemContent) if one.name == name)
    made = found.default_factory() if found.default_factory is not MISSING else found.default
    if not isinstance(made, Limit):
        raise TypeError(name)
    return made
