"""Reads a roster file: each good row as a person, each bad one with place and reason, all at once. Stores nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TypeVar

from xjtui.domain.people import Exemption, Standing
from xjtui.errors import InputError
from xjtui.intake.cells import (
    ANSWERS,
    NONE_WORDS,
    SCOPES,
    STANDINGS,
    Cell,
    CellFault,
    date_of,
    id_of,
    name_of,
    text_of,
    word_of,
)
from xjtui.intake.headings import Column, Heading, find_heading
from xjtui.intake.problems import ProblemCode, RowProblem
from xjtui.intake.tables import Row, Table, read_tables

TOTALS = frozenset({"合计", "总计", "小计", "共计", "total"})


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person as the file tells it. None and '': the file says nothing; `cleared`: it says «none» expressly."""

    line: int
    name: str
    id: str = ""
    standing: Standing | None = None
    duty: str = ""
    leader: bool | None = None
    joined: date | None = None
    left: date | None = None
    origin: str = ""
    exemption: Exemption | None = None
    note: str = ""
    cleared: frozenset[Column] = frozenset()


@dataclass(frozen=True, slots=True)
class RosterFile:
    """What a file holds. `ignored` are headings that name no column of a roster; `sheet` is '' for delimited text."""

    name: str
    rows: tuple[RosterRow, ...]
    problems: tuple[RowProblem, ...]
    heading: Heading
    sheet: str = ""
    encoding: str = ""

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headings whose columns were not read."""
        return self.heading.ignored


def read_roster(path: str | PathLike[str]) -> RosterFile:
    """Reads a roster from .xlsx, or from delimited text in UTF-8, UTF-16 or GB18030.

    InputError, with one code for each reason, where the file as a whole cannot be read; bad rows are `problems`.
    """
    place = Path(path)
    table, heading = _best(read_tables(place), place)
    if heading.name_twice:
        name = heading.written[Column.NAME]
        raise InputError("roster_heading_twice", path=str(place), line=heading.line, heading=name)
    rows: list[RosterRow] = []
    problems: list[RowProblem] = []
    for row in table.rows:
        if row.line > heading.line and not _remark(row, heading):
            person, found = _Reader(row, heading, table.epoch).person()
            problems.extend(found)
            rows.append(person)
    # Rows that are bad by themselves count as well: the id they bear is not free for another.
    problems = sorted([*problems, *_clashes(rows, heading)], key=lambda problem: problem.line)
    bad = {problem.line for problem in problems}
    good = tuple(row for row in rows if row.line not in bad)
    if not good and not problems:
        raise InputError("roster_no_rows", path=str(place), line=heading.line)
    return RosterFile(place.name, good, tuple(problems), heading, table.sheet, table.encoding)


def _best(tables: tuple[Table, ...], path: Path) -> tuple[Table, Heading]:
    """The table whose heading names the most columns: for text that is the one parted by the right sign."""
    found = [(table, heading) for table in tables if (heading := find_heading(table)) is not None]
    if found:
        # The first of equals: of several sheets with the same heading the leftmost is meant.
        return max(found, key=lambda pair: len(pair[1].places))
    if not any(table.rows for table in tables):
        raise InputError("roster_empty", path=str(path))
    first = next(table for table in tables if table.rows)
    seen = [str(cell).strip() for cell in first.rows[0].cells if cell is not None and str(cell).strip()]
    raise InputError("roster_no_heading", path=str(path), seen=seen[:10])


def _remark(row: Row, heading: Heading) -> bool:
    """A sum, or a line for signatures, or a printed number without a person: one cell alone, and not the name."""
    filled = [(place, str(cell)) for place, cell in enumerate(row.cells) if cell is not None and str(cell).strip()]
    first_place, first = filled[0]
    if "".join(first.split()).casefold() in TOTALS:
        return True
    return len(filled) == 1 and (first_place != heading.places[Column.NAME] or bool(set(first) & set(":：")))


V = TypeVar("V")


class _Reader:
    """Reads one row, and gathers what is wrong with it."""

    def __init__(self, row: Row, heading: Heading, epoch: date) -> None:
        self.row = row
        self.heading = heading
        self.epoch = epoch
        self.problems: list[RowProblem] = []
        self.cleared: set[Column] = set()

    def fault(self, column: Column, code: ProblemCode, **facts: object) -> None:
        self.problems.append(RowProblem(self.row.line, self.heading.written.get(column, ""), code, facts))

    def cell(self, column: Column) -> Cell:
        place = self.heading.places.get(column)
        if place is None or place >= len(self.row.cells):
            return None
        value = self.row.cells[place]
        if isinstance(value, str) and value.strip().casefold() in NONE_WORDS and column not in _NEVER_NONE:
            self.cleared.add(column)
            return None
        return value

    def take(self, column: Column, read: Callable[[Cell], V], otherwise: V) -> V:
        try:
            return read(self.cell(column))
        except CellFault as fault:
            self.fault(column, fault.code, **fault.facts)
            return otherwise

    def day(self, column: Column) -> date | None:
        return self.take(column, lambda cell: date_of(cell, self.epoch), None)

    def person(self) -> tuple[RosterRow, list[RowProblem]]:
        name = self.take(Column.NAME, _name_of, None)
        if name == "":
            self.fault(Column.NAME, ProblemCode.NAME_MISSING)
        joined, left = self.day(Column.JOINED), self.day(Column.LEFT)
        if joined is not None and left is not None and left <= joined:
            self.fault(Column.LEFT, ProblemCode.LEFT_BEFORE_JOINED, joined=joined, left=left)
        row = RosterRow(
            self.row.line,
            name or "",
            self.take(Column.ID, id_of, ""),
            self.take(Column.STANDING, lambda c: word_of(c, STANDINGS, ProblemCode.STANDING_UNKNOWN), None),
            self.take(Column.DUTY, text_of, ""),
            self.take(Column.LEADER, lambda c: word_of(c, ANSWERS, ProblemCode.LEADER_UNKNOWN), None),
            joined,
            left,
            self.take(Column.ORIGIN, text_of, ""),
            self.exemption(),
            self.take(Column.NOTE, text_of, ""),
        )
        return replace(row, cleared=frozenset(self.cleared)), self.problems

    def exemption(self) -> Exemption | None:
        """An exemption without an approver is read: the checklist shows it as not approved."""
        before = len(self.problems)
        scope = self.take(Column.SCOPE, lambda c: word_of(c, SCOPES, ProblemCode.SCOPE_UNKNOWN), None)
        reason = self.take(Column.REASON, text_of, "")
        approver = self.take(Column.APPROVER, name_of, "")
        since, until = self.day(Column.SINCE), self.day(Column.UNTIL)
        if len(self.problems) > before or not (scope or reason or approver or since or until):
            return None
        if scope is None:
            self.fault(Column.SCOPE, ProblemCode.SCOPE_MISSING)
        if not reason:
            self.fault(Column.REASON, ProblemCode.REASON_MISSING)
        if since is None:
            self.fault(Column.SINCE, ProblemCode.SINCE_MISSING)
        elif until is not None and until < since:
            self.fault(Column.UNTIL, ProblemCode.UNTIL_BEFORE_SINCE, since=since, until=until)
        if scope is None or since is None:
            return None
        return Exemption(scope, reason, approver, since, until)


def _name_of(cell: Cell) -> str | None:
    """The name, with None left for a cell that could not be read."""
    return name_of(cell)


_NEVER_NONE = frozenset({Column.NAME, Column.LEADER})
"""Columns in which «none» is an answer like any other, or is none."""


def _clashes(rows: Iterable[RosterRow], heading: Heading) -> list[RowProblem]:
    """A problem for each row that cannot be told from another: an id twice, a name twice without an id."""
    rows = tuple(rows)
    first: dict[str, RosterRow] = {}
    names = Counter(row.name for row in rows if row.name)
    problems = []
    for row in rows:
        if row.id and row.id in first:
            facts = {"id": row.id, "other": first[row.id].line}
            problems.append(RowProblem(row.line, heading.written[Column.ID], ProblemCode.ID_TWICE, facts))
        elif row.id:
            first[row.id] = row
        elif names[row.name] > 1:
            lines = tuple(other.line for other in rows if other.name == row.name)
            facts = {"name": row.name, "lines": lines}
            problems.append(RowProblem(row.line, heading.written[Column.NAME], ProblemCode.NAME_NEEDS_ID, facts))
    return problems
