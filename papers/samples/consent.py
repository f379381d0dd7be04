"""Samples of what is told about personal data, and of who agreed."""

from __future__ import annotations

from typing import Any

from papers.samples.pictures import signature
from papers.samples.shared import APPLICANT, MATTER, OFFICE

CONTACT = "联系电话 0990-8800123，云溪县政务服务中心一楼综合窗口"
SAMPLES: dict[str, dict[str, Any]] = {
    "privacy_notice": {
        "issuer": OFFICE,
        "issued_on": "2026-11-23",
        "applicant_name": "张䶮",
        "item_name": MATTER["item_name"],
        "case_no": MATTER["case_no"],
        "statutory": True,
        "basis": "《中华人民共和国老年人权益保障法》第三十三条、《云溪县高龄津贴发放办法》第八条",
        "contact": CONTACT,
        "purpose": "核实您的年龄、户籍，按月发放高龄津贴。",
        "manner": "在本县政务服务系统中收集、存储、比对、传输；不用于自动化决策。",
        "data_kinds": [
            {"name": "姓名、身份证号码、户籍地址", "source": "公安机关共享", "necessity": "核实年龄和户籍"},
            {
                "name": "社会保障卡金融账户",
                "source": "您提供",
                "necessity": "发放津贴",
                "effect": "账户信息泄露可能造成财产损失，系统加密保存",
                "sensitive": True,
            },
            {"name": "联系电话", "source": "您提供", "necessity": "通知办理结果"},
        ],
        "retention": "随办件档案保存30年，期满依法销毁；停发津贴后不再使用账户信息。",
        "recipients": [{"name": "云溪农村商业银行", "purpose": "代发津贴", "kinds": "姓名、账号、金额"}],
        "rights": [
            "查阅、复制您的个人信息，要求更正、补充；",
            "要求解释处理规则，对处理提出意见或者投诉；",
            "在“我的数据”页面或者窗口行使上述权利，本机关在十五日内答复。",
        ],
    },
    "separate_consent": {
        "issuer": OFFICE,
        "issued_on": "2026-11-23",
        "applicant_name": "张䶮",
        "item_name": MATTER["item_name"],
        "case_no": MATTER["case_no"],
        "applicant": APPLICANT,
        "matters": [
            {
                "text": "使用人脸信息核验身份，免去到窗口",
                "necessity": "确认是本人申请；也可以改用窗口核验，不影响办理",
                "effect": "人脸信息属于敏感个人信息，核验后不保存图像",
                "agreed": False,
            },
            {
                "text": "向村（社区）帮代办员提供健康状况",
                "necessity": "安排上门服务",
                "effect": "健康信息属于敏感个人信息，仅供本次上门使用",
                "agreed": True,
            },
        ],
        "contact": CONTACT,
        "signature_image": signature(3),
        "signed_how": "帮代办员逐项宣读，本人手写签名",
        "signed_at": "2026-11-23T09:05:00+08:00",
    },
    "guardian_consent": {
        "issuer": "云溪县医疗保障局",
        "issued_on": "2026-11-23",
        "child_name": "何小满",
        "child_born_on": "2026-10-08",
        "guardian_name": "何晓雯",
        "relation": "母亲",
        "proof": "出生医学证明",
        "item_name": "新生儿城乡居民基本医疗保险参保登记",
        "case_no": "990100-20261123-000131",
        "guardian": [["姓名", "何晓雯"], ["证件号码", "990101198802227061"], ["联系电话", "19900000321"]],
        "matters": [
            {
                "text": "处理孩子的姓名、出生日期、身份证号码",
                "necessity": "办理参保登记",
                "effect": "信息用于医疗保险，泄露可能影响孩子的安宁",
                "agreed": True,
            },
            {
                "text": "向公安、卫生健康部门查询出生和户籍信息",
                "necessity": "免去提交纸质证明",
                "agreed": True,
            },
        ],
        "contact": "联系电话 0990-8800333",
        "signature_image": signature(13),
        "signed_at": "2026-11-23T11:30:00+08:00",
    },
}
