"""What editors may put into a text: few blocks, each with one meaning. Look and wording are the theme's."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT = ["h3", "bold", "ol", "ul", "link", "document-link"]


class StepBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Step"), max_length=60)
    note = blocks.TextBlock(label=_("What to do"), required=False, max_length=300)

    class Meta:
        label = _("Step")
        label_format = "{name}"


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("Kind of callout"), choices=[("info", _("Good to know")), ("warning", _("Mind this"))], default="info"
    )
    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=60)
    text = blocks.TextBlock(label=_("Running text"), max_length=400)

    class Meta:
        label = _("Callout")
        icon = "warning"
        template = "home/blocks/callout.html"


class PhoneBlock(blocks.StructBlock):
    number = blocks.RegexBlock(
        regex=r"^[0-9][0-9\- ]{2,19}$",
        label=_("Telephone number"),
        error_messages={"invalid": _("Write digits and hyphens only, such as 0990-5551101.")},
    )
    text = blocks.CharBlock(label=_("When and for what"), required=False, max_length=100)

    class Meta:
        label = _("Telephone")
        icon = "mobile-alt"
        template = "home/blocks/phone.html"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=80)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Column of text"))),
            ("number", blocks.CharBlock(label=_("Column of numbers"))),
        ],
        label=_("Table"),
    )

    class Meta:
        label = _("Table")
        icon = "table"
        template = "home/blocks/table.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        table = value["table"]
        context["columns"] = [{"label": c["heading"], "number": c["block"].name == "number"} for c in table.columns]
        context["rows"] = [[cell.value for cell in row] for row in table.rows]
        return context


class DocumentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=60)
    documents = blocks.ListBlock(DocumentChooserBlock(label=_("File")), label=_("Files"), min_num=1)

    class Meta:
        label = _("Files to download")
        icon = "doc-full"
        template = "home/blocks/documents.html"


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Description"),
        max_length=120,
        help_text=_("Says what is in the picture, for those who cannot see it."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=120)

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "home/blocks/picture.html"


class TextBlocks(blocks.StreamBlock):
    heading = blocks.CharBlock(label=_("Heading"), icon="title", max_length=60, template="home/blocks/heading.html")
    paragraph = blocks.RichTextBlock(
        label=_("Running text"), icon="pilcrow", features=RICH_TEXT, template="home/blocks/paragraph.html"
    )
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), icon="list-ol", template="home/blocks/steps.html")
    callout = CalloutBlock()
    phone = PhoneBlock()
    table = TableBlock()
    documents = DocumentsBlock()
    picture = PictureBlock()
