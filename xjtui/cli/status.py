"""`status`: where a unit stands, or many; with `--fail-on` also as an exit code for cron."""

from __future__ import annotations

import argparse

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.domain.sheet import Sheet
from xjtui.domain.states import GRAVE, Status
from xjtui.errors import Exit, InputError

CONDITIONS = ("overdue", "late", "incomplete", "warning")


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("units", nargs="*", metavar="UNIT", help=help("units"))
    parser.add_argument("--json", action="store_true", help=help("json"))
    parser.add_argument("--fail-on", action="append", default=[], choices=CONDITIONS, help=help("fail_on"))


def _run(args: argparse.Namespace, call: Call) -> int:
    ids = [call.unit(name) for name in args.units] or list(call.desk.unit_ids())
    if not ids:
        raise InputError("no_units", data=str(call.data))
    sheets = [call.desk.sheet(unit_id) for unit_id in dict.fromkeys(ids)]
    call.tell_reports()
    if args.json:
        from xjtui.report.status import status_json

        call.answer_json(status_json(sheets, call.words))
    else:
        from xjtui.cli import screen
        from xjtui.report.status import status_text

        call.answer(status_text(sheets, call.words, width=screen.width(), colour=screen.colour()))
    failing = [(sheet, condition) for sheet in sheets for condition in args.fail_on if holds(sheet, condition)]
    for sheet, condition in failing:
        call.talk(call.words.command.fails[condition](sheet.situation.unit.name))
    return Exit.NOT_SO if failing else Exit.DONE


def holds(sheet: Sheet, condition: str) -> bool:
    """Whether a unit is in one of `CONDITIONS`."""
    total = sheet.total
    match condition:
        case "overdue":
            return total.overdue > 0
        case "late":
            return total.late > 0 or total.overdue > 0
        case "incomplete":
            return total.done < total.of
        case _:
            notes = (*sheet.notes, *(note for state in sheet.states for note in state.judgement.notes))
            return any(note.what in GRAVE for note in notes) or any(s.status is Status.OVERDUE for s in sheet.states)


STATUS = Command(_arguments, _run)
