"""Turns what the operating system refuses into the program's errors. Who retries, and what is told, is others'."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from xjtui.errors import ReadOnlyError, RefusedError, XjtuiError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_RIGHTS = frozenset({errno.EACCES, errno.EPERM})
_LINKS = frozenset({errno.ELOOP, errno.ENOTDIR})


def refused(error: OSError, of: str, *, writing: bool) -> XjtuiError:
    """The error for a refused call on behalf of `of`, which is a unit's id or a unit's and a writer's."""
    number = error.errno or 0
    if number in _RIGHTS:
        return ReadOnlyError("no_rights", id=of) if writing else RefusedError("no_read_rights", id=of)
    if number == errno.EROFS:
        return ReadOnlyError("disk_read_only", id=of)
    if number in _FULL:
        return RefusedError("disk_full", id=of)
    if number == errno.EIO:
        return RefusedError("disk_error", id=of)
    if number in _LINKS:
        return RefusedError("path_refused", id=of)
    return RefusedError(
        "system_refused", id=of, errno=errno.errorcode.get(number, str(number)), reason=os.strerror(number)
    )


@contextmanager
def told(of: str, *, writing: bool) -> Iterator[None]:
    """Within it an OSError becomes one of the program's errors."""
    try:
        yield
    except OSError as error:
        raise refused(error, of, writing=writing) from error
