from .applications import Application
from .cases import Case
from .certificates import Certificate
from .corrections import CorrectionItem, CorrectionNotice
from .documents import OfficialDocument
from .events import CaseEvent
from .materials import CaseMaterial, HandedPaper
from .notes import CaseNote
from .opinions import Opinion
from .sent_forms import SentForm
from .visits import Visit

__all__ = [
    "Application",
    "Case",
    "CaseEvent",
    "CaseMaterial",
    "CaseNote",
    "Certificate",
    "CorrectionItem",
    "CorrectionNotice",
    "HandedPaper",
    "OfficialDocument",
    "Opinion",
    "SentForm",
    "Visit",
]
