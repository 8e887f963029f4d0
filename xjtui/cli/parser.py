"""argparse in the chosen language, its errors as facts. Which options there are, each command says itself."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from typing import Any, NoReturn

from xjtui import __version__
from xjtui.cli import options, screen
from xjtui.cli.command import Command, Helps
from xjtui.errors import InputError
from xjtui.words import Words


class Parser(argparse.ArgumentParser):
    """No abbreviations: an option that is added later must not change what a script means."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"allow_abbrev": False, "formatter_class": Formatter, **given})

    def error(self, message: str) -> NoReturn:
        """Words that cannot be used; where to read which can."""
        raise InputError("usage", message=message, help=f"{self.prog} -h")


class Formatter(argparse.HelpFormatter):
    """Help 100 columns wide at most, with room for long options; Chinese wraps between any two characters."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=min(_columns() - 2, 100))

    def _split_lines(self, text: str, width: int) -> list[str]:
        # Late: only help is wrapped.
        from xjtui.report.table import wrap

        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for part in text.splitlines() for line in self._split_lines(part, width))


def _columns() -> int:
    """Not shutil's way, which every parser would wait 4 ms for: argparse makes a formatter for each option it adds."""
    named = os.environ.get("COLUMNS", "")
    return int(named) if named.isdecimal() and int(named) > 20 else screen.size()[0]


def speak(words: Words) -> None:
    """Lets argparse's own texts be those of the language; it asks for them by their English wording.

    These two names in argparse are what its gettext support hangs on; the test of each language would miss them.
    """

    def one(text: str) -> str:
        return words.command.help.argparse.get(text, text)

    def several(text: str, texts: str, count: int) -> str:
        return one(text if count == 1 else texts)

    vars(argparse).update(_=one, ngettext=several)


def build(path: tuple[str, ...], command: Command, words: Words, with_help: bool) -> Parser:
    """The parser of one command. Help texts are left out where nobody asked for help, for they take time to load."""
    texts: Mapping[str, str] = words.command.help.texts if with_help else {}
    name = " ".join(path)
    parser = Parser(prog=f"xjtui {name}".rstrip(), description=texts.get(name), add_help=False)
    command.arguments(parser, helps(texts, name))
    common(parser, words, texts)
    return parser


def helps(texts: Mapping[str, str], name: str) -> Helps:
    """The help of a command's own options by their names, or of an option that several commands share."""

    def find(key: str) -> str:
        return texts.get(f"{name}.{key}") or texts.get(key, "")

    return find


def common(parser: argparse.ArgumentParser, words: Words, texts: Mapping[str, str]) -> None:
    """What stands on every command: data, day, language, help, version."""
    title = words.command.help.everywhere if texts else ""
    options.add(parser, title, texts)
    parser.add_argument("-h", "--help", action="help", help=texts.get("help", ""))
    version = texts.get("version", "")
    parser.add_argument("--version", action="version", version=f"xjtui {__version__}", help=version)
