"""Addresses, hours, telephones and coordinates of the invented county. Pure and deterministic."""

from dataclasses import dataclass
from decimal import Decimal
from math import cos, radians, sin

from .demo_county import COUNTY, Place

HALL_HOURS = "周一至周五 9:00–12:00、13:00–17:00；周六 9:00–12:00（法定节假日除外）"
CENTER_HOURS = "周一至周五 8:30–12:00、14:00–17:30（法定节假日除外）"
STATION_HOURS = "周一至周五 9:00–11:30、14:30–17:00（法定节假日除外）"
HALL_FACILITIES = "无障碍通道、母婴室、自助服务区、老花镜、轮椅"
CENTER_FACILITIES = "无障碍通道、自助终端、老花镜、饮水机"
STATION_FACILITIES = "老花镜、饮水机、代办登记台"
STREETS = ("云溪大道", "文昌路", "青石街", "柳湾街", "白鹭路", "松坪街", "石桥街", "桃岭路")
CENTER = (Decimal("31.602000"), Decimal("109.748000"))


@dataclass(frozen=True)
class Spot:
    address: str
    phone: str
    latitude: Decimal
    longitude: Decimal


def hall_spot() -> Spot:
    return Spot(f"{COUNTY}溪北街道云溪大道88号", phone(0), *CENTER)


def town_spot(n: int, town: Place) -> Spot:
    """The n-th town (from 0); the two streets lie in the county town, the others around it."""
    return Spot(f"{COUNTY}{town.name}{STREETS[n]}{16 + n * 3}号", phone(n + 1), *town_position(n))


def village_spot(n: int, town_n: int, nth_in_town: int, village: Place) -> Spot:
    """The n-th village of the county (from 0), the `nth_in_town` of its town."""
    house = 3 + nth_in_town * 7 % 96
    lane = "服务街" if village.is_community else f"{nth_in_town % 8 + 1}组"
    turn, reach = nth_in_town * 137.5, 0.004 + nth_in_town * 0.0007
    latitude, longitude = town_position(town_n)
    return Spot(
        f"{COUNTY}{village.town}{village.name}{lane}{house}号",
        phone(100 + n),
        latitude + _offset(sin(radians(turn)) * reach),
        longitude + _offset(cos(radians(turn)) * reach),
    )


def town_position(n: int) -> tuple[Decimal, Decimal]:
    reach = 0.015 if n < 2 else 0.16
    turn = radians(n * 180 if n < 2 else (n - 2) * 60)
    return CENTER[0] + _offset(sin(turn) * reach), CENTER[1] + _offset(cos(turn) * reach)


def phone(n: int) -> str:
    """An invented number: exchange 555 is kept for inventions."""
    return f"0990-555{n:04d}"


def _offset(degrees: float) -> Decimal:
    return Decimal(f"{degrees:.6f}")
