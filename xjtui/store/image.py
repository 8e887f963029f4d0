"""A unit's state as the bytes of a TinyDB file, one document a line, sealed by a checksum. Reading and replacing
the file is `book`'s; what stands in a document is `codec`'s.

The layout is plain JSON to TinyDB and to everybody. To the store it is a list of lines: a save cuts the file at its
line ends, replaces one line and joins it again, and no other document is turned into objects and back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from zlib import crc32

from xjtui.domain.changes import Table
from xjtui.store.codec import dump

SCHEMA: Final = 1
"""The version of file layout and documents that this program writes."""

NO_HEAD: Final = "0" * 64
"""What the first line of a log follows."""

Lines = tuple[bytes, ...]
"""The documents of a table: `"<number>":{"id":"<id>", …}`, numbered from 1 without gaps. None is ever taken out."""


@dataclass(frozen=True, slots=True)
class State:
    """A unit's or a writer's documents after the log entry `seq`, whose hash is `head`.

    `log_size` is the log's length in bytes up to and with that entry, `at` its time, `of` whose state it is.
    """

    of: str
    seq: int
    head: str
    log_size: int
    at: str
    tables: Mapping[Table, Lines]
    schema: int = SCHEMA


def nothing(of: str) -> State:
    """The state before the first entry."""
    return State(of, 0, NO_HEAD, 0, "", dict.fromkeys(Table, ()))


def raw_id(line: bytes) -> bytes:
    """The id in a document's line; ids hold nothing that JSON escapes."""
    return line.split(b'"', 6)[5]


def raw_doc(line: bytes) -> bytes:
    """The document in its line."""
    return line[line.index(b":") + 1 :]


def numbered(number: int, doc: bytes) -> bytes:
    """A document's line."""
    return b'"%d":%b' % (number, doc)


def docs_of(lines: Lines) -> list[dict[str, Any]]:
    """The documents of a table, parsed in one go."""
    return list(json.loads(b"{%b}" % b",".join(lines)).values()) if lines else []


_OPEN: Final = {Table.UNIT: b'{"unit":{', Table.MEMBERS: b'},"members":{', Table.RECORDS: b'},"records":{'}
_META: Final = b'},"meta":{'
# Against damage, which is what befalls files; who would forge one has to forge the log's SHA-256 chain as well.
_SEAL: Final = b',"crc32":"'
_END: Final = b'"}\n}}\n'
_TAIL: Final = len(_SEAL) + 8 + len(_END)
# The other seal of schema 1, read and no longer written: the next save puts the shorter one in its place.
_DIGEST_SEAL: Final = b',"digest":"'
_DIGEST_TAIL: Final = len(_DIGEST_SEAL) + 64 + len(_END)


def encode(state: State) -> tuple[bytes, ...]:
    """The file's bytes, in parts: a table is large, and joining it once is enough."""
    meta = {
        "schema": SCHEMA,
        "of": state.of,
        "seq": state.seq,
        "head": state.head,
        "log": state.log_size,
        "at": state.at,
    }
    parts: list[bytes] = []
    for table, opening in _OPEN.items():
        parts += (opening + b"\n", b",\n".join(state.tables[table]), b"\n")
    parts += (_META, b'\n"1":', dump(meta)[:-1])
    seal = 0
    for part in parts:
        seal = crc32(part, seal)
    return (*parts, _SEAL, b"%08x" % seal, _END)


def decode(data: bytes, of: str) -> State | None:
    """The state in a file's bytes; None where they are not what a program of ours wrote for `of`."""
    body = _unsealed(data)
    if body is None:
        return None
    try:
        meta = json.loads(body[body.rindex(b'\n"1":') + 5 :] + b"}")
        if meta["of"] != of:
            return None
        tables = _cut(body) if meta["schema"] == SCHEMA else _cut_unknown(data)
        return State(of, meta["seq"], meta["head"], meta["log"], meta["at"], tables, meta["schema"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _unsealed(data: bytes) -> bytes | None:
    """What the seal at the end of a file covers, None where it does not fit."""
    if data[-len(_END) :] != _END:
        return None
    body, seal = data[:-_TAIL], data[-_TAIL : -len(_END)]
    if seal.startswith(_SEAL):
        return body if seal == b"%b%08x" % (_SEAL, crc32(body)) else None
    body, seal = data[:-_DIGEST_TAIL], data[-_DIGEST_TAIL : -len(_END)]
    if not seal.startswith(_DIGEST_SEAL):
        return None
    from hashlib import sha256  # only for files that were not saved since

    return body if seal == _DIGEST_SEAL + sha256(body).hexdigest().encode("ascii") else None


def _cut(body: bytes) -> Mapping[Table, Lines]:
    tables: dict[Table, Lines] = {}
    names = list(_OPEN.items())
    ends = [opening for _, opening in names[1:]] + [_META]
    start = 0
    for (table, opening), end in zip(names, ends, strict=True):
        start += len(opening) + 1
        # No document holds a raw line end, so none can hold this.
        stop = body.index(b"\n" + end + b"\n", start - 1)
        part = body[start:stop]
        tables[table] = tuple(part.split(b",\n")) if part else ()
        start = stop + 1
    return tables


def _cut_unknown(data: bytes) -> Mapping[Table, Lines]:
    """The tables of a newer program's file, whose layout may differ; it is only read."""
    parsed = json.loads(data)
    return {
        table: tuple(numbered(number, dump(doc)) for number, doc in enumerate(parsed.get(table.value, {}).values(), 1))
        for table in Table
    }
