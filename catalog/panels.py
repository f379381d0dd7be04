"""The editing form of an item: eleven tabs, named by the anchors that the gate's findings link to."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from catalog.widgets import DepartmentBox, DocumentBox


class Tab(ObjectList):
    """A tab whose anchor does not depend on the language of its heading."""

    def __init__(self, anchor: str, heading: Any, children: list[Panel], **kwargs: Any) -> None:
        super().__init__(children, heading=heading, **kwargs)
        self.anchor = anchor

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "anchor": self.anchor}

    @property
    def clean_name(self) -> str:
        return self.anchor


def _fields(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names]


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel(_fields(*names))


def _group(heading: Any, *names: str, **kwargs: Any) -> MultiFieldPanel:
    return MultiFieldPanel(_fields(*names), heading=heading, **kwargs)


def _rows(related: str, label: Any, *panels: Any) -> InlinePanel:
    return InlinePanel(related, panels=list(panels), label=label, heading=label)


def _limit(heading: Any, name: str) -> MultiFieldPanel:
    return MultiFieldPanel([_row(f"{name}_n", f"{name}_unit", f"{name}_note")], heading=heading)


def _document(name: str) -> FieldPanel:
    return FieldPanel(name, widget=DocumentBox)


BASICS = Tab(
    "basics",
    _("Basics"),
    [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("summary"), FieldPanel("aliases"), _row("department", "key")],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [
                _row("task_type", "project_type", "time_regime"),
                _row("use_level", "deciding_level"),
                _row("catalog_code", "task_code"),
                _row("power_source", "dept_type", "entrust_name"),
                FieldPanel("exercise_content"),
            ],
            heading=_("Type and power"),
        ),
        _group(
            _("Persons and businesses served"), "service_objects", "personal_themes", "corporate_themes", "life_events"
        ),
    ],
)
ACCESS = Tab(
    "access",
    _("Handling"),
    [
        MultiFieldPanel(
            [
                *_fields("handle_types"),
                _row("is_online", "online_depth"),
                _row("visits", "visits_reason"),
                _row("is_mail_material", "is_mail_result", "is_bookable", "is_entry_center"),
                _row("handle_area", "min_identity_level"),
            ],
            heading=_("How it is handled"),
        ),
        _group(_("Help and delivery"), "assist_modes", "delivery_modes"),
        _group(_("Handling inside the office"), "single_person_ok", "archive_class", "intermediary"),
    ],
)
WAYS = Tab(
    "ways",
    _("Special ways"),
    [
        MultiFieldPanel(
            [
                FieldPanel("tolerance_allowed"),
                _row("tolerance_limit_n", "tolerance_limit_unit", "tolerance_limit_note"),
            ],
            heading=_("Papers that follow (容缺受理)"),
            help_text=_("Which papers may follow is said paper by paper: necessity “may be supplied later”."),
        ),
        MultiFieldPanel(
            _fields("commitment_allowed", "commitment_text", "commitment_materials"),
            heading=_("Promise instead of proof (告知承诺)"),
        ),
        _group(
            _("Acceptance, help, hearing, several agencies"),
            "deemed_acceptance", "relief_first", "hearing_right", "joint_handling", "grants_private",
        ),
        _rows("procedure_rows", _("Special procedures"), _row("kind", "max_days"), _row("basis", "note")),
    ],
)  # fmt: skip
GROUNDS = Tab(
    "grounds",
    _("Conditions and law"),
    [
        _rows("condition_rows", _("Conditions"), *_fields("text", "basis")),
        _group(_("Exceptions and limits"), "exempt", "quantity_limit"),
        _rows("basis_rows", _("Legal basis"), _row("law", "article", "document_no"), FieldPanel("text")),
    ],
)
SITUATIONS = Tab(
    "situations",
    _("Situations"),
    [_rows("situation_rows", _("Situation questions"), _row("question", "key"), *_fields("help", "options"))],
)
PAPERS = Tab(
    "papers",
    _("Papers"),
    [
        _rows(
            "material_rows",
            _("Papers"),
            _row("name", "key"),
            _row("necessity", "source", "source_explain"),
            _row("kind", "form", "originals", "copies", "spec"),
            *_fields("fill_note", "standard", "basis", "situations"),
            _row("shared", "share_source"),
            MultiFieldPanel(
                [FieldPanel("is_form"), FieldRowPanel([_document("blank_form"), _document("sample_form")])],
                heading=_("Blank form and sample"),
                help_text=_("Without a file both are drawn from the questions of the form."),
            ),
            _row("sign_required", "sensitive", "separate_consent"),
        )
    ],
)
FORM = Tab(
    "form",
    _("Form"),
    [
        _rows(
            "form_rows",
            _("Questions of the form"),
            _row("label", "key"),
            _row("kind", "required", "max_length"),
            _row("section", "example"),
            *_fields("help", "options", "situations", "sensitive"),
        )
    ],
)
TIMES = Tab(
    "times",
    _("Steps and limits"),
    [
        _limit(_("Promised limit"), "promised_limit"),
        _limit(_("Statutory limit"), "statutory_limit"),
        _limit(_("Time to supply papers"), "correction_limit"),
        MultiFieldPanel([_row("usual_days", "extension_days")], heading=_("Usual time and extension")),
        _rows(
            "step_rows",
            _("Steps"),
            _row("name", "kind", "min_staff"),
            FieldRowPanel([FieldPanel("level"), FieldPanel("department", widget=DepartmentBox)]),
            _row("limit_n", "limit_unit", "limit_note"),
            _row("output", "note"),
            _row("parallel", "counts_in_limit"),
            *_fields("again_for"),
        ),
    ],
)
MONEY = Tab(
    "money",
    _("Fees and result"),
    [
        _rows("fee_rows", _("Fees"), _row("name", "standard", "basis"), _row("reducible", "reduction")),
        _group(_("Payment"), "is_pay_online"),
        MultiFieldPanel(
            [
                _row("result_name", "result_kind"),
                _row("result_type_code", "result_validity_months"),
                FieldPanel("result_note"),
                _document("result_sample"),
            ],
            heading=_("Result"),
        ),
    ],
)
HELP = Tab(
    "help",
    _("Help and remedies"),
    [
        MultiFieldPanel([_row("consult_phone", "complaint_phone")], heading=_("Telephone numbers")),
        MultiFieldPanel(
            [
                _row("remedy_reconsideration_body", "remedy_reconsideration_phone"),
                FieldPanel("remedy_reconsideration_address"),
                _row("remedy_court", "remedy_court_phone"),
                FieldPanel("remedy_court_address"),
            ],
            heading=_("Remedies"),
        ),
        _group(_("Rights, duties, remarks"), "rights", "duties", "notes"),
        _group(_("Personal data"), "privacy_purpose", "processor_basis"),
    ],
)
QUESTIONS = Tab(
    "questions",
    _("Frequent questions"),
    [_rows("question_rows", _("Frequent questions"), *_fields("question", "answer"))],
)
EDIT_HANDLER = TabbedInterface(
    [BASICS, GROUNDS, SITUATIONS, PAPERS, FORM, TIMES, WAYS, ACCESS, MONEY, HELP, QUESTIONS],
    attrs={"data-catalog-item": ""},
)
# The tab where a rule of the gate is satisfied, by the number of the rule.
TAB_OF_RULE = {
    "V1": TIMES, "V2": ACCESS, "V3": ACCESS, "V4": ACCESS, "V5": MONEY, "V6": HELP, "V7": BASICS, "V8": QUESTIONS,
    "V9": MONEY, "V10": PAPERS, "V11": PAPERS, "V12": PAPERS, "V13": GROUNDS, "V14": BASICS,
    "V15": WAYS, "V16": TIMES, "V17": TIMES, "V18": TIMES, "V19": TIMES, "V20": TIMES, "V21": TIMES, "V22": TIMES,
    "V23": WAYS, "V24": WAYS, "V25": WAYS, "V26": TIMES, "V27": GROUNDS,
}  # fmt: skip
