"""Django's sessions in the database, found by a query that is compiled once: every request of a login asks it."""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import CharField, DateTimeField
from django.utils import timezone

from core.prepared import Prepared

_IN_FORCE = Prepared(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now),
    key=CharField(),
    now=DateTimeField(),
)


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Session | None:
        found = _IN_FORCE.first(key=self.session_key, now=timezone.now())
        if found is None:
            self._session_key = None
        return found
