"""Interleaved timing: this and its yardstick in turn, so that a machine that slows down slows both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """Seconds of each run."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median in seconds."""
        return statistics.median(self.runs)

    @property
    def spread(self) -> float:
        """(greatest - least) ÷ median."""
        return (max(self.runs) - min(self.runs)) / self.median if self.median else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, this, the yardstick, and the goal for their ratio (None: told for orientation)."""

    name: str
    this: Series
    yardstick: Series | None
    yardstick_name: str
    goal: float | None

    @property
    def ratio(self) -> float | None:
        """Median of the pairwise ratios, None without a yardstick."""
        if self.yardstick is None:
            return None
        pairs = zip(self.this.runs, self.yardstick.runs, strict=True)
        return statistics.median(a / b for a, b in pairs if b)

    @property
    def met(self) -> bool | None:
        """Whether the goal is met, None where there is none."""
        ratio = self.ratio
        return None if ratio is None or self.goal is None else ratio <= self.goal


def timed(action: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def pair(this: Callable[[], object], yardstick: Callable[[], object] | None, runs: int) -> tuple[Series, Series | None]:
    """One uncounted round, then `runs` rounds of both in turn."""
    mine: list[float] = []
    other: list[float] = []
    for turn in range(runs + 1):
        a = timed(this)
        b = timed(yardstick) if yardstick is not None else 0.0
        if turn:
            mine.append(a)
            other.append(b)
    return Series(tuple(mine)), Series(tuple(other)) if yardstick is not None else None
