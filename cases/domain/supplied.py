"""What an open correction notice lists is ticked off when it arrives (T4)."""

from __future__ import annotations

from cases.domain.change import Change
from cases.enums import MaterialState


def note_supplied(change: Change, key: str) -> None:
    """`key` has arrived; a notice, or a promise of papers that follow, is settled with the last of its entries."""
    _note_for_tolerance(change, key)
    notice = change.case.correction
    if notice is None:
        return
    notice.items.filter(key=key, supplied_at=None).update(supplied_at=change.now)
    if notice.supplied_at is None and not notice.items.filter(supplied_at=None).exists():
        notice.supplied_at = change.now
        notice.save(update_fields=["supplied_at"])


def _note_for_tolerance(change: Change, key: str) -> None:
    """The clock of the papers that follow stops on the day the last one arrived; the desk checks it afterwards."""
    tolerance = getattr(change.case, "tolerance", None)
    if tolerance is None or tolerance.supplied_at is not None or key not in tolerance.keys:
        return
    outstanding = change.case.materials.filter(key__in=tolerance.keys, state=MaterialState.LATER).exclude(key=key)
    if not outstanding.exists():
        tolerance.supplied_at = change.now
        tolerance.save(update_fields=["supplied_at"])
        change.record("case.complete_tolerance", data={"keys": tolerance.keys})
