"""The log beside each TinyDB file: one JSON line a change set, each sealed by its hash and chained to the one before.

Where the lines are appended is `book`'s; what to do about broken ones is `recovery`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from xjtui.domain.changes import Table
from xjtui.store.codec import dump
from xjtui.store.image import SCHEMA, State, numbered, raw_doc, raw_id

BRIDGE: Final = 0
"""`undoes` of a line that stands for lost ones: it takes nothing back and cannot itself be taken back."""

_SEAL: Final = b',"hash":"'
_END: Final = b'"}\n'
TAIL: Final = len(_SEAL) + 64 + len(_END)
"""Length of a line's end, which holds its hash."""

_TABLES: Final = frozenset(table.value for table in Table)


@dataclass(frozen=True, slots=True)
class RawEdit:
    """One document's change, as bytes; `before` None: it is new."""

    table: Table
    id: str
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Header:
    """Who changed something when, under which label; `undoes` as in a change set."""

    at: str
    by: str
    label: str
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line whose hash is right. `end` is the offset behind it in the bytes it was found in."""

    seq: int
    prev: str
    hash: str
    schema: int
    doc: dict[str, Any]
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """The unbroken chain at the start of some bytes, and what follows it.

    `torn`: what follows is the beginning of a line at most, as a writer leaves that was stopped or is still writing.
    """

    lines: tuple[LogLine, ...]
    rest: bytes
    torn: bool


def compose(of: str, seq: int, prev: str, header: Header, edits: Iterable[RawEdit]) -> tuple[bytes, str]:
    """A line, and its hash."""
    head = {"v": SCHEMA, "of": of, "seq": seq, "prev": prev, "at": header.at, "by": header.by, "label": header.label}
    if header.undoes is not None:
        head["undoes"] = header.undoes
    # The documents' bytes are taken as they stand in the other file, so none is encoded twice.
    listed = b",".join(
        b'{"table":"%b","id":%b,"before":%b,"after":%b}'
        % (edit.table.value.encode(), json.dumps(edit.id).encode(), edit.before or b"null", edit.after)
        for edit in edits
    )
    body = b'%b,"edits":[%b]' % (dump(head)[:-1], listed)
    seal = sha256(body).hexdigest()
    return b"".join((body, _SEAL, seal.encode("ascii"), _END)), seal


def ends_with(tail: bytes, head: str) -> bool:
    """Whether bytes end as the line with that hash does."""
    return tail[-TAIL:] == _SEAL + head.encode("ascii") + _END


def scan(data: bytes, of: str, seq: int, prev: str) -> Scan:
    """The chain in `data` that follows the line `seq` with hash `prev`."""
    lines: list[LogLine] = []
    start = 0
    while (end := data.find(b"\n", start)) >= 0:
        line = read_line(data, start, end + 1, of)
        if line is None or line.prev != prev or not _follows(line, seq):
            return Scan(tuple(lines), data[start:], False)
        lines.append(line)
        seq, prev, start = line.seq, line.hash, line.end
    return Scan(tuple(lines), data[start:], True)


def _follows(line: LogLine, seq: int) -> bool:
    return line.seq > seq if line.doc.get("undoes") == BRIDGE else line.seq == seq + 1


def singles(data: bytes, of: str) -> tuple[LogLine, ...]:
    """Every line in `data` that is whole by itself, chained or not."""
    found: list[LogLine] = []
    start = 0
    while (end := data.find(b"\n", start)) >= 0:
        line = read_line(data, start, end + 1, of)
        if line is not None:
            found.append(line)
        start = end + 1
    return tuple(found)


def read_line(data: bytes, start: int, end: int, of: str) -> LogLine | None:
    """The line in `data[start:end]`, None where it is not whole or not of `of`."""
    body = data[start : end - TAIL]
    seal = sha256(body).hexdigest()
    if not body or not ends_with(data[max(start, end - TAIL) : end], seal):
        return None
    try:
        doc = json.loads(body + b"}")
        if doc["of"] != of:
            return None
        return LogLine(doc["seq"], doc["prev"], seal, doc["v"], doc, end)
    except (ValueError, KeyError, TypeError):
        return None


def replay(state: State, lines: Sequence[LogLine]) -> State:
    """The state after `lines`. Their chain is not looked at again, and `log_size` stays."""
    if not lines:
        return state
    tables: dict[Table, list[bytes]] = {table: list(kept) for table, kept in state.tables.items()}
    places = {table: {raw_id(line): at for at, line in enumerate(kept)} for table, kept in tables.items()}
    for line in lines:
        for edit in line.doc["edits"]:
            if edit["table"] not in _TABLES:
                continue  # a newer program's; its data are shown as far as they are understood, and never written
            table = Table(edit["table"])
            put(tables[table], places[table], edit["id"].encode(), dump(edit["after"]))
    last = lines[-1]
    return replace(
        state,
        seq=last.seq,
        head=last.hash,
        at=last.doc["at"],
        tables={table: tuple(kept) for table, kept in tables.items()},
        schema=max(state.schema, *(line.schema for line in lines)),
    )


def put(lines: list[bytes], places: dict[bytes, int], key: bytes, doc: bytes) -> None:
    """Replaces a document in its place, or adds it with the next number."""
    at = places.setdefault(key, len(lines))
    if at == len(lines):
        lines.append(numbered(at + 1, doc))
    else:
        lines[at] = numbered(at + 1, doc)


def between(old: State, new: State) -> tuple[RawEdit, ...]:
    """The edits that lead from one state to another."""
    edits: list[RawEdit] = []
    for table in Table:
        before: dict[bytes, bytes] = {raw_id(line): raw_doc(line) for line in old.tables[table]}
        for line in new.tables[table]:
            key, after = raw_id(line), raw_doc(line)
            if before.get(key) != after:
                edits.append(RawEdit(table, key.decode(), before.get(key), after))
    return tuple(edits)
