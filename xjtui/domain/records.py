"""Records: dated deeds of a unit, each under one item; what a record means is told by its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

LATE_ENTRY = timedelta(days=3)
"""A record entered more than this after its deed is marked «entered later» (补录)."""


class Kind(StrEnum):
    """What a record is. Those after ANSWER in `FOLLOW_UPS` say something about an earlier record."""

    DOCUMENT = "document"
    SESSION = "session"
    CONFIRMATION = "confirmation"
    LECTURE = "lecture"
    LEAD = "lead"
    FILING = "filing"
    REPORT = "report"
    PUBLICITY = "publicity"
    PIECE = "piece"
    IDEA = "idea"
    TOPIC = "topic"
    VISIT = "visit"
    CHANNEL = "channel"
    OPINION = "opinion"
    PROBLEM = "problem"
    NO_PROBLEM = "no_problem"
    RATING = "rating"
    SUMMARY = "summary"
    UNIT_VISIT = "unit_visit"
    URGING = "urging"
    WAIVER = "waiver"
    MAKEUP = "makeup"
    RECEIPT = "receipt"
    ANSWER = "answer"
    HANDLING = "handling"
    STEP = "step"


FOLLOW_UPS: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.SESSION: (Kind.MAKEUP,),
    Kind.LECTURE: (Kind.MAKEUP,),
    Kind.FILING: (Kind.RECEIPT,),
    Kind.IDEA: (Kind.ANSWER,),
    Kind.OPINION: (Kind.HANDLING,),
    Kind.PROBLEM: (Kind.STEP,),
    Kind.URGING: (Kind.STEP,),
}
"""Which kinds may follow up which."""


@dataclass(frozen=True, slots=True)
class Voided:
    """A record taken back: by whom, when, why. It stays, and counts no more."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Record:
    """One deed. `day` is the deed's date, `entered` when it was typed; `about` is the record it follows up.

    `data` holds JSON values by field key, see docs/data-format.md; `revision` counts the changes, from 1 once saved.
    """

    id: str
    item: str
    kind: Kind
    day: date
    data: Mapping[str, Any]
    entered: datetime
    by: str
    about: str | None = None
    revision: int = 0
    voided: Voided | None = field(default=None)

    @property
    def entered_later(self) -> bool:
        """More than 3 days between deed and entry."""
        return self.entered.date() - self.day > LATE_ENTRY

    def text(self, key: str) -> str:
        """The text of a field, '' where it is empty."""
        value = self.data.get(key)
        return value.strip() if isinstance(value, str) else ""

    def number(self, key: str) -> int:
        """The number in a field, 0 where it is empty."""
        value = self.data.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else 0

    def names(self, key: str) -> tuple[str, ...]:
        """The list of keys in a field, empty where there is none."""
        value = self.data.get(key)
        return tuple(str(entry) for entry in value) if isinstance(value, (list, tuple)) else ()

    def day_of(self, key: str) -> date | None:
        """The date in a field, None where it is empty or not a date."""
        value = self.data.get(key)
        if not isinstance(value, str):
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None


def in_force(records: Iterable[Record], today: date) -> tuple[Record, ...]:
    """The records as known at the end of `today`: entered by then, not voided by then; oldest deed first.

    Deeds dated after `today` are included: they are plans, and each rule leaves them out of its count.
    """
    known = (
        record
        for record in records
        if record.entered.date() <= today and (record.voided is None or record.voided.at.date() > today)
    )
    return tuple(sorted(known, key=lambda record: (record.day, record.entered, record.id)))
