"""Every rule of the publish gate (domain.md §2.4), once kept and once broken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from catalog.codes import load
from catalog.content import Condition, Fee, ItemContent, LegalBasis, Limit, Material, Question, SpecialProcedure, Step
from catalog.gate import problems
from tests.catalog.factories import CONTENTS, KEY

GOOD = CONTENTS[KEY]
LICENCE = next(content for content in CONTENTS.values() if content.is_licence)
CERTIFICATE = next(content for content in CONTENTS.values() if content.result.kind == "certificate")
INSTANT, JOINT, PROMISE = CONTENTS["elder_card"], CONTENTS["homestead"], CONTENTS["individual_business"]
TWO_LEVELS = CONTENTS["timber_permit"]
HEARING = SpecialProcedure(kind="hearing", basis="行政许可法 第四十七条")
FEE = Fee(name="工本费", standard="每证5元", basis="《某条例》第三条")


def paper(**changes: Any) -> tuple[Material, ...]:
    first, *others = GOOD.materials
    return (replace(first, **changes), *others)


def without_examples(content: ItemContent) -> ItemContent:
    return replace(content, form=tuple(replace(field, example="") for field in content.form))


def steps_of(content: ItemContent, kind: str, **changes: Any) -> tuple[Step, ...]:
    """All steps, those of the kind changed."""
    return tuple(replace(step, **changes) if step.kind == kind else step for step in content.steps)


def with_step(content: ItemContent, **step: Any) -> ItemContent:
    """One step more, behind the acceptance."""
    at = [known.kind for known in content.steps].index("accept") + 1
    more = Step(**{"name": "多一步", "kind": "review", "level": "town", **step})
    return replace(content, steps=(*content.steps[:at], more, *content.steps[at:]))


BROKEN = [
    ("V1", replace(GOOD, promised_limit=Limit(0, "instant")), "承诺时限是“当场办结”"),
    ("V1", replace(GOOD, project_type="1"), "办件类型是即办件"),
    ("V1", replace(GOOD, promised_limit=replace(GOOD.statutory_limit, n=GOOD.statutory_limit.n + 1)), "比法定时限长"),
    ("V1", replace(GOOD, promised_limit=Limit(9, "month"), statutory_limit=Limit(20, "working_day")), "比法定时限长"),
    ("V2", replace(GOOD, visits=1, visits_reason="", online_depth="3"), "必须现场办理的原因"),
    ("V2", replace(GOOD, visits=0, visits_reason="要拍照"), "次数是0"),
    ("V3", replace(GOOD, visits=0, online_depth="3", is_mail_result=False), "都要可以邮寄"),
    ("V4", replace(GOOD, visits=1, visits_reason="要按指印", online_depth="4"), "次数应当是0"),
    ("V5", replace(GOOD, fees=(replace(FEE, basis=""),), is_pay_online=True), "没有依据"),
    ("V5", replace(GOOD, fees=(FEE,), is_pay_online=False), "请打开网上支付"),
    ("V5", replace(GOOD, fees=(), is_pay_online=True), "请关闭网上支付"),
    ("V6", replace(GOOD, complaint_phone=""), "都要填写"),
    ("V6", replace(GOOD, complaint_phone=GOOD.consult_phone), "不能是同一个号码"),
    ("V7", replace(GOOD, service_objects=(), personal_themes=(), corporate_themes=()), "请选择服务对象"),
    ("V7", replace(GOOD, personal_themes=()), "至少选择一个自然人主题"),
    ("V7", replace(GOOD, service_objects=("1", "2"), corporate_themes=()), "至少选择一个法人主题"),
    ("V7", replace(GOOD, service_objects=("2",), corporate_themes=("x",)), "服务对象却没有自然人"),
    ("V7", replace(GOOD, corporate_themes=("x",)), "服务对象却没有法人"),
    ("V8", replace(LICENCE, questions=()), "常见问题"),
    ("V8", replace(LICENCE, steps=LICENCE.steps[:-1]), "五个环节"),
    ("V9", replace(GOOD, result=replace(GOOD.result, name="")), "办理结果的名称"),
    ("V9", replace(CERTIFICATE, result=replace(CERTIFICATE.result, sample="", type_code="")), "上传样本"),
    ("V10", replace(GOOD, materials=paper(basis="")), "设定依据"),
    ("V10", replace(GOOD, materials=paper(source=20, source_explain="")), "来源说明"),
    ("V10", replace(GOOD, form=()), "空白表"),
    ("V10", without_examples(GOOD), "样表"),
    ("V10", replace(GOOD, materials=paper(name="法律法规规定的其他材料")), "兜底"),
    ("V10", replace(GOOD, materials=paper(situations=("who.nobody",))), "没有这个情形选项"),
    ("V11", replace(GOOD, materials=paper(name="村委会出具的亲属关系证明")), "不得要求村（社区）出具"),
    ("V12", replace(GOOD, materials=paper(shared=True, source=10)), "不能是申请人自备"),
    ("V13", replace(GOOD, basis=()), "至少要有一条"),
    ("V13", replace(GOOD, basis=(LegalBasis(law="某办法"),)), "没有写明条款号"),
    ("V13", replace(GOOD, basis=(LegalBasis(law="《中华人民共和国合同法》", article="第一条"),)), "已经废止"),
    ("V15", replace(LICENCE, special_procedures=(replace(HEARING, kind="data_check"),)), "不能暂停行政许可的时限"),
    ("V15", replace(LICENCE, special_procedures=(replace(HEARING, basis=""),)), "没有写依据"),
    ("V15", replace(LICENCE, special_procedures=(replace(HEARING, max_days=0),)), "最长要多少个工作日"),
    ("V15", replace(LICENCE, special_procedures=(HEARING, HEARING)), "重复"),
    ("V15", replace(JOINT, special_procedures=()), "加上“听证”"),
    ("V16", replace(JOINT, steps=tuple(s for s in JOINT.steps if "自然" in s.name or not s.parallel)), "旁边没有"),
    ("V16", replace(JOINT, steps=(*JOINT.steps, replace(JOINT.steps[3]))), "要挨着"),
    ("V16", replace(JOINT, steps=steps_of(JOINT, "approve", parallel="联审")), "不能和别的环节同时进行"),
    ("V16", replace(GOOD, joint_handling=True), "没有写别的部门"),
    ("V17", with_step(GOOD, department="云溪县残疾人联合会"), "层级改成县级"),
    ("V17", with_step(GOOD, level="county", department=GOOD.department), "本事项自己的部门"),
    ("V17", replace(LICENCE, steps=steps_of(LICENCE, "approve", department="云溪县民政局")), "由决定的单位自己办"),
    ("V18", replace(TWO_LEVELS, steps=steps_of(TWO_LEVELS, "site_check", min_staff=1)), "两名以上"),
    ("V19", with_step(GOOD, kind="publicity"), "公示多少天"),
    ("V20", with_step(replace(TWO_LEVELS, joint_handling=False), limit=Limit(21)), "下级"),
    ("V21", with_step(GOOD, limit=Limit(22)), "超过了承诺时限"),
    ("V21", with_step(GOOD, limit=Limit(31)), "超过了法定时限"),
    ("V21", with_step(TWO_LEVELS, limit=Limit(2, "month"), counts_in_limit=False), "超过了法定时限"),
    ("V22", replace(TWO_LEVELS, extension_days=11), "最多延长10个工作日"),
    ("V22", replace(JOINT, extension_days=16), "最多延长15个工作日"),
    ("V23", replace(GOOD, tolerance_allowed=False), "又没有允许容缺受理"),
    ("V23", replace(INSTANT, tolerance_allowed=True, tolerance_limit=Limit(0, "instant")), "没有写哪些材料"),
    ("V23", replace(GOOD, tolerance_limit=Limit(0)), "多少个工作日内补齐"),
    ("V23", replace(GOOD, tolerance_limit=Limit(GOOD.promised_limit.n + 1)), "比承诺时限还长"),
    ("V24", replace(PROMISE, commitment_text=" "), "一行一条"),
    ("V24", replace(PROMISE, commitment_materials=()), "代替哪些材料"),
    ("V24", replace(PROMISE, commitment_materials=("nothing",)), "材料里没有"),
    ("V24", replace(PROMISE, commitment_materials=("id_card",)), "不能用承诺代替"),
    ("V24", replace(PROMISE, commitment_allowed=False), "没有允许告知承诺"),
    ("V25", replace(LICENCE, relief_first=True), "先行救助"),
    ("V26", replace(LICENCE, statutory_limit=Limit(21, "working_day"), joint_handling=False), "20个工作日内作出决定"),
    ("V26", replace(JOINT, time_regime="licensing", statutory_limit=Limit(46, "working_day")), "45个工作日内作出决定"),
    (
        "V27",
        replace(GOOD, conditions=(*GOOD.conditions, Condition(" "))),
        f"第{len(GOOD.conditions) + 1}行没有填写完整",
    ),
    ("V27", replace(GOOD, materials=paper(name="")), "“材料”第1行"),
    ("V27", replace(GOOD, questions=(*GOOD.questions, Question("怎么办？", ""))), "“常见问题”"),
]


@pytest.mark.parametrize(("code", "content", "words"), BROKEN, ids=[f"{c}-{n}" for n, (c, _x, _w) in enumerate(BROKEN)])
def test_a_broken_rule_is_told_under_its_number_with_what_to_mend(code: str, content: ItemContent, words: str) -> None:
    assert any(reason.code == code and words in reason.text for reason in problems(content))


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        replace(GOOD, promised_limit=GOOD.statutory_limit),
        INSTANT,
        JOINT,
        PROMISE,
        with_step(GOOD, kind="publicity", limit=Limit(20, "day"), counts_in_limit=False),
        replace(JOINT, steps=tuple(replace(s, limit=Limit(3)) if s.parallel else s for s in JOINT.steps)),
        replace(GOOD, visits=1, visits_reason="须本人按指印", online_depth="3"),
        replace(GOOD, fees=(FEE,), is_pay_online=True),
        replace(GOOD, basis=(LegalBasis(law="《中华人民共和国劳动合同法》", article="第一条"),)),
        replace(GOOD, materials=paper(source=20, source_explain="公安机关核发", shared=True)),
        LICENCE,
        CERTIFICATE,
        replace(LICENCE, statutory_limit=Limit(60, "working_day", "《某法》第十条")),
    ],
)
def test_a_content_that_keeps_the_rules_passes(content: ItemContent) -> None:
    assert [reason.text for reason in problems(content)] == []


def test_everything_that_is_wrong_is_told_at_once() -> None:
    content = replace(GOOD, complaint_phone="", basis=(), personal_themes=(), result=replace(GOOD.result, name=""))
    assert {reason.code for reason in problems(content)} == {"V6", "V7", "V9", "V13"}


def test_a_rule_names_the_law_behind_it() -> None:
    reason = next(r for r in problems(replace(GOOD, is_pay_online=True)) if r.code == "V5")
    assert reason.law == "行政许可法 第58条"


@pytest.mark.law("R6", "R12", "R13", "R19", "R25")
@pytest.mark.parametrize(
    ("rule", "code"), [("R6", "V26"), ("R12", "V5"), ("R13", "V12"), ("R19", "V11"), ("R25", "V23")]
)
def test_rules_of_law_are_kept_by_the_gate_before_a_guide_is_published(rule: str, code: str) -> None:
    broken = [content for one, content, _words in BROKEN if one == code]
    assert broken, rule
    assert all(code in {reason.code for reason in problems(content)} for content in broken)


@pytest.mark.law("R19")
def test_none_of_the_twenty_proofs_may_be_demanded_from_a_village() -> None:
    proofs = load("forbidden_proofs")
    assert [proof["number"] for proof in proofs] == list(range(1, 21))
    for proof in proofs:
        found = problems(replace(GOOD, materials=paper(name=f"村委会出具的{proof['name']}")))
        assert [proof["channel"] in reason.text for reason in found if reason.code == "V11"] == [True], proof["name"]


@pytest.mark.law("R25")
def test_papers_may_not_follow_later_than_the_result_is_promised() -> None:
    late = replace(GOOD, tolerance_limit=Limit(GOOD.promised_limit.n + 1))
    assert [reason.code for reason in problems(late)] == ["V23"]
