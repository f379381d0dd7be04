"""基本信息 and 救济与监督 as rows of a summary list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.identity import IdentityLevel
from catalog import codes
from catalog.content import ItemContent

Row = dict[str, str]


def basic_facts(facts: ItemContent) -> list[Row]:
    served = "、".join(codes.label("service_object", code) for code in facts.service_objects)
    rows = [
        (_("Responsible department"), facts.department),
        (_("Type of item"), codes.label("task_type", facts.task_type)),
        (_("Kind of case"), codes.label("project_type", facts.project_type)),
        (_("Who is served"), served),
        (_("Real-name level"), str(IdentityLevel(facts.min_identity_level).label)),
        (_("Level of exercise"), codes.label("use_level", facts.use_level)),
        (_("Content of exercise"), facts.exercise_content),
        (_("Limit of number"), facts.quantity_limit),
        (_("Catalogue code"), facts.catalog_code),
        (_("Task code"), facts.task_code),
    ]
    return [{"key": key, "value": value} for key, value in rows if value]


def remedy_rows(facts: ItemContent) -> list[Row]:
    """Whom to ask, where to complain, who reviews, which court; each with address and telephone."""
    remedy = facts.remedy
    rows = [
        (_("Ask a question"), [facts.consult_phone]),
        (_("Complaints"), [facts.complaint_phone]),
        (
            _("Administrative reconsideration"),
            [remedy.reconsideration_body, remedy.reconsideration_address, remedy.reconsideration_phone],
        ),
        (_("Lawsuit"), [remedy.court, remedy.court_address, remedy.court_phone]),
    ]
    return [{"key": key, "value": "\n".join(filter(None, lines))} for key, lines in rows if any(lines)]
