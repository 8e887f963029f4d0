"""`demo`: the guide on a throw-away copy of the sample district, as of the day the sample lives on."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from xjtui.cli import screen
from xjtui.cli.call import Call, open_desk
from xjtui.cli.command import Command, Helps
from xjtui.cli.guide import facts, fronts, open_guide
from xjtui.clock import Clock
from xjtui.desk import Desk
from xjtui.errors import Exit, InputError, RefusedError
from xjtui.fronts.decide import Mode, decide
from xjtui.sample.place import AS_OF, DEMO_UNIT, DISTRICT, find_sample


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", nargs="?", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--keep", metavar="DIR", help=help("keep"))
    fronts(parser, help)


def _run(args: argparse.Namespace, call: Call) -> int:
    sample = find_sample() / DISTRICT
    clock = call.clock if call.clock.as_of else Clock(AS_OF)
    if args.keep is not None:
        place = Path(args.keep).expanduser()
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise InputError("keep_not_empty", path=args.keep)
        _copy(sample, place)
        code = _show(args, call, place, clock)
        call.talk(call.words.command.demo_kept(args.keep, clock.today().isoformat()))
        return code
    with tempfile.TemporaryDirectory(prefix="xjtui-demo-") as folder:
        place = Path(folder) / "data"
        _copy(sample, place)
        return _show(args, call, place, clock)


def _copy(sample: Path, place: Path) -> None:
    try:
        shutil.copytree(sample, place, dirs_exist_ok=True)
    except OSError as error:
        raise RefusedError("file_unwritable", path=str(place), reason=error.strerror or str(error)) from error


def _show(args: argparse.Namespace, call: Call, place: Path, clock: Clock) -> int:
    desk = open_desk(place, clock)
    unit_id = desk.find(args.unit or DEMO_UNIT)
    terminal = facts(args.front)
    if args.front is None and not (terminal.stdin_tty and terminal.stdout_tty):
        return _print(call, desk, unit_id)
    decision = decide(terminal)
    if decision.mode is Mode.FULL:
        call.talk(call.words.command.demo_copy)
    return open_guide(call, desk, unit_id, decision, call.settings)


def _print(call: Call, desk: Desk, unit_id: str) -> int:
    """Without a terminal: all units at a glance, and one summary."""
    from xjtui.domain.summary import summarise
    from xjtui.report.status import status_text
    from xjtui.report.summary_text import summary_text

    width = screen.width()
    call.answer(status_text([desk.sheet(one) for one in desk.unit_ids()], call.words, width=width))
    call.answer("", summary_text(summarise(desk.sheet(unit_id)), call.words))
    return Exit.DONE


DEMO = Command(_arguments, _run)
