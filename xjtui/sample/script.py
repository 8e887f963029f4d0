"""A unit's story as it is being written: deeds, each with the moment it was typed in. `play` makes records of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from random import Random
from typing import Any, TypeVar

from xjtui.domain.people import Member, Unit
from xjtui.domain.plan import Plan
from xjtui.domain.records import Kind
from xjtui.domain.rules.applies import applicable_items
from xjtui.domain.situation import Situation
from xjtui.sample.place import AS_OF

ZONE = timezone(timedelta(hours=8))
OFFICE = "office"
"""Who writes receipts, as the name of the oversight file."""

T = TypeVar("T")
Marks = Mapping[int, str]
"""Place on the roster → mark, where somebody was not simply there."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A form as somebody filled it in. `about` is the deed it follows up, `writer` '' for the unit itself."""

    name: str
    entered: datetime
    item: str
    kind: Kind
    answers: Mapping[str, str]
    about: str = ""
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """Roster rows added or changed at a moment; each replaces the row of the same id."""

    entered: datetime
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Void:
    """A deed taken back at a moment."""

    entered: datetime
    deed: str
    why: str


Event = Deed | Roll | Void


class Script:
    """Takes down what a unit did. Texts are drawn from pools without replacement, times from the seed."""

    def __init__(self, unit: Unit, members: Sequence[Member], plan: Plan, seed: str) -> None:
        self.unit = unit
        self.members = list(members)
        self.founding = list(members)
        self.plan = plan
        self.events: list[Event] = []
        self.rng = Random(seed)
        self._pools: dict[int, list[Any]] = {}
        self._minutes: set[datetime] = set()
        # A deed's own moment, or that of the last one that followed it up.
        self._latest: dict[str, datetime] = {}
        self._count = 0

    # -- people ----------------------------------------------------------------------------------------------------

    def id(self, place: int) -> str:
        """The id of the member at a place of the roster, from 0."""
        return self.members[place].id

    def name(self, place: int) -> str:
        """Their name."""
        return self.members[place].name

    def others(self, avoid: int) -> str:
        """The name of a leader who is not the person at `avoid`, for approving and confirming."""
        leaders = [member for n, member in enumerate(self.members) if member.leader and n != avoid]
        return self.rng.choice(leaders).name if leaders else self.members[0 if avoid else 1].name

    def born(self, place: int, **changes: Any) -> None:
        """Somebody is on the first roster with other facts than the usual ones."""
        self.members[place] = self.founding[place] = replace(self.members[place], **changes)

    def found(self, member: Member) -> None:
        """Somebody more is on the first roster."""
        self.members.append(member)
        self.founding.append(member)

    def roll(self, day: date, *members: Member) -> None:
        """Adds or changes roster rows on a day."""
        for member in members:
            place = next((n for n, old in enumerate(self.members) if old.id == member.id), None)
            if place is None:
                self.members.append(member)
            else:
                self.members[place] = member
        self.events.append(Roll(self.moment(day), members))

    def leave(self, place: int, day: date, note: str = "") -> None:
        """Somebody leaves the branch on a day."""
        self.roll(day, replace(self.members[place], left=day, note=note))

    # -- deeds -----------------------------------------------------------------------------------------------------

    def pick(self, pool: Sequence[T]) -> T:
        """The next text of a pool, never the same twice while there are others."""
        rest = self._pools.get(id(pool))
        if not rest:
            rest = self._pools[id(pool)] = self.rng.sample(list(pool), len(pool))
        found: T = rest.pop()
        return found

    def moment(self, day: date, after: datetime | None = None) -> datetime:
        """A minute of the afternoon or evening in which nothing else was typed, later than `after`."""
        minute = datetime.combine(day, time(16, 10), ZONE) + timedelta(minutes=self.rng.randrange(280))
        while minute in self._minutes or (after is not None and minute <= after):
            minute = max(minute, after or minute) + timedelta(minutes=1 + self.rng.randrange(6))
        self._minutes.add(minute)
        return minute

    def deed(
        self,
        item: str,
        kind: Kind,
        day: date,
        *,
        about: str = "",
        writer: str = "",
        lag: int | None = None,
        entered: datetime | None = None,
        **answers: Any,
    ) -> str:
        """Something done on `day` and typed in `lag` days later (None: the same evening or the next). Its name."""
        if entered is None:
            wait = self.rng.choice((0, 0, 0, 1)) if lag is None else lag
            typed = min(day + timedelta(days=wait), AS_OF)
            before = self._latest.get(about)
            entered = self.moment(max(typed, before.date()) if before else typed, before)
        self._count += 1
        name = f"d{self._count}"
        self._latest[name] = self._latest[about or name] = entered
        raw = {key.replace("__", "."): value for key, value in answers.items() if value is not None}
        written = {key: value if isinstance(value, str) else _raw(value) for key, value in raw.items()}
        self.events.append(Deed(name, entered, item, kind, {"day": day.isoformat(), **written}, about, writer))
        return name

    def void(self, deed: str, day: date, why: str) -> None:
        """Takes a deed back."""
        self.events.append(Void(self.moment(day, self._latest[deed]), deed, why))

    def ordered(self) -> tuple[Event, ...]:
        """All events in the order in which they were typed."""
        return tuple(sorted(self.events, key=lambda event: event.entered))

    # -- what several deeds need -----------------------------------------------------------------------------------

    def attendance(self, marks: Marks, approved: Mapping[int, date] | None = None) -> dict[str, dict[str, str]]:
        """The answer to the attendance question: who was not simply there, with reason and approver of each leave.

        `approved`: leaves that bear the day of their approval.
        """
        from xjtui.sample import phrases

        pools = {"sick": phrases.SICK, "official": phrases.OFFICIAL, "private": phrases.PRIVATE}
        found = {}
        for place, mark in marks.items():
            entry = {"mark": mark}
            if mark in pools:
                entry |= {"reason": self.pick(pools[mark]), "approver": self.others(place)}
            if approved and place in approved:
                entry["approved"] = approved[place].isoformat()
            found[self.id(place)] = entry
        return found

    def assignments(self, without: int = 0) -> dict[str, str]:
        """A person for every applicable item, the last `without` items left open."""
        items = applicable_items(Situation(self.plan, self.unit, tuple(self.members), (), AS_OF))
        people = self.members[: max(3, min(8, len(self.members)))]
        return {item.key: people[n % len(people)].id for n, item in enumerate(items[: len(items) - without])}


def _raw(value: Any) -> str:
    """An answer as a person or a screen would give it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
