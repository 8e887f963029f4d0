"""Forms as data: fields, choices, and what can be wrong with an answer. Any front end renders them; none adds to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from xjtui.domain.plan import Basis
from xjtui.domain.records import Kind
from xjtui.domain.text import Text

Lexicon = Mapping[str, Mapping[str, str]]
"""Words a person may type for a built-in choice: group → word (casefolded) → key, in every language at once."""


class FieldKind(StrEnum):
    """What an answer is."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    TIME = "time"
    NUMBER = "number"
    YES = "yes"
    CHOICE = "choice"
    CHOICES = "choices"
    MEMBER = "member"
    MEMBERS = "members"
    PERSON = "person"
    ATTENDANCE = "attendance"
    PAIRS = "pairs"
    ASSIGNMENTS = "assignments"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: a plan's text, a person's or unit's name as it is, or None where the words know `group.key`."""

    key: str
    text: Text | str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    `label` and `help` None: the words know them by key. `default` is a raw answer. `shown_if` (field, answers):
    asked only where that field was answered so. `limit`: most characters, or the greatest number.
    """

    key: str
    kind: FieldKind
    required: bool = True
    label: Text | None = None
    help: Text | None = None
    choices: tuple[Choice, ...] = ()
    group: str = ""
    default: str = ""
    shown_if: tuple[str, tuple[str, ...]] | None = None
    minimum: int = 0
    limit: int = 200
    basis: Basis = Basis.SOURCE


@dataclass(frozen=True, slots=True)
class Form:
    """The questions that make one record of `kind` under `item`.

    `record` is the one being edited, `about` the one followed up.
    """

    item: str
    kind: Kind
    fields: tuple[Field, ...]
    about: str | None = None
    record: str | None = None

    def field(self, key: str) -> Field | None:
        """The field of that key."""
        return next((field for field in self.fields if field.key == key), None)


class FaultCode(StrEnum):
    """What is wrong with an answer."""

    REQUIRED = "required"
    TOO_LONG = "too_long"
    NOT_A_DAY = "not_a_day"
    IN_FUTURE = "in_future"
    NOT_A_TIME = "not_a_time"
    NOT_A_NUMBER = "not_a_number"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_YES_NO = "not_yes_no"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_MEMBER = "not_a_member"
    AMBIGUOUS = "ambiguous"
    NOT_ON_ROSTER = "not_on_roster"
    NOBODY = "nobody"
    MARK_UNKNOWN = "mark_unknown"
    PAIR_UNCLEAR = "pair_unclear"
    ASSIGNMENT_UNCLEAR = "assignment_unclear"
    UNKNOWN_FIELD = "unknown_field"
    RETURNED_EXCEED = "returned_exceed"
    SELF_CONFIRMED = "self_confirmed"
    NOT_ABSENT = "not_absent"
    ALREADY_MADE_UP = "already_made_up"
    MAKEUP_TOO_EARLY = "makeup_too_early"
    BEFORE_PARENT = "before_parent"
    OWNER_CLOSES = "owner_closes"
    DEADLINE_PAST = "deadline_past"
    STEP_IMPOSSIBLE = "step_impossible"
    NOT_EARLIER = "not_earlier"
    SELF_APPROVED = "self_approved"
    MERGED_INTO_SELF = "merged_into_self"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one answer: which field (`key`), what, and facts for the sentence that tells the mend."""

    key: str
    code: FaultCode
    facts: Mapping[str, Any] = field(default_factory=dict)
