"""The one place that decides how personal data is shown in part (domain.md §5.3)."""

from __future__ import annotations

import re

COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "欧阳司马上官诸葛东方皇甫尉迟公孙慕容令狐司徒夏侯宇文长孙端木百里南宫独孤轩辕呼延万俟闻人赫连拓跋"
        "司空司寇澹台公冶宗政濮阳淳于单于太叔申屠仲孙钟离鲜于闾丘公羊公西漆雕乐正宰父谷梁段干东郭南门西门"
        "羊舌微生梁丘左丘东门第五纳兰完颜歐陽司馬諸葛東方尉遲長孫獨孤軒轅",
    )
)
STAR = "*"
# Selectors that only choose the shape of the character before them: no characters of their own for a reader.
_SHAPES = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def mask_name(name: str) -> str:
    """张* for two characters, 王*明 for more, 欧阳* after a compound surname, 阿***·**提 with its dots kept."""
    name = _SHAPES.sub("", name.strip())
    if len(name) > 2 and name[:2] in COMPOUND_SURNAMES:
        return name[:2] + STAR * (len(name) - 2)
    if len(name) <= 2:
        return name[: len(name) - 1] + STAR if name else ""
    return name[0] + re.sub("[^·]", STAR, name[1:-1]) + name[-1]


def mask_id_number(number: str) -> str:
    """First three and last four: 110***********002X."""
    return _middle(number.strip(), 3, 4)


def mask_phone(phone: str) -> str:
    """138****5678."""
    return _middle(phone.strip(), 3, 4)


def mask_account(account: str) -> str:
    """The last four digits of a bank account."""
    return _middle(account.strip(), 0, 4)


def mask_address(address: str) -> str:
    """Nothing after the village: house numbers and names of roads are left out."""
    found = re.match(r".*?(?:村民委员会|居民委员会|村委会|居委会|社区|村(?!村))", address.strip())
    if found:
        return found.group() + STAR * 3
    return address.strip()[:6] + STAR * 3 if len(address.strip()) > 6 else STAR * 3


def _middle(text: str, head: int, tail: int) -> str:
    hidden = len(text) - head - tail
    if hidden <= 0:
        return STAR * len(text)
    return text[:head] + STAR * hidden + (text[-tail:] if tail else "")
