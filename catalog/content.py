"""The content of one published item version: plain immutable values, stored as JSON, read by everybody.

Shapes follow 实施清单要素 (GB/T 39554.2; national exchange tables). A version's content never changes; every reader
(guide page, application form, case checks, papers) works from these values and never from the editors' draft.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, is_dataclass
from functools import lru_cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from catalog.choices import DECISION_KINDS, STAGE_KINDS


@dataclass(frozen=True)
class Limit:
    """A term: `n` units; unit is working_day, day, month, hour or instant (n is 0 then)."""

    n: int = 0
    unit: str = "working_day"
    note: str = ""


@dataclass(frozen=True)
class LegalBasis:
    law: str
    article: str = ""
    document_no: str = ""
    text: str = ""


@dataclass(frozen=True)
class Condition:
    text: str
    basis: str = ""


@dataclass(frozen=True)
class Material:
    """One required paper. `key` is shared between items: the same key is the same paper, handed in once.

    necessity: 1 necessary, 2 not necessary, 3 may be supplied later (容缺后补). source: 10 applicant, 20 government,
    30 intermediary, 99 other. `shared`: the office fetches it itself (免提交), the applicant is never asked for it.
    `situations`: option keys ("question.option") any of which makes the paper necessary; empty: always.
    """

    key: str
    name: str
    kind: str = "original"  # original | copy | both | either
    form: str = "either"  # paper | electronic | either
    originals: int = 1
    copies: int = 0
    spec: str = "A4"
    necessity: int = 1
    source: int = 10
    source_explain: str = ""
    shared: bool = False
    share_source: str = ""
    is_form: bool = False
    blank_form: str = ""  # uploaded file; empty: drawn from the item's form fields
    sample_form: str = ""  # uploaded file; empty: drawn from the fields' examples
    fill_note: str = ""
    standard: str = ""
    basis: str = ""
    situations: tuple[str, ...] = ()
    sign_required: str = "none"  # none | signature | seal | both
    sensitive: bool = False
    separate_consent: bool = False


@dataclass(frozen=True)
class Option:
    key: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Situation:
    """A question whose answer chooses papers. An answer is stored as {"<situation key>": "<option key>"}."""

    key: str
    question: str
    help: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class FormField:
    """One question of the application form. The same `key` in two items is one shared field, entered once.

    kind: text, long_text, number, money, date, choice, yes_no, phone, id_number, bank_account, address.
    """

    key: str
    label: str
    kind: str = "text"
    required: bool = True
    help: str = ""
    section: str = ""
    options: tuple[Option, ...] = ()
    max_length: int = 200
    sensitive: bool = False
    situations: tuple[str, ...] = ()
    example: str = ""  # invented value, printed into the sample form


@dataclass(frozen=True)
class SpecialProcedure:
    """特别程序: only what stands here may suspend a case of the item (行政许可法 Art. 45).

    kind: a code of `special_procedure` in codes.yaml (hearing, tender, auction, inspection, test, quarantine, appraisal,
    expert_review are those of Art. 45 and pause the statutory clock; others pause the promised one only).
    `max_days`: longest time in working days.
    """

    kind: str
    basis: str = ""
    max_days: int = 20
    note: str = ""


@dataclass(frozen=True)
class Step:
    """One link of the published procedure. kind: a code of `StepKind` (accept, village, survey, site_check, review,
    publicity, joint_review, approve, conclude, make, deliver).

    level: village, town, county: which unit does it; `department` names another county department than the item's.
    Steps that stand side by side with the same `parallel` word run at the same time (并联). `counts_in_limit` false:
    the time of the step is not counted in the promised limit (公示 in some places). `again_for`: kinds of later cases
    (change, renew, revoke …) that carry the step out once more; the deciding unit's own examination they all carry out.
    """

    name: str
    kind: str
    level: str
    limit: Limit | None = None
    output: str = ""
    note: str = ""
    min_staff: int = 1
    parallel: str = ""
    department: str = ""
    counts_in_limit: bool = True
    again_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fee:
    name: str
    standard: str
    basis: str
    reducible: bool = False
    reduction: str = ""


@dataclass(frozen=True)
class Question:
    question: str
    answer: str


@dataclass(frozen=True)
class Remedy:
    reconsideration_body: str = ""
    reconsideration_address: str = ""
    reconsideration_phone: str = ""
    court: str = ""
    court_address: str = ""
    court_phone: str = ""


@dataclass(frozen=True)
class Result:
    """What the applicant gets. kind: certificate 证照, approval 批文, proof 证明, other, none.

    `validity`: n months from the decision, None for no end.
    """

    name: str
    kind: str = "certificate"
    type_code: str = ""
    validity_months: int | None = None
    sample: str = ""
    note: str = ""


@dataclass(frozen=True)
class ItemContent:
    key: str
    name: str
    summary: str  # one line: what it is for and who can
    task_type: str  # 12.1: 01 licence … 05 benefit 07 confirmation 20 public service
    project_type: str  # 1 instant 即办件, 2 promised 承诺件, 9 other
    time_regime: str  # licensing | own_rule | service_promise
    catalog_code: str
    task_code: str
    use_level: str
    deciding_level: str  # county | town | village: whose unit is competent
    department: str  # name of the responsible county department
    department_short: str
    aliases: tuple[str, ...] = ()  # names people use: 高龄补贴
    power_source: str = "1"
    dept_type: str = "1"
    entrust_name: str = ""
    exercise_content: str = ""
    basis: tuple[LegalBasis, ...] = ()
    service_objects: tuple[str, ...] = ("1",)  # 12.5
    personal_themes: tuple[str, ...] = ()
    corporate_themes: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    handle_types: tuple[str, ...] = ("1", "2", "3")  # 12.6
    is_entry_center: bool = True
    handle_area: str = "county"
    visits: int = 0  # 到办事现场次数
    visits_reason: str = ""
    online_depth: str = "4"  # 1..4, 4 = handled online throughout
    is_online: bool = True
    is_bookable: bool = True
    is_mail_material: bool = True
    is_mail_result: bool = True
    is_pay_online: bool = False
    assist_modes: tuple[str, ...] = ("assisted", "by_proxy", "at_home")
    min_identity_level: int = 1
    statutory_limit: Limit = field(default_factory=Limit)
    promised_limit: Limit = field(default_factory=Limit)
    correction_limit: Limit = field(default_factory=lambda: Limit(15, "working_day"))
    usual_days: int | None = None  # honest: how long it usually takes, working days
    extension_days: int = 10
    special_procedures: tuple[SpecialProcedure, ...] = ()
    conditions: tuple[Condition, ...] = ()
    exempt: tuple[str, ...] = ()  # who needs no licence at all
    quantity_limit: str = ""
    situations: tuple[Situation, ...] = ()
    materials: tuple[Material, ...] = ()
    form: tuple[FormField, ...] = ()
    steps: tuple[Step, ...] = ()
    tolerance_allowed: bool = False
    tolerance_limit: Limit = field(
        default_factory=lambda: Limit(5, "working_day")
    )  # 容缺 papers follow within it (R25)
    commitment_allowed: bool = False
    commitment_text: str = ""  # 告知承诺: what the applicant promises, one duty a line
    commitment_materials: tuple[str, ...] = ()  # keys of the papers that the promise stands for
    deemed_acceptance: bool = False  # 视为受理 beyond licences; for licences it is the law (Art. 32)
    joint_handling: bool = False  # 统一、联合、集中办理: 45 + 15 working days (Art. 42)
    hearing_right: bool = False  # directly concerns major interests of others: tell them, hear them (Art. 36, 47)
    grants_private: bool = False  # decisions of this item are no public list's (Art. 40; 政府信息公开条例 Art. 14, 15)
    relief_first: bool = False  # 先行救助: pay first, papers within ten working days
    archive_class: str = "30"  # permanent | 30 | 10: years the file is kept
    single_person_ok: bool = False
    intermediary: tuple[str, ...] = ()
    fees: tuple[Fee, ...] = ()
    result: Result = field(default_factory=lambda: Result(name=""))
    delivery_modes: tuple[str, ...] = ("electronic", "window", "post")
    consult_phone: str = ""
    complaint_phone: str = ""
    remedy: Remedy = field(default_factory=Remedy)
    rights: str = ""
    duties: str = ""
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    privacy_purpose: str = ""
    processor_basis: str = ""

    @property
    def is_licence(self) -> bool:
        return self.task_type == "01"

    @property
    def is_instant(self) -> bool:
        return self.project_type == "1"

    @property
    def stages(self) -> tuple[Step, ...]:
        """The steps behind the acceptance and before the decision: the stages of a case.

        What a village does before the acceptance (its discussion of a homestead) is nobody's clock yet and no stage.
        """
        kinds = [step.kind for step in self.steps]
        first = max((n + 1 for n, kind in enumerate(kinds) if kind == "accept"), default=0)
        last = next((n for n, kind in enumerate(kinds) if n >= first and kind in DECISION_KINDS), len(kinds))
        return tuple(step for step in self.steps[first:last] if step.kind in STAGE_KINDS)

    def materials_for(self, answers: dict[str, str]) -> tuple[Material, ...]:
        """The papers that these situation answers make necessary."""
        return tuple(m for m in self.materials if applies(m.situations, answers))

    def form_for(self, answers: dict[str, str]) -> tuple[FormField, ...]:
        return tuple(f for f in self.form if applies(f.situations, answers))

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ItemContent:
        """Read stored content; unknown keys are ignored and absent ones take their default."""
        return cast(ItemContent, _read(cls, data))


def applies(situations: tuple[str, ...], answers: dict[str, str]) -> bool:
    return not situations or any(
        answers.get(key) == option for key, _, option in (s.partition(".") for s in situations)
    )


@lru_cache(maxsize=32)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, value: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        inner = [arg for arg in get_args(kind) if arg is not type(None)]
        return None if value is None else _read(inner[0], value)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], item) for item in value or ())
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{f.name: _read(hints[f.name], value[f.name]) for f in fields(kind) if f.name in value})
    return value
