"""What day it is: the system's clock, or the day the user asked for. The only place that reads the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """`as_of` moves the calendar to another day; the time of day stays the system's."""

    as_of: date | None = None

    def now(self) -> datetime:
        """The present moment with its offset, on the day that is asked for."""
        now = datetime.now().astimezone()
        if self.as_of is None:
            return now
        return now.replace(year=self.as_of.year, month=self.as_of.month, day=self.as_of.day)

    def today(self) -> date:
        """The day on which everything is judged."""
        return self.as_of or datetime.now().astimezone().date()
