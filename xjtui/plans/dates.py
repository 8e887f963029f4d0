"""Days and due dates as a plan file writes them, and their resolution into calendar days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from xjtui.domain.plan import Basis, Due
from xjtui.plans.problems import Code, Path, printable
from xjtui.plans.tables import Notebook, Table, nearest, type_name

PHASE_START = "phase.start"
PHASE_END = "phase.end"
FARTHEST = 3660

# Here and in the other readers, named tuples: every command reads a plan, and making a dataclass takes eight times as
# long at start-up.


class DaySpec(NamedTuple):
    """A day as written: `days` after `day`, or after the due day of item `base` (or the phase's start or end).

    With neither, it was written so that it cannot be told, which is noted already.
    """

    path: Path
    day: date | None = None
    base: str = ""
    days: int = 0


class DueSpec(NamedTuple):
    """A due date as written; `spec` None where `before_first` stands instead."""

    spec: DaySpec | None
    before_first: tuple[str, ...] = ()
    soft: bool = False
    continuous: bool = False
    basis: Basis = Basis.SOURCE


def read_basis(table: Table, key: str = "basis") -> Basis:
    """`source` where nothing is said."""
    value = table.string(key, default=Basis.SOURCE)
    try:
        return Basis(value)
    except ValueError:
        known, close = tuple(Basis), nearest(value, Basis)
        table.note(Code.CHOICE_UNKNOWN, key, key=key, value=printable(value), known=known, nearest=close)
        return Basis.SOURCE


def _plain_day(value: object, path: Path, book: Notebook) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        book.note(Code.DATE_BAD, path, value=printable(value))
    else:
        book.note(Code.TYPE_WRONG, path, key=str(path[-1]), expected="date", found=type_name(value))
    return None


def read_day(table: Table, key: str, required: bool = False) -> date | None:
    """A day that must be written out, such as the phase's own start and end."""
    value = table.raw(key, required)
    return None if value is None else _plain_day(value, (*table.path, key), table.book)


def read_spec(table: Table, key: str) -> DaySpec | None:
    """A day that may be written out or relative: `2009-03-25`, or `{ from = "phase.start", days = 7 }`."""
    value = table.raw(key)
    path = (*table.path, key)
    if value is None:
        return None
    if not isinstance(value, dict):
        day = _plain_day(value, path, table.book)
        return DaySpec(path, day)
    inner = Table(value, path, table.book)
    spec = _spec(inner)
    inner.done()
    return spec


def read_due(item: Table) -> DueSpec:
    """The due date of an item; where none is written, the phase's end."""
    path = (*item.path, "due")
    phase_end = DaySpec(path, base=PHASE_END)
    value = item.raw("due")
    if value is None:
        return DueSpec(phase_end)
    if not isinstance(value, dict):
        day = _plain_day(value, path, item.book)
        return DueSpec(DaySpec(path, day))
    table = Table(value, path, item.book)
    before_first = table.strings("before_first", required=table.has("before_first"))
    if before_first:
        clash = tuple(key for key in ("day", "from", "days", "inclusive", "continuous") if table.has(key))
        if clash:
            table.note(Code.DATE_CONFLICT, keys=("before_first", *clash))
        table.ask("day", "from", "days", "inclusive")
        spec = None
    else:
        spec = _spec(table)
    due = DueSpec(spec, before_first, table.flag("soft"), table.flag("continuous"), read_basis(table))
    table.done()
    return due


def _spec(table: Table) -> DaySpec:
    """A table's day, moved one day back where it is not inclusive."""
    table.ask("day", "from")
    days = table.number("days", 0, -FARTHEST, FARTHEST) - (not table.flag("inclusive", True))
    if table.has("day"):
        if table.has("from"):
            table.note(Code.DATE_CONFLICT, keys=("day", "from"))
        return DaySpec(table.path, read_day(table, "day"), days=days)
    in_due = table.path[-1] == "due"
    return DaySpec(table.path, None, table.string("from", not in_due, PHASE_END if in_due else ""), days)


def moved(day: date, days: int) -> date | None:
    """The day so many days later, None beyond the calendar's end."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


class Calendar:
    """Turns specs into days. Items are named by their keys; each wrong reference or cycle is noted once."""

    def __init__(self, start: date, end: date, dues: Mapping[str, DueSpec], book: Notebook) -> None:
        self.start = start
        self.end = end
        self._dues = dues
        self._book = book
        self._known: dict[str, date | None] = {PHASE_START: start, PHASE_END: end}
        self._under_way: list[str] = []

    def due(self, key: str) -> Due:
        """The due date of an item."""
        spec = self._dues[key]
        return Due(self._day_of_item(key), spec.before_first, spec.soft, spec.continuous, spec.basis)

    def day(self, spec: DaySpec) -> date | None:
        """The day of a spec, None where it cannot be told (and then it was noted)."""
        base = self._base(spec) if spec.base else spec.day
        if base is None:
            return None
        day = moved(base, spec.days)
        if day is None or not self.start <= day <= self.end:
            self._book.note(Code.DATE_OUTSIDE, spec.path, day=day, start=self.start, end=self.end)
            return None
        return day

    def _base(self, spec: DaySpec) -> date | None:
        if spec.base in (PHASE_START, PHASE_END):
            return self._known[spec.base]
        if spec.base not in self._dues:
            close = nearest(spec.base, (PHASE_START, PHASE_END, *self._dues))
            self._book.note(Code.ITEM_UNKNOWN, (*spec.path, "from"), item=printable(spec.base), nearest=close)
            return None
        if spec.base in self._under_way:
            cycle = self._under_way[self._under_way.index(spec.base) :]
            self._book.note(Code.DATE_CYCLE, spec.path, items=(*cycle, spec.base))
            return None
        if self._dues[spec.base].spec is None:
            self._book.note(Code.DATE_WITHOUT_DAY, (*spec.path, "from"), item=spec.base)
            return None
        return self._day_of_item(spec.base)

    def _day_of_item(self, key: str) -> date | None:
        if key not in self._known:
            spec = self._dues[key].spec
            self._under_way.append(key)
            self._known[key] = None if spec is None else self.day(spec)
            self._under_way.pop()
        return self._known[key]
