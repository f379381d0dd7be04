from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.text import identifier


class Synonym(models.Model):
    """A group of words that mean the same to those who search, one per line. Takes effect with the next question."""

    words = models.TextField(
        _("words with the same meaning"),
        max_length=1000,
        help_text=_("One word per line, at least two. A search for one of them finds the others too."),
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("groups of synonyms")
        ordering = ["id"]

    def __str__(self) -> str:
        return " = ".join(self.word_list)

    def clean(self) -> None:
        if len({identifier(word) for word in self.word_list} - {""}) < 2:
            raise ValidationError({"words": _("Write at least two different words, one per line.")})

    @property
    def word_list(self) -> list[str]:
        return list(dict.fromkeys(word.strip() for word in self.words.splitlines() if word.strip()))
