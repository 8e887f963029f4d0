"""What the program may ask of a store, whichever it is; how a store does it is left to the implementations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from xjtui.domain.changes import ChangeSet, Entry, Snapshot
from xjtui.domain.people import Member, Unit
from xjtui.domain.records import Kind, Record


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled form as typed. `record` is the record being edited, `about` the one followed up."""

    item: str
    kind: Kind
    answers: Mapping[str, str]
    saved_at: datetime
    about: str | None = None
    record: str | None = None


class Store(Protocol):
    """Units and what is known of them.

    Every method that takes a unit id raises InputError `unit_id_bad` for one that can be none, and (but `create`)
    `unit_unknown` where there is no such unit. Writers raise BusyError, ReadOnlyError, RefusedError, DamagedError and
    UnknownOutcomeError; after all but the last nothing was changed.
    """

    def list_units(self) -> tuple[str, ...]:
        """The ids of all units, sorted; nothing is opened."""
        ...

    def load(self, unit_id: str) -> Snapshot:
        """The unit as it stands. DamagedError where it can be neither read nor brought back."""
        ...

    def create(
        self, unit: Unit, members: Sequence[Member], *, by: str, at: datetime, records: Sequence[Record] = ()
    ) -> Snapshot:
        """A new unit, all of it or nothing. InputError `unit_exists` where the id is taken."""
        ...

    def apply(self, unit_id: str, changes: ChangeSet) -> Snapshot:
        """Saves all of a change set or nothing; the unit as it then stands.

        ConflictError `conflict` where an entity's revision is not the present one; facts: `ids` of those, and
        `current`, by id the entity as it now is or None. Without entities nothing is saved.
        """
        ...

    def apply_oversight(self, unit_id: str, writer: str, changes: ChangeSet) -> Snapshot:
        """The same for what `writer` says about the unit: records only, kept apart from the unit's own."""
        ...

    def history(self, unit_id: str, since: int = 0, *, writer: str | None = None) -> tuple[Entry, ...]:
        """What was saved after the entry numbered `since`, oldest first; of `writer`'s oversight where one is named."""
        ...

    def undo(self, unit_id: str, seq: int | None, *, by: str, at: datetime) -> Entry:
        """Takes back the entry numbered `seq`, or the last undoable one, by a new entry; that is returned.

        Taking back an undo redoes. InputError `nothing_to_undo`, `entry_unknown`, `undo_impossible` (the founding
        entry); ConflictError `undo_changed_since` where one of its entities was changed again; facts as of `apply`.
        """
        ...

    def token(self, unit_id: str) -> str:
        """Changes whenever anything of the unit but its drafts changed. Cheap: nothing is parsed."""
        ...

    def save_draft(self, unit_id: str, writer: str, key: str, draft: Draft) -> None:
        """Keeps a draft under `key`, in place of an earlier one."""
        ...

    def load_drafts(self, unit_id: str, writer: str) -> Mapping[str, Draft]:
        """The drafts of `writer` for the unit, by key."""
        ...

    def drop_draft(self, unit_id: str, writer: str, key: str) -> None:
        """Forgets a draft; no matter where there is none."""
        ...
