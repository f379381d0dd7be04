"""Samples of a mediation file: evidence, what came of the agreement, and the file itself."""

from __future__ import annotations

from typing import Any

from papers.samples.mediation import BOTH, CASE, FACTS
from papers.samples.pictures import scene, signature

FILE = {key: CASE[key] for key in ("issuer", "case_no")} | {"issued_on": "2026-12-10"}
NAME = "陈桂兰与刘志强相邻排水纠纷"
STATISTICS = [
    ["纠纷类型", "受理件数", "调解成功", "口头协议", "书面协议", "司法确认", "未达成协议"],
    ["婚姻家庭纠纷", 14, 12, 5, 7, 1, 2],
    ["邻里纠纷", 23, 22, 13, 9, 0, 1],
    ["房屋宅基地纠纷", 9, 8, 2, 6, 2, 1],
    ["山林土地纠纷", 6, 5, 1, 4, 1, 1],
    ["劳动争议纠纷", 4, 3, 0, 3, 1, 1],
    ["合计", 56, 50, 21, 29, 5, 6],
]
SAMPLES: dict[str, dict[str, Any]] = {
    "mediation_evidence_list": {
        **CASE,
        "issued_on": "2026-11-08",
        "entries": [
            {"name": "积水现场照片", "author": "陈桂兰", "pages": 2, "content": "10月18日厨房进水"},
            {"name": "损失物品清单", "author": "陈桂兰", "pages": 1, "content": "米粮、木柜受损的数量"},
            {"name": "地面标高测量记录", "author": "柳树村人民调解委员会", "pages": 1, "content": "地面抬高 20 厘米"},
        ],
        "pictures": [{"image": scene(3), "caption": "厨房北墙积水痕迹"}],
        "signatures": BOTH[:1],
    },
    "mediation_recusal_decision": {
        **CASE,
        "issued_on": "2026-11-04",
        "asked_by": "陈桂兰",
        "asked_on": "2026-11-03",
        "mediator": "刘建华",
        "reasons": ["刘建华是刘志强的堂兄，可能影响公正调解。"],
        "decision": "刘建华回避。",
        "replacement": "王建国",
    },
    "mediation_termination": {
        **CASE,
        "issued_on": "2026-11-20",
        "accepted_on": "2026-11-02",
        "mediators": ["王建国"],
        "reasons": ["经三次调解，双方对补偿数额不能达成一致，刘志强要求终止调解"],
        "ways": [
            "向云溪县人民法院石桥人民法庭提起民事诉讼；",
            "涉及违反村庄规划的，向石桥镇人民政府反映。",
        ],
    },
    "mediation_performance": {
        **CASE,
        "issued_on": "2026-12-01",
        "entries": [
            {"name": "支付补偿款", "author": "刘志强", "amount": "1200.00", "on": "2026-11-12", "note": "收条"},
            {"name": "拆除抬高地面，开挖明沟", "author": "刘志强", "on": "2026-11-27", "note": "验收照片"},
        ],
        "pictures": [{"image": scene(4), "caption": "明沟验收"}],
        "signatures": BOTH,
    },
    "mediation_follow_up": {
        **CASE,
        "issued_on": "2026-12-08",
        "agreement_on": "2026-11-12",
        "performed": "全部履行",
        "subject": NAME,
        "followed_up_at": "2026-12-08T15:00:00+08:00",
        "manner": "上门",
        "findings": [
            ["协议履行情况", "补偿款已付，明沟已挖通，12月3日小雨排水正常"],
            ["当事人是否满意", "双方满意，已恢复来往"],
            ["有无反复或者新的矛盾", "没有"],
        ],
        "visitors": ["王建国", "何晓雯"],
        "measures": "提醒雨季前清理明沟淤泥。",
        "signatures": [*BOTH, {"role": "回访人", "name": "王建国", "signature_image": signature(8)}],
    },
    "mediation_confirmation_application": {
        **CASE,
        "issued_on": "2026-11-16",
        "court": "云溪县人民法院",
        "agreement_on": "2026-11-12",
        "due_on": "2026-12-12",
        "requests": ["请求确认申请人之间达成的（2026）柳人调字第12号人民调解协议有效。"],
        "facts": FACTS,
        "materials": [{"name": "人民调解协议书"}, {"name": "双方身份证明"}, {"name": "排水现场照片"}],
        "signatures": [{**one, "role": "申请人"} for one in BOTH],
    },
    "mediation_file_note": {
        **FILE,
        "text": (
            "本卷自2026年11月2日受理，至2026年12月8日回访完毕，共形成文书 11 件。\n"
            "当事人没有申请司法确认。卷内照片均为打印件，原始电子文件存于办件系统。"
        ),
        "archivist": "何晓雯",
        "checker": "王建国",
    },
    "mediation_file_cover": {
        **FILE,
        "file_name": NAME,
        "parties": CASE["parties"],
        "mediators": ["王建国"],
        "started_on": "2026-11-02",
        "ended_on": "2026-11-12",
        "archivist": "何晓雯",
        "filed_on": "2026-12-10",
        "retention": "10年",
    },
    "mediation_file_catalogue": {
        **FILE,
        "file_name": NAME,
        "entries": [
            {"name": "人民调解申请书", "on": "2026-11-02", "pages": "1"},
            {"name": "人民调解受理登记表", "on": "2026-11-02", "pages": "2"},
            {"name": "人民调解当事人权利义务告知书", "on": "2026-11-02", "pages": "3"},
            {"name": "当事人身份证明", "on": "2026-11-02", "pages": "4"},
            {"name": "授权委托书", "on": "2026-11-08", "pages": "5"},
            {"name": "人民调解调查记录", "on": "2026-11-06", "pages": "6"},
            {"name": "人民调解证据材料", "on": "2026-11-08", "pages": "7—8"},
            {"name": "人民调解记录", "on": "2026-11-12", "pages": "9—10"},
            {"name": "人民调解协议书", "on": "2026-11-12", "pages": "11—12"},
            {"name": "履行凭证", "on": "2026-12-01", "pages": "13", "note": "收条、验收照片"},
            {"name": "人民调解回访记录", "on": "2026-12-08", "pages": "14"},
            {"name": "卷宗情况说明", "on": "2026-12-10", "pages": "15"},
        ],
    },
    "mediation_file_back": {
        **FILE,
        "total_pages": 15,
        "attached": "无",
        "archivist": "何晓雯",
        "checker": "王建国",
        "filed_on": "2026-12-10",
    },
    "mediation_statistics": {
        "issuer": "云溪县石桥镇人民调解委员会",
        "issued_on": "2026-10-09",
        "from_on": "2026-07-01",
        "to_on": "2026-09-30",
        "figures": STATISTICS,
        "filled_by": "何晓雯",
        "checker": "王建国",
        "approver": "马国栋",
        "notes": ["本表只统计本季度受理的纠纷；成功率 89.3%。"],
    },
}
