"""字图: a picture for a character that no font has, and the papers that waited for it made again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Role
from cases.domain.redo import retry_document
from cases.enums import PaperState
from cases.models import CharacterPicture, OfficialDocument
from core.domain.audit import append_audit
from core.domain.uploads import require_clean
from core.errors import Reason, Refused
from core.glyphs import BadGlyph, Glyph, tidy_glyph
from papers.fonts import missing_characters
from papers.rare import is_ideograph, is_private

MAY_UPLOAD = (Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD, Role.SYS_ADMIN)


def keep_character_picture(
    *, character: str, upload: UploadedFile[Any], source: str, actor: Actor, now: datetime
) -> tuple[CharacterPicture, int]:
    """Keep the picture of one character; papers that failed for it are queued again. Returns it and their number.

    Only for characters that the fonts lack: nobody can change how a printable one looks.
    """
    character = character.strip()
    problems = [*_problems(character, source, actor)]
    glyph = None
    try:
        glyph = _glyph(upload)
    except Refused as refused:
        problems += refused.reasons
    if problems or glyph is None:
        raise Refused(problems)
    with transaction.atomic():
        row, _is_new = CharacterPicture.objects.update_or_create(
            character=character,
            defaults={
                "content": glyph.content,
                "content_type": glyph.content_type,
                "source": source.strip(),
                "uploaded_by_id": actor.user_id or 0,
                "uploaded_at": now,
            },
        )
        append_audit(
            action="character.picture",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=row,
            data={"code": row.code},
            now=now,
        )
        waiting = list(failed_for(character))
        for document in waiting:
            retry_document(document=document, actor=actor, now=now)
    return row, len(waiting)


def failed_for(character: str) -> Any:
    """The papers that could not be made because of this character, as their sentence says."""
    failed = OfficialDocument.objects.filter(state=PaperState.FAILED)
    return failed.filter(problem__contains=f"(U+{ord(character):04X})") | failed.filter(
        problem__contains=f"（U+{ord(character):04X}）"
    )


def _problems(character: str, source: str, actor: Actor) -> list[Reason]:
    found = []
    if not actor.has_role(*MAY_UPLOAD):
        found.append(Reason("role", _("Only those who issue papers and the administrator can upload pictures.")))
    if len(character) != 1 or not (is_ideograph(character) or is_private(character)):
        found.append(Reason("character", _("Enter exactly one Chinese character.")))
    elif not missing_characters(character):
        found.append(Reason("character", _("The fonts have this character; it needs no picture.")))
    if not source.strip():
        found.append(Reason("source", _("Say where the shape comes from, for example the household register.")))
    return found


def _glyph(upload: UploadedFile[Any]) -> Glyph:
    require_clean(upload)
    upload.seek(0)
    try:
        return tidy_glyph(upload.read())
    except BadGlyph as bad:
        raise Refused([Reason("picture", str(bad))]) from bad
