from .applications import Application
from .archives import ArchivePackage
from .bars import ApplicantBar
from .cases import Case
from .certificates import Certificate, CertificateEvent
from .character_pictures import CharacterPicture
from .corrections import CorrectionItem, CorrectionNotice
from .documents import OfficialDocument
from .due_changes import DueCause, DueChange
from .events import CaseEvent
from .hand_overs import HandOver
from .hearings import Hearing, HearingState
from .materials import CaseMaterial, HandedPaper
from .notes import CaseNote
from .opinions import Opinion
from .overrides import Override
from .parties import InterestedParty
from .payments import Payment, PaymentWay
from .promises import Commitment, Tolerance
from .proposals import Proposal, ProposalState
from .publicity import Objection, Publicity
from .recomputations import Recomputation
from .reminders import Reminder
from .sent_forms import SentForm
from .servings import Serving
from .site_checks import SiteCheck
from .stages import CaseStage
from .supervisions import Supervision, SupervisionReturn, SupervisionRule
from .suspensions import Suspension
from .visits import Visit

__all__ = [
    "ApplicantBar",
    "Application",
    "ArchivePackage",
    "Case",
    "CaseEvent",
    "CaseMaterial",
    "CaseNote",
    "CaseStage",
    "Certificate",
    "CertificateEvent",
    "CharacterPicture",
    "Commitment",
    "CorrectionItem",
    "CorrectionNotice",
    "DueCause",
    "DueChange",
    "HandOver",
    "HandedPaper",
    "Hearing",
    "HearingState",
    "InterestedParty",
    "Objection",
    "OfficialDocument",
    "Opinion",
    "Override",
    "Payment",
    "PaymentWay",
    "Proposal",
    "ProposalState",
    "Publicity",
    "Recomputation",
    "Reminder",
    "SentForm",
    "Serving",
    "SiteCheck",
    "Supervision",
    "SupervisionReturn",
    "SupervisionRule",
    "Suspension",
    "Tolerance",
    "Visit",
]
