"""From a plan file's bytes to its TOML tables: size, encoding, syntax. What the tables mean is left to the reader."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from xjtui.errors import RefusedError
from xjtui.plans.problems import Code, Problem, printable

LARGEST = 512 * 1024
"""Bytes. More than ten rich plans; beyond that it is some other file."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_NUMERALS = re.compile(r"[0-9][0-9T:.+-]*")


class Parsed(NamedTuple):
    """A file's text and tables, or the one problem that kept it from being parsed."""

    text: str = ""
    document: Mapping[str, Any] = MappingProxyType({})
    problem: Problem | None = None


def read_bytes(path: Path) -> bytes:
    """The bytes of a plan file, of a large one just enough to see that it is too large. RefusedError."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise RefusedError("plan_unreadable", place=str(path), reason=error.strerror or str(error)) from error


def parse(data: bytes, where: str = "") -> Parsed:
    """Parses the bytes of a file; a byte order mark, which some editors put first, is let through."""

    def failed(code: Code, line: int | None = None, **facts: Any) -> Parsed:
        return Parsed(problem=Problem(code, where, "", line, facts))

    if len(data) > LARGEST:
        return failed(Code.FILE_LARGE, limit=LARGEST)
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return failed(Code.FILE_EMPTY)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return failed(Code.FILE_ENCODING, data.count(b"\n", 0, error.start) + 1, guess=_encoding(data))
    try:
        return Parsed(text, tomllib.loads(text))
    except RecursionError:
        return failed(Code.FILE_NESTING)
    except ValueError as error:
        return _syntax(str(error), text, where)


def _encoding(data: bytes) -> str:
    """The encoding it may be in instead, '' where nothing speaks for one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030"


def _syntax(message: str, text: str, where: str) -> Parsed:
    lines = text.splitlines()
    found = _PLACE.search(message)
    if found is None:
        return Parsed(problem=Problem(Code.FILE_SYNTAX, where, facts={"column": None, "detail": printable(message)}))
    detail = message[: found.start()]
    if found[1] is None:
        facts = {"column": None, "detail": detail}
        return Parsed(problem=Problem(Code.FILE_SYNTAX, where, "", max(1, len(lines)), facts))
    line, column = int(found[1]), int(found[2])
    numerals = _NUMERALS.match(lines[line - 1] if line <= len(lines) else "", column - 1)
    if "date" in detail and numerals:
        return Parsed(problem=Problem(Code.DATE_BAD, where, "", line, {"value": numerals.group()}))
    return Parsed(problem=Problem(Code.FILE_SYNTAX, where, "", line, {"column": column, "detail": printable(detail)}))
