"""Samples of the papers of examination."""

from __future__ import annotations

from typing import Any

from papers.samples.pictures import scene, signature
from papers.samples.shared import LAND, MARKET, MATERIALS, MATTER, OFFICE

SAMPLES: dict[str, dict[str, Any]] = {
    "special_procedure_notice": {
        **MARKET,
        "number": "云市监特〔2026〕14号",
        "procedure": "现场检验",
        "body": "云溪县食品检验检测中心",
        "reasons": ["您申请的经营项目包含冷食类食品制售，依法应当对操作间和餐具抽样检验"],
        "started_on": "2026-11-23",
        "limit": "10 个工作日",
        "until_on": "2026-12-07",
        "statutory_due_on": "2026-12-14",
        "promised_due_on": "2026-12-11",
    },
    "interested_party_notice": {
        **LAND,
        "number": "石镇利〔2026〕4号",
        "party_name": "陈桂兰",
        "matter": "该申请拟在柳树村二组 7 号原址翻建住宅，地上二层，檐口高度 6.6 米。",
        "interest": "拟建房屋位于您家住宅南侧，相距 4.2 米，可能影响您家的采光、通风和共用通道。",
        "due_on": "2026-11-30",
        "hearing_right": True,
        "how_to_state": "可以到石桥镇便民服务中心 5 号窗口当面说明，也可以书面寄送。",
    },
    "extension_notice": {
        **MARKET,
        "number": "云市监延〔2026〕2号",
        "accepted_on": "2026-11-02",
        "former_due_on": "2026-11-30",
        "reasons": ["经营场所的产权情况需要向自然资源部门核实，目前尚未收到答复"],
        "approver": "本机关负责人",
        "extended_by": "10 个工作日",
        "due_on": "2026-12-14",
    },
    "publicity_notice": {
        "issuer": "石桥镇人民政府",
        "issued_on": "2026-11-23",
        "number": "石镇示〔2026〕21号",
        "title": "关于2026年11月拟纳入最低生活保障对象的公示",
        "item_name": "最低生活保障对象认定",
        "matter": "经申请、入户调查和初审，下列家庭拟纳入最低生活保障。",
        "basis": "《社会救助暂行办法》第十一条",
        "columns": ["户主", "所在村（社区）", "拟保障人数和金额"],
        "entries": [
            {"name": "周*全", "place": "柳树村", "content": "2 人，每月 912 元"},
            {"name": "吴*", "place": "柳树村", "content": "1 人，每月 530 元"},
            {"name": "欧阳*", "place": "桥头社区", "content": "3 人，每月 1,260 元"},
        ],
        "starts_on": "2026-11-23",
        "ends_on": "2026-11-30",
        "days": "7 日",
        "places": ["各村（社区）公示栏", "云溪县政务服务网"],
        "objection_to": "石桥镇社会事务办公室",
        "contact": "电话 0990-8810015，石桥镇新街 2 号",
        "verify_url": MATTER["verify_url"],
    },
    "site_check_record": {
        **LAND,
        "number": "石镇核〔2026〕17号",
        "title": "现场核查记录",
        "place": "石桥镇柳树村二组 7 号",
        "started_at": "2026-11-19T09:00:00+08:00",
        "ended_at": "2026-11-19T10:25:00+08:00",
        "checkers": [
            {
                "name": "赵海峰",
                "unit": "石桥镇自然资源所",
                "badge": "云执 0990-217",
                "signature_image": signature(21),
            },
            {
                "name": "孙丽",
                "unit": "石桥镇村镇建设办公室",
                "badge": "云执 0990-245",
                "signature_image": signature(22),
            },
        ],
        "present": ["刘志强（申请人）", "王建国（柳树村村民委员会）"],
        "findings": [
            ["用地性质", "村庄建设用地，与规划一致"],
            ["原有房屋", "砖木结构一层，建筑面积 92 平方米，已不能居住"],
            ["拟建四至", "东至村道，西至刘志军宅，南至菜地，北至陈桂兰宅，均已现场指界"],
            ["与北侧住宅间距", "4.2 米"],
        ],
        "facts": (
            "申请人现场指认了拟建位置，核查人员用钢尺和激光测距仪测量了四至和间距。\n"
            "原有房屋墙体开裂，屋面部分塌落，无人居住。拟建位置没有占用耕地，没有跨越共用通道。"
        ),
        "conclusion": "现场情况与申请材料一致，符合一户一宅和间距的要求。",
        "statement": "没有补充。",
        "photos": [
            {"image": scene(1), "caption": "原有房屋正面"},
            {"image": scene(5), "caption": "北侧间距"},
        ],
        "signature_image": signature(9),
        "verify_url": "",
    },
    "review_opinion": {
        **MATTER,
        "issuer": "石桥镇人民政府",
        "title": "审查转报意见",
        "number": "石镇审〔2026〕46号",
        "to": OFFICE,
        "stage": "乡镇初审",
        "accepted_on": "2026-11-23",
        "due_on": "2026-11-27",
        "checks": [
            {"name": "年龄", "result": "符合", "note": "1946年3月7日出生，年满80周岁"},
            {"name": "户籍", "result": "符合", "note": "户籍在柳树村，2003年迁入"},
            {"name": "没有重复享受", "result": "符合", "note": "与残疾人、特困人员待遇数据比对，没有重复"},
        ],
        "facts": "申请人与女儿共同居住，入户走访时本人在家，身份与证件一致。",
        "opinion": "申请材料齐全，情况属实，符合发放高龄津贴的条件。",
        "conclusion": "建议准予",
        "basis": "《云溪县高龄津贴发放办法》第三条、第八条",
        "materials": MATERIALS,
        "reviewers": [
            {"name": "孙丽", "post": "初审人", "signature_image": signature(22)},
            {"name": "马国栋", "post": "分管负责人", "signature_image": signature(23)},
        ],
    },
    "transfer_letter": {
        **MATTER,
        "number": "云民移〔2026〕3号",
        "to": "云溪县人力资源和社会保障局",
        "item_name": "失能老年人护理补贴",
        "received_on": "2026-11-16",
        "accepted_on": "2026-11-18",
        "reasons": ["根据2026年11月20日施行的机构职责调整方案，该事项改由贵局负责"],
        "basis": "《云溪县机构职责调整方案》第七项",
        "materials": MATERIALS,
        "clock_note": "本机关已经使用办理期限 3 个工作日。",
        "contact_person": "李春燕",
        "contact": "电话 0990-8800123",
        "copied_to": ["申请人张䶮"],
    },
}
