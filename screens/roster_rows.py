"""The roster as rows and figures: attendance, lectures, exemptions; sorted and filtered. No widgets, no wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xjtui.domain.answers import narrow
from xjtui.domain.attendance import Rate, all_taken
from xjtui.domain.people import Exemption, Member, Scope, Standing
from xjtui.domain.plan import CoverageRule, Of
from xjtui.domain.records import Kind
from xjtui.domain.rules.coverage import actors
from xjtui.domain.sheet import Sheet


class Membership(StrEnum):
    """Whether a person is on the roster today; applicants are listed, not counted."""

    CURRENT = "current"
    APPLICANT = "applicant"
    COMING = "coming"
    GONE = "gone"


class Sort(StrEnum):
    """By what the rows are ordered."""

    ROSTER = "roster"
    NAME = "name"
    STANDING = "standing"
    ATTENDANCE = "attendance"
    LECTURE = "lecture"


@dataclass(frozen=True, slots=True)
class Person:
    """A person with what the records say of them. `attended` in sessions; `lectured` None: not asked of this person."""

    member: Member
    membership: Membership
    attended: Rate
    made_up: int
    lectured: bool | None
    exemption: Exemption | None
    unapproved: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """Persons: on the roster today, of them to attend, exempt, probationary; beside it applicants and those gone."""

    current: int
    should: int
    exempt: int
    probationary: int
    applicants: int
    gone: int


def membership(member: Member, today: date) -> Membership:
    """Where a person stands on a day."""
    if member.left is not None and member.left <= today:
        return Membership.GONE
    if member.joined is not None and member.joined > today:
        return Membership.COMING
    return Membership.APPLICANT if member.standing is Standing.APPLICANT else Membership.CURRENT


def lecturers(sheet: Sheet) -> frozenset[str] | None:
    """Who has taken the lectern; None where no item asks every member to."""
    found: set[str] = set()
    asked = False
    for state in sheet.states:
        rule = state.item.rule
        if isinstance(rule, CoverageRule) and rule.of is Of.MEMBERS and not rule.aspects:
            asked = True
            records = list(sheet.situation.done(state.item.key, Kind.LECTURE, Kind.LEAD))
            records += [record for key in rule.counts_from for record in sheet.situation.done(key)]
            found.update(who for record in records for who in actors(sheet.situation, record))
    return frozenset(found) if asked else None


def rows(sheet: Sheet) -> tuple[Person, ...]:
    """A row for each person on the roster, in roster order; rows taken back are left out."""
    today = sheet.situation.today
    should: dict[str, int] = {}
    present: dict[str, int] = {}
    made_up: dict[str, int] = {}
    for taken in all_taken(sheet.situation):
        for counter, persons in ((should, taken.should), (present, taken.present), (made_up, taken.made_up)):
            for person in persons:
                counter[person] = counter.get(person, 0) + 1
    spoke = lecturers(sheet)
    made = []
    for member in sheet.situation.members:
        if member.removed is not None:
            continue
        where = membership(member, today)
        holding = next((e for scope in Scope if (e := member.exempt(today, scope))), None)
        free = where is not Membership.CURRENT or member.exempt(today, Scope.LECTURE) is not None
        lectured = None if spoke is None or (free and member.id not in spoke) else member.id in spoke
        made.append(
            Person(
                member,
                where,
                Rate(present.get(member.id, 0), should.get(member.id, 0)),
                made_up.get(member.id, 0),
                lectured,
                holding,
                any(not e.approver and (e.until is None or today <= e.until) for e in member.exemptions),
            )
        )
    return tuple(made)


def called(member: Member, sheet: Sheet) -> str:
    """The name, with the number where somebody else on the roster bears it too."""
    namesakes = [one for one in sheet.situation.members if one.name == member.name and one.removed is None]
    return f"{member.name} {member.id}" if len(namesakes) > 1 else member.name


def counts(listed: Iterable[Person], today: date) -> Counts:
    """The figures above the table."""
    kept = tuple(listed)
    current = [row for row in kept if row.membership is Membership.CURRENT]
    exempt = [row for row in current if row.exemption is not None]
    absent = [row for row in current if row.member.exempt(today, Scope.ATTENDANCE) is not None]
    return Counts(
        len(current),
        len(current) - len(absent),
        len(exempt),
        sum(row.member.standing is Standing.PROBATIONARY for row in current),
        sum(row.membership is Membership.APPLICANT for row in kept),
        sum(row.membership is Membership.GONE for row in kept),
    )


_STANDINGS = {standing: place for place, standing in enumerate(Standing)}
_MEMBERSHIPS = {where: place for place, where in enumerate(Membership)}


def ordered(listed: Iterable[Person], sort: Sort) -> tuple[Person, ...]:
    """The rows in an order; those who need looking at come first, roster order among equals."""
    kept = tuple(listed)
    match sort:
        case Sort.ROSTER:
            return tuple(sorted(kept, key=lambda row: _MEMBERSHIPS[row.membership]))
        case Sort.NAME:
            return tuple(sorted(kept, key=lambda row: row.member.name))
        case Sort.STANDING:
            return tuple(sorted(kept, key=lambda row: (_STANDINGS[row.member.standing], not row.member.leader)))
        case Sort.ATTENDANCE:
            # Nobody to attend is no bad attendance: those rows come last.
            return tuple(sorted(kept, key=lambda row: 101.0 if row.attended.percent is None else row.attended.percent))
        case Sort.LECTURE:
            return tuple(sorted(kept, key=lambda row: (row.lectured is None, bool(row.lectured))))


def matching(listed: Iterable[Person], wanted: str, told: dict[str, str]) -> tuple[Person, ...]:
    """The rows whose text (`told`, by member id) holds every word of `wanted`, full-width or not."""
    words = narrow(wanted).casefold().split()
    return tuple(row for row in listed if all(word in narrow(told[row.member.id]).casefold() for word in words))
