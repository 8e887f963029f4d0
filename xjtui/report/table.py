"""Text in cells of a terminal: widths, cutting, padding, aligned columns, wrapping, colour; no wording."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum

from xjtui.domain.states import Status

ELLIPSIS = ".."
"""Not the sign …: on terminals set to wide it takes two cells and shifts the columns."""


class Style(StrEnum):
    """The few styles a report has; a mark and a word always say the same."""

    BOLD = "1"
    DIM = "2"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"


STATUS_STYLE = {
    Status.NOT_STARTED: None,
    Status.IN_PROGRESS: Style.YELLOW,
    Status.MET: Style.GREEN,
    Status.MET_LATE: Style.GREEN,
    Status.OVERDUE: Style.RED,
    Status.NOT_APPLICABLE: Style.DIM,
}


def safe(text: str) -> str:
    """Without control characters, so that no record can steer the terminal; line feeds become blanks."""
    return "".join(" " if c in "\n\t\r" else c for c in text if c in "\n\t\r" or not _steers(c))


def _steers(char: str) -> bool:
    # Cf holds the characters that turn the direction of writing around. Private and unassigned ones stay: rare
    # characters of names are written with them.
    return unicodedata.category(char) in ("Cc", "Cf", "Cs")


def cells(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii():
        return len(text)
    known = 0
    for char in text:
        if char < "\x7f" or char in _NARROW:
            known += 1
        elif "\u4e00" <= char <= "\u9fff" or "\u3001" <= char <= "\u3029" or "\uff01" <= char <= "\uff5e":
            known += 2
        else:
            # Rich knows every character, but takes 10 ms to import: only rare ones are worth that.
            from rich.cells import cell_len

            return cell_len(text)
    return known


_NARROW = frozenset("·“”‘’—…×÷±°")


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where something was left out."""
    if cells(text) <= width:
        return text
    kept, used = [], 0
    for char in text:
        size = cells(char)
        if used + size > width - len(ELLIPSIS):
            break
        kept.append(char)
        used += size
    return "".join(kept) + ELLIPSIS[: max(0, width)]


def pad(text: str, width: int, right: bool = False) -> str:
    """The text in exactly `width` cells, cut or filled with blanks; `right`: flush right."""
    short = cut(text, width)
    fill = " " * (width - cells(short))
    return fill + short if right else short + fill


def columns(rows: Sequence[Sequence[str]], gap: int = 2, most: Sequence[int | None] = ()) -> list[str]:
    """Rows as aligned lines; `most` limits the width of each column. Blanks at the end of a line are left out."""
    if not rows:
        return []
    widths = []
    for n in range(max(len(row) for row in rows)):
        widest = max(cells(row[n]) for row in rows if n < len(row))
        limit = most[n] if n < len(most) else None
        widths.append(widest if limit is None else min(widest, limit))
    joint = " " * gap
    return [joint.join(pad(cell, widths[n]) for n, cell in enumerate(row)).rstrip() for row in rows]


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most `width` cells, broken at blanks in Latin text and anywhere in Chinese.

    Later lines begin with `indent`; no line begins with a closing sign of punctuation.
    """
    lines: list[str] = []
    line: list[str] = []

    def full(word: str) -> bool:
        return bool("".join(line).strip()) and cells("".join(line)) + cells(word.rstrip()) > width

    for word in (piece for found in _words(text) for piece in _pieces(found, width - cells(indent))):
        if word.strip() and full(word):
            # A closing sign takes the word before it along, and that one's closing signs.
            carried = [word]
            while carried[0][0] in _NOT_FIRST and len(line) > 2:
                carried.insert(0, line.pop())
            lines.append("".join(line).rstrip())
            line = [indent, *carried]
        else:
            line.append(word)
    if "".join(line).strip() or not lines:
        lines.append("".join(line).rstrip())
    return lines


_NOT_FIRST = "，。；：、！？）》」』”’…,.;:!?)"


def _words(text: str) -> Iterable[str]:
    word = ""
    for char in text:
        if char == " ":
            yield word + char
            word = ""
        elif cells(char) == 2:
            if word:
                yield word
            yield char
            word = ""
        else:
            word += char
    if word:
        yield word


def _pieces(word: str, width: int) -> Iterable[str]:
    if width < 2 or cells(word.rstrip()) <= width:
        yield word
        return
    for start in range(0, len(word), width):
        yield word[start : start + width]


def paint(text: str, style: Style | None, colour: bool) -> str:
    """The text in a style, plain where there is none or no colour is wanted."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and style is not None and text else text
