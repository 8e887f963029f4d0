"""What every store checks alike before it saves, and how an entry is taken back. Keeping the result is the stores'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from xjtui.domain.changes import ChangeSet, Edit, Entity, Entry, Table, last_undoable
from xjtui.domain.people import Member, Removed, Unit
from xjtui.domain.records import Record, Voided
from xjtui.errors import ConflictError, InputError
from xjtui.store.codec import from_doc, table_of
from xjtui.store.log import BRIDGE

Find = Callable[[Table, str], Entity | None]
"""The entity of a table and id as it is at present."""

_UNIT_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.ASCII)
# Neither what JSON would escape nor what would not be seen: `image` finds ids as bytes, and people read them.
_ENTITY_ID: Final = re.compile(r'[^\s"\\\x00-\x1f\x7f\ud800-\udfff]{1,64}')


def check_unit_id(unit_id: str) -> str:
    """The id itself. InputError `unit_id_bad`."""
    if not _UNIT_ID.fullmatch(unit_id):
        raise InputError("unit_id_bad", id=unit_id)
    return unit_id


def unknown_unit(unit_id: str, known: Sequence[str]) -> InputError:
    """The error for a unit that is not there, with the ids it may have been meant for."""
    from difflib import get_close_matches  # only where something went wrong; a millisecond otherwise

    return InputError("unit_unknown", id=unit_id, near=get_close_matches(unit_id, known, n=3))


def checked(unit_id: str, entities: Iterable[Entity], find: Find) -> tuple[tuple[Table, Entity], ...]:
    """The entities with their next revisions, and their tables. ConflictError `conflict`, InputError."""
    found: dict[tuple[Table, str], Entity] = {}
    conflicts: dict[str, Entity | None] = {}
    for entity in entities:
        table = table_of(entity)
        if not _ENTITY_ID.fullmatch(entity.id):
            raise InputError("entity_id_bad", id=entity.id)
        if isinstance(entity, Unit) and entity.id != unit_id:
            raise InputError("unit_other", id=entity.id, unit=unit_id)
        if (table, entity.id) in found:
            raise InputError("changed_twice", id=entity.id)
        current = find(table, entity.id)
        if entity.revision != (0 if current is None else current.revision):
            conflicts[entity.id] = current
        found[table, entity.id] = replace(entity, revision=entity.revision + 1)
    if conflicts:
        raise ConflictError("conflict", ids=list(conflicts), current=conflicts)
    return tuple((table, entity) for (table, _), entity in found.items())


def records_only(changes: ChangeSet) -> None:
    """InputError `oversight_records_only` where an oversight would change anything but records."""
    for entity in changes.entities:
        if not isinstance(entity, Record):
            raise InputError("oversight_records_only", id=entity.id)


def entry_to_undo(history: Sequence[Entry], seq: int | None) -> Entry:
    """The entry to take back. InputError `nothing_to_undo`, `entry_unknown`, `undo_impossible`."""
    if seq is None:
        last = last_undoable(history)
        if last is None:
            raise InputError("nothing_to_undo")
        return last
    entry = next((entry for entry in history if entry.seq == seq), None)
    if entry is None:
        raise InputError("entry_unknown", seq=seq)
    if entry.seq == 1 or entry.undoes == BRIDGE:
        raise InputError("undo_impossible", seq=seq)
    return entry


def reversal(entry: Entry, find: Find, by: str, at: datetime) -> ChangeSet:
    """The change set that takes an entry back. ConflictError `undo_changed_since`."""
    conflicts: dict[str, Entity | None] = {}
    entities: list[Entity] = []
    for edit in entry.edits:
        current = find(edit.table, edit.id)
        if current is None or current.revision != edit.after.get("revision"):
            conflicts[edit.id] = current
        else:
            entities.append(_taken_back(entry, edit, current, by, at))
    if conflicts:
        raise ConflictError("undo_changed_since", seq=entry.seq, ids=list(conflicts), current=conflicts)
    return ChangeSet(tuple(entities), _label(entry.label), by, at, undoes=entry.seq)


def _taken_back(entry: Entry, edit: Edit, current: Entity, by: str, at: datetime) -> Entity:
    if edit.before is not None:
        return replace(from_doc(edit.table, dict(edit.before)), revision=current.revision)
    match current:
        case Record():
            return replace(current, voided=Voided(by, at, "undo"))
        case Member():
            return replace(current, removed=Removed(by, at, "undo"))
        case Unit():
            raise InputError("undo_impossible", seq=entry.seq)


def _label(label: str) -> str:
    if label.startswith("undo:"):
        return "redo:" + label.removeprefix("undo:")
    return "undo:" + label.removeprefix("redo:")
