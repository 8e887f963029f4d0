"""`history`: who changed what when; `undo`: takes a change back."""

from __future__ import annotations

import argparse

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.errors import Exit
from xjtui.words import tell


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--since", type=int, default=0, metavar="SEQ", help=help("since"))
    parser.add_argument("--json", action="store_true", help=help("json"))


def _run(args: argparse.Namespace, call: Call) -> int:
    from xjtui.cli import screen
    from xjtui.report.history import history_json, history_text

    unit_id = call.unit(args.unit)
    plan = call.sheet(unit_id).situation.plan
    entries = call.desk.history(unit_id, max(args.since, 0))
    if args.json:
        call.answer_json(history_json(entries, plan, unit_id, call.words))
    else:
        call.answer(history_text(entries, plan, call.words, width=screen.width()))
    return Exit.DONE


def _undo_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--seq", type=int, metavar="SEQ", help=help("seq"))


def _undo(args: argparse.Namespace, call: Call) -> int:
    unit_id = call.unit(args.unit)
    entry = call.desk.undo(unit_id, args.seq)
    plan = call.desk.sheet(unit_id).situation.plan
    call.answer(tell.history_line(call.words, entry, plan).strip())
    return Exit.DONE


HISTORY = Command(_arguments, _run)
UNDO = Command(_undo_arguments, _undo)
