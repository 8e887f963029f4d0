"""`xjtui` and `guide`: which unit, which front; the walk itself is left to `screens` and `fronts`."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace

from xjtui.cli import screen
from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.desk import Desk
from xjtui.errors import InputError
from xjtui.fronts.decide import Decision, Facts, Mode, decide
from xjtui.settings import Settings, save


def arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    """Which unit, and which front."""
    parser.add_argument("unit", nargs="?", metavar="UNIT", help=help("unit_id"))
    fronts(parser, help)


def fronts(parser: argparse.ArgumentParser, help: Helps) -> None:
    """The options that name a front; `demo` has them too."""
    front = parser.add_mutually_exclusive_group()
    front.add_argument("--plain", dest="front", action="store_const", const=Mode.PLAIN, help=help("plain"))
    front.add_argument("--full", dest="front", action="store_const", const=Mode.FULL, help=help("full"))


def facts(asked: Mode | None = None) -> Facts:
    """The terminal as it is. The encoding is stdout's; the size that of the terminal on stdout."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    terminals = (screen.tty(sys.stdin), screen.tty(sys.stdout), screen.tty(sys.stderr))
    return Facts(asked, *terminals, os.environ.get("TERM", ""), encoding, *screen.size())


def _run(args: argparse.Namespace, call: Call) -> int:
    decision = decide(facts(args.front))
    return open_guide(call, call.desk, _unit(args.unit, call), decision, call.settings)


def open_guide(call: Call, desk: Desk, unit_id: str, decision: Decision, settings: Settings) -> int:
    """Leads through a unit's checklist in the decided front; the exit code. Why it is plain is said in one line."""
    if decision.mode is Mode.PLAIN:
        from xjtui.fronts.plain import run_plain

        if reason := call.words.command.plain_because.get(decision.reason):
            call.talk(reason)
        return run_plain(desk, unit_id, call.words)
    # Textual reads this when it is first imported: a committed phrase would arrive as junk keys.
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    from screens.app import run_guide

    return run_guide(desk, unit_id, call.words, settings, on_settings_changed=lambda chosen: _keep(chosen, call))


def _keep(chosen: Settings, call: Call) -> None:
    """Keeps what was chosen on the settings screen. A language asked for in this call alone is not the settings'."""
    language = chosen.language
    if call.asked_language and language == call.settings.language:
        language = call.settings.language
    save(replace(chosen, language=language))


def _unit(name: str | None, call: Call) -> str:
    """The unit that is named, else that of the settings, else the only one, else the one chosen from a list."""
    ids = call.desk.unit_ids()
    if not ids:
        raise InputError("no_units", data=str(call.data))
    if name:
        return call.desk.find(name)
    if call.settings.unit:
        try:
            return call.desk.find(call.settings.unit)
        except InputError as error:
            call.talk(call.sentence(error))
    if len(ids) == 1:
        return ids[0]
    if not sys.stdin.isatty():
        raise InputError("guide_which", units=list(ids))
    return _chosen(ids, call)


def _chosen(ids: tuple[str, ...], call: Call) -> str:
    said = call.words.command
    for number, unit_id in enumerate(ids, 1):
        call.answer(f"{number:>3} {unit_id}  {call.desk.store.load(unit_id).unit.name}")
    while True:
        try:
            reply = input(said.which_unit).strip()
        except EOFError:
            raise InputError("guide_which", units=list(ids)) from None
        if reply.isdecimal() and 1 <= int(reply) <= len(ids):
            return ids[int(reply) - 1]
        try:
            return call.desk.find(reply)
        except InputError as error:
            call.talk(call.sentence(error))


GUIDE = Command(arguments, _run)
