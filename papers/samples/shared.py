"""What the samples share: one invented county, Yunxi (云溪县), its people and its offices."""

from __future__ import annotations

from typing import Any

VERIFY = "https://portal.yunxi.example/verify/8sK2mQ7xT4vLw0ZpR9aB"
OFFICE = "云溪县民政局"
MATTER: dict[str, Any] = {
    "issuer": OFFICE,
    "issued_on": "2026-11-23",
    "applicant_name": "张䶮",
    "item_name": "高龄津贴申领",
    "case_no": "990100-20261123-000128",
    "verify_url": VERIFY,
    "phone": "0990-8800123",
    "address": "云溪县政务服务中心一楼综合窗口",
}
AGENT = {"agent_name": "张㛃", "agent_basis": "授权委托书（2026年11月20日签，有效期至2027年11月19日）"}
REMEDIES = {
    "reconsideration_body": "云溪县人民政府",
    "court": "云溪县人民法院",
    "online_url": "https://portal.yunxi.example/remedies/",
}
MATERIALS = [
    {"name": "居民身份证", "originals": 0, "copies": 1, "form": "电子", "note": "免提交，数据核验"},
    {"name": "高龄津贴申请表", "originals": 1, "copies": 0, "form": "纸质", "note": ""},
    {"name": "本人社会保障卡金融账户页", "originals": 0, "copies": 1, "form": "电子", "note": "照片"},
]
SECTIONS = [
    {
        "title": "老人基本情况",
        "fields": [
            {"label": "户籍所在地", "value": "云溪县石桥镇柳树村"},
            {"label": "现居住地址", "value": "云溪县石桥镇柳树村三组18号"},
            {"label": "健康状况", "value": "行动不便，需要上门办理"},
        ],
    },
    {
        "title": "津贴发放",
        "fields": [
            {"label": "开户银行", "value": "云溪农村商业银行石桥支行"},
            {"label": "银行账号", "value": "6217 9901 0000 0001 286"},
            {"label": "是否领取其他老年补贴", "value": "否"},
        ],
    },
]
FORM_SECTIONS = [
    {
        "title": "申请人",
        "fields": [
            {"label": "姓名", "required": True, "example": "张䶮"},
            {"label": "公民身份号码", "required": True, "example": "990101194603075122"},
            {"label": "联系电话", "required": True, "example": "19900000123", "hint": "填能打通的手机或座机"},
            {"label": "性别", "required": True, "options": ["男", "女"], "example": "女"},
        ],
    },
    {
        "title": "津贴发放",
        "fields": [
            {"label": "开户银行", "required": True, "example": "云溪农村商业银行石桥支行"},
            {"label": "银行账号", "required": True, "example": "6217990100000001286", "hint": "本人名下的账户"},
            {"label": "是否领取其他老年补贴", "required": True, "options": ["是", "否"], "example": "否"},
            {"label": "需要说明的情况", "long": True, "example": "行动不便，请上门办理。"},
        ],
    },
]

APPLICANT = [["姓名", "张䶮"], ["证件号码", "990101194603075122"], ["联系电话", "19900000123"]]
MISSING = [
    {
        "name": "本人社会保障卡金融账户页",
        "form": "照片或者复印件",
        "requirement": "账号每一位数字清楚",
        "basis": "《云溪县高龄津贴发放办法》第九条",
    }
]
# A small restaurant, for licences and what becomes of them.
MARKET: dict[str, Any] = {
    "issuer": "云溪县市场监督管理局",
    "issued_on": "2026-11-23",
    "applicant_name": "云溪县石桥镇老街口小吃店",
    "item_name": "食品经营许可",
    "case_no": "990100-20261102-000077",
    "verify_url": VERIFY,
    "phone": "0990-8800315",
    "address": "云溪县政务服务中心一楼 8 号窗口",
}
LICENCE = {"certificate_name": "食品经营许可证", "certificate_number": "JY29901010000128"}
# A house in a village, for neighbours, hearings and checks on site.
LAND: dict[str, Any] = {
    "issuer": "石桥镇人民政府",
    "issued_on": "2026-11-23",
    "applicant_name": "刘志强",
    "item_name": "农村宅基地和建房规划许可",
    "case_no": "990101-20261026-000064",
    "verify_url": VERIFY,
    "phone": "0990-8810012",
    "address": "石桥镇便民服务中心 5 号窗口",
}
