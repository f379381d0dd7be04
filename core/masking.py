"""The one place that decides how personal data is shown in part (domain.md §5.3)."""

from __future__ import annotations

COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 宇文 长孙 端木 百里 南宫 独孤 轩辕 呼延 万俟 闻人 赫连 拓跋".split()
)
STAR = "*"


def mask_name(name: str) -> str:
    """张* for two characters, 王*明 for more, 欧阳* after a compound surname; names with · keep the first part's first."""
    name = name.strip()
    if len(name) <= 1:
        return name
    if name[:2] in COMPOUND:
        return name[:2] + STAR * max(1, len(name) - 2)
    if len(name) == 2:
        return name[0] + STAR
    return name[0] + STAR * (len(name) - 2) + name[-1]


def mask_id_number(number: str) -> str:
    """First three and last four: 110***********002X."""
    return _middle(number, 3, 4)


def mask_phone(phone: str) -> str:
    """138****5678."""
    return _middle(phone, 3, 4)


def mask_account(account: str) -> str:
    """The last four digits of a bank account."""
    return _middle(account, 0, 4)


def mask_address(address: str) -> str:
    """Nothing after the village: house numbers and names of roads are left out."""
    for sign in ("村", "社区", "居委会"):
        place = address.find(sign)
        if place >= 0:
            return address[: place + len(sign)] + STAR * 3
    return address[:6] + STAR * 3 if len(address) > 6 else STAR * 3


def _middle(text: str, head: int, tail: int) -> str:
    hidden = len(text) - head - tail
    if hidden <= 0:
        return STAR * len(text)
    return text[:head] + STAR * hidden + (text[-tail:] if tail else "")
