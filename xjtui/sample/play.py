"""Plays a story into a store: every deed goes through the same forms and checks as a secretary's, at its own moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from xjtui.domain.answers import Reading
from xjtui.domain.changes import ChangeSet, Snapshot
from xjtui.domain.entry import Entry, finish
from xjtui.domain.forms import form_for
from xjtui.domain.people import Unit
from xjtui.domain.plan import Plan
from xjtui.domain.records import Record, Voided
from xjtui.domain.situation import Situation
from xjtui.sample.script import Deed, Roll, Script, Void
from xjtui.store.base import Store
from xjtui.words import LEXICON


class StoryError(Exception):
    """A story that its own plan would not let a secretary enter: which unit and deed, and the faults."""


@dataclass
class _Stage:
    """One unit on the store while its story runs; `ids` are the records that the deeds became."""

    store: Store
    plan: Plan
    script: Script
    guided: tuple[Unit, ...]
    snapshot: Snapshot
    ids: dict[str, str]

    def situation(self, at: datetime) -> Situation:
        now = self.snapshot
        return Situation(self.plan, now.unit, now.members, now.records, at.date(), now.oversight, self.guided)

    def deed(self, deed: Deed) -> None:
        situation = self.situation(deed.entered)
        item = self.plan.item(deed.item)
        about = situation.record(self.ids[deed.about]) if deed.about else None
        if item is None:
            raise StoryError(self.script.unit.id, deed.item)
        entry = Entry(form_for(situation, item, deed.kind, about), deed.answers)
        new_id = f"{self.script.unit.id}-{len(self.ids) + 1:03d}"
        who = deed.writer or self.script.unit.secretary
        made = finish(entry, Reading(situation, LEXICON), new_id, who, deed.entered)
        if isinstance(made, tuple):
            raise StoryError(self.script.unit.id, deed, made)
        self.ids[deed.name] = new_id
        self.apply(made, f"record:{made.item}:{made.kind}", deed.entered, who, deed.writer)

    def roll(self, roll: Roll) -> None:
        old = {member.id: member.revision for member in self.snapshot.members}
        members = [replace(member, revision=old.get(member.id, 0)) for member in roll.members]
        changes = ChangeSet(tuple(members), "members", self.script.unit.secretary, roll.entered)
        self.snapshot = self.store.apply(self.script.unit.id, changes)

    def void(self, void: Void) -> None:
        record = self.situation(void.entered).record(self.ids[void.deed])
        if record is None:
            raise StoryError(self.script.unit.id, void)
        who = self.script.unit.secretary
        taken_back = replace(record, voided=Voided(who, void.entered, void.why))
        self.apply(taken_back, f"void:{record.item}:{record.kind}", void.entered, who)

    def apply(self, record: Record, label: str, at: datetime, who: str, writer: str = "") -> None:
        changes = ChangeSet((record,), label, who, at)
        unit_id = self.script.unit.id
        if writer:
            self.snapshot = self.store.apply_oversight(unit_id, writer, changes)
        else:
            self.snapshot = self.store.apply(unit_id, changes)


def play(script: Script, store: Store, founded: datetime, guided: Sequence[Unit] = ()) -> dict[str, str]:
    """Founds the unit and lets its story run in the order in which it was typed; the records' ids by deed.

    StoryError for a deed that a secretary could not have entered.
    """
    snapshot = store.create(script.unit, script.founding, by="局办公室", at=founded)
    stage = _Stage(store, script.plan, script, tuple(guided), snapshot, {})
    for event in script.ordered():
        match event:
            case Deed():
                stage.deed(event)
            case Roll():
                stage.roll(event)
            case Void():
                stage.void(event)
    return stage.ids
