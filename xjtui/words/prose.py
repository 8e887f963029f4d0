"""What the self-check summary is written with, one class a language: `prose_zh`, `prose_en`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date

from xjtui.domain.figures import Count
from xjtui.domain.plan import Audience


class Prose(ABC):
    """One language's sentences of the summary. Dates come as dates, counts as numbers; names are as they are."""

    headings: tuple[str, str, str, str, str, str]
    """Basic facts; what was done; problems; causes; next steps; further remarks."""
    annex: str
    columns: tuple[str, ...]
    """Of the annex: number, item, clause, due, status, progress, rating and comment."""
    causes_wanted: str
    steps_wanted: str
    nothing_short: str
    not_begun: str
    roster_empty: str
    no_attendance: str
    draft: str
    outdated: str

    @abstractmethod
    def title(self, unit: str, phase: str) -> str: ...

    @abstractmethod
    def number(self, n: int, level: int) -> str:
        """The number before a heading of level 1 or 2, or (3) before a paragraph; counted from 1."""

    @abstractmethod
    def day(self, day: date) -> str: ...

    @abstractmethod
    def short_day(self, day: date, near: date) -> str: ...

    @abstractmethod
    def span(self, first: date, last: date, near: date) -> str: ...

    @abstractmethod
    def opening(self, issuer: str, plan: str, unit: str, phase: str, start: date, end: date, as_of: date) -> str: ...

    @abstractmethod
    def roll(self, audience: Audience, members: int, probationary: int, leaders: int) -> str: ...

    @abstractmethod
    def moves(self, joined: int, left: int, exempt: int) -> str:
        """'' where nobody came, went or is exempt."""

    @abstractmethod
    def tally(self, of: int, done: int, late: int, overdue: int) -> str: ...

    @abstractmethod
    def attendance(
        self,
        sessions: int,
        should: int,
        present: int,
        made_up: int,
        rate: float | None,
        participation: float | None,
    ) -> str: ...

    @abstractmethod
    def deed(self, title: str, when: str, figures: Sequence[tuple[Count, int]], more: str) -> str: ...

    @abstractmethod
    def covered(self, have: int, need: int, unit: str) -> str: ...

    @abstractmethod
    def unmet(self, title: str, missing: Sequence[str], due: date | None, today: date) -> str: ...

    @abstractmethod
    def late(self, title: str, done: date, due: date) -> str: ...

    @abstractmethod
    def problem(self, text: str, owner: str, deadline: date | None, first: date | None, overdue: bool) -> str: ...

    @abstractmethod
    def warning(self, text: str) -> str: ...

    @abstractmethod
    def figure(self, count: Count, value: int) -> str: ...

    @abstractmethod
    def generated(self, text: str) -> str:
        """A generated sentence in the manner of an official text; the users' own texts are left alone."""


def of_table(table: Mapping[Count, str], count: Count, value: int) -> str:
    """The phrase of a count, with its number in the place of `{}`."""
    return table[count].replace("{}", str(value))
