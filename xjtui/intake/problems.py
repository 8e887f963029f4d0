"""What can be wrong with a row of a roster, as a code with facts; sentences are made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ProblemCode(StrEnum):
    """What is wrong with one cell or row; the facts each carries stand beside it."""

    NAME_MISSING = "name_missing"
    """No facts."""
    NAME_NEEDS_ID = "name_needs_id"
    """`name`, `lines`: the lines that bear it."""
    ID_MALFORMED = "id_malformed"
    """`raw`."""
    ID_TWICE = "id_twice"
    """`id`, `other`: the line that has it first."""
    STANDING_UNKNOWN = "standing_unknown"
    """`raw`."""
    LEADER_UNKNOWN = "leader_unknown"
    """`raw`."""
    DATE_UNREADABLE = "date_unreadable"
    """`raw`."""
    DATE_NO_YEAR = "date_no_year"
    """`raw`."""
    DATE_NO_DAY = "date_no_day"
    """`raw`."""
    DATE_IMPLAUSIBLE = "date_implausible"
    """`raw`, `first`, `last`: the years that are taken."""
    LEFT_BEFORE_JOINED = "left_before_joined"
    """`joined`, `left`: dates."""
    SCOPE_UNKNOWN = "scope_unknown"
    """`raw`."""
    SCOPE_MISSING = "scope_missing"
    """No facts."""
    REASON_MISSING = "reason_missing"
    """No facts."""
    SINCE_MISSING = "since_missing"
    """No facts."""
    UNTIL_BEFORE_SINCE = "until_before_since"
    """`since`, `until`: dates."""
    TOO_LONG = "too_long"
    """`length`, `limit`: characters."""
    CELL_ERROR = "cell_error"
    """`raw`: what the spreadsheet shows, e.g. #REF!."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong at a place of the file.

    `line` counts from 1 as spreadsheets and editors show it, title rows included; `column` is the heading as the
    file writes it, '' where the column is missing from the file.
    """

    line: int
    column: str
    code: ProblemCode
    facts: Mapping[str, Any] = field(default_factory=dict)
