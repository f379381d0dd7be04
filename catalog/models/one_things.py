from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from places.models import Unit

from .fields import LinesField
from .items import ServiceItem


class OneThing(ClusterableModel):
    """一件事 (国发〔2024〕3号): several items of several agencies told once, asked on one form with one set of papers.

    It opens one application with a case per item, each under its own clock; a part that fails does not stop the others.
    """

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=100)
    summary = models.CharField(_("what it is for and who can, in one line"), max_length=200)
    life_event = models.CharField(_("life event"), max_length=40, blank=True)
    lead = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("lead agency"))
    aliases = LinesField(_("names people use"))
    answers = LinesField(
        _("answers that go without saying"), help_text=_("One per line: question.option. These are not asked.")
    )
    notes = LinesField(_("remarks"))
    is_open = models.BooleanField(_("offered"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    edition = models.PositiveIntegerField(_("edition"), default=1, editable=False)

    class Meta:
        verbose_name = _("one thing")
        verbose_name_plural = _("one-thing packages")
        ordering = ["order", "key"]

    def __str__(self) -> str:
        return self.name

    @property
    def given(self) -> dict[str, str]:
        """Answers that go without saying: the papers of a newborn's package are those of a child that is born."""
        return {question: option for question, _dot, option in (line.partition(".") for line in self.answers)}


class OneThingPart(Orderable):
    """One item of the package. Not required: the applicant may leave it out; `when` says for whom it is."""

    one_thing = ParentalKey(OneThing, on_delete=models.CASCADE, related_name="parts")
    item = models.ForeignKey(ServiceItem, models.PROTECT, related_name="+", verbose_name=_("service item"))
    required = models.BooleanField(_("always part of it"), default=True)
    when = models.CharField(_("for whom"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("part")
        verbose_name_plural = _("parts")
        constraints = [models.UniqueConstraint(fields=["one_thing", "item"], name="item_once_per_one_thing")]
