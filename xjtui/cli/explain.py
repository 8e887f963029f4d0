"""`explain`: where the status of one item comes from."""

from __future__ import annotations

import argparse

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.errors import Exit


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("item", metavar="ITEM", help=help("item"))
    parser.add_argument("--json", action="store_true", help=help("json"))


def _run(args: argparse.Namespace, call: Call) -> int:
    from xjtui.cli import screen
    from xjtui.cli.items import item_key
    from xjtui.report.explain import explain_json, explain_text

    sheet = call.sheet(args.unit)
    key = item_key(args.item, sheet, call.words)
    if args.json:
        call.answer_json(explain_json(sheet, key, call.words))
    else:
        call.answer(explain_text(sheet, key, call.words, width=screen.width(), colour=screen.colour()))
    return Exit.DONE


EXPLAIN = Command(_arguments, _run)
