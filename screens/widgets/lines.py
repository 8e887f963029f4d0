"""Styled lines as data: spans of plain text with a tone, wrapped and clipped by terminal cells. No widget, no markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from rich.cells import cell_len, get_character_cell_size, set_cell_size

Tone = Literal["", "dim", "head", "key", "good", "warn", "bad", "note", "cursor", "weak"]
TONES: tuple[Tone, ...] = ("dim", "head", "key", "good", "warn", "bad", "note", "cursor", "weak")
Span = tuple[str, Tone]
Line = tuple[Span, ...]
"""One line: spans from left to right. Texts are shown as they are; nothing in them is markup."""

NEVER_FIRST = "，。、；：！？）》」』”’〉】…·%,.;:!?)]}"
NEVER_LAST = "（《「『“‘〈【([{"


def line(*spans: Span | str) -> Line:
    """A line from spans; a bare string has no tone."""
    return tuple((clean(span), "") if isinstance(span, str) else (clean(span[0]), span[1]) for span in spans)


def clean(text: str) -> str:
    """Without control characters: they would move the cursor of the terminal."""
    return "".join(
        " " if c in "\t\n\r" else c for c in text if c in "\t\n\r" or (c >= " " and not "\x7f" <= c <= "\x9f")
    )


def width(parts: Line) -> int:
    """Terminal cells of a line."""
    return sum(cell_len(text) for text, _ in parts)


def clip(parts: Line, cells: int, ellipsis: str = "..") -> Line:
    """The line in at most `cells`; a cut one ends in two dots, which every terminal shows in two cells."""
    if width(parts) <= cells:
        return parts
    mark = ellipsis if cells > cell_len(ellipsis) + 2 else ""
    room = cells - cell_len(mark)
    kept: list[Span] = []
    for text, tone in parts:
        size = cell_len(text)
        if size <= room:
            kept.append((text, tone))
            room -= size
            continue
        kept.append((set_cell_size(text, room).rstrip() + mark, tone))
        return tuple(kept)
    return (*kept, (mark, "dim"))


def pad(parts: Line, cells: int) -> Line:
    """The line in exactly `cells`, clipped or filled with blanks."""
    short = clip(parts, cells)
    missing = cells - width(short)
    return (*short, (" " * missing, "")) if missing > 0 else short


def spread(left: Line, right: Line, cells: int) -> Line:
    """Left part and right part at both ends of `cells`; the left one gives way."""
    room = cells - width(right) - (1 if right else 0)
    if room < 4:
        return pad(left, cells)
    head = pad(left, room)
    return (*head, (" ", ""), *right) if right else head


def wrap(parts: Line, cells: int, indent: int = 0) -> list[Line]:
    """The line broken to `cells`: between any two wide characters, else at blanks; later lines are indented."""
    chars = [(c, tone) for text, tone in parts for c in text]
    if not chars:
        return [()]
    lines: list[Line] = []
    start = 0
    while start < len(chars):
        room = max(4, cells - (indent if lines else 0))
        end = _fit(chars, start, room)
        if end < len(chars):
            end = _break(chars, start, end)
        lines.append(_joined(chars[start:end], indent if lines else 0))
        start = end
        while start < len(chars) and chars[start][0] == " ":
            start += 1
    return lines


def _fit(chars: list[Span], start: int, room: int) -> int:
    used = 0
    for index in range(start, len(chars)):
        used += get_character_cell_size(chars[index][0])
        if used > room:
            return max(index, start + 1)
    return len(chars)


def _break(chars: list[Span], start: int, end: int) -> int:
    """The last good place to break at or before `end`; `end` itself where a word is longer than the line."""
    for index in range(end, max(start + 1, end - 24), -1):
        before, after = chars[index - 1][0], chars[index][0]
        if after == " " or before == " ":
            return index
        if after in NEVER_FIRST or before in NEVER_LAST:
            continue
        if get_character_cell_size(before) == 2 or get_character_cell_size(after) == 2:
            return index
    return end


def _joined(chars: list[Span], indent: int) -> Line:
    spans: list[Span] = [(" " * indent, "")] if indent else []
    for char, tone in chars:
        if spans and spans[-1][1] == tone:
            spans[-1] = (spans[-1][0] + char, tone)
        else:
            spans.append((char, tone))
    if spans:
        spans[-1] = (spans[-1][0].rstrip(), spans[-1][1])
    return tuple(spans)


def wrap_all(lines: Iterable[Line], cells: int, indent: int = 0) -> list[Line]:
    """Several lines, each wrapped."""
    return [piece for one in lines for piece in wrap(one, cells, indent)]


def plain(parts: Line) -> str:
    """The text of a line."""
    return "".join(text for text, _ in parts)


def paragraphs(text: str, tone: Tone = "") -> Iterator[Line]:
    """One line for each line of a text that a person wrote."""
    for part in text.splitlines():
        yield ((clean(part), tone),)


def cells_of(text: str) -> int:
    """Terminal cells of a text."""
    return cell_len(text)
