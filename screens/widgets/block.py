"""A block of styled lines that scrolls by itself and repaints only the cells that changed. It has no cursor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.lines import TONES, Line, Tone, clip, width, wrap


class Block(Widget, can_focus=False):
    """Lines from `show`, wrapped to the width (`fold=False`: clipped). Arrows and pages scroll while it has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"tone--{tone}" for tone in TONES}

    DEFAULT_CSS = """
    Block {
        height: auto;
        color: $foreground;
        & .tone--dim { color: $text-dim; }
        & .tone--weak { color: $text-weak; }
        & .tone--head { text-style: bold; color: $text-head; }
        & .tone--key { text-style: bold; color: $text-key; }
        & .tone--good { color: $text-good; }
        & .tone--warn { color: $text-warn; }
        & .tone--bad { text-style: bold; color: $text-bad; }
        & .tone--note { color: $text-note; }
        & .tone--cursor { text-style: bold; color: $cursor-fg; background: $cursor-bg; }
    }
    """

    def __init__(
        self,
        lines: Sequence[Line] = (),
        *,
        fold: bool = True,
        indent: int = 0,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Line, ...] = tuple(lines)
        self._fold = fold
        self._indent = indent
        self._laid: list[Line] = []
        self._laid_for: tuple[int, tuple[Line, ...]] | None = None
        self._top = 0
        self._shown: dict[int, tuple[int, Line]] = {}

    # -- content -----------------------------------------------------------------------------------------------------

    def show(self, lines: Sequence[Line], *, keep_place: bool = False) -> None:
        """Other lines instead; only the cells that differ are painted."""
        self._lines = tuple(lines)
        if not keep_place:
            self._top = 0
        if (
            self.styles.height is not None
            and self.styles.height.is_auto
            and self._count(self.size.width) != self.size.height
        ):
            self.refresh(layout=True)
        self.repaint()

    @property
    def text(self) -> str:
        """What it says, for tests and for copying."""
        return "\n".join("".join(text for text, _ in one) for one in self._lines)

    def layout_lines(self, cells: int) -> list[Line]:
        """The lines as they stand at a width."""
        key = (cells, self._lines)
        if self._laid_for != key:
            self._laid = []
            for one in self._lines:
                self._laid.extend(wrap(one, cells, self._indent) if self._fold else [clip(one, cells)])
            self._laid_for = key
        return self._laid

    def _count(self, cells: int) -> int:
        return len(self.layout_lines(cells)) if cells else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at that width."""
        return self._count(width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The widest line."""
        return max((width(one) for one in self._lines), default=0)

    # -- painting ----------------------------------------------------------------------------------------------------

    def line_at(self, y: int) -> Line:
        """The line to be painted in row `y` of the widget."""
        laid = self.layout_lines(self.content_size.width)
        index = y + self._top
        found = laid[index] if 0 <= index < len(laid) else ()
        height = self.content_size.height
        if y == height - 1 and index < len(laid) - 1:
            return _marked(found, self.content_size.width, "v")
        if y == 0 and self._top > 0:
            return _marked(found, self.content_size.width, "^")
        return found

    def tone(self, tone: Tone) -> Style:
        """The terminal style of a tone in the present theme."""
        return self.get_component_rich_style(f"tone--{tone}", partial=True) if tone else Style.null()

    def render_line(self, y: int) -> Strip:
        """Textual's line API."""
        parts = self.line_at(y)
        self._shown[y] = (self.content_size.width, parts)
        base = self.rich_style
        segments = [Segment(piece, base + self.tone(tone)) for text, tone in parts for piece in _pieces(text)]
        return Strip(segments).adjust_cell_length(self.content_size.width, base)

    def repaint(self) -> None:
        """Asks for a new painting of the cells that differ from what is on the screen."""
        regions = []
        cells = self.content_size.width
        for y in range(self.content_size.height):
            shown_width, old = self._shown.get(y, (-1, ()))
            new = self.line_at(y)
            if shown_width != cells:
                regions.append(Region(0, y, cells, 1))
            elif old != new:
                first, last = _difference(old, new)
                regions.append(Region(first, y, min(last, cells) - first, 1))
        regions = [region for region in regions if region.width > 0]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Not beyond the end."""
        self._top = min(self._top, self._last_top())

    # -- scrolling ---------------------------------------------------------------------------------------------------

    def _last_top(self) -> int:
        return max(0, self._count(self.content_size.width) - self.content_size.height)

    def scroll_lines(self, by: int) -> bool:
        """Moves the window over the lines; False where it was at the end already."""
        top = max(0, min(self._top + by, self._last_top()))
        moved, self._top = top != self._top, top
        if moved:
            self.repaint()
        return moved

    def on_key(self, event: events.Key) -> None:
        """Scrolls, while it has the focus."""
        page = max(1, self.content_size.height - 1)
        step = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -(10**6), "end": 10**6}.get(event.key)
        if step is not None:
            event.stop()
            self.scroll_lines(step)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll_lines(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll_lines(-2)


def _pieces(text: str) -> list[str]:
    """Outer blanks by themselves: pictures of the screen (SVG) lose them at the edges of a text."""
    inner = text.strip(" ")
    if not inner or inner == text:
        return [text]
    start = text.index(inner)
    return [piece for piece in (text[:start], inner, text[start + len(inner) :]) if piece]


def _marked(parts: Line, cells: int, mark: str) -> Line:
    """The line with a sign at its right end that there is more."""
    short = clip(parts, cells - 2)
    return (*short, (" " * (cells - width(short) - 1), ""), (mark, "key"))


def _difference(old: Line, new: Line) -> tuple[int, int]:
    """First and one past the last cell that differ between two lines."""
    before, after = _cells(old), _cells(new)
    changed = [n for n, (a, b) in enumerate(zip_longest(before, after, fillvalue=(" ", ""))) if a != b]
    if not changed:
        return 0, 0
    first, last = changed[0], changed[-1] + 1
    # Never half a wide character: its second cell is "" here.
    while first > 0 and any(first < len(row) and row[first][0] == "" for row in (before, after)):
        first -= 1
    while any(last < len(row) and row[last][0] == "" for row in (before, after)):
        last += 1
    return first, last


def _cells(parts: Line) -> list[tuple[str, str]]:
    from rich.cells import get_character_cell_size

    found: list[tuple[str, str]] = []
    for text, tone in parts:
        for char in text:
            size = get_character_cell_size(char)
            if size:
                found.append((char, tone))
                found.extend(("", tone) for _ in range(size - 1))
    return found
