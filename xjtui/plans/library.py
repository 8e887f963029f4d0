"""The plans at hand: the packaged ones and those kept in the data directory; finding, reading, and adding them."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from pathlib import Path
from typing import NamedTuple

from xjtui.domain.plan import Plan
from xjtui.errors import InputError, RefusedError
from xjtui.plans.files import parse, read_bytes
from xjtui.plans.problems import Problem
from xjtui.plans.reader import read_plan

# Not importlib.resources: its import takes longer than reading a plan, and the wheel is always unpacked.
PACKAGED = Path(__file__).with_name("packaged")

HEAD = 8192
"""Bytes in which id and version are looked for before a file is parsed as a whole."""

_TOP = re.compile(r"^[ \t]*(id|version)[ \t]*=[ \t]*[\"']([^\"'\\\n]*)[\"']", re.MULTILINE)
_FIRST_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_PIECES = re.compile(r"\d+|[^\d.]+")


class PlanEntry(NamedTuple):
    """A plan file. `id` and `version` are '' where the file is too broken to tell; `path` is where it lies."""

    id: str
    version: str
    path: Path
    packaged: bool


class PlanLibrary:
    """Plans by id and version; a user's file stands before a packaged one of the same id and version.

    The directory is looked at once, when first asked, and again after `refresh`.
    """

    def __init__(self, data_plans_dir: Path | None) -> None:
        self._dir = data_plans_dir
        self._entries: tuple[PlanEntry, ...] | None = None
        self._plans: dict[tuple[str, str | None, str | None], Plan] = {}

    def ids(self) -> tuple[str, ...]:
        """All known ids, sorted."""
        return tuple(sorted({entry.id for entry in self.list() if entry.id}))

    def list(self) -> tuple[PlanEntry, ...]:
        """All plan files, by id, newest version first; what stands before another of its id and version comes first."""
        if self._entries is None:
            mine = _files(self._dir) if self._dir is not None else ()
            found = [_entry(path, packaged=False) for path in mine]
            found += [_entry(path, packaged=True) for path in _files(PACKAGED)]
            # Sorting is stable: the last sort rules, and each keeps the order within.
            found.sort(key=lambda entry: (entry.packaged, entry.path.name != file_name(entry), entry.path.name))
            found.sort(key=lambda entry: _order(entry.version), reverse=True)
            found.sort(key=lambda entry: entry.id)
            self._entries = tuple(found)
        return self._entries

    def get(self, id: str, version: str | None = None, digest: str | None = None) -> Plan:
        """A plan; without `version` its newest, and where several files bear the same, the one with that `digest`.

        InputError `plan_unknown` (id, known), `plan_version_unknown` (id, version, known), `plan_broken` (place,
        problems); RefusedError `plan_unreadable` (place, reason).
        """
        asked = (id, version, digest)
        if asked not in self._plans:
            entry, data = self._find(id, version, digest)
            self._plans[asked] = _checked(data, str(entry.path))
        return self._plans[asked]

    def source(self, id: str, version: str | None = None) -> bytes:
        """The file of a plan as it is. Errors as in `get`."""
        return self._find(id, version, None)[1]

    def install(self, path: Path, replace: bool = False) -> Plan:
        """Keeps a copy of a plan file, once it is free of errors; the copy is there whole or not at all.

        InputError `plan_broken`; `plan_exists` (id, version, place) where another plan of that id and version is kept
        and not to be replaced, for units may rest on it; `plan_no_data` where there is no data directory. RefusedError
        `plan_unreadable`, `plan_unwritable` (place, reason).
        """
        if self._dir is None:
            raise InputError("plan_no_data")
        data = read_bytes(path)
        plan = _checked(data, str(path))
        self.refresh()
        same = [entry for entry in self.list() if (entry.id, entry.version) == (plan.id, plan.version)]
        if any(_digest(read_bytes(entry.path)) == plan.digest for entry in same[:1]):
            return plan
        if same and not replace:
            raise InputError("plan_exists", id=plan.id, version=plan.version, place=str(same[0].path))
        kept = next((entry.path for entry in same if not entry.packaged), None)
        _write(kept or self._dir / f"{plan.id}@{plan.version}.toml", data)
        self.refresh()
        return plan

    def refresh(self) -> None:
        """Looks at the directory again when next asked."""
        self._entries = None
        self._plans.clear()

    def _find(self, id: str, version: str | None, digest: str | None) -> tuple[PlanEntry, bytes]:
        of_id = [entry for entry in self.list() if entry.id == id]
        if not of_id:
            raise InputError("plan_unknown", id=id, known=self.ids())
        found = [entry for entry in of_id if version in (None, entry.version)]
        if not found:
            known = tuple(dict.fromkeys(entry.version for entry in of_id))
            raise InputError("plan_version_unknown", id=id, version=version, known=known)
        if digest is not None:
            for entry in found:
                if _digest(data := read_bytes(entry.path)) == digest:
                    return entry, data
        return found[0], read_bytes(found[0].path)


def file_name(entry: PlanEntry) -> str:
    """The name `install` gives to a plan's file."""
    return f"{entry.id}@{entry.version}.toml"


def _files(directory: Path) -> tuple[Path, ...]:
    try:
        return tuple(path for path in directory.iterdir() if path.suffix == ".toml" and path.is_file())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise RefusedError("plan_unreadable", place=str(directory), reason=error.strerror or str(error)) from error


def _entry(path: Path, packaged: bool) -> PlanEntry:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return PlanEntry("", "", path, packaged)
    table = _FIRST_TABLE.search(head)
    found = dict(_TOP.findall(head[: table.start()] if table else head))
    # A text of several lines may hold anything, even lines that look like these keys.
    if len(found) < 2 or '"""' in head or "'''" in head:
        found = _parsed_keys(path)
    return PlanEntry(found.get("id", ""), found.get("version", ""), path, packaged)


def _parsed_keys(path: Path) -> dict[str, str]:
    try:
        document = parse(read_bytes(path)).document
    except RefusedError:
        return {}
    return {key: value for key in ("id", "version") if isinstance(value := document.get(key), str)}


def _checked(data: bytes, where: str) -> Plan:
    plan, problems = read_plan(data, where)
    if plan is None:
        raise broken(where, problems)
    return plan


def broken(where: str, problems: tuple[Problem, ...]) -> InputError:
    """The error that a plan file cannot be used."""
    return InputError("plan_broken", place=where, problems=problems)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _order(version: str) -> tuple[tuple[int, int, str], ...]:
    """Numbers in a version compare as numbers: 10 comes after 9."""
    return tuple((1, int(p), "") if p.isdecimal() else (0, 0, p) for p in _PIECES.findall(version))


def _write(path: Path, data: bytes) -> None:
    """Puts a file in place whole: written beside it, forced to the disk, then renamed."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
        _sync_directory(path.parent)
    except OSError as error:
        raise RefusedError("plan_unwritable", place=str(path), reason=error.strerror or str(error)) from error


def _sync_directory(directory: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
