"""Realistic contents for the page of components."""

from django.utils.safestring import mark_safe

EVENTS = [
    {
        "title": "提交申请",
        "date": "2026年11月16日(周一) 09:12",
        "unit": "网上办理",
        "person": "",
        "text": "",
        "tone": "",
        "papers": [{"name": "收件凭证", "href": "#"}],
    },
    {
        "title": "受理",
        "date": "2026年11月17日(周二) 10:40",
        "unit": "柳林镇便民服务中心",
        "person": "",
        "text": "材料齐全，符合法定形式。",
        "tone": "",
        "papers": [{"name": "受理通知书", "href": "#"}],
    },
    {
        "title": "正在审查",
        "date": "2026年11月18日(周三)起",
        "unit": "云溪县民政局",
        "person": "",
        "text": "通常 3 个工作日，最迟 2026年12月1日(周二)前答复您。",
        "tone": "now",
        "papers": [],
    },
    {
        "title": "作出决定并送达",
        "date": "2026年12月1日(周二)前",
        "unit": "云溪县民政局",
        "person": "",
        "text": "",
        "tone": "next",
        "papers": [],
    },
]


def samples() -> dict[str, object]:
    tiles = [
        "baby:生孩子",
        "school:上学",
        "work:就业",
        "health:看病医保",
        "elder:养老",
        "help:困难救助",
        "house:建房",
        "shop:开店",
        "candle:身后事",
    ]
    """Parameters of every component, in the shapes the components document."""
    return {
        "events": EVENTS,
        "crumbs": [{"title": "服务事项", "href": "#"}, {"title": "高龄津贴申领"}],
        "examples": [{"text": word, "href": "#"} for word in ("高龄津贴", "新生儿落户", "社保卡", "宅基地", "开超市")],
        "tiles": [{"title": t, "icon": i, "href": "#", "text": ""} for i, t in (x.split(":") for x in tiles)],
        "errands": [
            {"title": "查进度", "icon": "clock", "href": "#"},
            {"title": "验证书", "icon": "verify", "href": "#"},
            {"title": "找网点", "icon": "place", "href": "#"},
            {"title": "预约上门", "icon": "calendar", "href": "#"},
        ],
        "facts": [
            {"key": "最快多久", "value": "3 个工作日", "note": "最迟 10 个工作日"},
            {"key": "收费", "value": "不收费"},
            {"key": "跑几次", "value": "0 次", "note": "可全程网办"},
            {"key": "在哪办", "value": "村服务站", "note": "或网上、镇中心"},
        ],
        "steps": [
            {"name": "受理", "days": "1 个工作日", "note": "村便民服务站"},
            {"name": "初审", "days": "3 个工作日", "note": "镇便民服务中心"},
            {"name": "审核", "days": "5 个工作日", "note": "县民政局"},
            {"name": "送达", "days": "1 个工作日", "note": "短信告知"},
        ],
        "rows": [
            {"key": "姓名", "value": "王秀兰", "href": "#"},
            {"key": "身份证号码", "value": "990101********1226", "href": "#"},
            {"key": "出生日期", "value": "1944年3月12日", "href": "#"},
            {"key": "开户银行", "value": "", "href": "#"},
        ],
        "tasks": [
            {"name": "您的情况", "href": "#", "state": "已完成", "tone": "done"},
            {"name": "申请人信息", "href": "#", "hint": "姓名、身份证、电话", "state": "正在填写", "tone": "doing"},
            {"name": "上传材料", "href": "#", "hint": "还差 1 份，可先提交", "state": "待补", "tone": "waiting"},
            {"name": "核对并提交", "state": "还不能开始", "tone": "todo"},
        ],
        "tags": [
            ("已办结", "done"),
            ("审查中", "doing"),
            ("待您补正", "waiting"),
            ("不予受理", "problem"),
            ("未开始", "todo"),
            ("已撤回", "void"),
        ],
        "pauses": [{"start": 20, "width": 15}],
        "cards": [
            {
                "title": "高龄津贴申领",
                "href": "#",
                "state": "审查中",
                "tone": "doing",
                "text": "",
                "meta": ["办件编号 990100-2026-0001234", "2026年11月16日(周一)提交"],
            },
            {
                "title": "80 周岁以上老人津贴怎样申请",
                "href": "#",
                "state": "",
                "tone": "",
                "text": mark_safe("年满 80 周岁的本县户籍老人可申领<mark>高龄津贴</mark>，按月发放到社会保障卡。"),
                "meta": ["县民政局", "可全程网办"],
            },
        ],
        "columns": [{"label": "材料名称"}, {"label": "谁出具"}, {"label": "原件", "number": True}],
        "table_rows": [
            ["居民身份证", "公安机关", "1 份"],
            ["户口簿", "公安机关", "1 份"],
            ["银行卡", "本人提供", "免提交"],
        ],
        "facets": [
            {
                "title": "部门",
                "options": [
                    {"label": "县民政局", "count": 6, "href": "#", "current": True},
                    {"label": "县人力资源和社会保障局", "count": 4, "href": "#", "current": False},
                ],
            },
            {
                "title": "服务对象",
                "options": [
                    {"label": "个人", "count": 12, "href": "#", "current": False},
                    {"label": "企业", "count": 3, "href": "#", "current": False},
                ],
            },
        ],
        "questions": [
            {"summary": "我在外地，可以让女儿代办吗？", "text": "可以。请准备委托书和双方身份证，或请帮代办员上门。"},
            {"summary": "没有社会保障卡怎么办？", "text": "可以先发到本人银行账户，补办好社会保障卡后再变更。"},
        ],
        "files": [{"name": "身份证正面.jpg", "href": "#", "size": "1.2 MB", "note": ""}],
        "marks": [
            ("valid", "真实有效", "这份证书由云溪县民政局于 2026年11月20日(周五)核发，编号与本页一致。"),
            ("revoked", "已撤销", "这份证书已于 2026年11月22日(周日)被撤销，不再有效。请勿使用。"),
            ("ended", "已过期", "这份证书的有效期到 2026年6月30日(周二)为止。"),
            ("unknown", "查无此证", "没有找到这个编号。请核对后重新输入，或致电 12345 核实。"),
        ],
    }
