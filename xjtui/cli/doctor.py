"""`doctor`: the facts a helper asks for first; `whoami`: in whose name one works. Neither changes anything."""

from __future__ import annotations

import argparse
import locale
import os
import platform
import sys
from typing import Any

from xjtui import __version__, settings
from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.guide import facts
from xjtui.cli.identity import name
from xjtui.errors import Exit, XjtuiError
from xjtui.fronts.decide import decide


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("--json", action="store_true", help=help("json"))


def _run(args: argparse.Namespace, call: Call) -> int:
    found = _facts(call)
    if args.json:
        call.answer_json(found)
    else:
        labels = call.words.command.doctor
        for key, value in found.items():
            call.answer(f"{labels[key]}{call.words.phrases.colon}{_text(value, call)}")
    return Exit.DAMAGED if found["damaged"] else Exit.DONE


def _text(value: Any, call: Call) -> str:
    if isinstance(value, bool):
        return call.words.terms.yes if value else call.words.terms.no
    if isinstance(value, list):
        return call.words.phrases.joiner.join(str(one) for one in value) or call.words.phrases.none
    return str(value) if value not in (None, "") else call.words.phrases.none


def _facts(call: Call) -> dict[str, Any]:
    terminal = facts()
    decision = decide(terminal)
    units, damaged = _units(call)
    because = call.words.command.plain_because.get(decision.reason, "")
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "data": str(call.data),
        "data_there": call.data.is_dir(),
        "data_writable": _writable(call),
        "settings": str(settings.settings_file()),
        "log": str(settings.log_file()),
        "today": call.clock.today().isoformat(),
        "language": call.words.language,
        "plans": _plans(call),
        "units": units,
        "damaged": damaged,
        "terminal": terminal.term,
        "encoding": terminal.encoding,
        "locale": locale.setlocale(locale.LC_CTYPE),
        "columns": terminal.columns,
        "lines": terminal.lines,
        "stdin_terminal": terminal.stdin_tty,
        "stdout_terminal": terminal.stdout_tty,
        "stderr_terminal": terminal.stderr_tty,
        "front": decision.mode.value,
        "front_why": because or decision.reason.value,
    }


def _writable(call: Call) -> bool:
    place = call.data
    while not place.exists() and place != place.parent:
        place = place.parent
    return os.access(place, os.W_OK)


def _plans(call: Call) -> list[str]:
    try:
        return [f"{entry.id or entry.path}@{entry.version}" for entry in call.library.list()]
    except XjtuiError as error:
        return [call.sentence(error)]


def _units(call: Call) -> tuple[int, list[str]]:
    """How many units there are, and what is wrong with each that cannot be opened."""
    damaged = []
    try:
        ids = call.desk.unit_ids()
    except XjtuiError as error:
        return 0, [call.sentence(error)]
    for unit_id in ids:
        try:
            call.desk.sheet(unit_id)
        except XjtuiError as error:
            damaged.append(f"{unit_id}: {call.sentence(error)}")
    call.tell_reports()
    return len(ids), damaged


def _who_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("--json", action="store_true", help=help("json"))


def _who(args: argparse.Namespace, call: Call) -> int:
    who = name()
    if args.json:
        uid = os.getuid() if sys.platform != "win32" else None
        call.answer_json({"name": who, "uid": uid, "role": "owner", "data": str(call.data)})
    else:
        call.answer(who)
        call.talk(call.words.command.owner(str(call.data)))
    return Exit.DONE


DOCTOR = Command(_arguments, _run)
WHOAMI = Command(_who_arguments, _who)
