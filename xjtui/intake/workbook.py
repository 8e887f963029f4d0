"""Reads the sheets of an .xlsx file into tables: the one importer of openpyxl here, itself imported only for such."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from xjtui.errors import InputError
from xjtui.intake.cells import Cell
from xjtui.intake.tables import MAX_COLUMNS, Row, Table, kept

MAX_UNPACKED = 60_000_000
"""Bytes the archive may unfold to; a roster within `tables.MAX_BYTES` stays far below."""
MAX_GAP = 1_000
"""Blank rows in a row after which a sheet is taken to be over: some files format a million empty ones."""


def read_workbook(path: Path, data: bytes) -> tuple[Table, ...]:
    """The visible sheets, in order. InputError for an archive that is no workbook, or a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            unpacked = sum(info.file_size for info in archive.infolist())
            if unpacked > MAX_UNPACKED:
                raise InputError("roster_too_large", path=str(path), size=unpacked, limit=MAX_UNPACKED)
    except (zipfile.BadZipFile, ValueError):
        raise InputError("roster_damaged", path=str(path)) from None
    if not any(name.startswith("xl/workbook") for name in names):
        raise InputError("roster_wrong_type", path=str(path), suffix=path.suffix)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        origin = date(1904, 1, 1) if book.epoch == CALENDAR_MAC_1904 else date(1899, 12, 30)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return tuple(Table(tuple(kept(_rows(sheet), path)), sheet.title, epoch=origin) for sheet in sheets)
    except InputError:
        raise
    except Exception as error:
        # openpyxl lets through whatever its parsers raise: KeyError, ParseError, BadZipFile, zlib.error, …
        raise InputError("roster_damaged", path=str(path)) from error


def _rows(sheet: Any) -> Iterator[Row]:
    # Some programs write a wrong dimension, which would cut the sheet to its first cell.
    sheet.reset_dimensions()
    blank = 0
    for line, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), start=1):
        cells = tuple(_cell(value) for value in values)
        blank = blank + 1 if all(cell is None for cell in cells) else 0
        if blank > MAX_GAP:
            return
        yield Row(line, cells)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, (str, bool, int, float, datetime, date)):
        return value
    return str(value)
