"""Words and tones of the desk: pure tables."""

from __future__ import annotations

from cases.enums import MaterialState, Status

STATUS_TONES = {
    Status.RECEIVED: "blue",
    Status.CORRECTION_REQUIRED: "amber",
    Status.ACCEPTED: "blue",
    Status.REVIEWING: "blue",
    Status.GRANTED: "jade",
    Status.DENIED: "red",
    Status.DELIVERING: "jade",
    Status.NOT_ACCEPTED: "red",
}
MATERIAL_TONES = {
    MaterialState.MISSING: "red",
    MaterialState.PROVIDED: "blue",
    MaterialState.OK: "jade",
    MaterialState.DEFECT: "red",
    MaterialState.SHARED: "jade",
}
