"""Who should attend, who did, who made up for it: the arithmetic of one session and of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from xjtui.domain.people import Member, Scope
from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation


class Mark(StrEnum):
    """How a person attended. Late counts as present."""

    PRESENT = "present"
    LATE = "late"
    OFFICIAL = "official"
    SICK = "sick"
    PRIVATE = "private"
    ABSENT = "absent"


LEAVES = frozenset({Mark.OFFICIAL, Mark.SICK, Mark.PRIVATE})
HERE = frozenset({Mark.PRESENT, Mark.LATE})


@dataclass(frozen=True, slots=True)
class Rate:
    """A part of a whole, in persons or attendances; an empty whole has no rate (无对象), it is never 100 %."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """0 to 100, None where nobody is concerned."""
        return None if self.whole == 0 else 100 * self.part / self.whole


@dataclass(frozen=True, slots=True)
class Presence:
    """One person's mark at one session; leave carries who approved it and when."""

    member: str
    mark: Mark
    approver: str = ""
    reason: str = ""
    applied: date | None = None
    approved: date | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """The attendance of one session.

    `should` was frozen from the roster on the session's date; `exceptions` are those of them who were not simply
    present, `missed` those of the exceptions who were on leave or absent.
    """

    record: str
    day: date
    should: tuple[str, ...]
    exempt: tuple[str, ...]
    exceptions: tuple[Presence, ...]
    missed: tuple[Presence, ...]
    made_up: tuple[str, ...]

    @property
    def presences(self) -> tuple[Presence, ...]:
        """Everyone who should attend, each with a mark."""
        marked = {p.member: p for p in self.exceptions}
        return tuple(marked.get(member) or Presence(member, Mark.PRESENT) for member in self.should)

    @property
    def present(self) -> tuple[str, ...]:
        """Those who were there, late ones included."""
        away = {p.member for p in self.missed}
        return tuple(member for member in self.should if member not in away)

    @property
    def pending(self) -> tuple[str, ...]:
        """Those who missed it and have not made it up."""
        return tuple(p.member for p in self.missed if p.member not in self.made_up)

    def marked(self, *marks: Mark) -> tuple[str, ...]:
        """The persons with one of those marks."""
        return tuple(p.member for p in self.presences if p.mark in marks)

    @property
    def rate(self) -> Rate:
        """Attendance rate: present ÷ should attend. Make-ups never change it."""
        return Rate(len(self.should) - len(self.missed), len(self.should))

    @property
    def participation(self) -> Rate:
        """Participation rate: (present + made up) ÷ should attend."""
        return Rate(self.rate.part + len(self.made_up), len(self.should))


def freeze(members: Iterable[Member], day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who should attend on `day`, and who is exempt: the roster on that date, to be kept with the session."""
    should: list[str] = []
    exempt: list[str] = []
    for member in members:
        if member.current(day):
            (exempt if member.exempt(day, Scope.ATTENDANCE) else should).append(member.id)
    return tuple(should), tuple(exempt)


def roster_of(situation: Situation, record_id: str | None, day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who should attend, and who is exempt: as frozen in that record, or by the roster where its day is another.

    The roster was frozen when the attendance was first saved; only another date thaws it.
    """
    old = situation.record(record_id) if record_id else None
    kept = old.data.get("attendance") if old is not None and old.day == day else None
    if isinstance(kept, Mapping):
        return tuple(kept.get("should", ())), tuple(kept.get("exempt", ()))
    return freeze(situation.members, day)


def _date(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def has_attendance(record: Record) -> bool:
    """Whether attendance was taken in this record."""
    return isinstance(record.data.get("attendance"), Mapping)


def attendance(situation: Situation, record: Record) -> Attendance | None:
    """The attendance of a session or lecture; None where none was taken. Read once a situation."""
    known = situation.taken
    if record.id not in known:
        known[record.id] = _read(situation, record)
    found = known[record.id]
    return found if isinstance(found, Attendance) else None


def _read(situation: Situation, record: Record) -> Attendance | None:
    value = record.data.get("attendance")
    if not isinstance(value, Mapping):
        return None
    marks: Mapping[str, Mapping[str, Any]] = value.get("marks", {})
    should = tuple(value.get("should", ()))
    due = frozenset(should)
    exceptions = tuple(
        Presence(
            member,
            Mark(entry.get("mark", Mark.PRESENT)),
            entry.get("approver", ""),
            entry.get("reason", ""),
            _date(entry.get("applied")),
            _date(entry.get("approved")),
        )
        for member, entry in marks.items()
        if member in due
    )
    missed = tuple(p for p in exceptions if p.mark not in HERE)
    away = {p.member for p in missed}
    made_up: list[str] = []
    for makeup in situation.about(record.id, Kind.MAKEUP) if away else ():
        member = makeup.text("member")
        if member not in away or member in made_up or makeup.day <= record.day:
            continue
        confirmer = makeup.text("confirmed_by")
        if confirmer and not situation.same_person(member, confirmer):
            made_up.append(member)
    exempt = tuple(value.get("exempt", ()))
    return Attendance(record.id, record.day, should, exempt, exceptions, missed, tuple(made_up))


def approved_afterwards(taken: Attendance) -> tuple[str, ...]:
    """Those whose leave was approved after the session."""
    return tuple(p.member for p in taken.missed if p.mark in LEAVES and p.approved and p.approved > taken.day)


@dataclass(frozen=True, slots=True)
class Total:
    """Several sessions together, in attendances (人次), over sessions held so far."""

    sessions: int
    should: int
    present: int
    made_up: int
    records: tuple[str, ...]

    @property
    def rate(self) -> Rate:
        """Attendance rate over all."""
        return Rate(self.present, self.should)

    @property
    def participation(self) -> Rate:
        """Participation rate over all."""
        return Rate(self.present + self.made_up, self.should)


def total(taken: Iterable[Attendance]) -> Total:
    """Adds up sessions; persons are never added to attendances."""
    rows = tuple(taken)
    return Total(
        len(rows),
        sum(len(row.should) for row in rows),
        sum(row.rate.part for row in rows),
        sum(len(row.made_up) for row in rows),
        tuple(row.record for row in rows),
    )


def all_taken(situation: Situation) -> tuple[Attendance, ...]:
    """The attendance of every session and lecture held so far where it was taken."""
    rows = (
        attendance(situation, record)
        for record in situation.known
        if record.kind in (Kind.SESSION, Kind.LECTURE) and record.day <= situation.today
    )
    return tuple(row for row in rows if row is not None)
