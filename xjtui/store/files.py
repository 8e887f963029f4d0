"""The store on disk: a folder a unit, in it the unit's own TinyDB file, one a writer of oversight, and drafts.

How a change becomes durable is `book`'s, what is checked before is `checking`'s; here is which file it goes to.
"""

# Paths are plain text in the store: a Path costs more than the system call it is made for.
# ruff: noqa: PTH118, PTH122

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from xjtui.domain.changes import ChangeSet, Entry, Snapshot, Table
from xjtui.domain.people import Member, Unit
from xjtui.domain.records import Record
from xjtui.errors import ConflictError, DamagedError, InputError, UnknownOutcomeError, XjtuiError
from xjtui.store import disk
from xjtui.store.base import Draft
from xjtui.store.book import Book, Stamp
from xjtui.store.checking import checked, entry_to_undo, records_only, reversal, unknown_unit
from xjtui.store.codec import entry_from, moment
from xjtui.store.content import Content, content_of
from xjtui.store.drafts import FOLDER as DRAFTS
from xjtui.store.drafts import DraftFile
from xjtui.store.failures import told
from xjtui.store.image import SCHEMA
from xjtui.store.log import Header
from xjtui.store.places import Places, writer_stem
from xjtui.store.system import System

PROGRESS: Final = "progress"
OVERSIGHT: Final = "oversight"

OVERSIGHT_DAMAGED: Final = "oversight_damaged"
"""What one writer wrote about the unit can be neither read nor brought back; the rest is shown."""

_KEPT_BOOKS: Final = 64


@dataclass
class _Shelved:
    """A book and what was last read from it."""

    book: Book
    content: Content | None = None

    def read(self) -> Content:
        self.content = content_of(self.book.read(), self.content)
        return self.content


