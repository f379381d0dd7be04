"""Samples of the papers of application and first check."""

from __future__ import annotations

from typing import Any

from papers.samples.shared import AGENT, FORM_SECTIONS, MATERIALS, MATTER, OFFICE, SECTIONS

SAMPLES: dict[str, dict[str, Any]] = {
    "application_form": {
        **MATTER,
        **AGENT,
        "applicant": [
            ["姓名", "张䶮"],
            ["证件类型", "居民身份证"],
            ["证件号码", "990101194603075122"],
            ["联系电话", "19900000123"],
            ["联系地址", "云溪县石桥镇柳树村三组18号"],
        ],
        "agent": [
            ["姓名", "张㛃"],
            ["证件号码", "990101197206111024"],
            ["与申请人关系", "女儿"],
            ["联系电话", "19900000456"],
        ],
        "sections": SECTIONS,
        "materials": MATERIALS,
        "signed_how": "代理人网上实名确认",
        "signed_at": "2026-11-23T09:12:00+08:00",
    },
    "item_form": {
        "issuer": OFFICE,
        "title": "高龄津贴申请表",
        "item_name": "高龄津贴申领",
        "item_code": "990100GL0001",
        "sample": True,
        "sections": FORM_SECTIONS,
        "notes": ["请用黑色笔填写，字迹清楚。", "带 * 的必须填写；本表免费领取。"],
    },
    "receipt_of_materials": {
        **MATTER,
        **AGENT,
        "number": "云民收〔2026〕128号",
        "received_at": "2026-11-23T09:15:00+08:00",
        "materials": MATERIALS,
        "channel": "窗口",
        "point": "石桥镇便民服务中心 2 号窗口",
        "clerk": "李春燕",
        "how_to_query": "凭办件编号和证件号码后四位，在政务服务网“查进度”页面或拨打窗口电话查询。",
        "next_step": "工作人员将在2026年11月30日(周一)前告诉您是否受理。",
    },
    "correction_notice": {
        **MATTER,
        "number": "云民补〔2026〕17号",
        "received_on": "2026-11-20",
        "corrections": [
            {
                "name": "高龄津贴申请表",
                "problem": "申请人签名处没有签名",
                "requirement": "由申请人签名或者按指印后重新提交；不识字的，由两名见证人签名",
                "basis": "《云溪县高龄津贴发放办法》第七条",
            },
            {
                "name": "本人社会保障卡金融账户页",
                "problem": "照片模糊，看不清账号",
                "requirement": "重新拍照上传，账号每一位数字清楚",
                "basis": "《云溪县高龄津贴发放办法》第九条",
            },
        ],
        "due_on": "2026-12-14",
        "licensing": True,
        "basis": "《中华人民共和国行政许可法》第三十二条第一款第（四）项",
    },
    "acceptance_notice": {
        **MATTER,
        **AGENT,
        "number": "云民受〔2026〕128号",
        "accepted_on": "2026-11-23",
        "statutory_limit": "20 个工作日",
        "statutory_due_on": "2026-12-21",
        "promised_limit": "5 个工作日",
        "promised_due_on": "2026-11-30",
        "materials": MATERIALS,
        "basis": "《云溪县高龄津贴发放办法》第八条",
    },
}
