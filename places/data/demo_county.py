"""The invented county 云溪县 as plain values: 8 towns and streets, 507 villages and communities, their units.

Pure and deterministic. Region code 9901xx belongs to no place of China, so nothing here can be mistaken for real.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .village_names import community_names, village_names

COUNTY_CODE = "990100"
COUNTY = "云溪县"

# name, short name in document numbers, communities, villages
TOWNS = (
    ("溪北街道", "云北街", 30, 8),
    ("溪南街道", "云南街", 28, 8),
    ("青石镇", "青政", 4, 68),
    ("柳湾镇", "柳政", 4, 68),
    ("白鹭镇", "鹭政", 4, 68),
    ("松坪镇", "松政", 4, 69),
    ("石桥镇", "石政", 4, 68),
    ("桃岭镇", "桃政", 4, 68),
)
VILLAGE_COUNT = sum(communities + villages for _, _, communities, villages in TOWNS)

# name after 云溪县, short name
DEPARTMENTS = (
    ("民政局", "云民"),
    ("卫生健康局", "云卫健"),
    ("人力资源和社会保障局", "云人社"),
    ("市场监督管理局", "云市监"),
    ("林业局", "云林"),
    ("住房和城乡建设局", "云住建"),
    ("农业农村局", "云农"),
    ("残疾人联合会", "云残"),
    ("政务服务管理局", "云政服"),
    ("自然资源局", "云自然"),
    ("公安局", "云公"),
    ("医疗保障局", "云医保"),
    ("税务局", "云税"),
)


@dataclass(frozen=True)
class Place:
    """A region: its statistical code and name; `town` is the name of its town for a village, else ''."""

    code: str
    name: str
    town: str = ""

    @property
    def is_community(self) -> bool:
        return self.name.endswith("社区")


def demo_towns() -> list[Place]:
    return [Place(f"{COUNTY_CODE}{n:03d}", town[0]) for n, town in enumerate(TOWNS, start=1)]


def demo_villages() -> list[Place]:
    """All villages and communities; communities are numbered from 001, villages from 201, as statistics do."""
    communities = iter(community_names(sum(town[2] for town in TOWNS)))
    villages = iter(village_names(sum(town[3] for town in TOWNS)))
    places: list[Place] = []
    for town, (name, _, community_count, village_count) in zip(demo_towns(), TOWNS, strict=True):
        places += _numbered(town.code, name, communities, community_count, first=1)
        places += _numbered(town.code, name, villages, village_count, first=201)
    return places


def _numbered(town_code: str, town: str, names: Iterator[str], count: int, first: int) -> list[Place]:
    return [Place(f"{town_code}{n:03d}", next(names), town) for n in range(first, first + count)]


def committee_name(village: Place) -> str:
    """柳树村 of 青石镇 is governed by 青石镇柳树村村民委员会, a community by its 居民委员会."""
    return f"{village.town}{village.name}{'居民委员会' if village.is_community else '村民委员会'}"


def town_office_name(town: Place) -> str:
    """A town has a government of its own, a street an office of the county's."""
    return f"{COUNTY}{town.name}{'办事处' if town.name.endswith('街道') else '人民政府'}"
