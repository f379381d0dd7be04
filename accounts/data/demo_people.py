"""The people of the demo whose names are printed. Everything is invented: 9901xx is no region, 199 0000 no real block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PASSWORD = "yichuang-demo-2026"  # noqa: S105 - printed for everybody; production cannot load the demo
COUNTY_CODE = "990100"
SHOW_TOWN_CODE = "990100001"
SHOW_VILLAGE_CODE = "990100001201"
SHOW_DEPARTMENT = "云溪县民政局"
AUTHORITY = "云溪县政务服务管理局"


@dataclass(frozen=True)
class DemoLogin:
    """A line of the print-out. `password` is the same for all."""

    role: str
    username: str
    password: str
    what_for: str


@dataclass(frozen=True)
class ShowResident:
    """`serial` is the 15th to 17th digit of the identity number: even for women."""

    name: str
    birth_on: date
    serial: int
    phone: str
    village_code: str
    address: str


ELDER = ShowResident("王秀英", date(1944, 3, 8), 102, "19900000001", SHOW_VILLAGE_CODE, "3组12号")
DAUGHTER = ShowResident("李晓梅", date(1972, 10, 17), 104, "19900000002", SHOW_VILLAGE_CODE, "3组15号")
NEIGHBOUR = ShowResident("赵国强", date(1943, 6, 2), 105, "19900000003", SHOW_VILLAGE_CODE, "2组4号")
YOUNG_MOTHER = ShowResident("陈思雨", date(1996, 5, 21), 106, "19900000004", "990100001001", "溪北花园2栋301室")
SHOW_RESIDENTS = (ELDER, DAUGHTER, NEIGHBOUR, YOUNG_MOTHER)

_LINES = (
    ("居民（82岁，可领高龄津贴）", ELDER.phone, "王秀英：自己在网上申请、看进度、收证书"),
    ("居民（王秀英的女儿）", DAUGHTER.phone, "李晓梅：持授权替母亲办事，也可为母亲预约上门"),
    ("居民（83岁，没有手机操作经验）", NEIGHBOUR.phone, "赵国强：由代办员上门办"),
    ("综窗人员", "clerk", "溪北街道便民服务中心窗口：收件、受理、一次性告知、送达"),
    ("帮代办员", "helper", "溪北街道第一个村的服务站：上门代办、当面签授权"),
    ("审查人员", "reviewer", "溪北街道办事处：审查、提意见"),
    ("审批人员", "approver", "溪北街道办事处：决定、发证；兼分管领导，可以换岗"),
    ("县民政局审查人员", "reviewer2", "云溪县民政局：县级事项审查"),
    ("县民政局审批人员", "approver2", "云溪县民政局：县级事项决定"),
    ("事项编辑", "editor", "编辑事项和页面，提交审核"),
    ("事项发布人", "publisher", "第二人审核、发布"),
    ("效能监察", "supervisor", "看红黄灯和超期"),
    ("系统管理员", "admin", "管理账号和岗位，提出工作日历变更"),
    ("系统管理员（第二人）", "admin2", "使别人提出的日历变更生效"),
)
DEMO_LOGINS = tuple(DemoLogin(role, username, PASSWORD, what_for) for role, username, what_for in _LINES)
