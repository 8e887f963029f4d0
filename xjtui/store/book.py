"""One TinyDB file and its log: read without a lock, and the protocol by which a change becomes durable.

What is wrong with files is found out here and mended by `recovery`; which documents change is told by `durable`.
"""

# Paths are plain text in the store: a Path costs more than the system call it is made for.
# ruff: noqa: PTH118

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

from xjtui.domain.changes import Table
from xjtui.errors import BusyError, ReadOnlyError, UnknownOutcomeError
from xjtui.store import disk, image, log, recovery
from xjtui.store.failures import refused, told
from xjtui.store.image import SCHEMA, Lines, State
from xjtui.store.system import System

Stamp = tuple[tuple[int, ...] | None, tuple[int, ...] | None]
"""What tells one version of (file, log) from another without opening them; None: not there."""

FILE_LAGGING = "file_lagging"
"""The change is safe in the log, but the TinyDB file could not be replaced; the next save does it."""

_PAUSES = (0.0, 0.005, 0.02)
"""A reader may meet the two files in the middle of a mend; it looks again before it thinks of damage."""


class Book:
    """The files `<stem>.json`, `.log` and `.lock` in a folder, holding what belongs to `of`.

    May be used from several threads; what is kept between calls is replaced as a whole.
    """

    def __init__(self, system: System, folder: str, stem: str, of: str, patience: float) -> None:
        self.of = of
        self.folder = folder
        self._system = system
        self._stem = os.path.join(folder, stem)
        self._file = f"{self._stem}.json"
        self._log = f"{self._stem}.log"
        self._patience = patience
        self._known: tuple[Stamp, State] | None = None
        self._reports: tuple[str, ...] = ()

    def stamp(self) -> Stamp:
        """The present version. Raises OSError."""
        return self._marks(self._file), self._marks(self._log)

    def _marks(self, path: str) -> tuple[int, ...] | None:
        try:
            found = self._system.stat(path)
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def take_reports(self) -> tuple[str, ...]:
        """What was noticed since this was last asked."""
        reports, self._reports = self._reports, ()
        return reports

    def _report(self, *codes: str) -> None:
        self._reports += tuple(code for code in codes if code not in self._reports)

    def may_write(self) -> bool:
        """Whether rights and mount allow changes."""
        return self._system.writable(self.folder) and (
            self._marks(self._log) is None or self._system.writable(self._log)
        )

    # -- reading ---------------------------------------------------------------------------------------------------

    def read(self) -> State:
        """The present state, without a lock; damage is mended where that may be done. DamagedError, RefusedError."""
        with told(self.of, writing=False):
            for pause in _PAUSES:
                if pause:
                    self._system.sleep(pause)
                stamp = self.stamp()
                known = self._known
                if known is not None and known[0] == stamp:
                    return known[1]
                found = self._look()
                if found is not None:
                    self._known = (stamp, found[0])
                    return found[0]
            return self._read_damaged()

    def _look(self) -> tuple[State, bool] | None:
        """The state where both files agree, or the log is ahead, and whether the log ends in a torn line; else None."""
        data = disk.read_file(self._system, self._file)
        if data is None:
            journal = disk.read_file(self._system, self._log)
            return None if journal else (image.nothing(self.of), False)
        state = image.decode(data, self.of)
        if state is None or state.schema > SCHEMA:
            return None if state is None else (state, False)
        tail = disk.read_file(self._system, self._log, state.log_size - log.TAIL)
        if tail is None or not log.ends_with(tail[: log.TAIL], state.head):
            return None
        found = log.scan(tail[log.TAIL :], self.of, state.seq, state.head)
        if not found.torn:
            return None
        if found.lines:
            state = replace(log.replay(state, found.lines), log_size=state.log_size + found.lines[-1].end)
        return state, bool(found.rest)

    def _read_damaged(self) -> State:
        try:
            with disk.locked(self._system, f"{self._stem}.lock", self.of, self._patience):
                return self._refresh()
        except (OSError, BusyError):
            # It may not be mended by us, or not now; what is left can be shown all the same.
            verdict = self._judge()
            self._report(*verdict.reports)
            return verdict.state

    def _judge(self) -> recovery.Verdict:
        file = disk.read_file(self._system, self._file)
        return recovery.judge(file, disk.read_file(self._system, self._log), self.of)

    def lines(self) -> tuple[log.LogLine, ...]:
        """The whole log, every line of it verified. DamagedError, RefusedError."""
        with told(self.of, writing=False):
            self.read()
            found = self._scan(disk.read_file(self._system, self._log))
            if found.torn:
                return found.lines
            # `read` looks at the log's end only; that something before it is broken comes to light here.
            try:
                with disk.locked(self._system, f"{self._stem}.lock", self.of, self._patience):
                    verdict = self._mend()
            except (OSError, BusyError):
                verdict = self._judge()
                self._report(*verdict.reports)
            journal = verdict.log if verdict.log is not None else disk.read_file(self._system, self._log)
            return self._scan(journal).lines

    def _scan(self, journal: bytes | None) -> log.Scan:
        return log.scan(journal or b"", self.of, 0, image.NO_HEAD)

    # -- writing ---------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[State]:
        """Holds the lock; gives the present state, which `commit` may then replace.

        BusyError, ReadOnlyError, RefusedError, DamagedError.
        """
        with told(self.of, writing=True), disk.locked(self._system, f"{self._stem}.lock", self.of, self._patience):
            state = self._refresh()
            if state.schema > SCHEMA:
                raise ReadOnlyError("newer_schema", id=self.of, found=state.schema, known=SCHEMA)
            yield state

    def _refresh(self) -> State:
        """The present state, under the lock, with both files in order or the file merely behind."""
        stamp, known = self.stamp(), self._known
        if known is not None and known[0] == stamp and stamp[1] is not None and stamp[1][1] == known[1].log_size:
            return known[1]
        found = self._look()
        if found is None or found[1]:
            return self._mend().state
        self._known = (stamp, found[0])
        return found[0]

    def _mend(self) -> recovery.Verdict:
        """Brings both files in order, under the lock."""
        verdict = self._judge()
        recovery.mend(self._system, self._stem, verdict)
        self._report(*verdict.reports)
        self._known = (self.stamp(), verdict.state)
        return verdict

    def commit(
        self, base: State, tables: Mapping[Table, Lines], edits: Sequence[log.RawEdit], header: log.Header
    ) -> tuple[State, bytes]:
        """Makes the change durable; the new state and its line of the log. Under the lock; `base` is what it gave.

        Until the line is on the disk nothing has happened, from then on all has: the TinyDB file may be behind, and
        whoever reads takes the rest from the log. UnknownOutcomeError where the system leaves open which it is.
        """
        line, head = log.compose(self.of, base.seq + 1, base.head, header, edits)
        state = State(self.of, base.seq + 1, head, base.log_size + len(line), header.at, tables)
        temporary = f"{self._file}.new"
        try:
            disk.write_file(self._system, temporary, image.encode(state), disk.FILE_MODE)
        except OSError:
            with suppress(OSError):
                self._system.unlink(temporary)
            raise
        self._known = None
        self._append(line, base.log_size)
        if self._show(temporary, new_log=base.log_size == 0):
            with suppress(OSError):
                self._known = (self.stamp(), state)
        return state, line

    def _append(self, line: bytes, size: int) -> None:
        fd = self._system.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, disk.FILE_MODE)
        try:
            try:
                disk.write_all(self._system, fd, line)
                self._system.fdatasync(fd)
            except OSError as error:
                self._take_back(fd, size, error)
                raise
        finally:
            with suppress(OSError):
                self._system.close(fd)

    def _take_back(self, fd: int, size: int, cause: OSError) -> None:
        try:
            self._system.ftruncate(fd, size)
            self._system.fsync(fd)
        except OSError:
            reason = errno.errorcode.get(cause.errno or 0, "")
            raise UnknownOutcomeError("outcome_unknown", id=self.of, errno=reason) from cause

    def _show(self, temporary: str, *, new_log: bool) -> bool:
        try:
            self._system.rename(temporary, self._file)
            # The log's own name must be on the disk. A later rename need not: should one be lost, the log leads on from
            # the file that is there, and saving costs no more than the two flushes of a plain atomic write.
            if new_log:
                self._system.fsync_folder(self.folder)
        except OSError as error:
            if new_log:
                # The log's own name may not be on the disk yet, so the line in it is not safe either.
                cause = refused(error, self.of, writing=True)
                raise UnknownOutcomeError("outcome_unknown", id=self.of, errno=cause.code) from error
            self._report(FILE_LAGGING)
            return False
        return True
