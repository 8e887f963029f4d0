"""What can be wrong with a plan file, as facts with a place; `xjtui.words` makes the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Path = tuple[str | int, ...]
"""Where a value stands in the parsed file, e.g. `("items", 2, "rule", "count")`; lists count from 0."""


class Severity(StrEnum):
    """An error keeps the plan from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """What is wrong. The facts of each are named in docs/plan-format.md, «What the check says»."""

    FILE_EMPTY = "file_empty"
    FILE_LARGE = "file_large"
    FILE_ENCODING = "file_encoding"
    FILE_SYNTAX = "file_syntax"
    FILE_NESTING = "file_nesting"
    FORMAT_UNKNOWN = "format_unknown"
    KEY_UNKNOWN = "key_unknown"
    KEY_MISSING = "key_missing"
    KEY_FORM = "key_form"
    KEY_RESERVED = "key_reserved"
    TYPE_WRONG = "type_wrong"
    DUPLICATE = "duplicate"
    LIST_EMPTY = "list_empty"
    NUMBER_LOW = "number_low"
    NUMBER_HIGH = "number_high"
    LANGUAGE_FORM = "language_form"
    LANGUAGE_UNKNOWN = "language_unknown"
    TEXT_MISSING = "text_missing"
    TEXT_EMPTY = "text_empty"
    TEXT_CONTROL = "text_control"
    TEXT_WIDE = "text_wide"
    AUDIENCE_UNKNOWN = "audience_unknown"
    RULE_UNKNOWN = "rule_unknown"
    STAGE_UNKNOWN = "stage_unknown"
    ITEM_UNKNOWN = "item_unknown"
    KIND_UNKNOWN = "kind_unknown"
    CHOICE_UNKNOWN = "choice_unknown"
    REFERENCE_SELF = "reference_self"
    REPLACES_PRESENT = "replaces_present"
    COUNT_OVER_OPTIONS = "count_over_options"
    ADVISED_BELOW = "advised_below"
    APPLIES_EMPTY = "applies_empty"
    KINDS_OVERLAP = "kinds_overlap"
    DATE_BAD = "date_bad"
    DATE_OUTSIDE = "date_outside"
    DATE_CONFLICT = "date_conflict"
    DATE_CYCLE = "date_cycle"
    DATE_WITHOUT_DAY = "date_without_day"
    DATE_AFTER_DUE = "date_after_due"
    END_BEFORE_START = "end_before_start"
    RULE_AUDIENCE = "rule_audience"
    STAGE_UNUSED = "stage_unused"
    INFERRED_UNEXPLAINED = "inferred_unexplained"
    INFERRED_UNMARKED = "inferred_unmarked"


WARNINGS = frozenset(
    {
        Code.TEXT_WIDE,
        Code.RULE_AUDIENCE,
        Code.STAGE_UNUSED,
        Code.INFERRED_UNEXPLAINED,
        Code.INFERRED_UNMARKED,
    }
)
"""The codes that only warn."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a plan file.

    `place` reads like `items[3] "study.sessions" → rule.count`, lists counted from 1, '' for the file as a whole;
    `line` counts from 1, None where it could not be found; `facts` holds texts, numbers, dates and tuples of texts.
    """

    code: Code
    file: str = ""
    place: str = ""
    line: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """Whether the plan can be used in spite of it."""
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR


def is_broken(problems: tuple[Problem, ...]) -> bool:
    """Whether any of them is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def place_of(path: Path, data: object) -> str:
    """The place as a person reads it: list elements counted from 1 and named by their key where they have one."""
    place, here = "", data
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
            place += f"[{step + 1}]"
            key = here.get("key") if isinstance(here, dict) else None
            if isinstance(key, str):
                place += f' "{printable(key)}"'
        else:
            here = here.get(step) if isinstance(here, dict) else None
            joint = "" if not place else " → " if place.endswith('"') else "."
            place += joint + printable(step)
    return place


def printable(text: str) -> str:
    """A text from the file, safe to show: control characters escaped, cut at 80 characters."""
    safe = text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return safe if len(safe) <= 80 else safe[:79] + "…"
