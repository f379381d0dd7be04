from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.glyphs import Glyph


class CharacterPicture(models.Model):
    """字图: how a character is printed that the fonts of papers do not have. One for each; a later one takes its place
    for papers that are still to be made."""

    character = models.CharField(_("character"), max_length=2, unique=True)
    content = models.BinaryField()
    content_type = models.CharField(max_length=40)
    source = models.CharField(_("where the shape comes from"), max_length=200)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(_("uploaded at"))

    class Meta:
        verbose_name = _("picture of a character")
        verbose_name_plural = _("pictures of characters")
        ordering = ["-uploaded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.character} {self.code}"

    @property
    def code(self) -> str:
        return f"U+{ord(self.character):04X}"

    @property
    def glyph(self) -> Glyph:
        return Glyph(bytes(self.content), self.content_type)
