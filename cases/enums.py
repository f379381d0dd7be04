"""The code lists of a case: states, ways, channels. Values are frozen for ever; labels may change."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(models.TextChoices):
    """domain.md §3.3."""

    DRAFT = "draft", _("Draft")
    RECEIVED = "received", _("Received")
    CORRECTION_REQUIRED = "correction_required", _("Correction required")
    ACCEPTED = "accepted", _("Accepted")
    REVIEWING = "reviewing", _("Under review")
    SUSPENDED = "suspended", _("Special procedure")
    GRANTED = "granted", _("Granted")
    DENIED = "denied", _("Denied")
    DELIVERING = "delivering", _("Being delivered")
    CLOSED = "closed", _("Closed")
    ARCHIVED = "archived", _("Archived")
    NOT_REQUIRED = "not_required", _("No handling required")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")
    LAPSED = "lapsed", _("Returned: nothing was supplied in time")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    TERMINATED = "terminated", _("Terminated")
    TRANSFERRED = "transferred", _("Transferred to another unit")


OPEN = (
    Status.RECEIVED,
    Status.CORRECTION_REQUIRED,
    Status.ACCEPTED,
    Status.REVIEWING,
    Status.SUSPENDED,
)
DECIDED = (Status.GRANTED, Status.DENIED, Status.DELIVERING, Status.CLOSED, Status.ARCHIVED)
# Ended without a decision.
ENDED = (
    Status.NOT_REQUIRED,
    Status.NOT_ACCEPTED,
    Status.LAPSED,
    Status.WITHDRAWN,
    Status.TERMINATED,
    Status.TRANSFERRED,
)
# States the machine does not leave; a closed case is only put into the archive any more.
FINAL = (Status.ARCHIVED, *ENDED)
DONE = (Status.CLOSED, *FINAL)


class CaseKind(models.TextChoices):
    """T20: what is decided is never edited; a linked case of its own kind changes it (domain.md §3.3)."""

    INITIAL = "initial", _("First application")
    CHANGE = "change", _("Change of the certificate")
    RENEW = "renew", _("Renewal")
    CANCEL = "cancel", _("Cancellation (注销)")
    REVOKE = "revoke", _("Revocation for illegality (撤销)")
    WITHDRAW = "withdraw", _("Withdrawal by the authority (撤回)")
    SUSPEND = "suspend", _("Suspension of the certificate")
    RESTORE = "restore", _("End of the suspension")
    CORRECT_ERROR = "correct_error", _("Correction of an error")
    RECONSIDER = "reconsider", _("New decision")
    SUCCESSOR = "successor", _("Taken over from another unit")


class AcceptMode(models.TextChoices):
    NORMAL = "normal", _("Ordinary acceptance")
    INSTANT = "instant", _("Handled at once")
    TOLERANCE = "tolerance", _("Accepted, papers follow (容缺受理)")
    COMMITMENT = "commitment", _("Accepted on a promise (告知承诺)")
    DEEMED = "deemed", _("Counts as accepted (视为受理)")
    EX_OFFICIO = "ex_officio", _("Opened by the authority")


class Outcome(models.TextChoices):
    GRANTED = "granted", _("Granted")
    DENIED = "denied", _("Denied")
    NOT_REQUIRED = "not_required", _("No handling required")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")
    LAPSED = "lapsed", _("Returned: nothing was supplied in time")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    TERMINATED = "terminated", _("Terminated")
    TRANSFERRED = "transferred", _("Transferred to another unit")


class Channel(models.TextChoices):
    """申报来源 domain.md §12.12."""

    ONLINE = "online", _("Online")
    WINDOW = "window", _("At the window")
    STATION = "station", _("Village station")
    DOOR = "door", _("At the door")
    OFFICE = "office", _("By the authority itself")


class MaterialState(models.TextChoices):
    """What the desk knows of one required paper of a case."""

    MISSING = "missing", _("Not handed in")
    PROVIDED = "provided", _("Handed in, not checked")
    OK = "ok", _("In order")
    DEFECT = "defect", _("Must be corrected")
    SHARED = "shared", _("Fetched by the office")
    LATER = "later", _("Follows later (容缺)")
    PROMISED = "promised", _("Replaced by a promise")


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
    """domain.md §7.3. Only a case changes a certificate; it expires by the calendar alone."""

    VALID = "valid", _("Valid")
    SUSPENDED = "suspended", pgettext_lazy("certificate", "Suspended")
    EXPIRED = "expired", _("Expired")
    CHANGED = "changed", pgettext_lazy("certificate", "Replaced by a changed one")
    RENEWED = "renewed", pgettext_lazy("certificate", "Replaced by a renewed one")
    REVOKED = "revoked", _("Revoked")
    WITHDRAWN = "withdrawn", pgettext_lazy("certificate", "Withdrawn by the authority")
    CANCELLED = "cancelled", pgettext_lazy("certificate", "Cancelled")
    VOIDED = "voided", _("Voided")


CERTIFICATE_FINAL = (
    CertificateState.CHANGED,
    CertificateState.RENEWED,
    CertificateState.REVOKED,
    CertificateState.WITHDRAWN,
    CertificateState.CANCELLED,
    CertificateState.VOIDED,
)


class VisitState(models.TextChoices):
    REQUESTED = "requested", _("Requested")
    ASSIGNED = "assigned", _("Assigned")
    HANDLING = "handling", _("Being handled")
    DELIVERED = "delivered", _("Result brought")
    STOPPED = "stopped", _("Stopped")


class StageState(models.TextChoices):
    """One link of the procedure at one unit (domain.md §3.4)."""

    WAITING = "waiting", pgettext_lazy("stage", "To come")
    RUNNING = "running", pgettext_lazy("stage", "Being handled")
    DONE = "done", pgettext_lazy("stage", "Done")
    RETURNED = "returned", pgettext_lazy("stage", "Sent back to the lower unit")
    STOPPED = "stopped", pgettext_lazy("stage", "Not carried out")


class StageConclusion(models.TextChoices):
    """环节动作 domain.md §12.8."""

    PASS = "pass", pgettext_lazy("stage", "Passed")
    FAIL = "fail", pgettext_lazy("stage", "Not passed")
    BACK = "back", pgettext_lazy("stage", "Sent back")
