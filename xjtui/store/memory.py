"""The store in memory: for tests, for trying things out, and as proof that the interface needs no files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from xjtui.domain.changes import ChangeSet, Edit, Entity, Entry, Snapshot, Table
from xjtui.domain.people import Member, Unit
from xjtui.domain.records import Record
from xjtui.errors import InputError, ReadOnlyError
from xjtui.store.base import Draft
from xjtui.store.checking import (
    check_unit_id,
    checked,
    entry_to_undo,
    records_only,
    reversal,
    unknown_unit,
)
from xjtui.store.codec import dump, from_doc, moment, to_doc
from xjtui.store.drafts import draft_from_doc, draft_to_doc
from xjtui.store.places import writer_stem


@dataclass
class _Book:
    """What one writer wrote: documents and entities by table and id, and the entries that led there."""

    docs: dict[Table, dict[str, dict[str, Any]]] = field(default_factory=lambda: {table: {} for table in Table})
    entities: dict[Table, dict[str, Entity]] = field(default_factory=lambda: {table: {} for table in Table})
    entries: list[Entry] = field(default_factory=list)

    def find(self, table: Table, key: str) -> Entity | None:
        return self.entities[table].get(key)

    def save(self, unit_id: str, changes: ChangeSet) -> Entry:
        moment(changes.at, unit_id)
        # Through bytes and back: nobody holds a part of what is kept, and what a file could not hold is refused.
        docs = [
            (table, json.loads(dump(to_doc(entity)))) for table, entity in checked(unit_id, changes.entities, self.find)
        ]
        edits = tuple(Edit(table, doc["id"], self.docs[table].get(doc["id"]), doc) for table, doc in docs)
        for table, doc in docs:
            self.docs[table][doc["id"]] = doc
            self.entities[table][doc["id"]] = from_doc(table, json.loads(dump(doc)))
        seq = len(self.entries) + 1
        self.entries.append(Entry(seq, changes.at, changes.by, changes.label, edits, changes.undoes))
        return self.entries[-1]

    def records(self) -> tuple[Record, ...]:
        return tuple(entity for entity in self.entities[Table.RECORDS].values() if isinstance(entity, Record))


@dataclass
class _Kept:
    own: _Book = field(default_factory=_Book)
    oversight: dict[str, _Book] = field(default_factory=dict)
    drafts: dict[str, dict[str, bytes]] = field(default_factory=dict)


class MemoryStore:
    """A `Store` that is gone with the process. `read_only` may be set at any time: why nothing can be written."""

    def __init__(self, read_only: str = "") -> None:
        self.read_only = read_only
        self._units: dict[str, _Kept] = {}

    def list_units(self) -> tuple[str, ...]:
        return tuple(sorted(self._units))

    def load(self, unit_id: str) -> Snapshot:
        kept = self._kept(unit_id)
        unit = kept.own.find(Table.UNIT, unit_id)
        assert isinstance(unit, Unit)
        members = tuple(e for e in kept.own.entities[Table.MEMBERS].values() if isinstance(e, Member))
        oversight = tuple(record for _, book in sorted(kept.oversight.items()) for record in book.records())
        seq = len(kept.own.entries)
        return Snapshot(unit, members, kept.own.records(), oversight, seq, self.token(unit_id), self.read_only)

    def create(
        self, unit: Unit, members: Sequence[Member], *, by: str, at: datetime, records: Sequence[Record] = ()
    ) -> Snapshot:
        self._writable(check_unit_id(unit.id))
        if unit.id in self._units:
            raise InputError("unit_exists", id=unit.id)
        kept = _Kept()
        kept.own.save(unit.id, ChangeSet((unit, *members, *records), "create", by, at))
        self._units[unit.id] = kept
        return self.load(unit.id)

    def apply(self, unit_id: str, changes: ChangeSet) -> Snapshot:
        kept = self._kept(unit_id)
        if changes.entities:
            self._writable(unit_id)
            kept.own.save(unit_id, changes)
        return self.load(unit_id)

    def apply_oversight(self, unit_id: str, writer: str, changes: ChangeSet) -> Snapshot:
        records_only(changes)
        kept, stem = self._kept(unit_id), writer_stem(writer)
        if changes.entities:
            self._writable(unit_id)
            book = kept.oversight.get(stem, _Book())
            book.save(unit_id, changes)
            kept.oversight[stem] = book
        return self.load(unit_id)

    def history(self, unit_id: str, since: int = 0, *, writer: str | None = None) -> tuple[Entry, ...]:
        kept = self._kept(unit_id)
        book = kept.own if writer is None else kept.oversight.get(writer_stem(writer), _Book())
        return tuple(entry for entry in book.entries if entry.seq > since)

    def undo(self, unit_id: str, seq: int | None, *, by: str, at: datetime) -> Entry:
        own = self._kept(unit_id).own
        self._writable(unit_id)
        return own.save(unit_id, reversal(entry_to_undo(own.entries, seq), own.find, by, at))

    def token(self, unit_id: str) -> str:
        kept = self._kept(unit_id)
        counts = (f"{stem}/{len(book.entries)}" for stem, book in sorted(kept.oversight.items()))
        return ";".join((str(len(kept.own.entries)), *counts))

    def save_draft(self, unit_id: str, writer: str, key: str, draft: Draft) -> None:
        kept, stem = self._kept(unit_id), writer_stem(writer)
        kept.drafts.setdefault(stem, {})[key] = dump(draft_to_doc(draft, key))

    def load_drafts(self, unit_id: str, writer: str) -> Mapping[str, Draft]:
        drafts = self._kept(unit_id).drafts.get(writer_stem(writer), {})
        return {key: draft_from_doc(json.loads(raw)) for key, raw in drafts.items()}

    def drop_draft(self, unit_id: str, writer: str, key: str) -> None:
        self._kept(unit_id).drafts.get(writer_stem(writer), {}).pop(key, None)

    def _kept(self, unit_id: str) -> _Kept:
        found = self._units.get(check_unit_id(unit_id))
        if found is None:
            raise unknown_unit(unit_id, self.list_units())
        return found

    def _writable(self, unit_id: str) -> None:
        if self.read_only:
            raise ReadOnlyError(self.read_only, id=unit_id)
