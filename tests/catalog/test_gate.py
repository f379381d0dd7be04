"""Every rule of the publish gate (domain.md §2.4), once kept and once broken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from catalog.content import Fee, ItemContent, LegalBasis, Limit, Material
from catalog.gate import problems
from tests.catalog.factories import CONTENTS, KEY

GOOD = CONTENTS[KEY]
LICENCE = next(content for content in CONTENTS.values() if content.is_licence)
CERTIFICATE = next(content for content in CONTENTS.values() if content.result.kind == "certificate")
FEE = Fee(name="工本费", standard="每证5元", basis="《某条例》第三条")


def paper(**changes: Any) -> tuple[Material, ...]:
    first, *others = GOOD.materials
    return (replace(first, **changes), *others)


def without_examples(content: ItemContent) -> ItemContent:
    return replace(content, form=tuple(replace(field, example="") for field in content.form))


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
]


@pytest.mark.parametrize(("code", "content", "words"), BROKEN, ids=[f"{c}-{n}" for n, (c, _x, _w) in enumerate(BROKEN)])
def test_a_broken_rule_is_told_under_its_number_with_what_to_mend(code: str, content: ItemContent, words: str) -> None:
    assert any(reason.code == code and words in reason.text for reason in problems(content))


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        replace(GOOD, promised_limit=GOOD.statutory_limit),
        replace(GOOD, project_type="1", promised_limit=Limit(0, "instant")),
        replace(GOOD, visits=1, visits_reason="须本人按指印", online_depth="3"),
        replace(GOOD, fees=(FEE,), is_pay_online=True),
        replace(GOOD, basis=(LegalBasis(law="《中华人民共和国劳动合同法》", article="第一条"),)),
        replace(GOOD, materials=paper(source=20, source_explain="公安机关核发", shared=True)),
        LICENCE,
        CERTIFICATE,
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
