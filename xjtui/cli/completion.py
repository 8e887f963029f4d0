"""`completion`: the script for a shell, and the answers while one types. Nothing else loads argcomplete."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from xjtui import settings
from xjtui.cli import options
from xjtui.cli.call import Call
from xjtui.cli.command import TABLE, Command, Helps, load, names, under
from xjtui.cli.parser import Parser, common, helps
from xjtui.errors import Exit
from xjtui.words import words_for

SHELLS = ("bash", "zsh", "fish")


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("shell", choices=SHELLS, help=help("shell"))


def _run(args: argparse.Namespace, call: Call) -> int:
    from argcomplete.shell_integration import shellcode

    call.answer(shellcode(["xjtui"], shell=args.shell))
    return Exit.DONE


COMPLETION = Command(_arguments, _run)


def complete() -> None:
    """Answers the shell's question and ends the process. The only place that builds the parsers of all commands."""
    import argcomplete

    argcomplete.autocomplete(tree(), always_complete_options="long", validator=_begins)


def _begins(candidate: str, typed: str) -> bool:
    return candidate.startswith(typed)


def tree() -> Parser:
    """All commands in one parser, with completers on what names a unit, an item, a plan, a record or a person."""
    chosen = settings.load().settings
    words = words_for(chosen.language or "zh")
    texts = words.command.help.texts
    root = Parser(prog="xjtui", add_help=False)
    options.add(root, "", {})
    branches = root.add_subparsers(dest="command")
    for name in names():
        leaf = branches.add_parser(name, help=texts.get(name, ""), add_help=False)
        if not under(name):
            _fill(leaf, (name,), texts)
            common(leaf, words, texts)
            continue
        twigs = leaf.add_subparsers(dest="sub")
        for sub in under(name):
            twig = twigs.add_parser(sub, help=texts.get(f"{name} {sub}", ""), add_help=False)
            _fill(twig, (name, sub), texts)
            common(twig, words, texts)
    _dress(root)
    return root


def _fill(parser: argparse.ArgumentParser, path: tuple[str, ...], texts: object) -> None:
    assert path in TABLE and isinstance(texts, dict)
    load(path).arguments(parser, helps(texts, " ".join(path)))


Completer = Callable[..., Iterable[str]]


def _dress(parser: argparse.ArgumentParser) -> None:
    completers: dict[str, Completer] = {
        "unit": _units,
        "units": _units,
        "group": _units,
        "item": _items,
        "plan": _plans,
        "origin": _plans,
        "to": _plans,
        "member": _members,
        "record": _records,
        "about": _records,
        "edit": _records,
    }
    # argparse has no public way to walk its actions; argcomplete itself reads this attribute.
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in set(action.choices.values()):
                _dress(inner)
        elif action.dest in completers and action.choices is None:
            action.completer = completers[action.dest]  # type: ignore[attr-defined]


def _call(parsed: argparse.Namespace) -> Call:
    chosen = settings.load().settings
    data: Path = options.data_dir(getattr(parsed, "data", None), chosen)
    return Call(words_for(chosen.language or "zh"), chosen, data, options.clock(getattr(parsed, "today", None)))


def _quietly(found: Callable[[Call, argparse.Namespace], Iterable[str]]) -> Completer:
    """A completer that offers nothing rather than fail: the shell has no place for a message."""

    def completer(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
        try:
            return [one for one in found(_call(parsed_args), parsed_args) if one.startswith(prefix)]
        except Exception:
            if os.environ.get("_ARC_DEBUG"):
                raise
            return []

    return completer


def _unit_ids(call: Call, parsed: argparse.Namespace) -> Iterable[str]:
    return call.desk.unit_ids()


def _item_keys(call: Call, parsed: argparse.Namespace) -> Iterable[str]:
    return [state.item.key for state in call.desk.sheet(call.desk.find(parsed.unit)).states]


def _plan_ids(call: Call, parsed: argparse.Namespace) -> Iterable[str]:
    entries = call.library.list()
    return [*call.library.ids(), *(f"{entry.id}@{entry.version}" for entry in entries if entry.id)]


def _member_names(call: Call, parsed: argparse.Namespace) -> Iterable[str]:
    members = call.desk.sheet(call.desk.find(parsed.unit)).situation.members
    return [member.name for member in members if member.removed is None]


def _record_ids(call: Call, parsed: argparse.Namespace) -> Iterable[str]:
    return [record.id for record in call.desk.sheet(call.desk.find(parsed.unit)).situation.known]


_units = _quietly(_unit_ids)
_items = _quietly(_item_keys)
_plans = _quietly(_plan_ids)
_members = _quietly(_member_names)
_records = _quietly(_record_ids)
