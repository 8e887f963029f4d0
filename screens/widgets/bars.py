"""The line at the top (who, when, how far) and the line at the foot (what the keys do)."""

from __future__ import annotations

from collections.abc import Sequence

from screens.widgets.block import Block
from screens.widgets.lines import Line, Span, pad, spread, width


class TopLine(Block):
    """Unit and phase at the left, figures at the right."""

    DEFAULT_CSS = """
    TopLine { dock: top; height: 1; width: 100%; background: $bar-bg; color: $bar-fg; }
    """

    def __init__(self) -> None:
        super().__init__(fold=False)
        self._left: Line = ()
        self._right: Line = ()

    def tell(self, left: Line, right: Line) -> None:
        """What it says; the left part gives way where it is narrow."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.repaint()

    @property
    def text(self) -> str:
        """What it says, for tests."""
        return "".join(text for text, _ in (*self._left, (" ", ""), *self._right))

    def line_at(self, y: int) -> Line:
        """The one line."""
        cells = self.content_size.width
        if y or cells < 4:
            return ()
        right = self._right
        if width(right) > cells - 6:
            right = ()
        return ((" ", ""), *spread(self._left, right, cells - 2), (" ", ""))


class KeyBar(Block):
    """Keys and what they do; what does not fit is left out from the right, it stands in the help."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; width: 100%; background: $bar-bg; color: $bar-fg; }
    """

    def __init__(self) -> None:
        super().__init__(fold=False)
        self._pairs: tuple[tuple[str, str], ...] = ()

    def tell(self, pairs: Sequence[tuple[str, str]]) -> None:
        """(key, label) pairs in order."""
        if tuple(pairs) != self._pairs:
            self._pairs = tuple(pairs)
            self.repaint()

    @property
    def text(self) -> str:
        """What it says, for tests."""
        return "  ".join(f"{key} {label}" for key, label in self._pairs)

    def line_at(self, y: int) -> Line:
        """The one line."""
        cells = self.content_size.width
        if y or not self._pairs:
            return ()
        pairs = list(self._pairs)
        while True:
            for gap in (3, 2, 1):
                parts = self._line(pairs, gap)
                if width(parts) <= cells:
                    return pad(parts, cells)
            if len(pairs) <= 2:
                return pad(parts, cells)
            # Back and help stand last and stay.
            del pairs[-3]

    @staticmethod
    def _line(pairs: Sequence[tuple[str, str]], gap: int) -> Line:
        parts: list[Span] = [(" ", "")]
        for key, label in pairs:
            if len(parts) > 1:
                parts.append((" " * gap, ""))
            parts += [(key, "key"), (" ", ""), (label, "")]
        return tuple(parts)
