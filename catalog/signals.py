"""Told inside the transaction of a publication, for rooms above. Arguments: version_id."""

from django.dispatch import Signal

version_published = Signal()
