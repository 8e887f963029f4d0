"""Rows with a cursor, in one column or several: the one list of all screens. What a row means is its screen's business."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message

from screens.keys import digit_of
from screens.widgets.block import Block, _marked
from screens.widgets.lines import Line, Span, pad, plain, spread


@dataclass(frozen=True, slots=True)
class Row:
    """One row: text at the left, `right` at the right end; a heading cannot be stood upon."""

    key: str
    text: Line
    right: Line = ()
    heading: bool = False


class Rows(Block, can_focus=True):
    """A list (`columns=1`) or a grid, filled row by row. The cursor is a `>` before it is a colour.

    `quiet`: the cursor shows only while the keys go here. `numbered`: rows bear their number, and a digit chooses.
    `wrap_ends=False`: at either end the arrows are left to the screen, so that they can go on to the next field.
    """

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: Rows, row: Row) -> None:
            super().__init__()
            self.rows, self.row = rows, row

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    class Chosen(Moved):
        """Enter (or Space, a digit, a click) on a row; `key` tells which."""

        def __init__(self, rows: Rows, row: Row, key: str) -> None:
            super().__init__(rows, row)
            self.key = key

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        columns: int = 1,
        numbered: bool = False,
        wrap_ends: bool = True,
        quiet: bool = False,
        empty: Line = (),
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(fold=False, id=id, classes=classes)
        self.rows: tuple[Row, ...] = tuple(rows)
        self.columns = max(1, columns)
        self.numbered = numbered
        self.wrap_ends = wrap_ends
        self.quiet = quiet
        self.empty = empty
        self.cursor = self._first()

    # -- content -----------------------------------------------------------------------------------------------------

    def fill(self, rows: Sequence[Row], cursor: str | None = None, columns: int | None = None) -> None:
        """Other rows; the cursor goes to `cursor`, else stays on its row by key, else by place."""
        old = self.current.key if self.current else None
        place = self.cursor
        changed_height = self._height_of(len(rows), columns or self.columns) != self._height_of(
            len(self.rows), self.columns
        )
        self.rows = tuple(rows)
        self.columns = columns or self.columns
        keys = [row.key for row in self.rows if not row.heading]
        wanted = cursor if cursor in keys else old
        if wanted in keys:
            self.cursor = next(n for n, row in enumerate(self.rows) if row.key == wanted and not row.heading)
        else:
            self.cursor = self._settle(min(place, len(self.rows) - 1), 1)
        self._into_view()
        if changed_height and self.styles.height is not None and self.styles.height.is_auto:
            self.refresh(layout=True)
        self.repaint()

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return (
            self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) and not self.rows[self.cursor].heading else None
        )

    @property
    def text(self) -> str:
        """What it says, for tests."""
        return "\n".join(f"{plain(row.text)} {plain(row.right)}".rstrip() for row in self.rows)

    def go_to(self, key: str) -> None:
        """Puts the cursor on a row."""
        for index, row in enumerate(self.rows):
            if row.key == key and not row.heading:
                self._move_to(index)

    def _first(self) -> int:
        return next((n for n, row in enumerate(self.rows) if not row.heading), 0)

    def _settle(self, index: int, step: int) -> int:
        """The nearest row that can be stood upon, searching in the direction of `step` first."""
        for direction in (step, -step):
            n = index
            while 0 <= n < len(self.rows):
                if not self.rows[n].heading:
                    return n
                n += 1 if direction > 0 else -1
        return max(0, index)

    # -- painting ----------------------------------------------------------------------------------------------------

    @staticmethod
    def _height_of(count: int, columns: int) -> int:
        return max(1, -(-count // columns))

    def _count(self, cells: int) -> int:
        return self._height_of(len(self.rows), self.columns)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as it may be."""
        return container.width

    def line_at(self, y: int) -> Line:
        """The cells of one row of the grid."""
        cells = self.content_size.width
        if not self.rows:
            return self.empty if y == 0 else ()
        index = (y + self._top) * self.columns
        share = cells // self.columns
        parts: list[Span] = []
        for n in range(index, min(index + self.columns, len(self.rows))):
            parts.extend(self._cell(n, share))
        found = tuple(parts)
        if y == 0 and self._top > 0:
            return _marked(found, cells, "^")
        if y == self.content_size.height - 1 and (y + self._top + 1) * self.columns < len(self.rows):
            return _marked(found, cells, "v")
        return found

    def _cell(self, n: int, cells: int) -> Line:
        row = self.rows[n]
        if row.heading:
            return pad(row.text, cells)
        here = n == self.cursor
        lead = f"{n + 1} " if self.numbered else ""
        body = spread(((lead, "key"), *row.text) if lead else row.text, row.right, cells - 3)
        if not here:
            return (("  ", ""), *body, (" ", ""))
        if not self.has_cursor and self.quiet:
            return (("  ", ""), *body, (" ", ""))
        if not self.has_cursor:
            return ((">", "key"), (" ", ""), *body, (" ", ""))
        return (("> ", "cursor"), *((text, "cursor") for text, _ in body), (" ", ""))

    @property
    def has_cursor(self) -> bool:
        """Whether the arrows are here; elsewhere the cursor is only remembered."""
        return self.has_focus

    def on_focus(self) -> None:
        """The cursor shows where the keys go."""
        self.repaint()

    def on_blur(self) -> None:
        """The cursor shows where the keys went."""
        self.repaint()

    # -- keys --------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Arrows, pages, Enter, Space and digits."""
        # Textual would call the scrolling of Block next.
        event.prevent_default()
        if self.move(event.key):
            event.stop()
            return
        if event.key in ("enter", "space") and self.current is not None:
            event.stop()
            self.post_message(self.Chosen(self, self.current, event.key))
        elif self.numbered and (digit := digit_of(event)) is not None and 0 < digit <= len(self.rows):
            event.stop()
            self._move_to(digit - 1)
            if self.current is not None:
                self.post_message(self.Chosen(self, self.current, str(digit)))

    def move(self, key: str) -> bool:
        """An arrow or page key; False where it moves nothing and is left to others."""
        if not self.rows:
            return False
        last = len(self.rows) - 1
        page = max(1, self.content_size.height - 1) * self.columns
        target = {
            "up": self.cursor - self.columns,
            "down": self.cursor + self.columns,
            "pageup": max(0, self.cursor - page),
            "pagedown": min(last, self.cursor + page),
            "home": 0,
            "end": last,
        }.get(key)
        if self.columns > 1 and key in ("left", "right"):
            target = self.cursor + (1 if key == "right" else -1)
        if target is None:
            return False
        step = 1 if target >= self.cursor else -1
        if target > last and self.cursor // self.columns < last // self.columns:
            target = last
        beyond = not 0 <= target <= last
        settled = self.cursor if beyond else self._settle(target, step)
        if settled == self.cursor and not self.wrap_ends and key in ("up", "down"):
            return False
        if beyond and self.wrap_ends and self.columns == 1:
            settled = self._settle(0 if target > last else last, 1 if target > last else -1)
        self._move_to(settled)
        return True

    def _move_to(self, index: int) -> None:
        if index == self.cursor:
            return
        self.cursor = index
        self._into_view()
        self.repaint()
        if self.current is not None:
            self.post_message(self.Moved(self, self.current))

    def _into_view(self) -> None:
        height = self.content_size.height
        if height <= 0:
            return
        y = self.cursor // self.columns
        above = y - 1 if y and self.rows[(y - 1) * self.columns].heading else y
        if above < self._top:
            self._top = above
        elif y >= self._top + height:
            self._top = y - height + 1
        self._top = max(0, min(self._top, self._last_top()))

    def on_resize(self) -> None:
        """Keeps the cursor in sight."""
        self._into_view()

    def on_click(self, event: events.Click) -> None:
        """A click stands on a row; a click on the cursor chooses it."""
        share = max(1, self.content_size.width // self.columns)
        index = (event.y + self._top) * self.columns + min(event.x // share, self.columns - 1)
        if not 0 <= index < len(self.rows) or self.rows[index].heading:
            return
        if index == self.cursor and self.current is not None:
            self.post_message(self.Chosen(self, self.current, "click"))
        else:
            self._move_to(index)
