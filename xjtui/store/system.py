"""Every call the store makes to the operating system, one method each; what depends on the platform stands here.

Tests put a `System` in its place that fails, stalls or dies at a chosen call. What the calls are for is left to others.
"""

# Paths are plain text in the store: a Path costs more than the system call it is made for.
# ruff: noqa: PTH102, PTH104, PTH108

from __future__ import annotations

import errno
import fcntl
import os
import sys
import time
from typing import Final

_FULL_FSYNC: Final = getattr(fcntl, "F_FULLFSYNC", None) if sys.platform == "darwin" else None


class System:
    """The operating system, as far as the store needs it. All methods raise OSError."""

    def open(self, path: str, flags: int, mode: int = 0o600) -> int:
        """Opens without ever following a link in the last place; ELOOP where there is one."""
        return os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC, mode)

    def close(self, fd: int) -> None:
        os.close(fd)

    def pread(self, fd: int, size: int, offset: int) -> bytes:
        return os.pread(fd, size, offset)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        return os.write(fd, data)

    def ftruncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)

    def fsync(self, fd: int) -> None:
        """Contents and size onto the disk; on macOS past the drive's own cache too."""
        if _FULL_FSYNC is not None:
            fcntl.fcntl(fd, _FULL_FSYNC)
        else:
            os.fsync(fd)

    def fdatasync(self, fd: int) -> None:
        """Like `fsync`, without the times where the platform can leave them out."""
        if sys.platform == "darwin":
            self.fsync(fd)
        else:
            os.fdatasync(fd)

    def fsync_folder(self, path: str) -> None:
        """The folder's entries onto the disk; file systems that know no such thing are let pass."""
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
        finally:
            os.close(fd)

    def rename(self, old: str, new: str) -> None:
        os.rename(old, new)

    def unlink(self, path: str) -> None:
        os.unlink(path)

    def mkdir(self, path: str, mode: int) -> None:
        os.mkdir(path, mode)

    def stat(self, path: str) -> os.stat_result:
        """Of the thing itself, not of what a link points to."""
        return os.lstat(path)

    def fstat(self, fd: int) -> os.stat_result:
        return os.fstat(fd)

    def list_folder(self, path: str) -> list[tuple[str, bool]]:
        """(name, is a folder), links followed."""
        with os.scandir(path) as entries:
            return [(entry.name, entry.is_dir()) for entry in entries]

    def writable(self, path: str) -> bool:
        """Whether this process may write there, as far as rights and mount tell."""
        return os.access(path, os.W_OK)

    def real_path(self, path: str) -> str:
        return os.path.realpath(path)

    def try_lock(self, fd: int) -> bool:
        """Takes the exclusive lock, or says False where another holds it."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def monotonic(self) -> float:
        """Seconds, for waiting only."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
