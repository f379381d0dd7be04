"""Words and tones of the desk: pure tables."""

from __future__ import annotations

from cases.enums import MaterialState, Status

STATUS_TONES = {
    Status.DRAFT: "",
    Status.RECEIVED: "blue",
    Status.CORRECTION_REQUIRED: "amber",
    Status.ACCEPTED: "blue",
    Status.REVIEWING: "blue",
    Status.SUSPENDED: "amber",
    Status.GRANTED: "jade",
    Status.DENIED: "red",
    Status.DELIVERING: "jade",
    Status.CLOSED: "jade",
    Status.ARCHIVED: "",
    Status.NOT_REQUIRED: "",
    Status.NOT_ACCEPTED: "red",
    Status.LAPSED: "",
    Status.WITHDRAWN: "",
    Status.TERMINATED: "red",
    Status.TRANSFERRED: "",
}
MATERIAL_TONES = {
    MaterialState.MISSING: "red",
    MaterialState.PROVIDED: "blue",
    MaterialState.OK: "jade",
    MaterialState.DEFECT: "red",
    MaterialState.SHARED: "jade",
    MaterialState.LATER: "amber",
    MaterialState.PROMISED: "blue",
}
