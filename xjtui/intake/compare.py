"""What a roster file would change: who is new, changed, unclear, not in it. Pure; saving is the desk's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from xjtui.domain.answers import narrow
from xjtui.domain.people import Member
from xjtui.intake.headings import Column
from xjtui.intake.roster import RosterRow


class Doubt(StrEnum):
    """Why a row cannot be matched with a person."""

    SEVERAL = "several"
    """Several people on the roster bear the name, and the row has no id."""
    OTHER_ID = "other_id"
    """Somebody on the roster bears the name under another id: the same person, or a namesake?"""
    OTHER_NAME = "other_name"
    """The id is somebody's whose name is another: renamed, or a wrong id?"""


@dataclass(frozen=True, slots=True)
class Changed:
    """A person whom the file changes. `fields` are names of `Member` fields."""

    before: Member
    after: Member
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A row that was left alone, why, and whom it might mean."""

    row: RosterRow
    doubt: Doubt
    candidates: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class RosterChange:
    """What a file would change. `not_in_file` are present members nobody mentions: they stay, and are only told."""

    new: tuple[RosterRow, ...]
    changed: tuple[Changed, ...]
    unchanged: tuple[Member, ...]
    ambiguous: tuple[Ambiguous, ...]
    not_in_file: tuple[Member, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to save."""
        return not self.new and not self.changed

    def members(self, ids: Callable[[], str]) -> tuple[Member, ...]:
        """What to save, as one change; `ids` makes the ids of new people who have none in the file."""
        fresh = tuple(applied(row, Member(row.id or ids(), row.name)) for row in self.new)
        return (*(change.after for change in self.changed), *fresh)


def compare(rows: Iterable[RosterRow], members: Iterable[Member]) -> RosterChange:
    """Matches rows with people by id, else by name. Importing the same file twice changes nothing."""
    rows = tuple(rows)
    present = tuple(member for member in members if member.removed is None)
    by_id = {member.id: member for member in present}
    claimed = {row.id for row in rows if row.id in by_id}
    by_name: dict[str, list[Member]] = {}
    for member in present:
        by_name.setdefault(_same(member.name), []).append(member)
    new: list[RosterRow] = []
    changed: list[Changed] = []
    unchanged: list[Member] = []
    ambiguous: list[Ambiguous] = []
    mentioned: set[str] = set()
    for row in rows:
        found = _match(row, by_id, by_name, claimed)
        if isinstance(found, Ambiguous):
            ambiguous.append(found)
            mentioned.update(member.id for member in found.candidates)
        elif found is None:
            new.append(row)
        else:
            mentioned.add(found.id)
            after = applied(row, found)
            fields = tuple(f for f in _FIELDS if getattr(after, f) != getattr(found, f))
            if fields:
                changed.append(Changed(found, after, fields))
            else:
                unchanged.append(found)
    absent = tuple(member for member in present if member.id not in mentioned and member.left is None)
    return RosterChange(tuple(new), tuple(changed), tuple(unchanged), tuple(ambiguous), absent)


_FIELDS = ("name", "standing", "duty", "leader", "joined", "left", "origin", "exemptions", "note")


def _same(name: str) -> str:
    return narrow(name).replace(" ", "").casefold()


def _match(
    row: RosterRow, by_id: Mapping[str, Member], by_name: Mapping[str, list[Member]], claimed: set[str]
) -> Member | Ambiguous | None:
    """The person a row means; None for somebody new."""
    namesakes = tuple(by_name.get(_same(row.name), ()))
    if row.id in by_id:
        member = by_id[row.id]
        if _same(member.name) == _same(row.name):
            return member
        return Ambiguous(row, Doubt.OTHER_NAME, (member, *namesakes))
    # Whoever another row names by id is not meant by this one.
    free = tuple(member for member in namesakes if member.id not in claimed)
    if not row.id:
        if len(namesakes) == 1 and free:
            return namesakes[0]
        return Ambiguous(row, Doubt.SEVERAL, namesakes) if namesakes else None
    return Ambiguous(row, Doubt.OTHER_ID, free) if free else None


def applied(row: RosterRow, member: Member) -> Member:
    """The person with what the row says; the rest stays. Its exemption replaces one of the same scope."""
    cleared = row.cleared
    exemptions = () if Column.SCOPE in cleared else member.exemptions
    if row.exemption is not None:
        others = tuple(e for e in exemptions if e.scope is not row.exemption.scope)
        same = [e for e in exemptions if e.scope is row.exemption.scope]
        exemptions = exemptions if row.exemption in same else (*others, row.exemption)
    return replace(
        member,
        standing=row.standing or member.standing,
        duty="" if Column.DUTY in cleared else row.duty or member.duty,
        leader=member.leader if row.leader is None else row.leader,
        joined=None if Column.JOINED in cleared else row.joined or member.joined,
        left=None if Column.LEFT in cleared else row.left or member.left,
        origin="" if Column.ORIGIN in cleared else row.origin or member.origin,
        exemptions=exemptions,
        note="" if Column.NOTE in cleared else row.note or member.note,
    )
