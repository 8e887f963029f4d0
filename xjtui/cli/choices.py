"""`settings show|set`: a person's own choices, kept in their settings file."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from xjtui import settings
from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.errors import Exit


def _show_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("--json", action="store_true", help=help("json"))


def _show(args: argparse.Namespace, call: Call) -> int:
    chosen = call.settings
    if args.json:
        call.answer_json({**asdict(chosen), "file": str(settings.settings_file())})
        return Exit.DONE
    rows = {name: getattr(chosen, name) for name in settings.NAMES}
    rows |= {f"keys.{action}": keys for action, keys in chosen.keys.items()}
    call.answer(*(f"{name}={value or call.words.command.not_set}" for name, value in rows.items()))
    call.talk(call.words.command.settings_in(str(settings.settings_file())))
    return Exit.DONE


def _set_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("name", metavar="NAME", help=help("setting"))
    parser.add_argument("value", metavar="VALUE", help=help("value"))


def _set(args: argparse.Namespace, call: Call) -> int:
    value = args.value.strip()
    if args.name == "unit" and value:
        value = call.unit(value)
    place = settings.save(call.settings.with_value(args.name, value))
    call.answer(f"{args.name}={value or call.words.command.not_set}")
    call.talk(call.words.command.settings_in(str(place)))
    return Exit.DONE


SHOW = Command(_show_arguments, _show)
SET = Command(_set_arguments, _set)
