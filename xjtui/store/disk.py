"""Whole-file steps made of single system calls: read, replace, append, lock, make a folder. Raises OSError; what the
bytes mean, and what to do about an error, is left to the callers."""

# Paths are plain text in the store: a Path costs more than the system call it is made for.
# ruff: noqa: PTH120

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from xjtui.errors import BusyError
from xjtui.store.system import System

FILE_MODE = 0o640
PRIVATE_MODE = 0o600
FOLDER_MODE = 0o750

_POLL = 0.01
_LARGE = 16384


def read_file(system: System, path: str, start: int = 0) -> bytes | None:
    """The bytes from `start` on, None where there is no such file."""
    try:
        fd = system.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        # One byte more than the size tells the end without a second call; a file that grows meanwhile is read on.
        parts: list[bytes] = []
        wanted = max(system.fstat(fd).st_size - start, 0) + 1
        while part := system.pread(fd, wanted, start):
            parts.append(part)
            start += len(part)
            if len(part) < wanted:
                break
            wanted = 65536
        return parts[0] if len(parts) == 1 else b"".join(parts)
    finally:
        system.close(fd)


def write_all(system: System, fd: int, data: bytes) -> None:
    """Writes on after short writes."""
    view = memoryview(data)
    while view:
        view = view[system.write(fd, view) :]


def _gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes with small parts joined, so that they cost no call each, and large ones not copied."""
    small: list[bytes] = []
    for part in parts:
        if len(part) < _LARGE:
            small.append(part)
        else:
            yield b"".join(small)
            yield part
            small = []
    yield b"".join(small)


def write_file(system: System, path: str, data: Iterable[bytes], mode: int) -> None:
    """Makes or empties the file and brings its new contents onto the disk; not atomic, for temporary names."""
    fd = system.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    try:
        for part in _gathered(data):
            write_all(system, fd, part)
        system.fsync(fd)
    finally:
        system.close(fd)


def replace_file(system: System, path: str, data: Iterable[bytes], mode: int) -> None:
    """Replaces the whole file at once. To be called under a lock: the temporary name is a fixed one."""
    temporary = f"{path}.new"
    try:
        write_file(system, temporary, data, mode)
    except OSError:
        with suppress(OSError):
            system.unlink(temporary)
        raise
    system.rename(temporary, path)
    system.fsync_folder(os.path.dirname(path))


def truncate_file(system: System, path: str, size: int) -> None:
    """Cuts the file to `size`, durably."""
    fd = system.open(path, os.O_WRONLY)
    try:
        system.ftruncate(fd, size)
        system.fsync(fd)
    finally:
        system.close(fd)


def make_folder(system: System, path: str) -> None:
    """Makes the folder and those above it, durably; no matter where it is there."""
    try:
        system.mkdir(path, FOLDER_MODE)
    except FileExistsError:
        return
    except FileNotFoundError:
        parent = os.path.dirname(path)
        if parent in ("", path):
            raise
        make_folder(system, parent)
        # Once more and not in a loop: some places (/proc, a link to nowhere) go on saying that it is missing.
        system.mkdir(path, FOLDER_MODE)
    system.fsync_folder(os.path.dirname(path))


@contextmanager
def locked(system: System, path: str, of: str, patience: float) -> Iterator[None]:
    """Holds the exclusive lock; BusyError `busy` after `patience` seconds.

    The lock file may be opened by its owner only: who may merely read it could otherwise hold up every writer.
    """
    deadline = system.monotonic() + patience
    fd = _take(system, path, of, patience, deadline)
    try:
        yield
    finally:
        system.close(fd)


def _take(system: System, path: str, of: str, patience: float, deadline: float) -> int:
    while True:
        fd = system.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_MODE)
        try:
            while not system.try_lock(fd):
                if system.monotonic() >= deadline:
                    raise BusyError("busy", id=of, seconds=patience)
                system.sleep(_POLL)
            if _still_there(system, path, fd):
                return fd
        except BaseException:
            system.close(fd)
            raise
        # Somebody took the file away while we waited: a lock on it would keep out nobody.
        system.close(fd)


def _still_there(system: System, path: str, fd: int) -> bool:
    try:
        named = system.stat(path)
    except FileNotFoundError:
        return False
    held = system.fstat(fd)
    return (named.st_dev, named.st_ino) == (held.st_dev, held.st_ino)
