"""The single-valued facts of an item draft, named as in `catalog.content.ItemContent` (domain.md §2.3)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.identity import IdentityLevel
from catalog.choices import (
    ArchiveClass,
    DecidingLevel,
    DeptType,
    LimitUnit,
    OnlineDepth,
    PowerSource,
    ProjectType,
    ResultKind,
    TaskType,
    TimeRegime,
    UseLevel,
)

from .fields import CodeListField, LinesField


class IdentityFacts(models.Model):
    """A. Identity and law."""

    summary = models.CharField(_("what it is for and who can, in one line"), max_length=200, blank=True)
    aliases = LinesField(_("names people use"), help_text=_("One per line; the search finds the item by them."))
    catalog_code = models.CharField(_("catalogue code (12)"), max_length=12, blank=True)
    task_code = models.CharField(_("task code (31)"), max_length=31, blank=True)
    task_type = models.CharField(_("type of item"), max_length=2, choices=TaskType.choices, default=TaskType.SERVICE)
    use_level = models.CharField(_("level of exercise"), max_length=1, choices=UseLevel.choices, default="4")
    deciding_level = models.CharField(
        _("who decides"), max_length=8, choices=DecidingLevel.choices, default=DecidingLevel.COUNTY
    )
    time_regime = models.CharField(
        _("rule of time limits"), max_length=16, choices=TimeRegime.choices, default=TimeRegime.OWN_RULE
    )
    power_source = models.CharField(_("source of power"), max_length=1, choices=PowerSource.choices, default="1")
    dept_type = models.CharField(_("nature of the body"), max_length=1, choices=DeptType.choices, default="1")
    entrust_name = models.CharField(_("entrusting agency"), max_length=100, blank=True)
    exercise_content = models.TextField(_("content of exercise"), blank=True)
    service_objects = CodeListField(_("who is served"), code_list="service_object")
    personal_themes = CodeListField(_("themes for persons"), code_list="personal_theme")
    corporate_themes = CodeListField(_("themes for businesses"), code_list="corporate_theme")
    life_events = CodeListField(_("life events"), code_list="life_event")

    class Meta:
        abstract = True


class AccessFacts(models.Model):
    """B. Where and how it is handled."""

    project_type = models.CharField(_("kind of case"), max_length=1, choices=ProjectType.choices, default="2")
    handle_types = CodeListField(_("ways of handling"), code_list="handle_type")
    delivery_modes = CodeListField(_("ways of delivery"), code_list="delivery_mode")
    assist_modes = CodeListField(_("assistance"), code_list="assist_mode")
    handle_area = models.CharField(_("area of handling"), max_length=20, default="county")
    is_entry_center = models.BooleanField(_("stationed in the service hall"), default=True)
    visits = models.PositiveSmallIntegerField(_("visits to the office"), default=0)
    visits_reason = models.CharField(_("why a visit is necessary"), max_length=200, blank=True)
    online_depth = models.CharField(_("online depth"), max_length=1, choices=OnlineDepth.choices, default="4")
    is_online = models.BooleanField(_("online"), default=True)
    is_bookable = models.BooleanField(_("can be booked"), default=True)
    is_mail_material = models.BooleanField(_("papers may be posted"), default=True)
    is_mail_result = models.BooleanField(_("result may be posted"), default=True)
    is_pay_online = models.BooleanField(_("online payment"), default=False)
    min_identity_level = models.PositiveSmallIntegerField(
        _("real-name level"),
        choices=IdentityLevel.choices,
        default=IdentityLevel.PHONE,
        help_text=_(
            "Whoever has less cannot submit: ask for more than level 1 only where the law or the risk demands it."
        ),
    )
    single_person_ok = models.BooleanField(_("one person may handle it throughout"), default=False)
    tolerance_allowed = models.BooleanField(_("papers may follow (容缺)"), default=False)
    tolerance_limit_n = models.PositiveSmallIntegerField(_("time for papers that follow"), default=5)
    tolerance_limit_unit = models.CharField(
        _("unit"), max_length=12, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY
    )
    tolerance_limit_note = models.CharField(_("note"), max_length=200, blank=True)
    commitment_allowed = models.BooleanField(_("promise instead of proof (告知承诺)"), default=False)
    commitment_text = models.TextField(_("what is promised"), blank=True, help_text=_("One duty a line."))
    commitment_materials = LinesField(_("papers the promise stands for"), help_text=_("Codes of papers, one a line."))
    relief_first = models.BooleanField(_("help first, papers after (先行救助)"), default=False)
    hearing_right = models.BooleanField(_("concerns major interests of others: they are told and heard"), default=False)
    grants_private = models.BooleanField(
        _("decisions are not listed publicly"),
        default=False,
        help_text=_("Only for state secrets, business secrets and private life: licences are public by law (Art. 40)."),
    )
    archive_class = models.CharField(
        _("how long the file is kept"), max_length=10, choices=ArchiveClass.choices, default=ArchiveClass.YEARS_30
    )

    class Meta:
        abstract = True


class TimeFacts(models.Model):
    """C. Limits. Each has its own unit (R9)."""

    statutory_limit_n = models.PositiveSmallIntegerField(_("statutory limit"), default=20)
    statutory_limit_unit = models.CharField(
        _("unit"), max_length=12, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY
    )
    statutory_limit_note = models.CharField(_("note"), max_length=200, blank=True)
    promised_limit_n = models.PositiveSmallIntegerField(_("promised limit"), default=10)
    promised_limit_unit = models.CharField(
        _("unit"), max_length=12, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY
    )
    promised_limit_note = models.CharField(_("note"), max_length=200, blank=True)
    correction_limit_n = models.PositiveSmallIntegerField(_("time to supply papers"), default=15)
    correction_limit_unit = models.CharField(
        _("unit"), max_length=12, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY
    )
    correction_limit_note = models.CharField(_("note"), max_length=200, blank=True)
    usual_days = models.PositiveSmallIntegerField(_("usual working days"), null=True, blank=True)
    extension_days = models.PositiveSmallIntegerField(_("longest extension in working days"), default=10)
    joint_handling = models.BooleanField(_("handled jointly by several agencies (45 + 15 working days)"), default=False)
    deemed_acceptance = models.BooleanField(_("counts as accepted when nobody answers in time"), default=False)
    quantity_limit = models.CharField(_("limit of number"), max_length=200, blank=True)
    exempt = LinesField(_("who needs no application"))
    intermediary = LinesField(_("intermediary services"))

    class Meta:
        abstract = True


class HelpFacts(models.Model):
    """D. Result, help, remedies."""

    result_name = models.CharField(_("result"), max_length=100, blank=True)
    result_kind = models.CharField(
        _("kind of result"), max_length=12, choices=ResultKind.choices, default=ResultKind.CERTIFICATE
    )
    result_type_code = models.CharField(_("certificate type code"), max_length=20, blank=True)
    result_validity_months = models.PositiveSmallIntegerField(_("validity in months"), null=True, blank=True)
    result_sample = models.CharField(_("sample of the result"), max_length=200, blank=True)
    result_note = models.CharField(_("note"), max_length=200, blank=True)
    consult_phone = models.CharField(_("telephone for questions"), max_length=30, blank=True)
    complaint_phone = models.CharField(_("telephone for complaints"), max_length=30, blank=True)
    remedy_reconsideration_body = models.CharField(_("reconsideration body"), max_length=100, blank=True)
    remedy_reconsideration_address = models.CharField(_("its address"), max_length=200, blank=True)
    remedy_reconsideration_phone = models.CharField(_("its telephone"), max_length=30, blank=True)
    remedy_court = models.CharField(_("court"), max_length=100, blank=True)
    remedy_court_address = models.CharField(_("its address"), max_length=200, blank=True)
    remedy_court_phone = models.CharField(_("its telephone"), max_length=30, blank=True)
    rights = models.TextField(_("rights"), blank=True)
    duties = models.TextField(_("duties"), blank=True)
    notes = LinesField(_("remarks"))
    privacy_purpose = models.TextField(_("purpose of processing personal data"), blank=True)
    processor_basis = models.CharField(_("basis of processing"), max_length=200, blank=True)

    class Meta:
        abstract = True
