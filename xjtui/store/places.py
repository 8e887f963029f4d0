"""Where in the data folder things lie. No path is built from an unchecked name, or led outside by a link."""

# Paths are plain text in the store: a Path costs more than the system call it is made for.
# ruff: noqa: PTH118

from __future__ import annotations

import os
import re
import stat
from typing import Final

from xjtui.errors import InputError, RefusedError
from xjtui.store.checking import check_unit_id
from xjtui.store.system import System

_PLAIN: Final = re.compile(rb"[a-z0-9_-]")
_LONGEST: Final = 120


class Places:
    """The paths of one data folder."""

    def __init__(self, root: str | os.PathLike[str], system: System) -> None:
        self.root = os.fspath(root)
        self.units = os.path.join(self.root, "units")
        self._system = system

    def unit(self, unit_id: str) -> str | None:
        """The folder of a unit, None where there is none. InputError `unit_id_bad`, RefusedError `path_refused`."""
        path = os.path.join(self.units, check_unit_id(unit_id))
        return path if self._is_folder(self.units, unit_id) and self._is_folder(path, unit_id) else None

    def new_unit(self, unit_id: str) -> tuple[str, str]:
        """Where a unit is to stand, and where it is made ready first, out of sight of `ids`."""
        check_unit_id(unit_id)
        return os.path.join(self.units, unit_id), os.path.join(self.units, f".{unit_id}.new")

    def below(self, folder: str, name: str, of: str) -> str | None:
        """A folder within a unit's, None where there is none. RefusedError `path_refused`."""
        path = os.path.join(folder, name)
        return path if self._is_folder(path, of) else None

    def ids(self) -> tuple[str, ...]:
        """The ids of the units there are."""
        try:
            listed = self._system.list_folder(self.units)
        except FileNotFoundError:
            return ()
        return tuple(sorted(name for name, is_folder in listed if is_folder and _is_unit_id(name)))

    def _is_folder(self, path: str, of: str) -> bool:
        try:
            found = self._system.stat(path)
        except FileNotFoundError:
            return False
        if stat.S_ISLNK(found.st_mode):
            real, root = self._system.real_path(path), self._system.real_path(self.root)
            if not real.startswith(os.path.join(root, "")):
                raise RefusedError("path_refused", id=of)
            return True
        return stat.S_ISDIR(found.st_mode)


def _is_unit_id(name: str) -> bool:
    try:
        check_unit_id(name)
    except InputError:
        return False
    return True


def writer_stem(writer: str) -> str:
    """A file name for a person's name: what is not a-z, 0-9, - or _ is spelled out, so that no two names share one.

    InputError `writer_bad` for an empty or overlong name.
    """
    try:
        raw = writer.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError("writer_bad", writer=writer) from error
    stem = "".join(chr(byte) if _PLAIN.match(bytes((byte,))) else f"%{byte:02x}" for byte in raw)
    if not stem or len(stem) > _LONGEST:
        raise InputError("writer_bad", writer=writer)
    return stem
