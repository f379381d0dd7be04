"""申请书: what the applicant states, in full and as she left it at T1 (domain.md §3.11 no. 1; 行政许可法 Art. 29, 31)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from accounts.actors import Actor
from accounts.models import Resident
from cases.documents.common import case_facts, local_iso
from cases.enums import Channel, MaterialState
from cases.models import Application, Case, CaseMaterial, HandedPaper
from cases.rules.answers import shown_answer
from cases.rules.papers import MANDATE_PAPERS
from catalog.content import FormField, ItemContent
from core.text import plain_day

RESIDENT_CARD = "111"
NOTHING = "（未填写）"


def application_form_context(
    case: Case,
    application: Application,
    *,
    materials: Iterable[CaseMaterial],
    papers: Iterable[HandedPaper],
    actor: Actor,
    now: datetime,
) -> dict[str, Any]:
    """Sensitive answers stand in it in full: it is the applicant's own statement, and who may open it follows the case.

    `materials`: what the case requires; `papers`: what was handed in for the application so far.
    """
    return {
        **case_facts(case, now=now),
        "applicant": applicant_pairs(application),
        "agent": agent_pairs(application),
        "sections": answer_sections(case.version.facts, application, case.version.facts.key),
        "materials": material_rows(materials, {paper.key: paper for paper in papers}),
        "declaration": "",
        "signed_how": signed_how(application, actor),
        "signed_at": local_iso(now),
    }


def applicant_pairs(application: Application) -> list[list[str]]:
    person = application.applicant
    card = "居民身份证" if person.id_type == RESIDENT_CARD else "其他证件"
    pairs = [
        ["姓名", person.name],
        ["证件类型", card],
        ["证件号码", person.id_number],
        ["出生日期", plain_day(person.birth_on) if person.birth_on else ""],
        ["联系电话", person.phone],
        ["联系地址", f"{person.region.full_name}{person.address}"],
        ["实名等级", _level(person)],
    ]
    if application.guardian_consent_at:
        pairs.append(["监护人", f"{application.guardian_name}（{application.guardian_relation}）"])
    return pairs


def agent_pairs(application: Application) -> list[list[str]]:
    mandate = application.mandate
    if mandate is None:
        return []
    return [
        ["姓名", mandate.agent.display_name],
        ["与申请人关系", mandate.relation],
        ["委托期限", f"{plain_day(mandate.valid_from)}至{plain_day(mandate.valid_to)}"],
    ]


def answer_sections(facts: ItemContent, application: Application, item_key: str) -> list[dict[str, Any]]:
    """The situation and every question of the form in its section, empty ones too: what was not said is seen."""
    chosen = application.situations.get(item_key, {})
    situation = [
        {"label": s.question, "value": next((o.label for o in s.options if o.key == chosen.get(s.key)), NOTHING)}
        for s in facts.situations
    ]
    sections = {"办理情形": situation} if situation else {}
    for asked in facts.form_for(chosen):
        line = {"label": asked.label, "value": _said(asked, application)}
        sections.setdefault(asked.section or "申请内容", []).append(line)
    return [{"title": title, "fields": lines} for title, lines in sections.items()]


def material_rows(materials: Iterable[CaseMaterial], papers: dict[str, HandedPaper]) -> list[dict[str, str]]:
    return [{"name": row.name, "note": _how_handed(row, papers.get(row.key))} for row in materials]


def signed_how(application: Application, actor: Actor) -> str:
    """Who confirmed, before whom, in which way; both names when an agent acted."""
    agent = application.agent
    match application.channel:
        case Channel.DOOR:
            text = f"代办员{actor.name}凭授权委托书，把以上内容逐项读给申请人听，申请人当面确认属实"
        case Channel.ONLINE if agent is not None:
            text = f"代理人{agent.display_name}凭授权委托书登录本网站，阅读声明后在网上确认提交"
        case Channel.ONLINE:
            text = "申请人登录本网站，阅读声明后在网上确认提交"
        case _:
            text = f"工作人员{actor.name}按申请人所述录入，申请人核对后当面确认属实"
    if application.guardian_consent_at:
        text += f"；监护人{application.guardian_name}同意处理该未成年人的个人信息"
    return text


def amended_how(label: str, actor: Actor) -> str:
    """How a correction on the spot was confirmed (行政许可法 Art. 32(3))."""
    return f"工作人员{actor.name}按申请人所述当场更正“{label}”，申请人核对后当面确认属实；更正前的申请书一并留存"


def _level(person: Resident) -> str:
    return {1: "一级（凭手机号注册）", 2: "二级（姓名与身份证号已核验）", 3: "三级（本人持证当面核验）"}.get(
        person.identity_level, ""
    )


def _said(asked: FormField, application: Application) -> str:
    answer = application.answers.get(asked.key)
    return shown_answer(asked, str(answer)) if answer not in (None, "") else NOTHING


def _how_handed(row: CaseMaterial, paper: HandedPaper | None) -> str:
    if row.state == MaterialState.SHARED:
        return "以授权委托记录代替" if row.key in MANDATE_PAPERS else "由办理部门共享获取"
    if row.state == MaterialState.MISSING:
        return "暂未提交"
    if paper is not None and paper.seen_on_paper:
        return "已提交纸质件"
    return "已提交"
