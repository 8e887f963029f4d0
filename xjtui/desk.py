"""One person's working place over a store: loads and judges units, saves entries, keeps drafts. Front ends sit at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from xjtui.clock import Clock
from xjtui.domain.answers import Reading
from xjtui.domain.changes import ChangeSet, Entity, Snapshot
from xjtui.domain.changes import Entry as HistoryEntry
from xjtui.domain.entry import Entry, finish
from xjtui.domain.fields import Fault, Lexicon
from xjtui.domain.forms import form_for
from xjtui.domain.guide import Action, open_entry
from xjtui.domain.people import Member, PlanPin, Removed, Unit
from xjtui.domain.plan import Audience, Plan
from xjtui.domain.records import Record, Voided
from xjtui.domain.sheet import Sheet, evaluate
from xjtui.domain.situation import Situation
from xjtui.errors import ConflictError, InputError
from xjtui.plans import PlanLibrary
from xjtui.store.base import Draft, Store
from xjtui.store.ids import new_id


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save made: the record as stored, and the checklist as it stands with it."""

    record: Record
    sheet: Sheet


@dataclass
class Desk:
    """Everything a front end asks for. `who` is the name that is written beside each change."""

    store: Store
    library: PlanLibrary
    who: str
    clock: Clock = field(default_factory=Clock)
    lexicon: Lexicon = field(default_factory=dict)
    ids: Callable[[], str] = new_id
    _sheets: dict[str, tuple[str, date, Sheet]] = field(default_factory=dict, repr=False)
    _read_only: dict[str, str] = field(default_factory=dict, repr=False)
    _reports: list[tuple[str, str]] = field(default_factory=list, repr=False)

    # -- reading ---------------------------------------------------------------------------------------------------

    def unit_ids(self) -> tuple[str, ...]:
        """The ids of all units, sorted."""
        return self.store.list_units()

    def find(self, name: str) -> str:
        """The id of a unit from its id or its name. InputError where there is none, or several bear the name."""
        ids = self.store.list_units()
        if name in ids:
            return name
        named = [unit_id for unit_id in ids if self.store.load(unit_id).unit.name == name]
        if len(named) == 1:
            return named[0]
        if named:
            raise InputError("unit_ambiguous", name=name, ids=named)
        raise InputError("unit_unknown", id=name, near=_near(name, ids))

    def plan(self, pin: PlanPin) -> Plan:
        """The plan a unit is pinned to. InputError where it is missing, or is no longer the file it was pinned to."""
        plan = self.library.get(pin.id, pin.version, pin.digest)
        if plan.digest != pin.digest:
            raise InputError("plan_changed", id=pin.id, version=pin.version)
        return plan

    def sheet(self, unit_id: str) -> Sheet:
        """The checklist of a unit today; read anew only when the store's token or the day changed."""
        token, today = self.store.token(unit_id), self.clock.today()
        kept = self._sheets.get(unit_id)
        if kept is not None and kept[0] == token and kept[1] == today:
            return kept[2]
        return self._keep(unit_id, self.store.load(unit_id), token)

    def _keep(self, unit_id: str, snapshot: Snapshot, token: str | None = None) -> Sheet:
        plan = self.plan(snapshot.unit.pin)
        today = self.clock.today()
        sheet = evaluate(
            Situation(
                plan,
                snapshot.unit,
                snapshot.members,
                snapshot.records,
                today,
                snapshot.oversight,
                self._guided(snapshot.unit),
            )
        )
        self._read_only[unit_id] = snapshot.read_only
        self._reports.extend((unit_id, report) for report in snapshot.reports)
        self._sheets[unit_id] = (token or snapshot.token, today, sheet)
        return sheet

    def _guided(self, unit: Unit) -> tuple[Unit, ...]:
        if unit.audience is not Audience.GROUP:
            return ()
        known = set(self.store.list_units())
        return tuple(self.store.load(unit_id).unit for unit_id in unit.guides if unit_id in known)

    def reports(self) -> tuple[tuple[str, str], ...]:
        """(unit id, code) of what the store noticed and mended while reading; told once."""
        told = tuple(self._reports)
        self._reports.clear()
        return told

    def read_only(self, unit_id: str) -> str:
        """Why nothing can be written for a unit, '' where it can."""
        self.sheet(unit_id)
        return self._read_only.get(unit_id, "")

    def changed(self, unit_id: str) -> bool:
        """Whether the unit changed in the store since its sheet was last read. Cheap: nothing is parsed."""
        kept = self._sheets.get(unit_id)
        return kept is None or kept[0] != self.store.token(unit_id) or kept[1] != self.clock.today()

    def reading(self, sheet: Sheet) -> Reading:
        """What answers for this unit are read against."""
        return Reading(sheet.situation, self.lexicon)

    def history(self, unit_id: str, since: int = 0) -> tuple[HistoryEntry, ...]:
        """Who changed what when, oldest first, after the entry numbered `since`."""
        return self.store.history(unit_id, since)

    # -- writing ---------------------------------------------------------------------------------------------------

    def save(self, unit_id: str, entry: Entry) -> Saved | tuple[Fault, ...]:
        """Finishes an entry and stores its record; all faults instead, where there are any, and nothing is stored."""
        sheet = self.sheet(unit_id)
        made = finish(entry, self.reading(sheet), self.ids(), self.who, self.clock.now())
        if isinstance(made, tuple):
            return made
        sheet = self.apply(unit_id, (made,), f"record:{made.item}:{made.kind}")
        stored = sheet.situation.record(made.id)
        return Saved(stored if stored is not None else made, sheet)

    def save_all(self, unit_id: str, entries: Sequence[Entry]) -> Sheet | tuple[tuple[Fault, ...], ...]:
        """Stores several entries as one change; the faults of each instead, in order, where any has one."""
        sheet = self.sheet(unit_id)
        reading, now = self.reading(sheet), self.clock.now()
        made = [finish(entry, reading, self.ids(), self.who, now) for entry in entries]
        faults = tuple(one if isinstance(one, tuple) else () for one in made)
        if any(faults):
            return faults
        records = tuple(one for one in made if isinstance(one, Record))
        label = f"record:{records[0].item}:{records[0].kind}" if records else "record"
        return self.apply(unit_id, records, label)

    def apply(self, unit_id: str, entities: Sequence[Entity], label: str) -> Sheet:
        """One user action as one change set; the errors of the store pass through."""
        changes = ChangeSet(tuple(entities), label, self.who, self.clock.now())
        return self._keep(unit_id, self.store.apply(unit_id, changes))

    def void(self, unit_id: str, record_id: str, why: str) -> Sheet:
        """Takes a record back, with the reason. InputError for an unknown or already voided one, or an empty reason."""
        record = self.record(unit_id, record_id)
        if not why.strip():
            raise InputError("void_reason")
        if record.voided is not None:
            raise InputError("already_voided", id=record_id)
        voided = replace(record, voided=Voided(self.who, self.clock.now(), why.strip()))
        return self.apply(unit_id, (voided,), f"void:{record.item}:{record.kind}")

    def restore(self, unit_id: str, record_id: str) -> Sheet:
        """Brings a voided record back."""
        record = self.record(unit_id, record_id)
        if record.voided is None:
            raise InputError("not_voided", id=record_id)
        return self.apply(unit_id, (replace(record, voided=None),), f"restore:{record.item}:{record.kind}")

    def record(self, unit_id: str, record_id: str) -> Record:
        """A record by its id. InputError where there is none."""
        record = self.sheet(unit_id).situation.record(record_id)
        if record is None:
            raise InputError("record_unknown", id=record_id)
        return record

    def undo(self, unit_id: str, seq: int | None = None) -> HistoryEntry:
        """Takes back the last change, or the one numbered `seq`; the entry that was written for it."""
        entry = self.store.undo(unit_id, seq, by=self.who, at=self.clock.now())
        self._sheets.pop(unit_id, None)
        return entry

    def save_members(self, unit_id: str, members: Sequence[Member], label: str = "members") -> Sheet:
        """Adds or changes roster rows, as one change."""
        return self.apply(unit_id, tuple(members), label)

    def remove_member(self, unit_id: str, member_id: str, why: str) -> Sheet:
        """Takes back a roster row that was entered by mistake; somebody who leaves gets a date instead."""
        member = self.sheet(unit_id).situation.member(member_id)
        if member is None:
            raise InputError("member_unknown", name=member_id)
        removed = replace(member, removed=Removed(self.who, self.clock.now(), why))
        return self.apply(unit_id, (removed,), "members:remove")

    def create(self, unit: Unit, members: Sequence[Member] = ()) -> Sheet:
        """A new unit with its roster. InputError where the id is taken or not fit for one."""
        snapshot = self.store.create(unit, members, by=self.who, at=self.clock.now())
        return self._keep(unit.id, snapshot)

    def pin(self, plan_id: str, version: str | None = None) -> tuple[Plan, PlanPin]:
        """A plan and the pin for it."""
        plan = self.library.get(plan_id, version)
        return plan, PlanPin(plan.id, plan.version, plan.digest)

    # -- drafts ----------------------------------------------------------------------------------------------------

    def keep_draft(self, unit_id: str, entry: Entry) -> None:
        """Keeps a half-filled form; an untouched one leaves no draft."""
        key = draft_key(entry)
        if not entry.touched:
            self.store.drop_draft(unit_id, self.who, key)
            return
        form = entry.form
        draft = Draft(
            item=form.item,
            kind=form.kind,
            about=form.about,
            record=form.record,
            answers=dict(entry.answers),
            saved_at=self.clock.now(),
        )
        self.store.save_draft(unit_id, self.who, key, draft)

    def drop_draft(self, unit_id: str, entry: Entry) -> None:
        """Forgets the draft of a form, once it is saved or given up."""
        self.store.drop_draft(unit_id, self.who, draft_key(entry))

    def drafts(self, unit_id: str) -> Mapping[str, Draft]:
        """This person's drafts for a unit, by key."""
        return self.store.load_drafts(unit_id, self.who)

    def resume(self, sheet: Sheet, action: Action) -> tuple[Entry, Draft | None]:
        """The entry an action opens; where this person left a draft of the same form, with the draft's answers."""
        fresh = open_entry(sheet, action)
        draft = self.drafts(sheet.situation.unit.id).get(draft_key(fresh))
        if draft is None:
            return fresh, None
        return replace(fresh, answers={**fresh.answers, **draft.answers}), draft

    def entry_of(self, sheet: Sheet, draft: Draft) -> Entry:
        """The entry a draft continues. ConflictError where its record is gone; KeyError where its item is."""
        item = sheet.situation.plan.item(draft.item)
        if item is None:
            raise KeyError(draft.item)
        situation = sheet.situation
        record = situation.record(draft.record) if draft.record else None
        about = situation.record(draft.about) if draft.about else None
        if (draft.record and record is None) or (draft.about and about is None):
            raise ConflictError("draft_orphaned", item=draft.item)
        return Entry(form_for(situation, item, draft.kind, about, record), dict(draft.answers))


def draft_key(entry: Entry) -> str:
    """One draft a form: same item, kind, and record or followed-up record."""
    form = entry.form
    return ":".join((form.item, form.kind, form.record or "", form.about or ""))


def _near(name: str, ids: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, ids, n=3)
