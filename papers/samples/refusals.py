"""Samples of how an application ends before it is examined."""

from __future__ import annotations

from typing import Any

from papers.samples.pictures import signature
from papers.samples.shared import AGENT, APPLICANT, MATERIALS, MATTER, REMEDIES

SAMPLES: dict[str, dict[str, Any]] = {
    "non_acceptance_decision": {
        **MATTER,
        "number": "云民不受〔2026〕2号",
        "item_name": "社会保障卡补领",
        "reasons": ["社会保障卡的补领由人力资源和社会保障部门办理，不属于本机关职权范围。"],
        "basis": "《中华人民共和国行政许可法》第三十二条第一款第（二）项",
        "competent_body": "云溪县人力资源和社会保障局（云溪县政务服务中心二楼 6 号窗口，电话 0990-8800456）",
        "remedies": REMEDIES,
    },
    "not_required_notice": {
        **MATTER,
        "number": "云民告〔2026〕3号",
        "item_name": "个体演出经纪人备案",
        "reasons": ["您在自家院内举办的家庭聚会不属于营业性演出，依法不需要办理备案，可以直接举办。"],
        "basis": "《中华人民共和国行政许可法》第三十二条第一款第（一）项",
    },
    "return_notice": {
        **MATTER,
        **AGENT,
        "number": "云民退〔2026〕6号",
        "issued_on": "2026-12-15",
        "received_on": "2026-11-20",
        "correction_number": "云民补〔2026〕17号",
        "correction_issued_on": "2026-11-23",
        "due_on": "2026-12-14",
        "reminded_on": ["2026-12-04", "2026-12-11"],
        "reasons": ["到期没有补正，申请材料仍然缺少申请人的签名和清晰的账户页"],
        "returned": MATERIALS[1:],
        "how_to_collect": "请带有效身份证件到原收件窗口取回；电子材料不再保留，您在网上的草稿可以继续使用。",
    },
    "withdrawal_request": {
        **MATTER,
        **AGENT,
        "reason": "老人户籍将迁往外县，改在迁入地申请。",
        "applicant": APPLICANT,
        "signature_image": signature(3),
        "signed_how": "代理人网上实名确认（授权包含“撤回申请”）",
        "signed_at": "2026-11-24T16:38:00+08:00",
    },
    "withdrawal_confirmation": {
        **MATTER,
        **AGENT,
        "number": "云民撤〔2026〕5号",
        "withdrawn_at": "2026-11-24T16:40:00+08:00",
        "withdrawn_by": "张㛃（代理人）",
        "reason": "老人户籍将迁往外县，改在迁入地申请。",
        "returned": [{"name": "高龄津贴申请表", "originals": 1, "copies": 0}],
    },
}
