"""Samples of the papers of a hearing."""

from __future__ import annotations

from typing import Any

from papers.samples.pictures import signature
from papers.samples.shared import LAND

MATTER = "刘志强在柳树村二组 7 号原址翻建住宅的规划许可"
SAMPLES: dict[str, dict[str, Any]] = {
    "hearing_right_notice": {
        **LAND,
        "number": "石镇听告〔2026〕2号",
        "to": "陈桂兰",
        "matter": "本机关拟准予该申请。",
        "facts": "拟建房屋与您家住宅相距 4.2 米，符合间距的最低要求，但减少您家冬至日日照约四十分钟。",
        "reasons": ["该申请直接涉及您与申请人之间的重大利益关系"],
        "due_on": "2026-11-30",
    },
    "hearing_notice": {
        **LAND,
        "number": "石镇听通〔2026〕2号",
        "to": "陈桂兰",
        "matter": MATTER,
        "held_at": "2026-12-15T09:30:00+08:00",
        "place": "石桥镇人民政府二楼会议室",
        "presider": "马国栋",
        "presider_post": "石桥镇司法所所长",
        "members": ["孙丽", "郑文博"],
        "recorder": "李春燕",
        "contact": "石桥镇便民服务中心 5 号窗口",
    },
    "hearing_announcement": {
        **{key: value for key, value in LAND.items() if key != "applicant_name"},
        "number": "石镇听公〔2026〕2号",
        "matter": MATTER,
        "held_at": "2026-12-15T09:30:00+08:00",
        "place": "石桥镇人民政府二楼会议室",
        "presider": "马国栋",
        "seats": 20,
        "apply_by": "2026-12-11",
        "how_to_attend": "报名电话 0990-8810012；请凭有效身份证件到场，遵守听证纪律。",
    },
    "hearing_record": {
        **{key: value for key, value in LAND.items() if key not in ("verify_url", "phone", "address")},
        "number": "石镇听录〔2026〕2号",
        "issued_on": "2026-12-15",
        "matter": MATTER,
        "held_at": "2026-12-15T09:30:00+08:00",
        "ended_at": "2026-12-15T11:05:00+08:00",
        "place": "石桥镇人民政府二楼会议室",
        "presider": "马国栋",
        "recorder": "李春燕",
        "members": ["孙丽", "郑文博"],
        "attendees": [
            {"name": "赵海峰", "role": "审查人员", "unit": "石桥镇自然资源所"},
            {"name": "刘志强", "role": "申请人", "unit": "柳树村二组 7 号"},
            {"name": "陈桂兰", "role": "利害关系人", "unit": "柳树村二组 8 号"},
        ],
        "statements": [
            {
                "speaker": "主持人",
                "text": "现在核对参加人身份，宣布听证纪律，告知权利和义务。是否申请回避？",
            },
            {"speaker": "申请人、利害关系人", "text": "不申请回避。"},
            {
                "speaker": "审查人员",
                "text": (
                    "拟准予许可。现场测量间距 4.2 米，符合《云溪县农村住房建设管理办法》第十一条不小于 4 米"
                    "的规定。证据：现场核查记录、四至测量图、照片六张。"
                ),
            },
            {
                "speaker": "利害关系人",
                "text": "房子翻高以后我家堂屋冬天晒不到太阳，请求把二层北侧后退一米，檐口降低。",
            },
            {
                "speaker": "申请人",
                "text": "愿意把二层北侧后退 1 米，檐口降到 6.2 米，重新出图。",
            },
            {
                "speaker": "审查人员",
                "text": "按照这个方案，冬至日日照减少不到十五分钟，建议采纳。",
            },
            {"speaker": "利害关系人", "text": "同意这个方案。"},
            {"speaker": "主持人", "text": "听证到此结束。请核对笔录，确认无误后签名。"},
        ],
        "signatures": [
            {"role": "主持人", "name": "马国栋", "signature_image": signature(23)},
            {"role": "记录人", "name": "李春燕", "signature_image": signature(24)},
            {"role": "审查人员", "name": "赵海峰", "signature_image": signature(21)},
            {"role": "申请人", "name": "刘志强", "signature_image": signature(9)},
            {"role": "利害关系人", "name": "陈桂兰", "signature_image": signature(11)},
        ],
    },
}
