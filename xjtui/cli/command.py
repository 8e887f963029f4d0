"""What a command is, and the table of all commands; each has its own module, imported only when asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from xjtui.cli.call import Call

Helps = Callable[[str], str]
"""Help text by key: `status` for the command, `status.json` for its option."""


@dataclass(frozen=True, slots=True)
class Command:
    """How a command's words are read, and what it does; the answer is the exit code."""

    arguments: Callable[[argparse.ArgumentParser, Helps], None]
    run: Callable[[argparse.Namespace, Call], int]


GUIDE = ("guide",)

TABLE: Mapping[tuple[str, ...], str] = {
    GUIDE: "xjtui.cli.guide:GUIDE",
    ("demo",): "xjtui.cli.demo:DEMO",
    ("init",): "xjtui.cli.init:INIT",
    ("unit", "add"): "xjtui.cli.units:ADD",
    ("unit", "list"): "xjtui.cli.units:LIST",
    ("unit", "show"): "xjtui.cli.units:SHOW",
    ("unit", "edit"): "xjtui.cli.units:EDIT",
    ("member", "import"): "xjtui.cli.roster_import:IMPORT",
    ("member", "list"): "xjtui.cli.members:LIST",
    ("member", "add"): "xjtui.cli.members:ADD",
    ("member", "edit"): "xjtui.cli.members:EDIT",
    ("member", "remove"): "xjtui.cli.members:REMOVE",
    ("plan", "list"): "xjtui.cli.plans:LIST",
    ("plan", "show"): "xjtui.cli.plans:SHOW",
    ("plan", "check"): "xjtui.cli.plans:CHECK",
    ("plan", "new"): "xjtui.cli.plans:NEW",
    ("plan", "use"): "xjtui.cli.plans:USE",
    ("plan", "migrate"): "xjtui.cli.migrate:MIGRATE",
    ("record",): "xjtui.cli.record:RECORD",
    ("records",): "xjtui.cli.records:RECORDS",
    ("void",): "xjtui.cli.records:VOID",
    ("status",): "xjtui.cli.status:STATUS",
    ("explain",): "xjtui.cli.explain:EXPLAIN",
    ("summary",): "xjtui.cli.summary:SUMMARY",
    ("history",): "xjtui.cli.history:HISTORY",
    ("undo",): "xjtui.cli.history:UNDO",
    ("doctor",): "xjtui.cli.doctor:DOCTOR",
    ("whoami",): "xjtui.cli.doctor:WHOAMI",
    ("settings", "show"): "xjtui.cli.choices:SHOW",
    ("settings", "set"): "xjtui.cli.choices:SET",
    ("completion",): "xjtui.cli.completion:COMPLETION",
}


def names() -> tuple[str, ...]:
    """The first words of all commands, in the order of the table."""
    return tuple(dict.fromkeys(path[0] for path in TABLE))


def under(name: str) -> tuple[str, ...]:
    """The second words of a command; none where it has none, or is unknown."""
    return tuple(path[1] for path in TABLE if path[0] == name and len(path) == 2)


def load(path: tuple[str, ...]) -> Command:
    """The command of that path. KeyError where there is none."""
    module, _, attribute = TABLE[path].partition(":")
    command = getattr(import_module(module), attribute)
    assert isinstance(command, Command)
    return command
