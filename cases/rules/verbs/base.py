"""What one verb is: its conditions, the moves it carries out, who may, and the papers it issues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accounts.models import Role
from cases.rules.context import CaseCondition
from flow.machine import Deed

APPLICANT, AGENT, SYSTEM, EVERYBODY = "applicant", "agent", "system", "everybody"
APPLICANT_SIDE = (APPLICANT, AGENT, Role.WINDOW_CLERK)
DECIDERS = (Role.APPROVER, Role.UNIT_HEAD)
REVIEWERS = (Role.REVIEWER, Role.UNIT_HEAD)


@dataclass(frozen=True)
class Verb:
    """One row of the table that buttons, refused requests and verbs read alike.

    `moves` are the bare transitions it calls ('accept'), `may` the roles its conditions let through (applicant, agent,
    system, everybody, or a Role), `papers` the kinds of document it issues; () says that it issues none. An act of two people is
    named by the verb that `proposes` it and the one that `declines` it.
    """

    name: str
    label: Any
    conditions: tuple[CaseCondition, ...]
    may: tuple[str, ...]
    moves: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    proposes: str = ""
    declines: str = ""

    @property
    def deed(self) -> Deed:
        return Deed(verb=self.name, moves=self.moves, may=tuple(map(str, self.may)), documents=self.papers)
