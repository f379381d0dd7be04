"""Samples of what is decided about a decision later."""

from __future__ import annotations

from typing import Any

from papers.samples.shared import LICENCE, MARKET, REMEDIES

SAMPLES: dict[str, dict[str, Any]] = {
    "change_decision": {
        **MARKET,
        **LICENCE,
        "number": "云市监变〔2026〕18号",
        "former_decision": "云市监准〔2024〕205号",
        "former_decision_on": "2024-03-06",
        "changes": [
            {"label": "经营场所", "before": "石桥镇老街 12 号", "after": "石桥镇老街 36 号一层"},
            {
                "label": "经营项目",
                "before": "热食类食品制售",
                "after": "热食类食品制售、冷食类食品制售（仅限凉拌蔬菜）",
            },
        ],
        "basis": "《中华人民共和国行政许可法》第四十九条、《食品经营许可和备案管理办法》第二十七条",
        "effective_on": "2026-11-23",
        "valid_to": "2029-03-05",
        "remedies": REMEDIES,
    },
    "renew_decision": {
        **MARKET,
        **LICENCE,
        "number": "云市监续〔2026〕7号",
        "former_decision": "云市监准〔2021〕198号",
        "former_decision_on": "2021-12-10",
        "former_valid_to": "2026-12-09",
        "reasons": ["经营条件没有变化，最近一次现场检查合格"],
        "basis": "《中华人民共和国行政许可法》第五十条、《食品经营许可和备案管理办法》第三十三条",
        "valid_from": "2026-12-10",
        "valid_to": "2031-12-09",
    },
    "revoke_decision": {
        **MARKET,
        **LICENCE,
        "number": "云市监撤销〔2026〕1号",
        "former_decision": "云市监准〔2026〕88号",
        "former_decision_on": "2026-05-11",
        "facts": (
            "你店在申请时提交的房屋租赁合同系伪造，经营场所"
            "自始不由你店使用，有出租人的说明、公安机关的鉴定意见和现场检查记录为证。"
        ),
        "heard": (
            "本机关于2026年11月9日告知了拟撤销许可的事实、理由、依据和陈述、申辩、要求听证的权利。"
            "你店于11月12日提出申辩，认为合同由他人代签；经核实，申辩不能成立。"
        ),
        "reasons": ["你店以欺骗手段取得许可"],
        "basis": "《中华人民共和国行政许可法》第六十九条第二款、第七十九条",
        "consequences": ["自收到本决定书之日起停止经营，并于五日内交回许可证。", "本决定记入信用记录，依法公开。"],
        "barred_until": "2029-11-22",
        "remedies": REMEDIES,
    },
    "withdraw_decision": {
        **MARKET,
        **LICENCE,
        "number": "云市监撤回〔2026〕1号",
        "former_decision": "云市监准〔2024〕205号",
        "former_decision_on": "2024-03-06",
        "facts": "云溪县人民政府于2026年10月批准饮用水水源保护区范围调整方案，你店的经营场所位于调整后的一级保护区内。",
        "heard": "本机关于2026年11月5日听取了你店的意见，你店对事实没有异议，要求补偿。",
        "reasons": ["准予许可所依据的客观情况发生重大变化，为了公共利益的需要，不能继续在该处经营"],
        "basis": "《中华人民共和国行政许可法》第八条第二款",
        "compensation": "对撤回许可造成的财产损失，由云溪县人民政府依法给予补偿，数额另行协商确定；协商不成的，依法评估确定。",
        "effective_on": "2026-12-31",
        "consequences": ["请在生效之日前停止经营，交回许可证。"],
        "remedies": REMEDIES,
    },
    "suspend_decision": {
        **MARKET,
        **LICENCE,
        "number": "云市监扣〔2026〕3号",
        "facts": "2026年11月16日检查发现，你店两名从业人员没有有效的健康证明，经责令改正后仍未改正。",
        "heard": "本机关告知了拟作出决定的内容和事实、理由、依据，你店在规定的期限内没有提出陈述、申辩。",
        "reasons": ["拒不改正安排无健康证明的人员从事接触直接入口食品的工作"],
        "basis": "《中华人民共和国食品安全法》第一百二十六条",
        "suspended_from": "2026-11-24",
        "suspended_to": "2026-12-23",
        "consequences": ["暂扣期间停止经营。", "改正以后可以向本机关申请提前复查。"],
        "remedies": REMEDIES,
    },
    "restore_notice": {
        **MARKET,
        **LICENCE,
        "number": "云市监恢〔2026〕3号",
        "issued_on": "2026-12-24",
        "reasons": ["暂扣期限已经届满，复查确认你店已经改正"],
        "effective_on": "2026-12-24",
        "valid_to": "2029-03-05",
    },
    "cancel_decision": {
        **MARKET,
        **LICENCE,
        "number": "云市监注〔2026〕26号",
        "former_decision": "云市监准〔2021〕64号",
        "former_decision_on": "2021-04-19",
        "reasons": ["你店于2026年11月2日办理了个体工商户注销登记，主体资格已经终止"],
        "basis": "《中华人民共和国行政许可法》第七十条第三项",
        "effective_on": "2026-11-23",
        "consequences": ["请于十个工作日内交回许可证；逾期不交回的，本机关公告作废。"],
        "remedies": REMEDIES,
    },
    "correct_error_decision": {
        **MARKET,
        **LICENCE,
        "number": "云市监更〔2026〕2号",
        "corrected_paper": "准予决定书",
        "former_decision": "云市监准〔2026〕230号",
        "former_decision_on": "2026-11-13",
        "changes": [{"label": "有效期截止日", "before": "2031年11月31日", "after": "2031年11月12日"}],
        "reasons": ["该处日期在录入时发生笔误，不影响决定的其他内容"],
    },
}
