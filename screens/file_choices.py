"""Files to choose from for a path that is being typed: folders and rosters in the folder it names. Opens nothing."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import commonprefix
from pathlib import Path

SUFFIXES = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Choice:
    """One file or folder; `path` is what would stand in the line, with a slash at the end of a folder."""

    path: str
    name: str
    folder: bool


def base_of(typed: str) -> Path:
    """The folder whose files are offered; the current one where none is named."""
    place = Path(typed).expanduser() if typed else Path()
    return place if typed.endswith("/") or not typed else place.parent


def choices(typed: str) -> tuple[Choice, ...]:
    """Files, then folders, whose names begin with what is typed; hidden ones only when their dot is typed."""
    base = base_of(typed)
    start = "" if typed.endswith("/") else Path(typed).name if typed else ""
    head = typed[: len(typed) - len(start)]
    try:
        found = sorted(base.iterdir(), key=lambda one: one.name)
    except OSError:
        return ()
    folders, files = [], []
    for one in found:
        if not one.name.casefold().startswith(start.casefold()) or (one.name.startswith(".") and not start):
            continue
        try:
            folder = one.is_dir()
        except OSError:
            continue
        if folder:
            folders.append(Choice(f"{head}{one.name}/", one.name, True))
        elif one.suffix.lower() in SUFFIXES:
            files.append(Choice(f"{head}{one.name}", one.name, False))
    up = (Choice(_above(head), "..", True),) if not start else ()
    return (*files, *up, *folders)


def _above(folder: str) -> str:
    """The folder above, written as shortly as it goes."""
    steps = folder.rstrip("/").rsplit("/", 1)
    if not folder or steps[-1] in ("..", ".", "~"):
        return f"{folder}../"
    return f"{steps[0]}/" if len(steps) == 2 else "/" if folder.startswith("/") else ""


def completed(typed: str) -> str:
    """What is typed with all that its choices have in common."""
    found = [one.path for one in choices(typed) if one.name != ".."]
    common = commonprefix(found)  # noqa: RUF071 - by character is meant: half a name is completed too
    return common if len(common) > len(typed) else typed


def resolved(typed: str) -> Path:
    """The path as the system takes it."""
    return Path(typed).expanduser()
