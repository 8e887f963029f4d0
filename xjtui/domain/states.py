"""What a judgement says: the status of an item, how far it is, what is missing, what is worth noting. Facts only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xjtui.domain.plan import Item
from xjtui.domain.text import Text


class Status(StrEnum):
    """The status of an item; derived, never stored."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"
    NOT_APPLICABLE = "not_applicable"


SATISFIED = frozenset({Status.MET, Status.MET_LATE})


class Measure(StrEnum):
    """What is counted; each language has its measure word."""

    SESSIONS = "sessions"
    PERSONS = "persons"
    ATTENDANCES = "attendances"
    COPIES = "copies"
    ENTRIES = "entries"
    ARTICLES = "articles"
    PIECES = "pieces"
    FORMS = "forms"
    PARTS = "parts"
    TIMES = "times"
    UNITS = "units"
    ITEMS = "items"
    TOPICS = "topics"


class Lack(StrEnum):
    """What kind of thing is missing."""

    RECORD = "record"
    PARTS = "parts"
    FIELDS = "fields"
    ASSIGNEES = "assignees"
    ATTENDANCE = "attendance"
    MORE = "more"
    PERSONS = "persons"
    ASPECTS = "aspects"
    RETURNED = "returned"
    AUDIENCES = "audiences"
    ANSWERS = "answers"
    UNANSWERED = "unanswered"
    TOPICS = "topics"
    TOPIC_VISITS = "topic_visits"
    OPEN_PROBLEMS = "open_problems"
    NO_PROBLEMS = "no_problems"
    WAIT = "wait"
    REGISTER = "register"
    MAKEUPS = "makeups"
    LEAVE_APPROVER = "leave_approver"
    RATINGS = "ratings"
    FINISH = "finish"
    RIGHT_DAY = "right_day"
    UNITS = "units"
    OPEN_URGINGS = "open_urgings"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing. Which facts are set depends on `what`: how many, who, which parts or items, when.

    `ids` are those of the persons or units in `names`, in the same order: two may bear one name.
    """

    what: Lack
    count: int = 0
    names: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()
    items: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    day: date | None = None
    record: str | None = None
    reason: str = ""
    ids: tuple[str, ...] = ()


class Remark(StrEnum):
    """What kind of note it is."""

    ENTERED_LATER = "entered_later"
    LEAVE_AFTERWARDS = "leave_afterwards"
    CANNOT_BE_MET = "cannot_be_met"
    ADVISED = "advised"
    INTERVAL = "interval"
    SAME_MINUTE = "same_minute"
    SAME_TEXT = "same_text"
    NO_OPINIONS = "no_opinions"
    RETURNED_EXCEED = "returned_exceed"
    NOBODY = "nobody"
    AWAITS_RECEIPT = "awaits_receipt"
    MAKEUP_TOO_EARLY = "makeup_too_early"
    NOT_APPROVED = "not_approved"
    EXEMPTED = "exempted"
    PLANNED = "planned"
    REPEATED = "repeated"
    OUTSIDERS = "outsiders"
    EXTENDED = "extended"
    REFERRED = "referred"
    PROBLEM_OVERDUE = "problem_overdue"
    OUTDATED = "outdated"
    BEFORE_PHASE = "before_phase"


GRAVE = frozenset(
    {
        Remark.CANNOT_BE_MET,
        Remark.SAME_MINUTE,
        Remark.SAME_TEXT,
        Remark.NO_OPINIONS,
        Remark.RETURNED_EXCEED,
        Remark.MAKEUP_TOO_EARLY,
        Remark.NOT_APPROVED,
        Remark.PROBLEM_OVERDUE,
        Remark.OUTDATED,
        Remark.BEFORE_PHASE,
    }
)
"""Notes that warn; the others inform."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth noting that does not change the status."""

    what: Remark
    count: int = 0
    limit: int = 0
    names: tuple[str, ...] = ()
    day: date | None = None
    records: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule says of an item.

    `have` of `need` in `measure` (need 0: nobody concerned); `satisfied_on` is the deed's date that satisfied it,
    None while it is not; `counted` the ids of the records that count; `started`: something was done at all.
    """

    have: int
    need: int
    measure: Measure
    satisfied_on: date | None
    counted: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[Note, ...] = ()
    started: bool = False


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Why an item does not bind the unit.

    By the plan (`approver` is ''), by an approved waiver, or because `nobody` is concerned (无对象).
    """

    reason: Text | str
    approver: str = ""
    record: str | None = None
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class ItemState:
    """An item as it stands for a unit on a day. `due` is the last day in time, None where there is none."""

    item: Item
    status: Status
    due: date | None
    judgement: Judgement
    not_applicable: NotApplicable | None = None

    @property
    def satisfied(self) -> bool:
        """Met, in time or late."""
        return self.status in SATISFIED

    @property
    def applicable(self) -> bool:
        """Whether it counts in the unit's denominator."""
        return self.status is not Status.NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Tally:
    """Items done of those applicable, and how many are overdue or late."""

    done: int
    of: int
    overdue: int
    late: int
    started: int

    @property
    def complete(self) -> bool:
        """All applicable items are met."""
        return self.of > 0 and self.done == self.of
