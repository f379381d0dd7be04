"""The repeated parts of an item draft: one row model for each row type of `catalog.content`, same field names."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from catalog.choices import (
    DecidingLevel,
    FieldKind,
    LimitUnit,
    MaterialForm,
    MaterialKind,
    MaterialSource,
    Necessity,
    ProcedureKind,
    SignRequired,
    StepKind,
)

from .fields import CodeListField, LinesField

SITUATION_HELP = _("One per line: question.option. Empty: always.")
OPTION_HELP = _("One option per line: code|text|note")


class BasisRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="basis_rows")
    law = models.CharField(_("law"), max_length=200)
    article = models.CharField(_("article"), max_length=60, blank=True)
    document_no = models.CharField(_("document number"), max_length=60, blank=True)
    text = models.TextField(_("wording"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")


class ConditionRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="condition_rows")
    text = models.CharField(_("condition"), max_length=300)
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")


class SituationRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="situation_rows")
    key = models.SlugField(_("code"), max_length=40)
    question = models.CharField(_("question"), max_length=200)
    help = models.CharField(_("help"), max_length=300, blank=True)
    options = LinesField(_("options"), help_text=OPTION_HELP)

    class Meta(Orderable.Meta):
        verbose_name = _("situation")
        verbose_name_plural = _("situations")


class MaterialRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="material_rows")
    key = models.SlugField(_("code"), max_length=60, help_text=_("Same code in two items: one paper, handed in once."))
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("original or copy"), max_length=10, choices=MaterialKind.choices, default="original")
    form = models.CharField(_("form of the paper"), max_length=10, choices=MaterialForm.choices, default="either")
    originals = models.PositiveSmallIntegerField(_("originals"), default=1)
    copies = models.PositiveSmallIntegerField(_("copies"), default=0)
    spec = models.CharField(_("size"), max_length=40, default="A4")
    necessity = models.PositiveSmallIntegerField(_("necessity"), choices=Necessity.choices, default=1)
    source = models.PositiveSmallIntegerField(_("source"), choices=MaterialSource.choices, default=10)
    source_explain = models.CharField(_("who issues it"), max_length=200, blank=True)
    shared = models.BooleanField(_("fetched by the office (免提交)"), default=False)
    share_source = models.CharField(_("where it is fetched"), max_length=100, blank=True)
    is_form = models.BooleanField(_("it is a form"), default=False)
    blank_form = models.CharField(_("blank form"), max_length=200, blank=True)
    sample_form = models.CharField(_("filled-in sample"), max_length=200, blank=True)
    fill_note = models.CharField(_("how to prepare it"), max_length=300, blank=True)
    standard = models.CharField(_("standard of acceptance"), max_length=300, blank=True)
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    situations = LinesField(_("only in these situations"), help_text=SITUATION_HELP)
    sign_required = models.CharField(
        _("signature or seal"), max_length=10, choices=SignRequired.choices, default="none"
    )
    sensitive = models.BooleanField(_("sensitive personal data"), default=False)
    separate_consent = models.BooleanField(_("needs separate consent"), default=False)

    class Meta(Orderable.Meta):
        verbose_name = _("paper")
        verbose_name_plural = _("papers")


class FieldRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="form_rows")
    key = models.SlugField(_("code"), max_length=60, help_text=_("Same code in two items: one answer, entered once."))
    label = models.CharField(_("question"), max_length=200)
    kind = models.CharField(_("kind of answer"), max_length=12, choices=FieldKind.choices, default="text")
    required = models.BooleanField(_("required"), default=True)
    help = models.CharField(_("help"), max_length=300, blank=True)
    section = models.CharField(_("section"), max_length=60, blank=True)
    options = LinesField(_("options"), help_text=OPTION_HELP)
    max_length = models.PositiveSmallIntegerField(_("longest answer"), default=200)
    sensitive = models.BooleanField(_("sensitive personal data"), default=False)
    situations = LinesField(_("only in these situations"), help_text=SITUATION_HELP)
    example = models.CharField(_("example for the sample form"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("question of the form")
        verbose_name_plural = _("questions of the form")


class StepRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="step_rows")
    name = models.CharField(_("step"), max_length=60)
    kind = models.CharField(_("kind"), max_length=12, choices=StepKind.choices)
    level = models.CharField(_("done by"), max_length=8, choices=DecidingLevel.choices, default=DecidingLevel.COUNTY)
    limit_n = models.PositiveSmallIntegerField(_("limit"), null=True, blank=True)
    limit_unit = models.CharField(_("unit"), max_length=12, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY)
    limit_note = models.CharField(_("note to the limit"), max_length=200, blank=True)
    output = models.CharField(_("output"), max_length=100, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    min_staff = models.PositiveSmallIntegerField(_("staff at least"), default=1)
    parallel = models.CharField(
        _("runs beside steps with the same word"), max_length=20, blank=True, help_text=_("Empty: one after another.")
    )
    department = models.CharField(
        _("another county department"), max_length=100, blank=True, help_text=_("Empty: the department of the item.")
    )
    counts_in_limit = models.BooleanField(_("its time counts in the promised limit"), default=True)
    again_for = CodeListField(
        _("carried out again for"),
        code_list="later_case",
        help_text=_(
            "A later case about the certificate is examined by the deciding unit and then decided. Tick the kinds for "
            "which this step is carried out once more."
        ),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")


class ProcedureRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="procedure_rows")
    kind = models.CharField(_("kind"), max_length=20, choices=ProcedureKind.choices)
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    max_days = models.PositiveSmallIntegerField(_("at most, working days"), default=20)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("special procedure")
        verbose_name_plural = _("special procedures")


class FeeRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="fee_rows")
    name = models.CharField(_("fee"), max_length=100)
    standard = models.CharField(_("standard"), max_length=200)
    basis = models.CharField(_("legal basis"), max_length=200)
    reducible = models.BooleanField(_("may be reduced"), default=False)
    reduction = models.CharField(_("rule of reduction"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("fee")
        verbose_name_plural = _("fees")


class QuestionRow(Orderable):
    item = ParentalKey("catalog.ServiceItem", on_delete=models.CASCADE, related_name="question_rows")
    question = models.CharField(_("question"), max_length=200)
    answer = models.TextField(_("answer"))

    class Meta(Orderable.Meta):
        verbose_name = _("frequent question")
        verbose_name_plural = _("frequent questions")
