"""Columns of a list: their widths, and headings and cells as one line, by terminal cells. No widget, no wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from screens.widgets.lines import Line, Span, Tone, clean, clip, pad, width

NOTHING = "--"
"""What a cell shows that has nothing to show; two cells everywhere."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of at most `cells`; with a `share` at least so many, and a part of the rest. `right`: flush right."""

    key: str
    cells: int
    share: int = 0
    right: bool = False


def fitted(
    columns: Sequence[Column], heads: Mapping[str, str], rows: Iterable[Mapping[str, Span]]
) -> tuple[Column, ...]:
    """The columns no wider than what stands in them; those with a share keep their least width, and take the rest."""
    needed = {key: cell_len(head) for key, head in heads.items()}
    for told in rows:
        for key, (text, _) in told.items():
            needed[key] = max(needed.get(key, 0), cell_len(text))
    return tuple(c if c.share else replace(c, cells=min(c.cells, needed.get(c.key, 0))) for c in columns)


def widths(columns: Sequence[Column], cells: int) -> tuple[int, ...]:
    """The width of each column, with one blank between them, in `cells` altogether."""
    spare = cells - sum(column.cells for column in columns) - (len(columns) - 1)
    shares = sum(column.share for column in columns)
    if spare <= 0 or not shares:
        return tuple(column.cells for column in columns)
    return tuple(column.cells + spare * column.share // shares for column in columns)


def row_of(columns: Sequence[Column], cells: int, told: Mapping[str, Span]) -> Line:
    """One row; a text that is too long ends in two dots."""
    parts: list[Span] = []
    for column, room in zip(columns, widths(columns, cells), strict=True):
        text, tone = told.get(column.key, ("", ""))
        cell: Line = clip(((clean(text), tone),), room)
        blank: Span = (" " * (room - width(cell)), "")
        parts += [blank, *cell] if column.right else list(pad(cell, room))
        parts.append((" ", ""))
    return merged(parts[:-1])


def merged(parts: Iterable[Span]) -> Line:
    """The same line in as few spans as can be: each span costs some forty bytes of colour on the wire."""
    found: list[Span] = []
    for text, tone in parts:
        # Blanks have no colour of their own: no tone of a list has a background.
        if found and (found[-1][1] == tone or not text.strip()):
            found[-1] = (found[-1][0] + text, found[-1][1])
        elif found and not found[-1][0].strip():
            found[-1] = (found[-1][0] + text, tone)
        else:
            found.append((text, tone))
    return tuple(found)


def heading_of(columns: Sequence[Column], cells: int, heads: Mapping[str, str], tone: Tone = "dim") -> Line:
    """The headings over such rows, set in by the two cells of the cursor."""
    return (("  ", ""), *row_of(columns, cells, {key: (head, tone) for key, head in heads.items()}))
