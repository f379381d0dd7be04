"""What the applicant is told in each state: what happens now, what she does, what it means if nothing comes."""

from cases.online.sentences.decided import DECIDED
from cases.online.sentences.ended import ENDED
from cases.online.sentences.intake import INTAKE
from cases.online.sentences.review import REVIEW

SENTENCES = {**INTAKE, **REVIEW, **DECIDED, **ENDED}