class FilesStore:
    """A `Store` in the folder `root`. `patience`: seconds to wait for another writer."""

    def __init__(self, root: str | os.PathLike[str], *, system: System | None = None, patience: float = 5.0) -> None:
        self._system = system if system is not None else System()
        self._places = Places(root, self._system)
        self._patience = patience
        self._shelf: dict[tuple[str, str], _Shelved] = {}

    # -- reading ---------------------------------------------------------------------------------------------------

    def list_units(self) -> tuple[str, ...]:
        with told("", writing=False):
            return self._places.ids()

    def load(self, unit_id: str) -> Snapshot:
        return self._load(unit_id, self._folder(unit_id))

    def _load(self, unit_id: str, folder: str) -> Snapshot:
        writers = self._writers(unit_id, folder)
        # Before reading: what changes meanwhile then shows as a change of the token, never as none.
        token = self._token(unit_id, folder, writers)
        own = self._progress(unit_id, folder)
        content = own.read()
        unit = content.find(Table.UNIT, unit_id)
        if not isinstance(unit, Unit):
            raise DamagedError("unit_damaged", id=unit_id)
        reports = list(own.book.take_reports())
        oversight: list[Record] = []
        for stem in writers:
            theirs = self._oversight(unit_id, folder, stem)
            try:
                oversight += _records(theirs.read())
            except DamagedError:
                reports.append(OVERSIGHT_DAMAGED)
            reports += theirs.book.take_reports()
        return _snapshot(content, unit, oversight, token, self._read_only(content, own.book, unit_id), reports)

    def _read_only(self, content: Content, book: Book, unit_id: str) -> str:
        if content.state.schema > SCHEMA:
            return "newer_schema"
        with told(unit_id, writing=False):
            return "" if book.may_write() else "no_rights"

    def token(self, unit_id: str) -> str:
        folder = self._folder(unit_id)
        return self._token(unit_id, folder, self._writers(unit_id, folder))

    def _token(self, unit_id: str, folder: str, writers: Sequence[str]) -> str:
        with told(unit_id, writing=False):
            parts = [_spelled("", self._progress(unit_id, folder).book.stamp())]
            for stem in writers:
                parts.append(_spelled(stem, self._oversight(unit_id, folder, stem).book.stamp()))
        return ";".join(parts)

    def history(self, unit_id: str, since: int = 0, *, writer: str | None = None) -> tuple[Entry, ...]:
        folder = self._folder(unit_id)
        if writer is None:
            book = self._progress(unit_id, folder).book
        else:
            book = self._oversight(unit_id, folder, writer_stem(writer)).book
        return tuple(entry_from(line.doc) for line in book.lines() if line.seq > since)

    # -- writing ---------------------------------------------------------------------------------------------------

    def create(
        self, unit: Unit, members: Sequence[Member], *, by: str, at: datetime, records: Sequence[Record] = ()
    ) -> Snapshot:
        folder, preparing = self._places.new_unit(unit.id)
        changes = ChangeSet((unit, *members, *records), "create", by, at)
        with told(unit.id, writing=True):
            disk.make_folder(self._system, self._places.units)
            lock = os.path.join(self._places.units, ".create.lock")
            with disk.locked(self._system, lock, unit.id, self._patience):
                if self._exists(folder):
                    raise InputError("unit_exists", id=unit.id)
                self._empty(preparing)
                book = Book(self._system, preparing, PROGRESS, unit.id, self._patience)
                self._save(unit.id, _Shelved(book), changes)
                # The whole folder appears at once: there is never half a unit to be found.
                self._system.rename(preparing, folder)
                self._confirm(unit.id)
        return self.load(unit.id)

    def _exists(self, path: str) -> bool:
        try:
            self._system.stat(path)
        except FileNotFoundError:
            return False
        return True

    def _empty(self, folder: str) -> None:
        """A folder for a unit to be made in; what a creation that was stopped left there was never acknowledged."""
        disk.make_folder(self._system, folder)
        for name, _ in self._system.list_folder(folder):
            self._system.unlink(os.path.join(folder, name))

    def _confirm(self, unit_id: str) -> None:
        try:
            self._system.fsync_folder(self._places.units)
        except OSError as error:
            raise UnknownOutcomeError("outcome_unknown", id=unit_id, errno=str(error.errno)) from error

    def apply(self, unit_id: str, changes: ChangeSet) -> Snapshot:
        folder = self._folder(unit_id)
        own = self._progress(unit_id, folder)
        if changes.entities:
            self._save(unit_id, own, changes)
        return self._after(unit_id, folder, own)

    def apply_oversight(self, unit_id: str, writer: str, changes: ChangeSet) -> Snapshot:
        records_only(changes)
        folder, stem = self._folder(unit_id), writer_stem(writer)
        own = self._progress(unit_id, folder)
        own.read()
        if changes.entities:
            with told(unit_id, writing=True):
                disk.make_folder(self._system, os.path.join(folder, OVERSIGHT))
                self._places.below(folder, OVERSIGHT, unit_id)
            self._save(unit_id, self._oversight(unit_id, folder, stem), changes)
        return self._after(unit_id, folder, own)

    def undo(self, unit_id: str, seq: int | None, *, by: str, at: datetime) -> Entry:
        own = self._progress(unit_id, self._folder(unit_id))
        entry = entry_to_undo(self.history(unit_id), seq)
        try:
            line = self._save(unit_id, own, reversal(entry, own.read().find, by, at))
        except ConflictError as error:
            raise ConflictError("undo_changed_since", **{**error.facts, "seq": entry.seq}) from error
        return entry_from(json.loads(line))

    def _after(self, unit_id: str, folder: str, own: _Shelved) -> Snapshot:
        try:
            return self._load(unit_id, folder)
        except XjtuiError:
            # The change is saved, and whoever asked for it must not be told otherwise because reading failed now.
            content = own.content
            unit = content.find(Table.UNIT, unit_id) if content is not None else None
            if content is None or not isinstance(unit, Unit):
                raise
            return _snapshot(content, unit, (), "", "", own.book.take_reports())

    def _save(self, unit_id: str, shelved: _Shelved, changes: ChangeSet) -> bytes:
        """Saves the change set; its line of the log."""
        from xjtui.store.durable import DurableDB, put  # imports TinyDB; who only reads does not pay for it

        header = Header(moment(changes.at, unit_id), changes.by, changes.label, changes.undoes)
        database = DurableDB(shelved.book)
        with database.durable.transaction() as base:
            content = content_of(base, shelved.content)
            put(database, checked(unit_id, changes.entities, content.find), content)
            state, line = database.durable.commit(header)
        shelved.content = content_of(state, content)
        return line

    # -- drafts ----------------------------------------------------------------------------------------------------

    def save_draft(self, unit_id: str, writer: str, key: str, draft: Draft) -> None:
        self._drafts(unit_id, writer).save(key, draft)

    def load_drafts(self, unit_id: str, writer: str) -> Mapping[str, Draft]:
        return self._drafts(unit_id, writer).load()

    def drop_draft(self, unit_id: str, writer: str, key: str) -> None:
        self._drafts(unit_id, writer).drop(key)

    def _drafts(self, unit_id: str, writer: str) -> DraftFile:
        folder, stem = self._folder(unit_id), writer_stem(writer)
        self._places.below(folder, DRAFTS, unit_id)
        return DraftFile(self._system, os.path.join(folder, DRAFTS), stem, unit_id, self._patience)

    # -- finding files ---------------------------------------------------------------------------------------------

    def _folder(self, unit_id: str) -> str:
        with told(unit_id, writing=False):
            folder = self._places.unit(unit_id)
            if folder is None:
                raise unknown_unit(unit_id, self._places.ids())
            return folder

    def _progress(self, unit_id: str, folder: str) -> _Shelved:
        return self._shelved(folder, PROGRESS, unit_id)

    def _oversight(self, unit_id: str, folder: str, stem: str) -> _Shelved:
        return self._shelved(os.path.join(folder, OVERSIGHT), stem, f"{unit_id}/{stem}")

    def _shelved(self, folder: str, stem: str, of: str) -> _Shelved:
        key = folder, stem
        found = self._shelf.pop(key, None)
        if found is None:
            found = _Shelved(Book(self._system, folder, stem, of, self._patience))
            while len(self._shelf) >= _KEPT_BOOKS:
                self._shelf.pop(next(iter(self._shelf)), None)
        self._shelf[key] = found
        return found

    def _writers(self, unit_id: str, folder: str) -> tuple[str, ...]:
        """The stems of the files of oversight; a writer's first change may so far stand in the log alone."""
        with told(unit_id, writing=False):
            below = self._places.below(folder, OVERSIGHT, unit_id)
            if below is None:
                return ()
            names = (os.path.splitext(name) for name, is_folder in self._system.list_folder(below) if not is_folder)
            return tuple(sorted({stem for stem, ending in names if ending in (".json", ".log")}))


def _snapshot(
    content: Content, unit: Unit, oversight: Sequence[Record], token: str, read_only: str, reports: Sequence[str]
) -> Snapshot:
    members = tuple(member for member in content.entities[Table.MEMBERS] if isinstance(member, Member))
    seq = content.state.seq
    return Snapshot(
        unit, members, _records(content), tuple(oversight), seq, token, read_only, tuple(dict.fromkeys(reports))
    )


def _records(content: Content) -> tuple[Record, ...]:
    return content.entities[Table.RECORDS]  # type: ignore[return-value]


def _spelled(stem: str, stamp: Stamp) -> str:
    return stem + "".join("-" if marks is None else "/" + ".".join(map(str, marks)) for marks in stamp)
