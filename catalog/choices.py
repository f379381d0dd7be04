"""Closed code lists of an item (domain.md §12). Open lists such as themes are data: `catalog/data/codes.yaml`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TaskType(models.TextChoices):
    LICENCE = "01", _("Administrative licence")
    BENEFIT = "05", _("Administrative benefit")
    CONFIRMATION = "07", _("Administrative confirmation")
    REWARD = "08", _("Administrative reward")
    RULING = "09", _("Administrative ruling")
    OTHER = "10", _("Other administrative power")
    SERVICE = "20", _("Public service")


class UseLevel(models.TextChoices):
    COUNTY = "4", _("County level")
    TOWN = "5", _("Town level")
    VILLAGE = "6", _("Village level")
    TIERED = "7", _("By tiers")


class DecidingLevel(models.TextChoices):
    COUNTY = "county", _("County department")
    TOWN = "town", _("Town of the applicant")
    VILLAGE = "village", _("Village of the applicant")


class TimeRegime(models.TextChoices):
    LICENSING = "licensing", _("Administrative Licensing Law")
    OWN_RULE = "own_rule", _("Rule of its own")
    SERVICE_PROMISE = "service_promise", _("Service promise")


class PowerSource(models.TextChoices):
    OWN = "1", _("Own power by law")
    DEVOLVED = "2", _("Devolved by the superior")
    AUTHORISED_ABOVE = "3", _("Authorised by the superior")
    AUTHORISED_PEER = "4", _("Authorised by a peer")
    ENTRUSTED_ABOVE = "5", _("Entrusted by the superior")
    ENTRUSTED_PEER = "6", _("Entrusted by a peer")


class DeptType(models.TextChoices):
    AGENCY = "1", _("Agency by law")
    AUTHORISED = "2", _("Authorised organisation")
    ENTRUSTED = "3", _("Entrusted organisation")
    OTHER = "9", _("Other")


class ProjectType(models.TextChoices):
    INSTANT = "1", _("Instant case")
    PROMISED = "2", _("Handled by a promised date")
    OTHER = "9", _("Other")


class OnlineDepth(models.TextChoices):
    CONSULT = "1", _("Information online")
    PRECHECK = "2", _("Papers handed in online")
    ACCEPT = "3", _("Accepted online")
    FULL = "4", _("Online throughout")


class LimitUnit(models.TextChoices):
    WORKING_DAY = "working_day", _("working days")
    DAY = "day", _("days by the calendar")
    MONTH = "month", _("months")
    HOUR = "hour", _("hours")
    INSTANT = "instant", _("at once")


class ResultKind(models.TextChoices):
    CERTIFICATE = "certificate", _("Licence or certificate")
    APPROVAL = "approval", _("Approval document")
    PROOF = "proof", _("Proof")
    OTHER = "other", _("Other")
    NONE = "none", _("None")


class StepKind(models.TextChoices):
    """Links of a procedure; those between acceptance and decision become the stages of a case (domain.md §3.4)."""

    VILLAGE = "village", _("Handled by the village")
    ACCEPT = "accept", _("Acceptance")
    REVIEW = "review", _("Examination")
    SURVEY = "survey", _("Household survey")
    SITE_CHECK = "site_check", _("Check on site")
    PUBLICITY = "publicity", _("Publicity")
    JOINT_REVIEW = "joint_review", _("Joint examination")
    APPROVE = "approve", _("Decision")
    CONCLUDE = "conclude", _("Conclusion of the case")
    MAKE = "make", _("Making of the certificate")
    DELIVER = "deliver", _("Delivery")


# What of a procedure becomes a stage of a case, and what ends its stages.
STAGE_KINDS = frozenset(
    {
        StepKind.VILLAGE,
        StepKind.SURVEY,
        StepKind.SITE_CHECK,
        StepKind.REVIEW,
        StepKind.PUBLICITY,
        StepKind.JOINT_REVIEW,
    }
)
DECISION_KINDS = frozenset({StepKind.APPROVE, StepKind.CONCLUDE, StepKind.MAKE, StepKind.DELIVER})


class ProcedureKind(models.TextChoices):
    """特别程序. The first eight are those of 行政许可法 Art. 45 and stop the statutory clock (R8)."""

    HEARING = "hearing", _("Hearing")
    TENDER = "tender", _("Invitation to tender")
    AUCTION = "auction", _("Auction")
    INSPECTION = "inspection", _("Inspection")
    TEST = "test", _("Testing")
    QUARANTINE = "quarantine", _("Quarantine")
    APPRAISAL = "appraisal", _("Expert appraisal (鉴定)")
    EXPERT_REVIEW = "expert_review", _("Review by experts")
    DATA_CHECK = "data_check", _("Check of family finances")
    OTHER = "other", _("Another procedure")


STATUTORY_PROCEDURES = frozenset(ProcedureKind.values) - {ProcedureKind.DATA_CHECK, ProcedureKind.OTHER}


class ArchiveClass(models.TextChoices):
    PERMANENT = "permanent", _("For ever")
    YEARS_30 = "30", _("30 years")
    YEARS_10 = "10", _("10 years")


class FieldKind(models.TextChoices):
    TEXT = "text", _("Short text")
    LONG_TEXT = "long_text", _("Long text")
    NUMBER = "number", _("A number")
    MONEY = "money", _("Amount of money")
    DATE = "date", _("Date")
    CHOICE = "choice", _("Choice")
    YES_NO = "yes_no", _("Yes or no")
    PHONE = "phone", _("Telephone")
    ID_NUMBER = "id_number", _("Identity number")
    BANK_ACCOUNT = "bank_account", _("Bank account")
    ADDRESS = "address", _("An address")


class MaterialKind(models.TextChoices):
    ORIGINAL = "original", _("Original")
    COPY = "copy", _("Photocopy")
    BOTH = "both", _("Original and copy")
    EITHER = "either", _("Original or copy")


class MaterialForm(models.TextChoices):
    PAPER = "paper", _("On paper")
    ELECTRONIC = "electronic", _("Electronic")
    EITHER = "either", _("On paper or electronic")


class MaterialSource(models.IntegerChoices):
    APPLICANT = 10, _("Prepared by the applicant")
    GOVERNMENT = 20, _("Issued by a government body")
    INTERMEDIARY = 30, _("Made by an intermediary or statutory body")
    OTHER = 99, _("Other")


class Necessity(models.IntegerChoices):
    NECESSARY = 1, _("Necessary")
    OPTIONAL = 2, _("Not necessary")
    LATER = 3, _("May be supplied later")


class SignRequired(models.TextChoices):
    NONE = "none", _("No signature")
    SIGNATURE = "signature", _("Signature")
    SEAL = "seal", _("Seal")
    BOTH = "both", _("Signature and seal")
