"""The code lists of a case: states, ways, channels. Values are frozen for ever; labels may change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """domain.md §3.3. States of transitions that come with the law issue are added here, nowhere else."""

    DRAFT = "draft", _("Draft")
    RECEIVED = "received", _("Received")
    CORRECTION_REQUIRED = "correction_required", _("Correction required")
    ACCEPTED = "accepted", _("Accepted")
    REVIEWING = "reviewing", _("Under review")
    GRANTED = "granted", _("Granted")
    DENIED = "denied", _("Denied")
    DELIVERING = "delivering", _("Being delivered")
    CLOSED = "closed", _("Closed")
    NOT_REQUIRED = "not_required", _("No handling required")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN = (
    Status.RECEIVED,
    Status.CORRECTION_REQUIRED,
    Status.ACCEPTED,
    Status.REVIEWING,
)
DECIDED = (Status.GRANTED, Status.DENIED, Status.DELIVERING, Status.CLOSED)
FINAL = (Status.CLOSED, Status.NOT_REQUIRED, Status.NOT_ACCEPTED, Status.WITHDRAWN)


class AcceptMode(models.TextChoices):
    NORMAL = "normal", _("Ordinary acceptance")
    INSTANT = "instant", _("Handled at once")


class Outcome(models.TextChoices):
    GRANTED = "granted", _("Granted")
    DENIED = "denied", _("Denied")
    NOT_REQUIRED = "not_required", _("No handling required")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Channel(models.TextChoices):
    """申报来源 domain.md §12.12."""

    ONLINE = "online", _("Online")
    WINDOW = "window", _("At the window")
    STATION = "station", _("Village station")
    DOOR = "door", _("At the door")


class MaterialState(models.TextChoices):
    """What the desk knows of one required paper of a case."""

    MISSING = "missing", _("Not handed in")
    PROVIDED = "provided", _("Handed in, not checked")
    OK = "ok", _("In order")
    DEFECT = "defect", _("Must be corrected")
    SHARED = "shared", _("Fetched by the office")


class Light(models.TextChoices):
    NONE = "", _("No clock running")
    GREEN = "green", _("In time")
    YELLOW = "yellow", _("Due soon")
    RED = "red", _("Overdue")


class PaperState(models.TextChoices):
    QUEUED = "queued", _("Being made")
    MADE = "made", _("Made")
    FAILED = "failed", _("Could not be made")


class DeliveryMode(models.TextChoices):
    ELECTRONIC = "electronic", _("Electronically")
    WINDOW = "window", _("Collected at the window")
    POST = "post", _("By post")
    DOOR = "door", _("Brought to the door")


class CertificateState(models.TextChoices):
    """domain.md §7.3. Only a case changes a certificate."""

    VALID = "valid", _("Valid")
    EXPIRED = "expired", _("Expired")
    REVOKED = "revoked", _("Revoked")
    CANCELLED = "cancelled", _("Cancelled")
    VOIDED = "voided", _("Voided")


class VisitState(models.TextChoices):
    REQUESTED = "requested", _("Requested")
    ASSIGNED = "assigned", _("Assigned")
    HANDLING = "handling", _("Being handled")
    DELIVERED = "delivered", _("Result brought")
    STOPPED = "stopped", _("Stopped")
