"""Options that stand anywhere (--data, --today, --lang), and which command is named, before any parser is built."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xjtui import settings
from xjtui.clock import Clock
from xjtui.errors import InputError

VALUED = ("--data", "--today", "--lang")
_DAY = re.compile(r"(\d{4})(?:[-./年])(\d{1,2})(?:[-./月])(\d{1,2})日?|(\d{4})(\d{2})(\d{2})")


def add(parser: argparse.ArgumentParser, title: str, texts: Mapping[str, str]) -> None:
    """The options every command has."""
    group = parser.add_argument_group(title)
    group.add_argument("--data", metavar="DIR", help=texts.get("data", ""))
    group.add_argument("--today", metavar="DATE", help=texts.get("today", ""))
    group.add_argument("--lang", metavar="zh|en", help=texts.get("lang", ""))


@dataclass(frozen=True, slots=True)
class Located:
    """The command's path, () for none, and the words without it."""

    path: tuple[str, ...]
    rest: tuple[str, ...]


def locate(argv: Sequence[str], groups: Mapping[str, tuple[str, ...]]) -> Located:
    """Finds the command word, and the second one where the command has several; options before them stay options."""
    path: list[str] = []
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            rest.append(word)
            break
        wanted = not path or (len(path) == 1 and groups.get(path[0]))
        if word.startswith("-") and len(word) > 1:
            rest.append(word)
            if word in VALUED and (value := next(words, None)) is not None:
                rest.append(value)
        elif wanted:
            path.append(word)
        else:
            rest.append(word)
            break
    rest.extend(words)
    return Located(tuple(path), tuple(rest))


def value_of(argv: Sequence[str], option: str) -> str | None:
    """The last value given for an option, None where it is not given; what follows `--` is not an option."""
    found = None
    words = list(argv[: argv.index("--")] if "--" in argv else argv)
    for place, word in enumerate(words):
        if word == option and place + 1 < len(words):
            found = words[place + 1]
        elif word.startswith(option + "="):
            found = word.partition("=")[2]
    return found


def language(argv: Sequence[str], chosen: settings.Settings) -> str:
    """The language asked for in this call, else the settings', else Chinese, whatever the locale."""
    return asked_language(argv) or chosen.language or "zh"


def asked_language(argv: Sequence[str]) -> str:
    """The language asked for in this call, '' for none."""
    return value_of(argv, "--lang") or os.environ.get("XJTUI_LANG", "").strip()


def data_dir(given: str | None, chosen: settings.Settings) -> Path:
    """The data folder: option, variable, settings, the system's place."""
    named = given if given is not None else os.environ.get("XJTUI_DATA", "").strip() or chosen.data
    if given is not None and not given.strip():
        raise InputError("data_empty")
    place = Path(named).expanduser() if named else settings.data_dir()
    if place.exists() and not place.is_dir():
        raise InputError("data_not_a_folder", path=str(place))
    return place


def clock(given: str | None) -> Clock:
    """The clock: moved to the day of the option or variable, where one is given."""
    named = given if given is not None else os.environ.get("XJTUI_TODAY", "").strip()
    if given is None and not named:
        return Clock()
    return Clock(day(named, "--today" if given is not None else "XJTUI_TODAY"))


def day(raw: str, option: str) -> date:
    """A date with its year. InputError for anything else."""
    found = _DAY.fullmatch(raw.strip())
    try:
        if found is None:
            raise ValueError(raw)
        year, month, of_month = (int(part) for part in found.groups() if part is not None)
        return date(year, month, of_month)
    except ValueError:
        raise InputError("day_unreadable", raw=raw, option=option) from None
