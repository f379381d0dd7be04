"""Samples of acting and helping on behalf of somebody."""

from __future__ import annotations

from typing import Any

from papers.samples.pictures import signature
from papers.samples.shared import MATERIALS, MATTER

HELP: dict[str, Any] = {
    "issuer": "石桥镇便民服务中心",
    "applicant_name": "张䶮",
    "applicant_phone": "19900000123",
    "items": ["高龄津贴申领", "养老服务补贴申请"],
    "helper_name": "王建国",
    "helper_phone": "0990-8800789",
    "helper_point": "柳树村便民服务站",
    "order_number": "石便帮〔2026〕41号",
    "case_no": "990100-20261123-000128",
    "phone": "0990-8800123",
}

SAMPLES: dict[str, dict[str, Any]] = {
    "authorization": {
        "issued_on": "2026-11-20",
        "principal": [["姓名", "张䶮"], ["证件号码", "990101194603075122"], ["联系电话", "19900000123"]],
        "agent": [["姓名", "张㛃"], ["证件号码", "990101197206111024"], ["与委托人关系", "女儿"]],
        "items": ["高龄津贴申领", "养老服务补贴申请"],
        "acts": ["提交申请", "补正材料", "领取结果"],
        "valid_from": "2026-11-20",
        "valid_to": "2027-11-19",
        "proof": "委托人在帮代办员见证下手写签名（照片存档）",
        "witnesses": ["王建国（柳树村帮代办员）"],
        "verify_url": "",
    },
    "assist_order": {
        **{key: value for key, value in MATTER.items() if key != "item_name"},
        "issuer": "石桥镇便民服务中心",
        "number": "石便帮〔2026〕41号",
        "items": ["高龄津贴申领", "养老服务补贴申请"],
        "kind_of_help": "代办（上门）",
        "applicant_phone": "19900000123",
        "asked_by": "张㛃（女儿，网上提出）",
        "asked_at": "2026-11-19T20:05:00+08:00",
        "visit_at": "2026-11-20T10:00:00+08:00",
        "place": "云溪县石桥镇柳树村三组18号",
        "helper_name": "王建国",
        "helper_phone": "0990-8800789",
        "helper_point": "柳树村便民服务站",
        "materials": MATERIALS,
    },
    "assist_stop": {
        **HELP,
        "number": "石便帮止〔2026〕5号",
        "issued_on": "2026-11-21",
        "asked_by": "张㛃（女儿，电话提出）",
        "stopped_at": "2026-11-21T09:30:00+08:00",
        "reasons": ["老人临时住院，暂时不能配合上门核对材料"],
        "resume_by": "2026-12-21",
        "returned": [{"name": "居民身份证", "originals": 1, "copies": 0, "form": "纸质", "note": "当面交还女儿"}],
        "signature_image": signature(5),
        "signature_note": "张㛃代签",
    },
    "assist_renewal": {
        "issued_on": "2026-12-08",
        "principal": [["姓名", "张䶮"], ["证件号码", "990101194603075122"], ["联系电话", "19900000123"]],
        "agent": [["姓名", "王建国"], ["单位", "柳树村便民服务站（帮代办员）"], ["联系电话", "0990-8800789"]],
        "order_number": "石便帮〔2026〕41号",
        "former_valid_to": "2026-12-07",
        "reasons": ["老人已经出院，原事项还没有办完"],
        "items": ["高龄津贴申领", "养老服务补贴申请"],
        "acts": ["提交申请", "补正材料", "领取结果"],
        "valid_from": "2026-12-08",
        "valid_to": "2027-03-07",
        "proof": "委托人当面手写签名",
        "signature_image": signature(3),
        "agent_signature_image": signature(8),
        "witnesses": ["张㛃（女儿）"],
    },
    "assist_completion": {
        **HELP,
        "number": "石便帮结〔2026〕39号",
        "issued_on": "2026-12-18",
        "kind_of_help": "代办（上门）",
        "results": [
            {
                "item": "高龄津贴申领",
                "result": "准予",
                "case_no": "990100-20261123-000128",
                "document": "准予决定书、高龄津贴领取凭证",
            },
            {"item": "养老服务补贴申请", "result": "已受理，转县民政局办理", "case_no": "990100-20261210-000151"},
        ],
        "finished_at": "2026-12-18T10:10:00+08:00",
        "returned": MATERIALS[:1],
        "satisfaction": "非常满意",
        "follow_up": "2026年12月25日前由石桥镇便民服务中心电话回访",
        "signature_image": signature(3),
    },
}
