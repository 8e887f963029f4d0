"""From a file to rows of cells: tells the kinds of file apart, sets limits, reads delimited text. Knows no rosters."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xjtui.errors import InputError
from xjtui.intake.cells import Cell

MAX_BYTES = 5_000_000
MAX_ROWS = 5_000
MAX_COLUMNS = 100
TEXT_TYPES = frozenset({".csv", ".txt", ".tsv"})
BOOK_TYPES = frozenset({".xlsx", ".xlsm"})
DELIMITERS = (",", "\t", ";")

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SERIAL_ORIGIN = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank, and its line as spreadsheets and editors number it."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or one way to part a text: rows without the blank ones. `epoch` is day 0 of bare day numbers."""

    rows: tuple[Row, ...]
    sheet: str = ""
    encoding: str = ""
    epoch: date = _SERIAL_ORIGIN


def read_tables(path: Path) -> tuple[Table, ...]:
    """The tables a file may hold: the sheets of a workbook in order, or a text parted by each delimiter.

    InputError, with one code for each reason, where the file cannot be read.
    """
    data = _bytes(path)
    suffix = path.suffix.lower()
    if data.startswith(_OLE):
        # Office keeps an encrypted .xlsx inside the container that the old formats use.
        raise InputError("roster_encrypted" if _ENCRYPTED in data else "roster_old_excel", path=str(path))
    if data.startswith(_ZIP) and suffix in BOOK_TYPES | TEXT_TYPES:
        from xjtui.intake.workbook import read_workbook

        return read_workbook(path, data)
    if suffix in BOOK_TYPES:
        raise InputError("roster_damaged", path=str(path))
    if suffix not in TEXT_TYPES:
        raise InputError("roster_wrong_type", path=str(path), suffix=path.suffix)
    text, encoding = decode(data, path)
    if not text.strip("".join(DELIMITERS) + " \r\n"):
        raise InputError("roster_empty", path=str(path))
    return tuple(Table(tuple(kept(_parted(text, sign, path), path)), encoding=encoding) for sign in DELIMITERS)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("roster_is_folder", path=str(path))
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError("roster_too_large", path=str(path), size=size, limit=MAX_BYTES)
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("roster_missing", path=str(path)) from None
    except OSError as error:
        raise InputError("roster_unreadable", path=str(path), reason=error.strerror or "") from error
    if not data.strip():
        raise InputError("roster_empty", path=str(path))
    return data


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The text and its encoding. UTF-8 is tried before GB18030, which would take almost any bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates: tuple[str, ...] = ("utf-16",)
    else:
        candidates = ("utf-8-sig", "gb18030")
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise InputError("roster_encoding", path=str(path))


def _parted(text: str, delimiter: str, path: Path) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(cells))
            # A quoted cell may run over several lines; a row is named by its first.
            line = reader.line_num + 1
    except csv.Error:
        raise InputError("roster_damaged", path=str(path)) from None


def kept(rows: Iterable[Row], path: Path) -> Iterator[Row]:
    """The rows that are not blank. InputError beyond the limit, so that a wrong file does not run for minutes."""
    count = 0
    for row in rows:
        cells = row.cells[:MAX_COLUMNS]
        if all(cell is None or not str(cell).strip() for cell in cells):
            continue
        count += 1
        if count > MAX_ROWS:
            raise InputError("roster_too_many_rows", path=str(path), limit=MAX_ROWS)
        yield Row(row.line, cells)
