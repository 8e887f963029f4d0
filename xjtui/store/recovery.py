"""Finds the state that two damaged files still hold, and mends the files so that both hold it again.

`judge` only thinks: it may be used without the right to write. `mend` acts, under the lock. Nothing is thrown away:
what is replaced or cut off is copied to the quarantine folder first.
"""

# Paths are plain text in the store: a Path costs more than the system call it is made for.
# ruff: noqa: PTH118, PTH119, PTH120

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from xjtui.domain.changes import Table
from xjtui.errors import DamagedError
from xjtui.store import disk, image, log
from xjtui.store.codec import dump, from_docs
from xjtui.store.image import SCHEMA, State
from xjtui.store.system import System

QUARANTINE = "quarantine"

LOG_TORN = "log_torn"
"""The log ended in a piece of a line, left by a writer that was stopped; no acknowledged change was in it."""
LOG_REBUILT = "log_rebuilt"
"""The log was damaged; the records are whole, part of the history is not."""
FILE_REBUILT = "file_rebuilt"
"""The TinyDB file was damaged or missing and was written anew from the log."""
FILE_UNSEALED = "file_unsealed"
"""The log was lost and the TinyDB file changed by a stranger; its contents were taken as they stand."""
CHANGES_LOST = "changes_lost"
"""Both files were damaged; some changes could not be brought back."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state to go on with, what to tell, and what to do to the files.

    `log`: the log's whole new contents, None where it stays; `cut`: the length to cut it to; `rewrite`: write the
    TinyDB file anew; `aside`: (file name's ending, bytes) to keep.
    """

    state: State
    reports: tuple[str, ...] = ()
    aside: tuple[tuple[str, bytes], ...] = ()
    log: bytes | None = None
    cut: int | None = None
    rewrite: bool = False


def judge(file: bytes | None, journal: bytes | None, of: str) -> Verdict:
    """What is left of a unit in its two files' bytes (None: no such file). DamagedError `unit_damaged`: nothing is."""
    journal = journal or b""
    kept = image.decode(file, of) if file is not None else None
    if kept is not None and kept.schema > SCHEMA:
        return Verdict(kept)
    chain = log.scan(journal, of, 0, image.NO_HEAD)
    sound = len(journal) - len(chain.rest)
    base, on_chain = _base(kept, chain.lines, of, sound)
    extra = () if chain.torn else tuple(line for line in log.singles(chain.rest, of) if line.seq > base.seq)
    state = log.replay(base, sorted(extra, key=lambda line: line.seq))
    if state.schema > SCHEMA:
        return Verdict(state)
    if state.seq == 0 and (file is not None or not chain.torn):
        return _unsealed(file, journal, of)

    reports: list[str] = []
    aside: list[tuple[str, bytes]] = []
    if kept is None or (on_chain and not _holds(chain.lines, kept)):
        if file is not None:
            aside.append(("json", file))
        # A first change that was stopped before its file got its name is no damage.
        if file is not None or state.seq > 1:
            reports.append(FILE_REBUILT)
    if on_chain and not extra:
        if chain.rest:
            aside.append(("log", chain.rest))
            reports.append(LOG_TORN if chain.torn or kept is not None else CHANGES_LOST)
        state = replace(state, log_size=sound)
        return Verdict(state, tuple(reports), tuple(aside), cut=sound if chain.rest else None, rewrite=state != kept)

    if journal:
        aside.append(("log", journal))
    reports.append(LOG_REBUILT)
    if state.seq - base.seq != len(extra):
        reports.append(CHANGES_LOST)
    return _bridged(state, chain.lines, journal[:sound], reports, aside)


def _base(kept: State | None, lines: Sequence[log.LogLine], of: str, sound: int) -> tuple[State, bool]:
    """The best state from the file and the unbroken chain, and whether the chain leads to it."""
    last = lines[-1].seq if lines else 0
    if kept is not None and _holds(lines, kept):
        return replace(log.replay(kept, [line for line in lines if line.seq > kept.seq]), log_size=sound), True
    if kept is not None and kept.seq > last:
        return kept, False
    return replace(log.replay(image.nothing(of), lines), log_size=sound), True


def _holds(lines: Sequence[log.LogLine], state: State) -> bool:
    return any(line.seq == state.seq and line.hash == state.head for line in lines)


def _bridged(
    state: State,
    lines: Sequence[log.LogLine],
    sound: bytes,
    reports: Sequence[str],
    aside: Sequence[tuple[str, bytes]],
) -> Verdict:
    """The log's sound part, and one line that leads from there to the state."""
    before = log.replay(image.nothing(state.of), lines)
    seq = max(state.seq, before.seq + 1)
    header = log.Header(state.at, "", "bridge", log.BRIDGE)
    line, head = log.compose(state.of, seq, before.head, header, log.between(before, state))
    journal = sound + line
    state = replace(state, seq=seq, head=head, log_size=len(journal))
    return Verdict(state, tuple(reports), tuple(aside), log=journal, rewrite=True)


def _unsealed(file: bytes | None, journal: bytes, of: str) -> Verdict:
    """The last resort: a file that is not as it was written, but whose documents can all be read."""
    try:
        parsed = json.loads(file or b"")
        tables = {
            table: tuple(
                image.numbered(number, dump({"id": doc["id"], **doc}))
                for number, doc in enumerate(parsed.get(table.value, {}).values(), 1)
            )
            for table in Table
        }
        for table, lines in tables.items():
            from_docs(table, image.docs_of(lines))
        meta = parsed["meta"]["1"]
        if meta["of"] != of or meta["schema"] != SCHEMA:
            raise ValueError(of)
        state = State(of, int(meta["seq"]), image.NO_HEAD, 0, str(meta["at"]), tables)
    except (ValueError, KeyError, TypeError, AttributeError, DamagedError) as error:
        raise DamagedError("unit_damaged", id=of) from error
    aside = [("json", file or b"")] + ([("log", journal)] if journal else [])
    return _bridged(state, (), b"", (FILE_UNSEALED, LOG_REBUILT), aside)


def mend(system: System, stem: str, verdict: Verdict) -> None:
    """Brings both files of `stem` (path without ending) to the verdict. To be called under the lock; raises OSError.

    Stopped half-way it can be done again: the bytes are aside first, and the log is right before the file is.
    """
    for ending, data in verdict.aside:
        set_aside(system, f"{stem}.{ending}", data)
    if verdict.log is not None:
        disk.replace_file(system, f"{stem}.log", (verdict.log,), disk.FILE_MODE)
    elif verdict.cut is not None:
        disk.truncate_file(system, f"{stem}.log", verdict.cut)
    if verdict.rewrite and verdict.state.seq:
        disk.replace_file(system, f"{stem}.json", image.encode(verdict.state), disk.FILE_MODE)


def set_aside(system: System, path: str, data: bytes) -> None:
    """Copies bytes of the file at `path` to the quarantine folder beside it, under a name made of their hash."""
    folder = os.path.join(os.path.dirname(path), QUARANTINE)
    disk.make_folder(system, folder)
    name = f"{os.path.basename(path)}.{sha256(data).hexdigest()[:16]}"
    disk.replace_file(system, os.path.join(folder, name), (data,), disk.FILE_MODE)
