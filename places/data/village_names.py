"""Invented names of villages and communities: combined from common words, each used once in the whole county."""

from random import Random

FAMILIES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
PLACES = ("家湾", "家坪", "家沟", "家庄", "家坝", "家岭")
FIRST = "青白红清龙凤金银石云松竹梅桃柳杏荷枫桂茶双三大上下东西南北前新长"
SECOND = ("树坪", "泉", "溪", "潭", "桥", "林", "岩", "坡", "塘", "峰", "河口", "花沟", "冲", "坳", "岗", "井")
COMMUNITY_FIRST = "和顺安康永福文昌兴盛锦绣春晖翠景明荣华瑞祥泰宁丰朝阳"
COMMUNITY_SECOND = ("苑", "街", "园", "里", "桥", "门", "坊", "湖")
# Combinations that read badly or are taken by a town.
LEFT_OUT = {"石桥", "桃岭", "松坪", "大井冲", "大岗", "三岗"}


def village_names(count: int) -> list[str]:
    """`count` different names ending in 村, always the same ones."""
    hamlets = [family + place for family in FAMILIES for place in PLACES]
    landscapes = [first + second for first in FIRST for second in SECOND]
    return _chosen([*hamlets, *landscapes], count, "村")


def community_names(count: int) -> list[str]:
    """`count` different names ending in 社区, always the same ones."""
    pairs = zip(COMMUNITY_FIRST[::2], COMMUNITY_FIRST[1::2], strict=False)
    return _chosen([a + b + second for a, b in pairs for second in COMMUNITY_SECOND], count, "社区")


def _chosen(words: list[str], count: int, ending: str) -> list[str]:
    names = [word for word in dict.fromkeys(words) if word not in LEFT_OUT]
    Random(9901).shuffle(names)
    if len(names) < count:
        raise ValueError(f"Only {len(names)} names for {count} places")
    return [name + ending for name in names[:count]]
