"""Plausible invented names: Han, minority names with ·, rare characters. Pure and deterministic for one `Random`."""

from __future__ import annotations

from random import Random

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
    "尹黎易常武乔贺赖龚文"
)
COMPOUND = ("欧阳", "司马", "上官", "诸葛", "慕容")
OLD_MEN = ("国", "建", "德", "福", "永", "长", "志", "金", "水", "春", "宝", "根", "树", "连", "世")
OLD_MEN_SECOND = ("华", "民", "强", "林", "生", "才", "山", "发", "贵", "明", "祥", "田", "清", "荣", "旺")
OLD_WOMEN = ("秀", "桂", "玉", "凤", "素", "淑", "月", "春", "金", "兰", "彩", "菊", "翠", "银", "巧")
OLD_WOMEN_SECOND = ("英", "兰", "珍", "芳", "华", "梅", "莲", "娥", "琴", "花", "云", "香", "娣", "霞", "芝")
YOUNG_MEN = ("浩", "子", "俊", "宇", "家", "文", "思", "明", "泽", "博", "嘉", "天", "一", "晨", "梓")
YOUNG_MEN_SECOND = ("然", "轩", "杰", "涵", "豪", "睿", "辰", "宁", "远", "航", "洋", "鑫", "铭", "阳", "凡")
YOUNG_WOMEN = ("雨", "欣", "诗", "梓", "佳", "雅", "思", "梦", "晓", "若", "一", "可", "语", "静", "婉")
YOUNG_WOMEN_SECOND = ("涵", "怡", "琪", "萱", "彤", "婷", "妍", "雪", "宁", "瑶", "菲", "洁", "悦", "莹", "蕊")
MINORITY = (
    "阿依古丽·买买提", "古丽娜尔·艾山", "努尔兰·叶尔江", "热依汗·吐尔逊", "艾力·库尔班", "扎西·多吉", "卓玛·央金",
    "巴特尔·孟和", "其其格·乌兰", "阿木尔·巴雅尔", "玛依拉·哈斯木", "迪丽努尔·阿不都",
)  # fmt: skip
RARE_GIVEN = ("㛃", "䶮", "𫖯", "旸", "玥", "翀", "垚")


def invented_name(random: Random, *, woman: bool, birth_year: int) -> str:
    """One name in about 60 is a minority name with ·, one in 100 has a rare character, one in 80 a double surname."""
    dice = random.random()
    if dice < 0.016:
        return random.choice(MINORITY)
    surname = random.choice(COMPOUND) if dice < 0.028 else random.choice(SURNAMES)
    if dice > 0.99:
        return surname + random.choice(RARE_GIVEN)
    old = birth_year < 1985
    first, second = _pools(woman, old)
    given = random.choice(second) if random.random() < 0.12 else random.choice(first) + random.choice(second)
    return surname + given


def _pools(woman: bool, old: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if woman:
        return (OLD_WOMEN, OLD_WOMEN_SECOND) if old else (YOUNG_WOMEN, YOUNG_WOMEN_SECOND)
    return (OLD_MEN, OLD_MEN_SECOND) if old else (YOUNG_MEN, YOUNG_MEN_SECOND)
