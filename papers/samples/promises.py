"""Samples of what is promised and paid: tolerance, commitment, fees."""

from __future__ import annotations

from typing import Any

from papers.samples.pictures import signature
from papers.samples.shared import AGENT, APPLICANT, MARKET, MATTER, MISSING

SAMPLES: dict[str, dict[str, Any]] = {
    "tolerance_notice": {
        **MATTER,
        **AGENT,
        "number": "云民容〔2026〕9号",
        "accepted_on": "2026-11-23",
        "missing": MISSING,
        "due_on": "2026-11-30",
        "promised_limit": "5 个工作日",
        "promised_due_on": "2026-11-30",
        "basis": "《云溪县政务服务容缺受理办法》第五条",
    },
    "tolerance_promise": {
        **MATTER,
        **AGENT,
        "missing": MISSING,
        "due_on": "2026-11-30",
        "applicant": APPLICANT,
        "signature_image": signature(3),
        "signed_how": "窗口签字屏手写签名",
        "signed_at": "2026-11-23T09:20:00+08:00",
    },
    "commitment_letter": {
        **MATTER,
        "issuer": "云溪县市场监督管理局",
        "number": "云市监承〔2026〕31号",
        "applicant_name": "陈桂兰",
        "item_name": "小餐饮登记",
        "case_no": "990100-20261109-000091",
        "basis": "《中华人民共和国食品安全法》第三十六条、《云溪县小餐饮登记管理办法》第六条",
        "conditions": [
            "有与经营的食品品种、数量相适应的固定场所，与有毒、有害场所保持规定的距离；",
            "有食品冷藏、餐具消毒、防尘防蝇、存放垃圾的设施；",
            "从业人员持有有效的健康证明。",
        ],
        "proofs": [
            {
                "name": "经营场所合法使用证明",
                "content": "经营场所为本人所有或者合法租用",
                "basis": "《云溪县小餐饮登记管理办法》第七条第二项",
            }
        ],
        "verification": "本机关在发给登记证之日起三十日内到现场核查。",
        "liability": "承诺不实的，本机关撤销登记，将不实承诺记入信用记录；造成他人损害的，依法承担赔偿责任。",
        "published": "本告知承诺书在县政府网站公开，公开时隐去证件号码和联系电话。",
        "applicant": [["姓名", "陈桂兰"], ["证件号码", "990101196809123012"], ["联系电话", "19900000789"]],
        "signature_image": signature(11),
        "signed_how": "窗口签字屏手写签名",
        "signed_at": "2026-11-09T10:42:00+08:00",
        "issued_on": "2026-11-09",
    },
    "payment_notice": {
        **MARKET,
        "number": "云市监缴〔2026〕12号",
        "item_name": "特种设备使用登记检验",
        "case_no": "990100-20261028-000069",
        "fees": [
            {
                "name": "电梯定期检验费",
                "standard": "每台 380 元",
                "quantity": 2,
                "amount": "760.00",
                "basis": "《云溪县行政事业性收费目录清单》第 14 项",
            },
            {
                "name": "压力管道检验费",
                "standard": "每米 2.50 元",
                "quantity": 180,
                "amount": "450.00",
                "basis": "《云溪县行政事业性收费目录清单》第 15 项",
            },
        ],
        "total": "1210.00",
        "due_on": "2026-12-04",
        "payment_code": "9901 0026 1128 0000 6901",
        "payee": {
            "name": "云溪县财政局非税收入专户",
            "bank": "云溪农村商业银行营业部",
            "account": "1299 0101 0000 0006 8",
        },
        "pay_url": "https://portal.yunxi.example/pay/990100261128000069",
        "how_to_pay": "可以扫描二维码缴款，也可以凭缴款码到任一代收银行缴款。",
    },
}
