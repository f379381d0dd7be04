"""The words for everything this room writes into events and the audit chain. Names are frozen for ever."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "case.submit": _("Application received"),
    "case.check_material": _("Paper checked"),
    "case.accept": _("Accepted"),
    "case.request_correction": _("Correction notice given"),
    "case.supply_paper": _("Paper supplied"),
    "case.supply_answer": _("Answer supplied"),
    "case.inform_not_required": _("Told that no handling is required"),
    "case.propose_refusal": _("Refusal proposed"),
    "case.refuse_intake": _("Refused"),
    "case.withdraw": _("Withdrawn"),
    "case.start_review": _("Review started"),
    "case.give_opinion": _("Opinion given"),
    "case.grant": _("Granted"),
    "case.deny": _("Denied"),
    "case.deliver": _("Delivery begun"),
    "case.confirm_delivery": _("Result delivered"),
}
ACTIONS = {
    **EVENTS,
    "application.start": _("Application begun"),
    "application.discard": _("Draft given up"),
    "case.read": _("Case opened by staff"),
    "case.reveal": _("Personal data of a case shown in full"),
    "case.export": _("List of cases exported"),
    "case.read_paper": _("Paper of a case opened"),
    "case.add_note": _("Note written"),
    "document.issue": _("Document issued"),
    "document.retry": _("Document made again"),
    "certificate.issue": _("Certificate issued"),
    "visit.request": _("Home visit asked for"),
    "visit.assign": _("Home visit assigned"),
    "visit.move": _("Home visit moved"),
    "visit.identify": _("Person identified at the door"),
    "visit.mandate": _("Mandate recorded at the door"),
    "visit.application": _("Application taken at the door"),
    "visit.deliver": _("Result brought to the door"),
    "visit.stop": _("Home visit stopped"),
}
