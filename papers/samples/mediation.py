"""Samples of a mediation file: from the application to the agreement. The rest is in `mediation_file.py`."""

from __future__ import annotations

from typing import Any

from papers.samples.pictures import scene, signature

CASE: dict[str, Any] = {
    "issuer": "云溪县石桥镇柳树村人民调解委员会",
    "issued_on": "2026-11-12",
    "case_no": "（2026）柳人调字第12号",
    "dispute": "相邻排水纠纷",
    "parties": [
        {
            "role": "申请人",
            "name": "陈桂兰",
            "gender": "女",
            "ethnicity": "汉族",
            "age": 58,
            "job": "务农",
            "phone": "19900000789",
            "address": "云溪县石桥镇柳树村二组 8 号",
            "id_number": "990101196809123012",
        },
        {
            "role": "被申请人",
            "name": "刘志强",
            "gender": "男",
            "ethnicity": "汉族",
            "age": 46,
            "job": "货车司机",
            "phone": "19900000654",
            "address": "云溪县石桥镇柳树村二组 7 号",
            "id_number": "990101198007154035",
        },
    ],
}
FACTS = (
    "双方南北相邻。2026年9月刘志强在院墙外铺设水泥地面，抬高约 20 厘米，雨水流向陈桂兰家厨房北墙，"
    "10月18日大雨时积水进屋，浸坏米粮和木柜，陈桂兰要求恢复原状并赔偿。"
)
TERMS = [
    "刘志强在2026年11月30日前拆除院墙外抬高的水泥地面，沿墙根开挖宽 30 厘米的明沟，接入村排水沟。",
    "刘志强一次性补偿陈桂兰米粮、木柜损失人民币 1,200 元。",
    "以后任何一方改变地面、排水的，事先告知对方。",
]
PERFORMANCE = "补偿款 1,200 元在签订本协议时当场付清；排水沟由刘志强自行施工，村民委员会在2026年12月1日到现场验收。"
BOTH = [
    {"role": "申请人", "name": "陈桂兰", "signature_image": signature(11)},
    {"role": "被申请人", "name": "刘志强", "signature_image": signature(9)},
]
MEDIATORS = [
    {"role": "人民调解员", "name": "王建国", "signature_image": signature(8)},
    {"role": "记录人", "name": "何晓雯", "signature_image": signature(13)},
]
SAMPLES: dict[str, dict[str, Any]] = {
    "mediation_application": {
        **CASE,
        "issued_on": "2026-11-02",
        "facts": FACTS,
        "requests": ["拆除抬高的水泥地面，恢复排水。", "赔偿米粮、木柜损失 1,800 元。"],
        "signatures": BOTH[:1],
    },
    "mediation_register": {
        **CASE,
        "issued_on": "2026-11-02",
        "accepted_on": "2026-11-02",
        "kind_of_dispute": "邻里纠纷",
        "source": "当事人申请",
        "registrar": "何晓雯",
        "facts": FACTS,
        "notes": ["双方均同意调解"],
        "signatures": [*BOTH, {"role": "登记人", "name": "何晓雯", "signature_image": signature(13)}],
    },
    "mediation_rights_notice": {
        **CASE,
        "issued_on": "2026-11-02",
        "mediators": ["王建国"],
        "signatures": BOTH,
    },
    "mediation_identity_sheet": {
        **CASE,
        "issued_on": "2026-11-02",
        "pictures": [
            {"image": scene(7), "caption": "陈桂兰居民身份证（示意）"},
            {"image": scene(8), "caption": "刘志强居民身份证（示意）"},
        ],
        "checked_by": "何晓雯（与原件核对一致）",
    },
    "mediation_authorization": {
        **{key: value for key, value in CASE.items() if key != "parties"},
        "issued_on": "2026-11-08",
        "principal": [["姓名", "刘志强"], ["证件号码", "990101198007154035"], ["联系电话", "19900000654"]],
        "agent": [["姓名", "刘志军"], ["与委托人关系", "弟弟"], ["联系电话", "19900000655"]],
        "acts": ["参加调解", "提出和变更意见"],
        "valid_from": "2026-11-08",
        "signature_image": signature(9),
        "agent_signature_image": signature(15),
    },
    "mediation_inquiry_record": {
        **CASE,
        "issued_on": "2026-11-06",
        "held_at": "2026-11-06T14:00:00+08:00",
        "ended_at": "2026-11-06T14:50:00+08:00",
        "place": "柳树村二组 8 号院内",
        "attendees": [
            {"name": "王建国", "role": "人民调解员", "unit": "柳树村人民调解委员会"},
            {"name": "刘志军", "role": "被调查人", "unit": "柳树村二组 9 号，邻居"},
        ],
        "statements": [
            {"speaker": "王建国", "text": "今天向你了解刘志强家铺地面的情况，请如实说明。"},
            {"speaker": "刘志军", "text": "九月初铺的，比原来高了大概一巴掌。以前雨水是往东边沟里走的。"},
            {"speaker": "王建国", "text": "10月18日下雨那天你看到什么？"},
            {"speaker": "刘志军", "text": "水从北墙根往陈家厨房淌，我去帮忙舀过水，地上大概有两三公分深。"},
        ],
        "signatures": [
            {"role": "被调查人", "name": "刘志军", "signature_image": signature(15)},
            {"role": "调查人", "name": "王建国", "signature_image": signature(8)},
        ],
    },
    "mediation_record": {
        **CASE,
        "held_at": "2026-11-12T09:00:00+08:00",
        "ended_at": "2026-11-12T11:10:00+08:00",
        "place": "柳树村调解室",
        "mediators": ["王建国"],
        "attendees": [{"name": "刘志军", "role": "被申请人的代理人", "unit": "柳树村二组 9 号"}],
        "statements": [
            {"speaker": "王建国", "text": "权利义务都看过了吧？愿不愿意由我来调解？"},
            {"speaker": "双方当事人", "text": "看过了，愿意。"},
            {"speaker": "陈桂兰", "text": "地面高了水就往我家流，米和柜子都泡坏了，我要一千八。"},
            {"speaker": "刘志强", "text": "铺地面没想到水会倒流，沟我可以挖，一千八多了。"},
            {"speaker": "王建国", "text": "柜子是旧的，米有一部分能晒。大家看看清单，合计一千二，行不行？"},
            {"speaker": "陈桂兰", "text": "沟先挖好，一千二我同意。"},
            {"speaker": "刘志强", "text": "同意，今天就给钱，月底前把沟挖好。"},
        ],
        "outcome": "达成协议，当场签订人民调解协议书",
        "signatures": [*BOTH, *MEDIATORS],
    },
    "mediation_agreement": {
        **CASE,
        "facts": FACTS,
        "terms": TERMS,
        "performance": PERFORMANCE,
        "mediators": ["王建国"],
        "recorder": "何晓雯",
        "effective_on": "2026-11-12",
        "signatures": [*BOTH, MEDIATORS[0]],
    },
    "mediation_oral_agreement": {
        **CASE,
        "dispute": "借用农具损坏纠纷",
        "case_no": "（2026）柳人调字第14号",
        "facts": "刘志强借用陈桂兰的手扶旋耕机，归还时刀片断裂两片，双方对修理费的承担有争议。",
        "terms": ["刘志强承担更换刀片的费用 160 元。", "陈桂兰不再要求其他补偿。"],
        "performance": "当场付清，刀片由陈桂兰自行更换。",
        "mediators": ["王建国"],
        "recorder": "何晓雯",
        "effective_on": "2026-11-12",
        "signatures": MEDIATORS,
    },
}
