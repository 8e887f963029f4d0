"""All that a judgement rests on: plan, unit, roster, records and the day; indexed once, judged by `domain.rules`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from xjtui.domain.people import Member, Unit, bare, current_members, leaders
from xjtui.domain.plan import Item, Plan
from xjtui.domain.records import Kind, Record, in_force


@dataclass(frozen=True, slots=True)
class Situation:
    """A unit's case on a day.

    `records` are the unit's own and `oversight` what others wrote about it, all of them, voided ones too;
    `guided` are the units a group guides. Rules read the indexes, which hold only what is in force on `today`;
    `taken` keeps what `domain.attendance` has read, by record id, since several rules ask for the same session.
    """

    plan: Plan
    unit: Unit
    members: tuple[Member, ...]
    records: tuple[Record, ...]
    today: date
    oversight: tuple[Record, ...] = ()
    guided: tuple[Unit, ...] = ()
    known: tuple[Record, ...] = field(init=False, repr=False, compare=False)
    taken: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_item: dict[str, list[Record]] = field(init=False, repr=False, compare=False)
    _by_about: dict[str, list[Record]] = field(init=False, repr=False, compare=False)
    _by_id: dict[str, Record] = field(init=False, repr=False, compare=False)
    _by_member: dict[str, Member] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        known = in_force((*self.records, *self.oversight), self.today)
        by_item: dict[str, list[Record]] = {}
        by_about: dict[str, list[Record]] = {}
        alive = {record.id for record in known}
        kept = []
        for record in known:
            # What is said about a voided record counts no more than the record itself.
            if record.about is not None and record.about not in alive:
                continue
            kept.append(record)
            if record.about is not None:
                by_about.setdefault(record.about, []).append(record)
            else:
                item = self.plan.item(record.item)
                by_item.setdefault(item.key if item else record.item, []).append(record)
        put(self, "known", tuple(kept))
        put(self, "_by_item", by_item)
        put(self, "_by_about", by_about)
        put(self, "_by_id", {record.id: record for record in (*self.records, *self.oversight)})
        put(self, "_by_member", {member.id: member for member in self.members})

    def under(self, item: str, *kinds: Kind) -> tuple[Record, ...]:
        """Records in force under an item (of those kinds, where named), oldest deed first; follow-ups left out."""
        found = self._by_item.get(item)
        if found is None:
            # A record may still bear a key that the plan has replaced.
            present = self.plan.item(item)
            found = self._by_item.get(present.key, []) if present is not None else []
        return tuple(found) if not kinds else tuple(record for record in found if record.kind in kinds)

    def done(self, item: str, *kinds: Kind) -> tuple[Record, ...]:
        """Like `under`, without the planned ones dated after today."""
        return tuple(record for record in self.under(item, *kinds) if record.day <= self.today)

    def about(self, record_id: str, *kinds: Kind) -> tuple[Record, ...]:
        """What followed up a record, up to today."""
        return tuple(
            record
            for record in self._by_about.get(record_id, ())
            if record.day <= self.today and (not kinds or record.kind in kinds)
        )

    def record(self, record_id: str) -> Record | None:
        """The record of that id, voided or not."""
        return self._by_id.get(record_id)

    def member(self, member_id: str) -> Member | None:
        """The member of that id, gone or not."""
        return self._by_member.get(member_id)

    def name(self, member_id: str) -> str:
        """A person's name; a person not on the roster is named as written."""
        member = self._by_member.get(member_id)
        return member.name if member else member_id

    def same_person(self, member_id: str, written: str) -> bool:
        """Whether what was written, an id or a name however it is spaced, means that person; '' is nobody."""
        return bare(written) in {bare(member_id), bare(self.name(member_id))} - {""}

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of several persons, in the order given."""
        return tuple(self.name(member_id) for member_id in ids)

    def everyone(self) -> tuple[Member, ...]:
        """The current members today."""
        return current_members(self.members, self.today)

    def leaders(self) -> tuple[Member, ...]:
        """The current leaders today."""
        return leaders(self.members, self.today)

    def binds(self, item: Item) -> bool:
        """Whether the item is on this unit's checklist at all."""
        return self.unit.audience in item.who

    def checklist(self) -> tuple[Item, ...]:
        """The items on this unit's checklist, in the plan's order, those not applicable included."""
        return tuple(item for item in self.plan.items if self.binds(item))
