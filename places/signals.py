"""Told inside the transaction of a change, so that rooms above (cases, home) can enqueue their work with it."""

from django.dispatch import Signal

# Arguments: jurisdictions (list of region codes, '' is the nation: every region whose code begins with one of them may
# be concerned), days (list of the dates whose working day, kind, name or provisional mark changed, in order), now.
calendar_changed = Signal()
