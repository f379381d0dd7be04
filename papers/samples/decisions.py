"""Samples of decisions at the end of a case."""

from __future__ import annotations

from typing import Any

from papers.samples.shared import AGENT, MATTER, REMEDIES

SAMPLES: dict[str, dict[str, Any]] = {
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
    "termination_notice": {
        **MATTER,
        "number": "云民终〔2026〕2号",
        "accepted_on": "2026-11-10",
        "reasons": ["容缺受理以后，您没有在2026年11月30日前补交“本人社会保障卡金融账户页”，本机关已于11月27日提醒"],
        "basis": "《云溪县政务服务容缺受理办法》第九条",
        "returned": [{"name": "高龄津贴申请表", "originals": 1, "copies": 0, "form": "纸质"}],
        "how_to_collect": "请带有效身份证件到石桥镇便民服务中心 2 号窗口取回。",
        "remedies": REMEDIES,
    },
}
