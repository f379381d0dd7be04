"""One complete set of invented data for each kind of paper: shown in the gallery, used by tests and benchmarks."""

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
        "basis": "《云溪县高龄津贴发放办法》第八条",
    },
    "not_required_notice": {
        **MATTER,
        "number": "云民告〔2026〕3号",
        "item_name": "个体演出经纪人备案",
        "reasons": ["您在自家院内举办的家庭聚会不属于营业性演出，依法不需要办理备案，可以直接举办。"],
        "basis": "《中华人民共和国行政许可法》第三十二条第一款第（一）项",
    },
    "non_acceptance_decision": {
        **MATTER,
        "number": "云民不受〔2026〕2号",
        "item_name": "社会保障卡补领",
        "reasons": ["社会保障卡的补领由人力资源和社会保障部门办理，不属于本机关职权范围。"],
        "basis": "《中华人民共和国行政许可法》第三十二条第一款第（二）项",
        "competent_body": "云溪县人力资源和社会保障局（云溪县政务服务中心二楼 6 号窗口，电话 0990-8800456）",
        "remedies": REMEDIES,
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
    "grant_decision": {
        **MATTER,
        **AGENT,
        "number": "云民准〔2026〕96号",
        "matter": "自2026年12月起按月发放高龄津贴，每月100元，发放至申请人社会保障卡账户。",
        "basis": "《云溪县高龄津贴发放办法》第三条、第十条",
        "conditions": ["户籍迁出本县或者不再符合条件的，应当在30日内告知发放机关。", "每年接受一次资格认证。"],
        "valid_from": "2026-12-01",
        "certificate_name": "高龄津贴领取凭证",
        "certificate_number": "云民GL-2026000096",
        "remedies": REMEDIES,
    },
    "denial_decision": {
        **MATTER,
        "number": "云民不准〔2026〕4号",
        "facts": "经查，申请人出生日期为1956年3月7日，申请之日年满70周岁，未满80周岁。",
        "reasons": ["申请人未达到发放高龄津贴的年龄条件。"],
        "basis": "《云溪县高龄津贴发放办法》第三条第一项",
        "remedies": REMEDIES,
    },
    "completion_notice": {
        **MATTER,
        **AGENT,
        "number": "云民结〔2026〕96号",
        "result": "准予发放高龄津贴，已生成《高龄津贴领取凭证》。",
        "how_to_collect": "登录政务服务网在“我的办件”下载，或者持有效身份证件到石桥镇便民服务中心 2 号窗口领取。",
        "collect_by": "2026-12-07",
    },
    "certificate": {
        "issuer": OFFICE,
        "issued_on": "2026-11-30",
        "name": "高龄津贴领取凭证",
        "number": "云民GL-2026000096",
        "identifier": "1.2.156.3005.2.99010000000GL01.11990100MB0000001X.2026000096.001.K",
        "holder_name": "张䶮",
        "holder_code": "990101194603075122",
        "holder_code_label": "公民身份号码",
        "item_name": "高龄津贴申领",
        "facts": [["发放标准", "每月100元"], ["发放方式", "社会保障卡账户"]],
        "valid_from": "2026-12-01",
        "valid_to": "2027-11-30",
        "verify_url": VERIFY,
        "case_no": MATTER["case_no"],
        **AGENT,
    },
    "service_receipt": {
        **MATTER,
        **AGENT,
        "number": "云民送〔2026〕96号",
        "documents": [
            {"name": "准予决定书", "number": "云民准〔2026〕96号", "copies": 1},
            {"name": "高龄津贴领取凭证", "number": "云民GL-2026000096", "copies": 1},
        ],
        "manner": "上门送达",
        "place": "云溪县石桥镇柳树村三组18号",
        "receiver_name": "张䶮",
        "receiver_relation": "本人",
        "served_at": "2026-12-02T10:20:00+08:00",
        "servers": ["王建国（柳树村帮代办员）"],
    },
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
    "item_form": {
        "issuer": OFFICE,
        "title": "高龄津贴申请表",
        "item_name": "高龄津贴申领",
        "item_code": "990100GL0001",
        "sample": True,
        "sections": FORM_SECTIONS,
        "notes": ["请用黑色笔填写，字迹清楚。", "带 * 的必须填写；本表免费领取。"],
    },
}
SAMPLES["certificate_sample"] = {
    **{key: value for key, value in SAMPLES["certificate"].items() if key not in ("case_no", *AGENT)},
    "number": "样本无编号",
    "identifier": "样本无编号",
}
