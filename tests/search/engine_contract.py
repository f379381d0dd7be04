"""What every engine must do. A test module subclasses this and supplies the fixture `engine`."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.documents.base import PUBLIC
from search.engines.base import AnyOf, Engine, Exact, Phrase, Sound
from tests.search.factories import asking, document, phrase

SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋艳勇杰娟涛明超秀霞平刚桂英兰玉"
PLACES = "青石柳树杨家白沙石桥双河东风新华龙泉凤凰"


def people(how_many: int) -> list[str]:
    chance = random.Random(7)
    return [chance.choice(SURNAMES) + chance.choice(GIVEN) for _ in range(how_many)]


class EngineContract:
    def test_every_two_character_name_and_place_is_found(self, engine: Engine) -> None:
        chance = random.Random(3)
        texts = [
            f"申请人{name}家住{''.join(chance.sample(PLACES, 2))}村,电话已登记。代办人{other}。"
            for name, other in zip(people(300), reversed(people(300)), strict=True)
        ]
        stored = [document("高龄津贴申领", body=text) for text in texts]
        engine.index(stored)
        for needle in {*people(300), *(text[text.index("住") + 1 :][:2] for text in texts)}:
            there = {entry.ref for entry in stored if needle in entry.body}
            assert set(engine.search(asking(needle, limit=400)).refs) == there, needle

    def test_a_single_character_is_found(self, engine: Engine) -> None:
        kept = document(body="持证人")
        engine.index([kept, document(body="无")])
        assert engine.search(asking("证")).refs == (kept.ref,)

    def test_a_phrase_does_not_span_a_comma(self, engine: Engine) -> None:
        engine.index([document("", body="甲乙,乙丙"), kept := document("", body="甲乙丙")])
        assert engine.search(asking("甲乙丙")).refs == (kept.ref,)

    @pytest.mark.parametrize("asked", ["臺灣戶籍", "台湾户籍", "台灣户籍"])
    def test_traditional_and_simplified_are_the_same(self, engine: Engine, asked: str) -> None:
        engine.index([document(body="台湾户籍居民"), document(body="臺灣戶籍居民")])
        assert engine.search(asking(asked)).total == 2

    @pytest.mark.parametrize("asked", ["ａ４纸", "A4纸", "a4纸", "用 A4"])
    def test_width_and_case_do_not_matter(self, engine: Engine, asked: str) -> None:
        engine.index([document(body="请用A4纸张打印"), document(body="请用B5纸张打印")])
        assert engine.search(asking(asked)).total == 1

    @pytest.mark.parametrize("name", ["䶮小明", "㛃", "𫖯", "𬱟张", "买买提·吐尔逊", "\ue001某", "𱁬面"])
    def test_rare_characters_in_names_are_found(self, engine: Engine, name: str) -> None:
        kept = document(f"{name}的申请")
        engine.index([kept, document("别人的申请")])
        assert engine.search(asking(name)).refs == (kept.ref,)

    def test_a_name_is_found_with_and_without_its_dot(self, engine: Engine) -> None:
        engine.index([document("买买提·吐尔逊")])
        assert engine.search(asking("买买提吐尔逊")).total == 1
        assert engine.search(asking("买买提•吐尔逊")).total == 1

    def test_a_stale_version_never_overwrites_a_newer_one(self, engine: Engine) -> None:
        newer = document("新名称", version=5)
        engine.index([newer])
        assert engine.index([replace(newer, version=4, title="旧名称")]) == 0
        assert engine.search(asking("旧名称")).total == 0
        assert engine.search(asking("新名称")).refs == (newer.ref,)
        assert dict(engine.versions()) == {newer.ref: 5}

    def test_the_same_document_twice_is_one(self, engine: Engine) -> None:
        entry = document("生育登记")
        engine.index([entry, entry])
        engine.index([entry])
        assert engine.search(asking("生育登记")).total == 1
        assert engine.stats().documents == 1

    def test_what_is_deleted_is_not_found(self, engine: Engine) -> None:
        kept, gone = document("生育登记"), document("生育登记")
        engine.index([kept, gone])
        engine.delete([gone.ref, "guide:999999"])
        assert engine.search(asking("生育登记")).refs == (kept.ref,)

    def test_nobody_finds_what_the_tokens_do_not_open(self, engine: Engine) -> None:
        engine.index(
            [
                document("高龄津贴", kind="case", tokens=("unit:1", "resident:5"), facets={"unit": "民政局"}),
                document("高龄津贴", kind="case", tokens=("unit:2",), facets={"unit": "卫健局"}),
                document("高龄津贴", facets={"unit": "公开"}),
            ]
        )
        ours = engine.search(asking("高龄津贴", "unit:1", kinds=("case",), facets=("unit", "kind")))
        assert ours.total == 1
        assert ours.facets == {"unit": {"民政局": 1}, "kind": {"case": 1}}
        assert engine.search(asking("高龄津贴", facets=("unit",))).facets == {"unit": {"公开": 1}}
        assert engine.search(asking("高龄津贴", "unit:3", facets=("unit",))).facets == {"unit": {}}

    def test_tokens_of_one_kind_do_not_open_another(self, engine: Engine) -> None:
        engine.index([document("高龄津贴", kind="case", tokens=("unit:1",))])
        assert engine.search(asking("高龄津贴", "unit:1", kinds=("guide",))).total == 0
        assert engine.search(asking("高龄津贴", kinds=())).total == 0

    def test_suggestions_keep_to_the_tokens(self, engine: Engine) -> None:
        engine.index([open_one := document("高龄津贴申领"), document("高龄专案", tokens=("unit:1",))])
        for prefix in ("高龄", "gaol", "gl"):
            assert engine.suggest(prefix, asking()) == (open_one.ref,)

    def test_suggestions_know_other_names_and_inner_syllables(self, engine: Engine) -> None:
        engine.index([entry := document("高龄津贴申领", names=("高龄补贴",))])
        for prefix in ("高龄补", "gaolingbutie", "glbt", "jintie", "jtsl"):
            assert engine.suggest(prefix, asking()) == (entry.ref,), prefix

    def test_pinyin_and_initials_find_titles_and_names(self, engine: Engine) -> None:
        engine.index([entry := document("临时救助", names=("张三",)), document("别的")])
        for typed in ("linshijiuzhu", "lsjz", "zhangsan", "zs"):
            assert engine.search(replace(asking(), match=Sound(typed))).refs == (entry.ref,), typed

    def test_text_for_the_desk_is_matched_at_the_desk_only(self, engine: Engine) -> None:
        engine.index([document(body="表格", inner="疑似骗补")])
        assert engine.search(asking("疑似骗补")).total == 0
        assert engine.search(asking("疑似骗补", inner=True)).total == 1

    def test_an_identifier_is_found_whole_and_only_whole(self, engine: Engine) -> None:
        engine.index([entry := document(identifiers=("云民受〔2026〕12号",)), document(body="云民受202612号")])
        assert engine.search(replace(asking(), match=Exact(("云民受202612号",)))).refs == (entry.ref,)
        assert engine.search(replace(asking(), match=Exact(("云民受2026",)))).total == 0

    def test_filters_narrow_and_a_chosen_facet_is_counted_without_itself(self, engine: Engine) -> None:
        towns = ("青石镇", "青石镇", "白沙镇")
        engine.index([document("救助", facets={"town": town, "item": "临时救助"}) for town in towns])
        found = engine.search(asking("救助", filters={"town": ("青石镇",)}, facets=("town", "item")))
        assert found.total == 2
        assert found.facets == {"town": {"青石镇": 2, "白沙镇": 1}, "item": {"临时救助": 2}}

    def test_the_whole_title_comes_before_a_mention(self, engine: Engine) -> None:
        engine.index([document("通知", body="高龄津贴申领 " * 20), whole := document("高龄津贴申领", body="说明")])
        assert engine.search(asking("高龄津贴申领")).refs[0] == whole.ref

    def test_a_boosted_kind_comes_first(self, engine: Engine) -> None:
        engine.index([document("低保新规", boost=0), guide := document("低保申请", boost=6)])
        assert engine.search(asking("低保")).refs[0] == guide.ref

    def test_pages_follow_each_other_without_gap(self, engine: Engine) -> None:
        engine.index([document("救助", body="字" * length) for length in range(25)])
        seen = [ref for offset in (0, 10, 20) for ref in engine.search(asking("救助", offset=offset, limit=10)).refs]
        assert len(seen) == len(set(seen)) == 25

    def test_a_rebuild_leaves_no_gap_and_loses_no_change(self, engine: Engine) -> None:
        old, both = document("旧的"), document("都在", version=1)
        engine.index([old, both])
        with engine.rebuild() as fresh:
            fresh.index([both])
            assert engine.search(asking("旧的")).total == 1
            engine.index([replace(both, title="改过", version=2)])
            fresh.index([both])
            assert engine.search(asking("改过")).total == 1
        assert engine.search(asking("旧的")).total == 0
        assert engine.search(asking("改过")).total == 1
        assert dict(engine.versions()) == {both.ref: 2}

    def test_a_failed_rebuild_leaves_the_old_index_in_use(self, engine: Engine) -> None:
        engine.index([document("旧的")])
        with pytest.raises(ZeroDivisionError), engine.rebuild() as fresh:
            fresh.index([document("新的")])
            raise ZeroDivisionError
        assert engine.search(asking("旧的")).total == 1
        assert engine.search(asking("新的")).total == 0

    def test_no_text_breaks_a_search(self, engine: Engine) -> None:
        engine.index([document("高龄津贴", key=1)])

        @settings(max_examples=80, deadline=None)
        @given(st.text(max_size=60), st.sampled_from(["", '"', "(", "&|!(:*", "\x00", "[", "\\", ".*", "高龄"]))
        def holds(text: str, spice: str) -> None:
            asked = text + spice
            wanted = replace(asking(), match=AnyOf((phrase(asked), Phrase(asked), Exact((asked,)), Sound(asked))))
            assert engine.search(wanted).total in (0, 1)
            assert len(engine.suggest(asked, asking())) <= 1

        holds()

    def test_the_tokens_of_a_stranger_open_nothing(self, engine: Engine) -> None:
        engine.index([document("高龄津贴", tokens=("resident:12",))])
        assert engine.search(asking("高龄津贴", "resident:1", PUBLIC)).total == 0
