"""TinyDB over a `Book`: what TinyDB writes within a transaction becomes one durable change set.

Which documents are written, and whether they may be, is left to the stores.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document
from tinydb.table import Table as TinyTable

from xjtui.domain.changes import Entity, Table
from xjtui.store.book import Book
from xjtui.store.codec import KNOWN, dump, to_doc
from xjtui.store.content import Content
from xjtui.store.image import Lines, State, numbered, raw_doc
from xjtui.store.log import Header, RawEdit


class StoredDocument(MutableMapping[str, Any]):
    """A document as TinyDB handles it, parsed when somebody looks inside; `line` is None once it was changed."""

    __slots__ = ("_fields", "line")

    def __init__(self, line: bytes) -> None:
        self.line: bytes | None = line
        self._fields: dict[str, Any] | None = None

    def _read(self) -> dict[str, Any]:
        if self._fields is None:
            self._fields = json.loads(raw_doc(self.line or b":{}"))
        return self._fields

    def __getitem__(self, key: str) -> Any:
        return self._read()[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._read()[key] = value
        self.line = None

    def __delitem__(self, key: str) -> None:
        del self._read()[key]
        self.line = None

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


class Pages(MutableMapping[Any, Any]):
    """A table's documents by number: the lines of a state, and over them what was opened or put in since.

    Numbers may be given as TinyDB does, as text too. Nothing can be taken out.
    """

    __slots__ = ("_lines", "_opened")

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._opened: dict[int, Any] = {}

    def __getitem__(self, key: Any) -> Any:
        number = int(key)
        if number not in self._opened:
            if not 1 <= number <= len(self._lines):
                raise KeyError(key)
            self._opened[number] = StoredDocument(self._lines[number - 1])
        return self._opened[number]

    def __setitem__(self, key: Any, document: Any) -> None:
        number = int(key)
        if not 1 <= number <= len(self) + 1:
            raise RuntimeError(f"document {number} would leave a gap behind {len(self)}")
        self._opened[number] = document

    def __delitem__(self, key: Any) -> None:
        raise RuntimeError("nothing is deleted")

    def __iter__(self) -> Iterator[int]:
        return iter(range(1, len(self) + 1))

    def __len__(self) -> int:
        return max(len(self._lines), max(self._opened, default=0))

    def lines(self, table: Table, edits: list[RawEdit]) -> Lines:
        """The lines as they are to be; what differs from before is added to `edits`."""
        lines = list(self._lines)
        for number, document in sorted(self._opened.items()):
            if isinstance(document, StoredDocument) and document.line is not None:
                continue
            after = dump(dict(document))
            known = number <= len(self._lines)
            edits.append(RawEdit(table, document["id"], raw_doc(lines[number - 1]) if known else None, after))
            lines[number - 1 : number] = [numbered(number, after)]
        return tuple(lines)


class DurableStorage(Storage):
    """Reads give the book's state as `Pages`; writes need a transaction.

    TinyDB reads, changes and writes back a whole file for every call, and knows neither locks nor other processes. So
    all its calls for one change set happen on a private copy within `transaction`, under the book's lock, and
    `commit` makes durable at once what they changed.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._base: State | None = None
        self._working: dict[str, dict[str, Any]] = {}

    @contextmanager
    def transaction(self) -> Iterator[State]:
        """Within it the tables may be changed; what is not committed is forgotten at the end. Errors as of `Book`."""
        with self._book.writing() as base:
            self._base, self._working = base, _paged(base)
            try:
                yield base
            finally:
                self._base, self._working = None, {}

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables."""
        return self._working if self._base is not None else _paged(self._book.read())

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Takes the tables over until `commit`.

        RuntimeError outside of a transaction (nobody would hold the lock) and for tables that are no `Pages`.
        """
        if self._base is None:
            raise RuntimeError("a durable storage is written to within a transaction only")
        if data.keys() != self._working.keys() or not all(isinstance(pages, Pages) for pages in data.values()):
            raise RuntimeError("a durable storage holds the tables of a DurableDB only")
        self._working = data

    def commit(self, header: Header) -> tuple[State, bytes]:
        """Makes durable what was written since the transaction began; the new state and its line of the log."""
        if self._base is None:
            raise RuntimeError("nothing to commit outside of a transaction")
        edits: list[RawEdit] = []
        pages: Mapping[str, Any] = self._working
        tables = {table: pages[table.value].lines(table, edits) for table in self._base.tables}
        return self._book.commit(self._base, tables, edits, header)


def _paged(state: State) -> dict[str, Any]:
    return {table.value: Pages(lines) for table, lines in state.tables.items()}


class DurableTable(TinyTable):
    """A TinyDB table that changes the pages it is given, where TinyDB would renumber every document for one change."""

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        tables = self._storage.read() or {}
        updater(tables[self.name])
        self._storage.write(tables)
        self.clear_cache()


class DurableDB(TinyDB):
    """`DurableDB(book)`: TinyDB with all of the above."""

    table_class = DurableTable
    default_storage_class = DurableStorage  # type: ignore[assignment]  # TinyDB's stubs narrow it to its default

    @property
    def durable(self) -> DurableStorage:
        """The storage, for its transactions."""
        assert isinstance(self._storage, DurableStorage)
        return self._storage


def put(database: TinyDB, changed: Iterable[tuple[Table, Entity]], content: Content) -> None:
    """Puts the documents into their TinyDB tables, with one call a table for new ones and one for changed ones."""
    new: dict[Table, list[Document]] = {}
    docs: dict[Table, dict[int, dict[str, Any]]] = {}
    for table, entity in changed:
        at = content.places[table].get(entity.id)
        if at is None:
            added = new.setdefault(table, [])
            # TinyDB counts in memory and does not see other processes; under the lock the next number is known.
            added.append(Document(to_doc(entity), doc_id=len(content.entities[table]) + len(added) + 1))
        else:
            docs.setdefault(table, {})[at + 1] = to_doc(entity)
    for table, added in new.items():
        database.table(table.value, cache_size=0).insert_multiple(added)
    for table, changes in docs.items():
        by_id = {doc["id"]: doc for doc in changes.values()}
        database.table(table.value, cache_size=0).update(_replacing(by_id, table), doc_ids=list(changes))


def _replacing(docs: Mapping[str, Mapping[str, Any]], table: Table) -> Any:
    """For TinyDB's `update`: puts in the new document's fields, and leaves alone those this version does not know."""

    def replace_fields(stored: MutableMapping[str, Any]) -> None:
        doc = docs[stored["id"]]
        for field in KNOWN[table] & stored.keys() - doc.keys():
            del stored[field]
        stored.update(doc)

    return replace_fields
