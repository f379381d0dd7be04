"""The project's own data files: fifteen complete service items, twelve more for the packages, one that costs something,
and their code lists."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
import yaml

from catalog import codes
from catalog.content import FormField, ItemContent, Limit, Material
from catalog.domain.load import read_items
from catalog.gate import problems
from catalog.lengths import runs_of
from core.identifiers import bank_account_problem, id_number_problem, phone_problem, uscc_problem
from places.data.demo_county import COUNTY, DEPARTMENTS

ITEMS = Path(codes.__file__).parent / "data" / "items"
FIFTEEN = (
    "birth_registration",
    "rebirth_approval",
    "elder_card",
    "senior_allowance",
    "minimum_living",
    "temporary_relief",
    "extremely_poor",
    "disabled_subsidy",
    "pension_enrol",
    "flexible_employment",
    "individual_business",
    "homestead",
    "timber_permit",
    "food_workshop",
    "public_rental",
)
FURTHER = (
    "birth_certificate",
    "newborn_household",
    "medical_enrol",
    "social_card",
    "pension_claim",
    "employee_retirement",
    "death_household",
    "survivor_benefit",
    "medical_close",
    "tax_registration",
    "seal_record",
    "employer_insurance",
    "id_card_replacement",
)
COSTS = {"id_card_replacement": "居民身份证法"}  # the law that says so
NAMES = (*FIFTEEN, *FURTHER)


def read(name: str) -> Any:
    folder = ITEMS / "further" if name in FURTHER else ITEMS
    return yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))


CONTENTS = {name: ItemContent.from_json(read(name)) for name in NAMES}
every_item = pytest.mark.parametrize("item", CONTENTS.values(), ids=NAMES)


def unknown_keys(kind: Any, value: Any, path: str = "") -> list[str]:
    if get_origin(kind) in (Union, UnionType):
        return [] if value is None else unknown_keys(get_args(kind)[0], value, path)
    if get_origin(kind) is tuple:
        return [p for i, part in enumerate(value) for p in unknown_keys(get_args(kind)[0], part, f"{path}[{i}]")]
    if not is_dataclass(kind):
        return []
    hints = get_type_hints(kind)
    strange = [f"{path}.{key}" for key in value if key not in {f.name for f in fields(kind)}]
    return strange + [
        p for key, part in value.items() if key in hints for p in unknown_keys(hints[key], part, f"{path}.{key}")
    ]


def counted_days(limit: Limit | None) -> int:
    return limit.n if limit else 0


def by_key(attribute: str) -> dict[str, list[tuple[str, Any]]]:
    found: dict[str, list[tuple[str, Any]]] = {}
    for name, item in CONTENTS.items():
        for part in getattr(item, attribute):
            found.setdefault(part.key, []).append((name, part))
    return found


def test_the_folder_holds_exactly_the_fifteen_items() -> None:
    assert sorted(path.stem for path in ITEMS.glob("*.yaml")) == sorted(FIFTEEN)


def test_the_further_items_stand_apart_and_are_read_behind_them() -> None:
    assert sorted(path.stem for path in (ITEMS / "further").glob("*.yaml")) == sorted(FURTHER)
    assert [content.key for content in read_items()] == [*sorted(FIFTEEN), *sorted(FURTHER)]


@pytest.mark.parametrize("name", NAMES)
def test_an_item_file_uses_only_keys_of_the_contract(name: str) -> None:
    assert unknown_keys(ItemContent, read(name), name) == []
    assert read(name)["key"] == name


@every_item
def test_an_item_survives_the_way_through_json(item: ItemContent) -> None:
    assert ItemContent.from_json(json.loads(json.dumps(item.to_json()))) == item


@every_item
def test_an_item_passes_the_publish_gate(item: ItemContent) -> None:
    assert [reason.text for reason in problems(item)] == []


@every_item
def test_the_parts_that_a_guide_shows_are_filled(item: ItemContent) -> None:
    parts = (item.summary, item.aliases, item.basis, item.conditions, item.materials, item.form, item.steps)
    texts = (item.result.name, item.privacy_purpose, item.processor_basis, item.rights, item.duties)
    assert all(parts) and all(texts)
    assert all(condition.basis for condition in item.conditions)
    assert 3 <= len(item.questions) <= 5
    assert item.remedy.reconsideration_phone and item.remedy.court_phone


@every_item
def test_a_summary_is_one_short_sentence(item: ItemContent) -> None:
    assert len(item.summary) <= 45 and item.summary.count("。") == 1 and item.summary.endswith("。")


@every_item
def test_the_task_code_is_body_level_and_catalogue_code(item: ItemContent) -> None:
    body, level, catalog_code = item.task_code[:18], item.task_code[18], item.task_code[19:]
    assert uscc_problem(body) is None
    assert body[2:8] == "990100", "the region does not exist, so that nobody takes the body for a real one"
    assert level == item.use_level
    assert catalog_code == item.catalog_code and len(catalog_code) == 12 and catalog_code.isdigit()


@every_item
def test_the_steps_fit_into_the_promise(item: ItemContent) -> None:
    inside = [step for step in item.steps if step.kind != "deliver" and step.counts_in_limit]
    longest = [max(counted_days(step.limit) for step in run) for run in runs_of(inside)]
    assert sum(longest) <= item.promised_limit.n
    kinds = [step.kind for step in item.steps]
    assert kinds[-1] == "deliver" and set(kinds[: kinds.index("accept")]) <= {"village"}
    assert [step.kind for step in item.steps].count("approve") == (0 if item.is_instant and not item.is_licence else 1)


@every_item
def test_usual_days_are_told_unless_it_is_done_at_once(item: ItemContent) -> None:
    if item.is_instant:
        assert item.usual_days is None
    else:
        assert item.usual_days is not None and item.usual_days <= item.promised_limit.n


@every_item
def test_the_deciding_step_is_at_the_deciding_level(item: ItemContent) -> None:
    deciding = [step.level for step in item.steps if step.kind in ("approve", "conclude")]
    assert set(deciding) == {item.deciding_level}
    assert item.use_level == {"county": "4", "town": "5"}[item.deciding_level]


@every_item
@pytest.mark.law("R15")
def test_a_check_on_site_needs_two_people(item: ItemContent) -> None:
    assert all(step.min_staff >= 2 for step in item.steps if step.kind in ("site_check", "survey"))


def test_what_the_village_does_before_the_acceptance_is_no_stage_of_a_case() -> None:
    homestead = CONTENTS["homestead"]
    assert homestead.steps[0].kind == "village"
    assert [step.kind for step in homestead.stages] == ["site_check", *["joint_review"] * 3]
    assert {step.department for step in homestead.stages if step.parallel} == {
        "云溪县自然资源局",
        "",
        "云溪县住房和城乡建设局",
    }
    assert [step.kind for step in CONTENTS["minimum_living"].stages] == ["survey", "review", "publicity"]
    assert [step.kind for step in CONTENTS["elder_card"].stages] == ["review"]


@every_item
def test_steps_name_only_departments_of_the_demo_county(item: ItemContent) -> None:
    known = {COUNTY + name for name, _short in DEPARTMENTS}
    assert {step.department for step in item.steps} - {""} <= known
    assert item.department in known


@every_item
def test_relief_items_are_made_public_for_seven_days_in_the_village_or_town(item: ItemContent) -> None:
    for step in item.steps:
        if step.kind == "publicity" and item.key != "temporary_relief":
            assert (step.limit.n, step.limit.unit) == (7, "day") and step.level in ("village", "town")


@every_item
@pytest.mark.law("R12")
def test_nothing_costs_money_but_what_a_law_names(item: ItemContent) -> None:
    assert all(COSTS[item.key] in fee.basis for fee in item.fees)
    assert bool(item.fees) == item.is_pay_online == (item.key in COSTS)


@every_item
@pytest.mark.law("R13")
def test_papers_of_a_government_body_are_fetched_by_the_office(item: ItemContent) -> None:
    for material in item.materials:
        assert material.shared == (material.source == 20), material.key
        assert bool(material.share_source) == material.shared, material.key
        assert material.standard and material.fill_note and material.source_explain, material.key


@every_item
def test_a_paper_that_may_come_later_is_only_in_items_that_allow_it(item: ItemContent) -> None:
    later = [material.key for material in item.materials if material.necessity == 3]
    assert bool(later) == item.tolerance_allowed


@every_item
def test_the_form_has_six_to_fourteen_fields_in_whole_sections(item: ItemContent) -> None:
    assert 6 <= len(item.form) <= 14
    sections = [field.section for field in item.form]
    assert all(sections)
    assert sections == sorted(sections, key=list(dict.fromkeys(sections)).index)


@every_item
def test_name_and_identity_number_of_the_applicant_are_not_asked_again(item: ItemContent) -> None:
    assert not {"name", "id_number", "applicant_name", "applicant_id_number"} & {field.key for field in item.form}


@every_item
def test_every_question_explains_itself(item: ItemContent) -> None:
    assert [field.key for field in item.form if not field.help] == []
    assert [situation.key for situation in item.situations if not situation.help] == []
    assert all(2 <= len(situation.options) <= 6 for situation in item.situations)


def example_problem(field: FormField) -> str | None:
    text = field.example
    if field.kind == "phone":
        return phone_problem(text)
    if field.kind == "bank_account":
        return bank_account_problem(text)
    if field.kind == "id_number":
        return id_number_problem(text, date(2026, 11, 1))
    if field.kind == "date":
        return None if date.fromisoformat(text) else "no date"
    if field.kind in ("number", "money"):
        return None if text.isdigit() else "no number"
    if field.kind == "choice":
        return None if text in {option.key for option in field.options} else "no such option"
    if field.kind == "yes_no":
        return None if text in ("yes", "no") else "neither yes nor no"
    return None if 0 < len(text) <= field.max_length else "empty or too long"


@every_item
def test_every_form_field_has_an_example_that_would_be_taken(item: ItemContent) -> None:
    wrong = {field.key: problem for field in item.form if (problem := example_problem(field))}
    assert wrong == {}


@every_item
def test_invented_numbers_are_recognisable(item: ItemContent) -> None:
    for field in item.form:
        if field.kind == "id_number":
            assert field.example.startswith("9901"), field.key
        if field.kind == "phone":
            assert field.example.startswith("1990000"), field.key
    assert item.consult_phone.startswith("0990-555") and item.complaint_phone.startswith("0990-555")


@every_item
def test_codes_have_labels(item: ItemContent) -> None:
    lists = {
        "service_object": item.service_objects,
        "personal_theme": item.personal_themes,
        "corporate_theme": item.corporate_themes,
        "life_event": item.life_events,
        "handle_type": item.handle_types,
        "delivery_mode": item.delivery_modes,
        "assist_mode": item.assist_modes,
        "handle_area": (item.handle_area,),
        "result_kind": (item.result.kind,),
        "task_type": (item.task_type,),
        "limit_unit": (item.promised_limit.unit, item.statutory_limit.unit),
        "step_kind": tuple(step.kind for step in item.steps),
        "material_form": tuple(material.form for material in item.materials),
        "material_kind": tuple(material.kind for material in item.materials),
    }
    for name, used in lists.items():
        known = {code for code, _label in codes.choices(name)}
        assert set(used) <= known, name


@every_item
@pytest.mark.law("R19")
def test_nobody_is_sent_to_the_village_for_a_forbidden_proof(item: ItemContent) -> None:
    assert [m.name for m in item.materials if codes.forbidden_proof(m.name)] == []


def test_a_mandate_is_asked_for_only_when_somebody_acts_for_the_applicant() -> None:
    for name, material in by_key("materials")["mandate_letter"]:
        assert material.situations == ("agent.agent",), name
        assert material not in CONTENTS[name].materials_for({"agent": "self"})
        assert material in CONTENTS[name].materials_for({"agent": "agent"})


def test_a_paper_with_the_same_key_is_the_same_paper() -> None:
    for key, uses in by_key("materials").items():
        same: set[tuple[Any, ...]] = {(m.name, m.source, m.shared, m.kind, m.form, m.is_form) for _item, m in uses}
        assert len(same) == 1, key


def test_a_field_with_the_same_key_is_the_same_question() -> None:
    for key, uses in by_key("form").items():
        same = {(f.label, f.kind, f.options, f.max_length, f.sensitive) for _item, f in uses}
        assert len(same) == 1, key


def test_a_situation_with_the_same_key_asks_the_same() -> None:
    for key, uses in by_key("situations").items():
        assert len({(s.question, s.options) for _item, s in uses}) == 1, key


def test_answers_choose_the_papers_of_the_senior_allowance() -> None:
    def keys(**answers: str) -> set[str]:
        return {material.key for material in CONTENTS["senior_allowance"].materials_for(answers)}

    plain = keys(age_band="from_80", receipt_account="own", agent="self")
    assert plain == {"application_form_senior_allowance", "id_card", "household_booklet", "bank_account_proof"}
    assert keys(age_band="from_100", receipt_account="own", agent="self") - plain == {"centenarian_visit_record"}
    assert keys(age_band="from_80", receipt_account="agent", agent="self") - plain == {"payee_statement"}
    assert keys(age_band="from_80", receipt_account="own", agent="agent") - plain == {"mandate_letter", "agent_id_card"}


def test_people_find_items_under_the_words_they_use() -> None:
    words = {alias: name for name, item in CONTENTS.items() for alias in item.aliases}
    expected = {"高龄补贴": "senior_allowance", "低保": "minimum_living", "准生证": "birth_registration"}
    assert {word: words.get(word) for word in expected} == expected
    assert words["大病救助"] == "temporary_relief" and words["营业执照"] == "individual_business"


def test_there_are_twenty_forbidden_proofs_each_with_another_way() -> None:
    proofs = yaml.safe_load((ITEMS.parent / "forbidden_proofs.yaml").read_text(encoding="utf-8"))
    assert [proof["number"] for proof in proofs] == list(range(1, 21))
    assert len({proof["name"] for proof in proofs}) == 20
    assert all(proof["channel"] and proof["body"] for proof in proofs)
    assert codes.forbidden_proof("村委会开具的健在证明") is not None
    assert codes.forbidden_proof("出生医学证明") is None


@pytest.mark.parametrize("law", ["婚姻法", "《中华人民共和国合同法》", "中华人民共和国民法通则", "收养法（修正）"])
def test_a_repealed_law_is_known(law: str) -> None:
    assert codes.repealed_law(law) is not None


@pytest.mark.parametrize("law", ["中华人民共和国劳动合同法", "中华人民共和国民法典", "促进个体工商户发展条例"])
def test_a_law_in_force_is_not_taken_for_a_repealed_one(law: str) -> None:
    assert codes.repealed_law(law) is None


def test_a_code_has_a_chinese_label_and_an_unknown_one_is_shown_as_it_is() -> None:
    assert codes.label("personal_theme", "elderly_care") == "养老服务"
    assert codes.label("task_type", "05") == "行政给付"
    assert codes.label("task_type", "77") == "77"


def test_every_code_list_has_labels_and_text_codes() -> None:
    lists = yaml.safe_load((ITEMS.parent / "codes.yaml").read_text(encoding="utf-8"))
    assert len(lists) >= 30
    for name, labels in lists.items():
        assert labels and all(isinstance(code, str) and isinstance(text, str) for code, text in labels.items()), name


def test_no_paper_is_a_catch_all() -> None:
    papers: list[Material] = [material for item in CONTENTS.values() for material in item.materials]
    assert not [material.name for material in papers if "其他" in material.name or "相关" in material.name]
