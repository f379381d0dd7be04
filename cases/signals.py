"""Told inside the transaction of every change, so that rooms above (search) can enqueue their work with it."""

from django.dispatch import Signal

# Arguments: case_ids (list of primary keys).
case_changed = Signal()
# Arguments: certificate_id.
certificate_changed = Signal()
