from .items import ItemState, ServiceItem
from .one_things import OneThing, OneThingPart
from .review import SecondPersonTask
from .rows import (
    BasisRow,
    ConditionRow,
    FeeRow,
    FieldRow,
    MaterialRow,
    ProcedureRow,
    QuestionRow,
    SituationRow,
    StepRow,
)
from .versions import ItemVersion

__all__ = [
    "BasisRow",
    "ConditionRow",
    "FeeRow",
    "FieldRow",
    "ItemState",
    "ItemVersion",
    "MaterialRow",
    "OneThing",
    "OneThingPart",
    "ProcedureRow",
    "QuestionRow",
    "SecondPersonTask",
    "ServiceItem",
    "SituationRow",
    "StepRow",
]
