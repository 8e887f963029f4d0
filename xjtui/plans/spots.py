"""Where each value stands in the text of a TOML file; only for text that `tomllib` accepts, it judges nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from xjtui.plans.problems import Path

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t]*")
_BLANKS = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_LITERAL = re.compile(r"[^,\]}#\n]+")
_QUOTED = {
    '"""': re.compile(r'(?:\\.|[^\\])*?"""(?:"{1,2}(?!"))?', re.DOTALL),
    "'''": re.compile(r".*?'''(?:'{1,2}(?!'))?", re.DOTALL),
    '"': re.compile(r'(?:\\.|[^"\\])*"'),
    "'": re.compile(r"[^']*'"),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A value's place in the text: its line from 1, and the characters from `start` up to `end`."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The spots of all keys, tables and list elements by their paths, and the comments as (line, text)."""

    spots: Mapping[Path, Spot]
    comments: tuple[tuple[int, str], ...]


def layout(text: str) -> Layout:
    """Reads the layout; empty where the text goes beyond what is understood here."""
    scan = _Scan(text)
    try:
        scan.run()
    except (IndexError, RecursionError, ValueError):
        return Layout({}, ())
    return Layout(scan.found, tuple(scan.comments))


def line_of(found: Mapping[Path, Spot], path: Path) -> int | None:
    """The line of a value, or of the nearest thing around it: what is missing has no line of its own."""
    while path:
        if path in found:
            return found[path].line
        path = path[:-1]
    return None


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Path, Spot] = {}
        self.lengths: dict[Path, int] = {}
        self.comments: list[tuple[int, str]] = []
        self._counted_to, self._line = 0, 1

    def run(self) -> None:
        table: Path = ()
        while True:
            self._blanks()
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(self.at)
        self.at = match.end()
        return match.group()

    def _blanks(self) -> None:
        start = self.at
        if "#" in self._skip(_BLANKS):
            line = self._line_at(start)
            for number, text in enumerate(self.text[start : self.at].split("\n"), line):
                if "#" in text:
                    self.comments.append((number, text[text.index("#") :].rstrip("\r")))

    def _line_at(self, offset: int) -> int:
        self._line += self.text.count("\n", self._counted_to, offset)
        self._counted_to = offset
        return self._line

    def _mark(self, path: Path, start: int) -> None:
        self.found.setdefault(path, Spot(self._line_at(start), start, self.at))

    def _header(self) -> Path:
        start = self.at
        many = self.text.startswith("[[", start)
        self.at += 2 if many else 1
        *prefix, last = self._key()
        self.at += 2 if many else 1
        path = (*self._within((), tuple(prefix)), last)
        if many:
            self.lengths[path] = self.lengths.get(path, 0) + 1
            self._mark(path, start)
            path = (*path, self.lengths[path] - 1)
        elif path in self.lengths:
            path = (*path, self.lengths[path] - 1)
        self._mark(path, start)
        return path

    def _within(self, path: Path, keys: tuple[str, ...]) -> Path:
        for key in keys:
            path = (*path, key)
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
        return path

    def _key(self) -> tuple[str, ...]:
        keys = []
        while True:
            self._skip(_BLANK)
            opening = self.text[self.at]
            if opening in "\"'":
                start = self.at
                self.at += 1
                self._skip(_QUOTED[opening])
                keys.append(str(tomllib.loads("k=" + self.text[start : self.at])["k"]))
            else:
                keys.append(self._skip(_BARE))
            self._skip(_BLANK)
            if self.text[self.at] != ".":
                return tuple(keys)
            self.at += 1

    def _pair(self, table: Path) -> None:
        start = self.at
        keys = self._key()
        self.at += 1
        self._skip(_BLANK)
        for depth in range(1, len(keys)):
            self._mark((*table, *keys[:depth]), start)
        self._value((*table, *keys))

    def _value(self, path: Path) -> None:
        start = self.at
        opening = self.text[start]
        # Marked before its inside is read, so that lines are counted forwards only; the end is set afterwards.
        self._mark(path, start)
        if opening == "[":
            self.at += 1
            self._elements(path)
        elif opening == "{":
            self.at += 1
            self._members(path)
        elif opening in "\"'":
            quote = opening * 3 if self.text.startswith(opening * 3, start) else opening
            self.at += len(quote)
            self._skip(_QUOTED[quote])
        else:
            self.at = start + len(self._skip(_LITERAL).rstrip())
        self.found[path] = Spot(self.found[path].line, start, self.at)

    def _elements(self, path: Path) -> None:
        index = 0
        while True:
            self._blanks()
            if self.text[self.at] == "]":
                break
            self._value((*path, index))
            index += 1
            self._blanks()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1

    def _members(self, path: Path) -> None:
        while True:
            self._skip(_BLANK)
            if self.text[self.at] == "}":
                break
            self._pair(path)
            self._skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
