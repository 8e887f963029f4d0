"""`summary`: the self-check summary of a unit, on stdout or into a file."""

from __future__ import annotations

import argparse
import json

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.files import write_text
from xjtui.errors import Exit

FORMATS = ("text", "json")


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=help("format"))
    parser.add_argument("-o", "--output", metavar="FILE", help=help("output"))


def _run(args: argparse.Namespace, call: Call) -> int:
    from xjtui.domain.summary import summarise
    from xjtui.report.summary_json import summary_json
    from xjtui.report.summary_text import summary_text

    found = summarise(call.sheet(args.unit))
    if args.format == "json":
        facts = summary_json(found, call.words)
        if args.output is None:
            call.answer_json(facts)
            return Exit.DONE
        text = json.dumps(facts, ensure_ascii=False, indent=2)
    else:
        text = summary_text(found, call.words)
        if args.output is None:
            call.answer(text)
            return Exit.DONE
    write_text(args.output, text.rstrip("\n") + "\n")
    call.answer(call.words.command.written(args.output))
    return Exit.DONE


SUMMARY = Command(_arguments, _run)
