"""Find English that a reader would see because it stands in a template outside of any translate tag."""

import re
from collections.abc import Iterator

# What no reader sees, or what is translated: replaced by blanks of the same length, so that lines keep their numbers.
HIDDEN = [
    r"{%\s*block look\b.*?{%\s*endblock\s*%}",
    r"{%\s*block\b[^%]*%}[a-z0-9 _-]*{%\s*endblock\b[^%]*%}",  # names of classes; a sentence begins with a capital
    r"{%\s*comment\b.*?{%\s*endcomment\s*%}",
    r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}",
    r"{#.*?#}",
    r"{%.*?%}",
    r"{{.*?}}",
    r"<!--.*?-->",
    r"<!(?:doctype|DOCTYPE)[^>]*>",
    r"<(script|style|code|kbd|pre|svg)\b.*?</\1>",
]
TAG = re.compile(r"<[^>]*>", re.DOTALL)
SPOKEN_ATTRIBUTE = re.compile(r"\b(?:alt|title|placeholder|aria-label|content)=\"([^\"]*)\"")
TECHNICAL_META = re.compile(r"<meta\b[^>]*>", re.DOTALL)
WORD = re.compile(r"(?<![\w&/.@#-])[A-Za-z][a-z]{2,}(?![\w;/.@-])")


def bare_english(source: str) -> Iterator[tuple[int, str]]:
    """(line, text) of each run of words."""
    for pattern in HIDDEN:
        source = re.sub(pattern, lambda found: _blank(found.group()), source, flags=re.DOTALL)
    source = TECHNICAL_META.sub(lambda found: _blank(found.group()), source)
    for attribute in SPOKEN_ATTRIBUTE.finditer(source):
        if WORD.search(attribute.group(1)):
            yield _line(source, attribute.start()), attribute.group(1).strip()
    text = TAG.sub(lambda found: _blank(found.group()), source)
    for number, line in enumerate(text.splitlines(), 1):
        if WORD.search(line):
            yield number, " ".join(line.split())


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _line(source: str, position: int) -> int:
    return source.count("\n", 0, position) + 1
