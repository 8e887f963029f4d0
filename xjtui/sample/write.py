"""Writes the sample to disk: the district through the store, roster files and a README. Stories are elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xjtui.errors import InputError
from xjtui.plans.library import PlanLibrary
from xjtui.sample.imports import README, write_imports
from xjtui.sample.place import DISTRICT, IMPORTS
from xjtui.sample.stories import tell
from xjtui.store.files import FilesStore
from xjtui.store.system import System

PLAN = "xihu-2009-study"


class Unhurried(System):
    """Leaves it to the system when bytes reach the disk: what is written here can be written again."""

    def fsync(self, fd: int) -> None:
        pass

    def fdatasync(self, fd: int) -> None:
        pass

    def fsync_folder(self, path: str) -> None:
        pass


def write_sample(target: Path) -> None:
    """The sample district as a data directory. InputError where the directory has units already."""
    with new_data(target) as store:
        tell(store, PlanLibrary(None).get(PLAN))


@contextmanager
def new_data(target: Path) -> Iterator[FilesStore]:
    """A store in an empty data directory; its lock files, which hold nothing, are cleared away at the end."""
    if (target / "units").exists():
        raise InputError("sample_target_taken", place=str(target))
    target.mkdir(parents=True, exist_ok=True)
    yield FilesStore(target, system=Unhurried())
    for lock in (target / "units").rglob("*.lock"):
        lock.unlink()


def write_all(target: Path) -> None:
    """Everything that lies in `sample_data`, in place of what lay there."""
    fresh = target / ".fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    write_sample(fresh / DISTRICT)
    write_imports(fresh / IMPORTS)
    for name in (DISTRICT, IMPORTS):
        shutil.rmtree(target / name, ignore_errors=True)
        (fresh / name).rename(target / name)
    fresh.rmdir()
    (target / "README.md").write_text(README, encoding="utf-8")
    # The files are sealed by digests: git must not turn their line ends.
    (target / ".gitattributes").write_text("* -text\n", encoding="ascii")
