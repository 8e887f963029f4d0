"""The life of a problem: found, extended, referred, closed, reopened; derived from its steps, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation


class Class(StrEnum):
    """How a problem is to be solved: at once (即改), by a deadline (限期), or by the superior (需上级)."""

    NOW = "now"
    TERM = "term"
    SUPERIOR = "superior"


class Step(StrEnum):
    """What can happen to a problem."""

    PROGRESS = "progress"
    EXTEND = "extend"
    REFER = "refer"
    CLOSE = "close"
    REOPEN = "reopen"


class Stand(StrEnum):
    """Where a problem stands."""

    OPEN = "open"
    REFERRED = "referred"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem as it stands today. `first_deadline` never changes; a referred problem is nobody's overdue here.

    `settled_on` is the day of its closing or referral; `released_on` the day on which it left the unit's hands,
    which is the referral where a referred problem was closed later.
    """

    record: Record
    stand: Stand
    first_deadline: date | None
    deadline: date | None
    settled_on: date | None
    verifier: str
    steps: tuple[Record, ...]
    released_on: date | None = None

    def overdue(self, today: date) -> bool:
        """Open beyond its present deadline."""
        return self.stand is Stand.OPEN and self.deadline is not None and self.deadline < today

    @property
    def extended(self) -> bool:
        """The present deadline is not the first."""
        return self.deadline != self.first_deadline


def life(situation: Situation, record: Record, before: str | None = None) -> Problem:
    """Follows a problem through its steps; `before` names the step at which to stop, for editing that one."""
    steps = situation.about(record.id, Kind.STEP)
    for n, step in enumerate(steps):
        if step.id == before:
            steps = steps[:n]
            break
    stand, settled, verifier = Stand.OPEN, None, ""
    released: date | None = None
    deadline = record.day_of("deadline")
    for step in steps:
        match step.text("step"):
            case Step.EXTEND:
                deadline = step.day_of("deadline") or deadline
            case Step.REFER:
                stand, settled, released = Stand.REFERRED, step.day, step.day
            case Step.CLOSE if _verified(situation, record, step):
                stand, settled, verifier = Stand.CLOSED, step.day, step.text("verifier")
                released = released or step.day
            case Step.REOPEN:
                stand, settled, verifier, released = Stand.OPEN, None, "", None
            case _:
                pass
    return Problem(record, stand, record.day_of("deadline"), deadline, settled, verifier, steps, released)


def _verified(situation: Situation, record: Record, step: Record) -> bool:
    """A problem is closed by somebody, and by somebody other than its owner."""
    verifier = step.text("verifier")
    return bool(verifier) and not situation.same_person(record.text("owner"), verifier)


def problems_under(situation: Situation, item: str) -> tuple[Problem, ...]:
    """The problems registered under an item, oldest first."""
    return tuple(life(situation, record) for record in situation.done(item, Kind.PROBLEM))


def possible_steps(problem: Problem) -> tuple[Step, ...]:
    """What may happen next."""
    match problem.stand:
        case Stand.OPEN:
            return (Step.PROGRESS, Step.EXTEND, Step.REFER, Step.CLOSE)
        case Stand.REFERRED:
            return (Step.PROGRESS, Step.CLOSE, Step.REOPEN)
        case Stand.CLOSED:
            return (Step.REOPEN,)
