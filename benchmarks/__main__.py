"""`make bench`: one table of measured goals; `--json` for programs, names for a subset, `--short` to see it run."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import district
from benchmarks.measure import Row, pair
from benchmarks.terminal import until
from xjtui.clock import Clock
from xjtui.desk import Desk
from xjtui.domain.changes import ChangeSet
from xjtui.domain.records import Record
from xjtui.plans import PlanLibrary
from xjtui.store.files import FilesStore
from xjtui.words import LEXICON

XJTUI = str(Path(sys.executable).with_name("xjtui"))
ENVIRONMENT = {
    # As on a user's machine: compiled modules are kept.
    **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    "TERM": "xterm-256color",
    "XJTUI_TODAY": "2009-04-15",
    "XJTUI_LANG": "zh",
    "LC_ALL": "C.UTF-8",
}


def _process(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)


def _desk(root: Path) -> Desk:
    return Desk(FilesStore(root), PlanLibrary(root / "plans"), "bench", Clock(district.TODAY), LEXICON)


def _save_row(root: Path, records: int, runs: int, goal: float | None) -> Row:
    """One durable edit as a front end makes it (the unit is loaded), against writing the same bytes by hand."""
    store = district.branch(root, f"s{records}", records)
    file = root / "units" / f"s{records}" / "progress.json"
    data = file.read_bytes()
    current: list[Record] = [store.load(f"s{records}").records[0]]
    turns = iter(range(10_000_000))

    def save() -> None:
        changed = replace(current[0], data={**current[0].data, "evidence": f"第 {next(turns)} 次修改"})
        snapshot = store.apply(f"s{records}", ChangeSet((changed,), "record", "bench", changed.entered))
        current[0] = next(one for one in snapshot.records if one.id == changed.id)

    def bare() -> None:
        target = root / "bare"
        fd = os.open(f"{target}.tmp", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(fd, data)
        os.fsync(fd)
        os.close(fd)
        Path(f"{target}.tmp").rename(target)
        folder = os.open(root, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    return Row(f"save.{records}", *pair(save, bare, runs), "write+fsync+rename+fsync", goal)


def _load_row(root: Path, records: int, runs: int) -> Row:
    store = district.branch(root, f"l{records}", records)
    file = root / "units" / f"l{records}" / "progress.json"
    load = partial(store.load, f"l{records}")
    return Row(f"load.{records}", *pair(load, lambda: json.loads(file.read_bytes()), runs), "json.loads", None)


def _open_row(root: Path, runs: int) -> Row:
    district.branch(root, "o5000", 5000)
    district.branch(root, "o0", 0)
    return Row(
        "open.5000",
        *pair(lambda: _desk(root).sheet("o5000"), lambda: _desk(root).sheet("o0"), runs),
        "an empty branch",
        None,
    )


def _overview_row(root: Path, units: int, runs: int) -> Row:
    for number in range(units):
        district.branch(root, f"u{number:05}", 40)
    files = sorted(root.glob("units/*/progress.json"))

    def overview() -> None:
        desk = _desk(root)
        for unit_id in desk.unit_ids():
            desk.sheet(unit_id)

    def parse() -> None:
        for file in files:
            json.loads(file.read_bytes())

    return Row(f"overview.{units}", *pair(overview, parse, runs), "json.loads of all files", None)


def rows(short: bool) -> Iterator[tuple[str, Callable[[Path], Row]]]:
    """Every row by name; each gets an empty directory of its own."""
    runs = 3 if short else 15
    python = _process(sys.executable, "-c", "pass")
    marker = "示例".encode()
    bare = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]

    def status(root: Path) -> Row:
        district.branch(root, "a", 60)
        this = _process(XJTUI, "--data", str(root), "status", "a", "--json")
        return Row("status.json", *pair(this, python, runs), "python -c pass", 6.0)

    def status_terminal(root: Path) -> Row:
        district.branch(root, "a", 60)
        command = [XJTUI, "--data", str(root), "status", "a"]
        return Row(
            "status.terminal", *pair(lambda: until(command, marker, ENVIRONMENT), python, runs), "python -c pass", 9.0
        )

    def paint(root: Path) -> Row:
        district.branch(root, "a", 60)
        command = [XJTUI, "--data", str(root), "guide", "a"]
        ready = b"[ ]"
        this = lambda: until(command, ready, ENVIRONMENT)  # noqa: E731
        return Row(
            "paint.guide", *pair(this, lambda: until(bare, b"row 1", ENVIRONMENT), runs), "a bare Textual app", 1.3
        )

    yield "status.json", status
    yield "status.terminal", status_terminal
    yield "paint.guide", paint
    for records, goal in ((100, None), (1000, 2.0), (5000, None)):
        if not short or records < 5000:
            yield f"save.{records}", partial(_save_row, records=records, runs=runs, goal=goal)
            yield f"load.{records}", partial(_load_row, records=records, runs=runs)
    yield "open.5000", partial(_open_row, runs=runs)
    for units in (60,) if short else (60, 600):
        yield f"overview.{units}", partial(_overview_row, units=units, runs=min(runs, 5))


def main() -> int:
    """Runs the rows asked for and prints them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help="rows to run, by the beginning of their names; all without")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--short", action="store_true", help="few runs, small data: only to see that it runs")
    asked = parser.parse_args()
    done: list[Row] = []
    if not asked.json:
        print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, Python {platform.python_version()}")
        print(f"{'what':18}{'median ms':>11}{'spread':>8}{'yardstick ms':>14}{'ratio':>8}{'goal':>6}  met  yardstick")
    for name, run in rows(asked.short):
        if asked.names and not any(name.startswith(wanted) for wanted in asked.names):
            continue
        with tempfile.TemporaryDirectory() as folder:
            row = run(Path(folder))
        done.append(row)
        if not asked.json:
            _print(row)
    if asked.json:
        print(json.dumps([_as_json(row) for row in done], indent=2))
    return 0


def _print(row: Row) -> None:
    other = f"{row.yardstick.median * 1000:.2f}" if row.yardstick else ""
    ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
    goal = f"{row.goal:g}" if row.goal is not None else ""
    met = {True: "yes", False: "NO", None: ""}[row.met]
    spread = f"{row.this.spread:.0%}"
    figures = f"{row.this.median * 1000:>11.2f}{spread:>8}{other:>14}{ratio:>8}{goal:>6}"
    print(f"{row.name:18}{figures}  {met:4} {row.yardstick_name}", flush=True)


def _as_json(row: Row) -> dict[str, object]:
    return {
        "name": row.name,
        "median_seconds": row.this.median,
        "spread": row.this.spread,
        "yardstick": row.yardstick_name,
        "yardstick_median_seconds": row.yardstick.median if row.yardstick else None,
        "ratio": row.ratio,
        "goal": row.goal,
        "met": row.met,
    }


if __name__ == "__main__":
    sys.exit(main())
