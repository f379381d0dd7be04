"""The bare moves of a certificate's state (domain.md §7.3). Only verbs of a case call them; the day alone expires one."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import transition

from cases.enums import CertificateState
from flow.state import FreshStateMixin

S = CertificateState
IN_FORCE = [S.VALID, S.SUSPENDED]
# What was got by fraud is revoked, and what was made in error is void, even when its term is over.
EVER_IN_FORCE = [S.VALID, S.SUSPENDED, S.EXPIRED]


class CertificateTransitions(FreshStateMixin):
    @transition("state", source=[S.VALID, S.SUSPENDED], target=S.EXPIRED, custom={"label": _("Term ends")})
    def _expire(self) -> None: ...

    @transition("state", source=S.VALID, target=S.CHANGED, custom={"label": pgettext_lazy("certificate", "Change")})
    def _change(self) -> None: ...

    # Art. 50: applied for before the end; silence until then counts as consent, so the new one may come after it.
    @transition(
        "state", source=[S.VALID, S.EXPIRED], target=S.RENEWED, custom={"label": pgettext_lazy("certificate", "Renew")}
    )
    def _renew(self) -> None: ...

    @transition("state", source=S.VALID, target=S.SUSPENDED, custom={"label": pgettext_lazy("certificate", "Suspend")})
    def _suspend(self) -> None: ...

    @transition("state", source=S.SUSPENDED, target=S.VALID, custom={"label": pgettext_lazy("certificate", "Restore")})
    def _restore(self) -> None: ...

    @transition("state", source=EVER_IN_FORCE, target=S.REVOKED, custom={"label": _("Revoke (撤销)")})
    def _revoke(self) -> None: ...

    @transition("state", source=IN_FORCE, target=S.WITHDRAWN, custom={"label": _("Withdraw (撤回)")})
    def _withdraw(self) -> None: ...

    @transition("state", source=EVER_IN_FORCE, target=S.CANCELLED, custom={"label": _("Cancel (注销)")})
    def _cancel(self) -> None: ...

    @transition("state", source=EVER_IN_FORCE, target=S.VOIDED, custom={"label": _("Void (作废)")})
    def _void(self) -> None: ...
