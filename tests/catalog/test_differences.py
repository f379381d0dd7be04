from __future__ import annotations

from dataclasses import replace

from catalog.content import Limit, SpecialProcedure
from catalog.differences import Change, differences
from tests.catalog.factories import CONTENTS, KEY

OLD = CONTENTS[KEY]


def one(**changes: object) -> Change:
    found = differences(OLD, replace(OLD, **changes))  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


def test_equal_contents_have_no_differences() -> None:
    assert differences(OLD, OLD) == []


def test_a_fact_is_told_with_its_label_and_both_values_in_words() -> None:
    change = one(promised_limit=Limit(3, "working_day"))
    assert (change.label, change.after) == ("承诺时限", "3 个工作日")
    assert one(is_bookable=not OLD.is_bookable).label == "可以预约"
    assert one(deciding_level="village").after == "申请人所在村（社区）"


def test_codes_are_told_by_their_words() -> None:
    assert one(handle_types=("1",)).after == "窗口办"


def test_the_order_of_ticked_boxes_is_no_difference() -> None:
    assert differences(OLD, replace(OLD, handle_types=OLD.handle_types[::-1])) == []


def test_a_changed_paper_is_named_with_the_field_that_changed() -> None:
    first, *others = OLD.materials
    change = one(materials=(replace(first, copies=2), *others))
    assert (change.label, change.row, change.before, change.after) == ("复印件份数", first.name, "0", "2")


def test_special_ways_and_steps_are_told_in_words() -> None:
    assert one(tolerance_limit=Limit(3)).after == "3 个工作日"
    assert one(deemed_acceptance=False).label == "逾期不告知视为受理"
    assert one(archive_class="permanent").after == "永久"
    assert one(commitment_text="我承诺属实。").label == "承诺内容"
    first, second, *others = OLD.steps
    change = one(steps=(first, replace(second, department="云溪县公安局"), *others))
    assert (change.label, change.row, change.after) == ("其他县级部门", second.name, "云溪县公安局")
    assert one(steps=(first, replace(second, counts_in_limit=False), *others)).after == "否"
    again = one(steps=(first, replace(second, again_for=("change", "renew")), *others))
    assert (again.label, again.after) == ("以后的办件也走这一步", "变更、延续")
    hearing = SpecialProcedure(kind="hearing", basis="行政许可法第四十七条")
    assert [(c.row, c.after) for c in differences(OLD, replace(OLD, special_procedures=(hearing,)))] == [
        ("新增", "听证")
    ]


def test_added_removed_and_moved_rows_are_told_apart() -> None:
    first, second, *others = OLD.materials
    new = replace(first, key="photo", name="一寸照片")
    assert [c.row for c in differences(OLD, replace(OLD, materials=(*OLD.materials, new)))] == ["新增"]
    assert [c.row for c in differences(OLD, replace(OLD, materials=(second, *others)))] == ["删除"]
    assert [c.row for c in differences(OLD, replace(OLD, materials=(second, first, *others)))] == ["顺序"]


def test_any_two_items_can_be_compared() -> None:
    for other in CONTENTS.values():
        assert all(change.label and change.before != change.after for change in differences(OLD, other))
