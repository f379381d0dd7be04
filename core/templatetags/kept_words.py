"""Django's `i18n` tags, with `{% translate "fixed sentence" %}` looked up once per language and not at every showing.

A page says some sixty such sentences; each look-up goes through a lazy string, two catalogues and the escaping.
"""

from __future__ import annotations

from typing import Any

from django.template import Library, Node
from django.template.base import FilterExpression, Parser, Token, Variable
from django.template.context import Context
from django.templatetags import i18n
from django.utils.translation import get_language

register = Library()
register.tags = dict(i18n.register.tags)
register.filters = dict(i18n.register.filters)


class FixedWords(Node):
    """Nothing in it depends on the page."""

    def __init__(self, node: Any) -> None:
        self.as_name, node.asvar = node.asvar, None
        self.node = node
        self.words: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        words = self.words.get(language)
        if words is None:
            words = self.words[language] = self.node.render(context)
        if not self.as_name:
            return words
        context[self.as_name] = words
        return ""


def _is_fixed(expression: FilterExpression | None) -> bool:
    if expression is None:
        return True
    var = expression.var
    return not expression.filters and (isinstance(var, str) or (isinstance(var, Variable) and var.literal is not None))


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> Any:
    node = i18n.do_translate(parser, token)
    if _is_fixed(node.filter_expression) and _is_fixed(node.message_context):
        return FixedWords(node)
    return node
