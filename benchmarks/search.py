"""Embedded search at the engine: documents per second, size, and the time of one answer with a visibility filter.

    .venv/bin/python benchmarks/search.py [documents]

Prints one JSON line. The texts are invented but shaped like the real ones: a third guides and notices that everybody
may read, two thirds case files with names, places and notes that some units may. Goal: p95 <= 20 ms at 20,000.
"""

import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.testing")
import django

django.setup()

from search.documents.base import PUBLIC, SearchDocument
from search.engines.base import Answer, Request
from search.engines.embedded import EmbeddedEngine
from search.ladder import ladder
from search.text import identifier
from search.vocabulary import SEED, Vocabulary

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华红建国玉梅海燕春雪冬志远"
PLACE = "青石柳树杨家白沙桥双河东风新龙泉凤凰云溪李庄大坪松林南北西岭上下井田高坡金银竹园"
ITEM_NAMES = """
生育登记服务 再生育审批 老年人优待证办理 高龄津贴申领 最低生活保障审核确认 临时救助 特困人员认定
困难残疾人生活补贴
城乡居民基本养老保险参保登记 灵活就业登记 个体工商户设立登记 农村村民宅基地审批 林木采伐许可 食品生产加工小作坊登记
公共租赁住房保障资格审核"""
ITEMS = ITEM_NAMES.split()
SENTENCES = """申请人应当如实提交有关材料并对其真实性负责。|经审核符合条件的予以受理并出具受理通知书。
|材料不齐全的一次性告知需要补正的全部内容。
|自受理之日起二十个工作日内作出决定。|村民委员会协助入户调查家庭收入和财产状况。|补贴资金按月发放至本人社会保障卡银行账户。
|年满八十周岁的本县户籍老年人可以提出申请。|身份证和户口簿由部门共享获取,无需申请人提交。|申请人对决定不服的可以依法申请行政复议。
|窗口工作人员已电话联系本人,约定下周上门核实。|共同生活的家庭成员人均收入低于当地最低生活保障标准。
|公示期七天,公示期满无异议的予以确认。
|因病住院治疗费用支出较大,家庭基本生活出现困难。|建房应当符合村庄规划并严格控制宅基地面积。|采伐林木应当申请采伐许可证并按照规定采伐。
|从事餐饮经营应当依法取得食品经营许可。|代办人应当出示授权委托书和本人身份证件。|办理结果可以选择窗口领取、邮寄送达或者网上下载。""".replace(
    "\n", ""
).split("|")
QUESTIONS = [
    "八十岁的老人怎么领补贴",
    "农村建房需要办什么手续",
    "残疾人每个月能领多少钱",
    "开小饭馆要办哪些证",
    "低保申请多久能批下来",
]


def people(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2))))


def documents(how_many: int) -> Iterator[SearchDocument]:
    chance = random.Random(20261123)
    towns = ["".join(chance.sample(PLACE, 2)) + "镇" for _ in range(8)]
    villages = ["".join(chance.sample(PLACE, 2)) + "村" for _ in range(507)]
    for key in range(1, how_many + 1):
        item, name, town, village = chance.choice(ITEMS), people(chance), chance.choice(towns), chance.choice(villages)
        is_case = key % 3 != 0
        body = f"{name},住{town}{village}。" + "".join(chance.choices(SENTENCES, k=19)) + f"联系人{people(chance)}。"
        yield SearchDocument(
            kind="case" if is_case else "guide",
            key=key,
            version=1,
            title=f"{name} {item}" if is_case else f"{town}{item}",
            tokens=(f"unit:{key % 40}",) if is_case else (PUBLIC,),
            identifiers=(f"9901{key:012}",),
            body=body,
            facets={"item": item, "town": town, "unit": f"单位{key % 40}"},
        )


def questions(kept: list[SearchDocument]) -> dict[str, list[str]]:
    chance = random.Random(5)
    some = chance.sample(kept, 40)
    return {
        "names": [document.body.split(",")[0] for document in some],
        "places": [document.body.split("住")[1][2:][1:3] for document in some],
        "phrases": [sentence[2 : 2 + chance.randint(4, 9)] for sentence in SENTENCES],
        "questions": QUESTIONS * 4,
        "numbers": [document.identifiers[0] for document in some],
    }


def climb(engine: EmbeddedEngine, text: str, vocabulary: Vocabulary, facets: tuple[str, ...]) -> Answer:
    """As a reviewer of one unit asks: the public part and the unit's own cases, first page, down the ladder."""
    tokens = {"guide": frozenset({PUBLIC}), "case": frozenset({"unit:7", "resident:12"})}
    answer = Answer()
    for rung in ladder(text, vocabulary):
        answer = engine.search(Request(match=rung.match, tokens=tokens, facets=facets, limit=10))
        if answer.total:
            return answer
    return answer


def timed(engine: EmbeddedEngine, texts: list[str], vocabulary: Vocabulary, facets: tuple[str, ...]) -> list[float]:
    spent = []
    for text in texts * 5:
        began = time.perf_counter()
        climb(engine, text, vocabulary, facets)
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def percentiles(spent: list[float]) -> dict[str, float]:
    return {"p50": round(statistics.median(spent), 2), "p95": round(statistics.quantiles(spent, n=20)[-1], 2)}


def main() -> None:
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    groups = [
        line.split("=") for line in SEED.read_text(encoding="utf-8").splitlines() if "=" in line and line[0] != "#"
    ]
    folded = tuple(tuple(identifier(word) for word in group) for group in groups)
    vocabulary = Vocabulary(folded, frozenset(word for group in folded for word in group))
    with tempfile.TemporaryDirectory() as directory:
        engine = EmbeddedEngine(Path(directory))
        kept = list(documents(how_many))
        began = time.perf_counter()
        with engine.rebuild() as fresh:
            fresh.index(kept)
        rate = how_many / (time.perf_counter() - began)
        climb(engine, "热身", vocabulary, ())
        asked = questions(kept)
        plain = {name: timed(engine, texts, vocabulary, ()) for name, texts in asked.items()}
        faceted = timed(engine, asked["names"] + asked["phrases"], vocabulary, ("kind", "item", "unit", "town"))
        figures = {
            "benchmark": "search embedded",
            "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
            "documents": how_many,
            "mean_characters": round(statistics.mean(len(document.body) for document in kept)),
            "documents_per_second": round(rate),
            "index_mb": round(engine.stats().size / 1e6, 1),
            "ms": {name: percentiles(spent) for name, spent in plain.items()},
            "ms_all": percentiles([value for spent in plain.values() for value in spent]),
            "ms_with_four_facets": percentiles(faceted),
        }
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
