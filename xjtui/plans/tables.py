"""Reads one TOML table key by key, noting every wrong thing on the way; what the keys mean is left to the readers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from xjtui.domain.text import Text
from xjtui.plans.problems import Code, Path, printable

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
ITEM_KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){0,3}")
LONGEST_KEY = 40
MOST = 9999
HUGE = 10**12
"""Numbers beyond this are told as this: Python refuses to print really long ones."""


@dataclass(slots=True)
class Notebook:
    """What all tables of one file share: the languages of the plan, and the problems found so far."""

    languages: tuple[str, ...] = ()
    found: list[tuple[Code, Path, Mapping[str, Any]]] = field(default_factory=list)

    def note(self, code: Code, path: Path, **facts: Any) -> None:
        """Notes a problem."""
        self.found.append((code, path, facts))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, '' where none is."""
    import difflib  # only a faulty file needs it

    return next(iter(difflib.get_close_matches(word, tuple(known), 1, 0.5)), "")


def cells(text: str) -> int:
    """The width of a text on a terminal, in cells."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def type_name(value: object) -> str:
    """What a TOML value is; one word of the format's own vocabulary."""
    match value:
        case bool():
            return "flag"
        case int():
            return "number"
        case float():
            return "fraction"
        case str():
            return "string"
        case datetime():
            return "moment"
        case date():
            return "date"
        case time():
            return "time"
        case list():
            return "list"
        case _:
            return "table"


class Table:
    """One table of the file. Each getter ticks its key off; `done` notes the keys that nobody asked for.

    A getter that meets a wrong value notes it and gives what the reader can go on with: the default, an empty
    text or list. The reader goes on to the end, and the plan is thrown away if anything was noted as an error.
    """

    def __init__(self, data: Mapping[str, Any], path: Path, book: Notebook) -> None:
        self.data = data
        self.path = path
        self.book = book
        self._asked: list[str] = []

    def note(self, code: Code, *steps: str | int, **facts: Any) -> None:
        """Notes a problem at this table or below it."""
        self.book.note(code, (*self.path, *steps), **facts)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.data

    def ask(self, *keys: str) -> None:
        """Ticks keys off that need no reading."""
        self._asked.extend(keys)

    def raw(self, key: str, required: bool = False) -> Any:
        """The value as it is, None where it is missing."""
        self._asked.append(key)
        if key not in self.data and required:
            self.note(Code.KEY_MISSING, key=key)
        return self.data.get(key)

    def wrong(self, key: str | int, expected: str, value: object) -> None:
        """Notes a value of the wrong type."""
        steps = (key,) if key != "" else ()
        self.note(Code.TYPE_WRONG, *steps, key=str(key), expected=expected, found=type_name(value))

    def string(self, key: str, required: bool = False, default: str = "") -> str:
        """A technical string: a key, an id, a choice."""
        value = self.raw(key, required)
        if value is None:
            return default
        if not isinstance(value, str):
            self.wrong(key, "string", value)
            return default
        return value

    def number(self, key: str, default: int, least: int = 1, most: int = MOST) -> int:
        """A whole number within its bounds."""
        value = self.raw(key)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong(key, "number", value)
            return default
        if value < least:
            self.note(Code.NUMBER_LOW, key, key=key, found=max(value, -HUGE), least=least)
            return default
        if value > most:
            self.note(Code.NUMBER_HIGH, key, key=key, found=min(value, HUGE), most=most)
            return default
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """Yes or no."""
        value = self.raw(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.wrong(key, "flag", value)
            return default
        return value

    def strings(self, key: str, required: bool = False) -> tuple[str, ...]:
        """A list of technical strings; one alone may stand without brackets. Repeats are noted."""
        value = self.raw(key, required)
        if value is None:
            return ()
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list):
            self.wrong(key, "strings", value)
            return ()
        if not value and required:
            self.note(Code.LIST_EMPTY, key, key=key)
        found: list[str] = []
        for index, entry in enumerate(value):
            if not isinstance(entry, str):
                self.note(Code.TYPE_WRONG, key, index, key=key, expected="string", found=type_name(entry))
            elif entry in found:
                self.note(Code.DUPLICATE, key, index, value=printable(entry))
            else:
                found.append(entry)
        return tuple(found)

    def tables(self, key: str, required: bool = False) -> tuple[Table, ...]:
        """A list of tables."""
        value = self.raw(key, required)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(key, "tables", value)
            return ()
        if not value and required:
            self.note(Code.LIST_EMPTY, key, key=key)
        found = []
        for index, entry in enumerate(value):
            if isinstance(entry, dict):
                found.append(Table(entry, (*self.path, key, index), self.book))
            else:
                self.note(Code.TYPE_WRONG, key, index, key=key, expected="table", found=type_name(entry))
        return tuple(found)

    def table(self, key: str) -> Table | None:
        """A table inside this one."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.wrong(key, "table", value)
            return None
        return Table(value, (*self.path, key), self.book)

    def text(self, key: str, required: bool = False, lines: bool = False) -> Text | None:
        """A text in all languages of the plan; in a plan of one language a plain string will do."""
        value = self.raw(key, required)
        if value is None:
            return None
        if isinstance(value, str) and len(self.book.languages) == 1:
            value = {self.book.languages[0]: value}
        if not isinstance(value, dict):
            self.wrong(key, "text", value)
            return None
        inner = Table(value, (*self.path, key), self.book)
        text = inner.languages(lines)
        inner.done(language=True)
        return text

    def languages(self, lines: bool = False) -> Text:
        """The text whose languages are keys of this very table, as in options."""
        found = {}
        for language in self.book.languages:
            value = self.raw(language)
            if value is None:
                self.note(Code.TEXT_MISSING, language=language)
            elif not isinstance(value, str):
                self.wrong(language, "string", value)
            elif not value.strip():
                self.note(Code.TEXT_EMPTY, language, language=language)
            elif bad := _control(value, lines):
                self.note(Code.TEXT_CONTROL, language, language=language, character=bad)
            else:
                found[language] = value.strip()
        return Text(found)

    def done(self, language: bool = False) -> None:
        """Notes the keys that mean nothing here; `language`: the keys are languages."""
        for key in self.data:
            if key in self._asked:
                continue
            close = nearest(key, self._asked)
            if language:
                known = self.book.languages
                self.note(Code.LANGUAGE_UNKNOWN, key, language=printable(key), known=known, nearest=close)
            else:
                known = tuple(self._asked)
                self.note(Code.KEY_UNKNOWN, key, key=printable(key), known=known, nearest=close)


def _control(text: str, lines: bool) -> str:
    """The first character that could upset a terminal, as an escape; '' where there is none."""
    if text.isprintable():
        return ""
    for character in text:
        if character == "\n" and lines:
            continue
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return ascii(character)[1:-1]
    return ""
