from .items import ItemState, ServiceItem
from .review import SecondPersonTask
from .rows import BasisRow, ConditionRow, FeeRow, FieldRow, MaterialRow, QuestionRow, SituationRow, StepRow
from .versions import ItemVersion

__all__ = [
    "BasisRow",
    "ConditionRow",
    "FeeRow",
    "FieldRow",
    "ItemState",
    "ItemVersion",
    "MaterialRow",
    "QuestionRow",
    "SecondPersonTask",
    "ServiceItem",
    "SituationRow",
    "StepRow",
]
