"""`records` shows what was entered; `void` takes one back, with the reason. Entering is `record`."""

from __future__ import annotations

import argparse
from dataclasses import replace

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.domain.records import Record
from xjtui.domain.sheet import Sheet
from xjtui.errors import Exit
from xjtui.words import tell


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("item", nargs="?", metavar="ITEM", help=help("item"))
    parser.add_argument("--json", action="store_true", help=help("json"))
    parser.add_argument("--voided", action="store_true", help=help("voided"))


def _run(args: argparse.Namespace, call: Call) -> int:
    from xjtui.cli import screen
    from xjtui.cli.items import item_key
    from xjtui.report.records import records_json, records_text

    sheet = call.sheet(args.unit)
    key = item_key(args.item, sheet, call.words) if args.item is not None else None
    if not args.voided:
        sheet = without_voided(sheet)
    if args.json:
        call.answer_json(records_json(sheet, call.words, key))
    else:
        call.answer(records_text(sheet, call.words, key, width=screen.width(), colour=screen.colour()))
    return Exit.DONE


def without_voided(sheet: Sheet) -> Sheet:
    """The same checklist over records that were not taken back by its day."""
    situation = sheet.situation

    def stands(record: Record) -> bool:
        return record.voided is None or record.voided.at.date() > situation.today

    records = tuple(record for record in situation.records if stands(record))
    oversight = tuple(record for record in situation.oversight if stands(record))
    return Sheet(replace(situation, records=records, oversight=oversight), sheet.states, sheet.notes)


def _void_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("record", metavar="RECORD", help=help("record_id"))
    parser.add_argument("--why", required=True, metavar="TEXT", help=help("why"))


def _void(args: argparse.Namespace, call: Call) -> int:
    unit_id = call.unit(args.unit)
    sheet = call.desk.void(unit_id, args.record, args.why)
    record = sheet.situation.record(args.record)
    assert record is not None
    call.answer(call.words.command.voided(tell.record_line(call.words, record, sheet.situation)))
    return Exit.DONE


RECORDS = Command(_arguments, _run)
VOID = Command(_void_arguments, _void)
