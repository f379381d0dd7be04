"""The home base of a draft: its parts, what is done of each, and where to go next."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.online.sheet import PaperLine, Sheet
from catalog.content import FormField


@dataclass(frozen=True)
class Part:
    """One line of the task list; names of the attributes are those of the component."""

    name: str
    href: str
    state: str
    tone: str
    hint: str = ""

    @property
    def is_done(self) -> bool:
        return self.tone == "done"


def parts_of(sheet: Sheet) -> list[Part]:
    return [
        *_questions(sheet),
        *(_section(sheet, name, fields) for name, fields in sheet.sections.items()),
        *(_paper(sheet, line) for line in sheet.asked_papers),
    ]


def next_in_section(sheet: Sheet, asked: FormField) -> FormField | None:
    """The field after this one in its section; the section's last one leads back to the list."""
    fields = sheet.sections[asked.section]
    keys = [one.key for one in fields]
    after = fields[keys.index(asked.key) + 1 :]
    return after[0] if after else None


def place_in_section(sheet: Sheet, asked: FormField) -> tuple[int, int]:
    keys = [one.key for one in sheet.sections[asked.section]]
    return keys.index(asked.key) + 1, len(keys)


def _questions(sheet: Sheet) -> list[Part]:
    if not sheet.questions:
        return []
    first = next((q for q in sheet.questions if not q.shown), sheet.questions[0])
    open_ones = [q for q in sheet.questions if not q.shown]
    href = reverse("online:question", args=[sheet.application.public_id, first.situation.key])
    state, tone = (_("To be answered"), "todo") if open_ones else (_("Done"), "done")
    return [Part(_("Your situation"), href, state, tone, "；".join(q.shown for q in sheet.questions if q.shown))]


def _section(sheet: Sheet, name: str, fields: list[FormField]) -> Part:
    unanswered = sheet.unanswered(fields)
    answered = [one for one in fields if sheet.answer(one.key)]
    first = unanswered[0] if unanswered else fields[0]
    href = reverse("online:field", args=[sheet.application.public_id, first.key])
    hint = ngettext("%(n)s question", "%(n)s questions", len(fields)) % {"n": len(fields)}
    title = name or _("Details")
    if not unanswered:
        return Part(title, href, _("Done") if answered else _("May stay empty"), "done", hint)
    if answered:
        left = ngettext("%(n)s left", "%(n)s left", len(unanswered)) % {"n": len(unanswered)}
        return Part(title, href, left, "doing", hint)
    return Part(title, href, _("Not yet begun"), "todo", hint)


def _paper(sheet: Sheet, line: PaperLine) -> Part:
    href = reverse("online:hand_in", args=[sheet.application.public_id, line.material.key])
    name = _("Upload: %(paper)s") % {"paper": line.material.name}
    if line.handed is not None:
        return Part(name, href, _("Handed in"), "done", line.handed.file.original_name if line.handed.file else "")
    hints = [{2: _("Not necessary"), 3: _("May be supplied later")}.get(line.material.necessity, "")]
    if len(line.items) > 1:
        hints.append(_("Once, for %(n)s items") % {"n": len(line.items)})
    hint = "；".join(filter(None, hints))
    return Part(name, href, _("Not handed in yet"), "todo", hint)
