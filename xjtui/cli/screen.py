"""What the terminal can do: facts for the choice of a front, and the width and colour of reports."""

from __future__ import annotations

import os
import sys

from xjtui.fronts.decide import Facts, Mode


def facts(asked: Mode | None = None) -> Facts:
    """The terminal as it is. The encoding is stdout's; the size that of the terminal on stdout."""
    columns, lines = size()
    return Facts(
        asked,
        _tty(sys.stdin),
        _tty(sys.stdout),
        _tty(sys.stderr),
        os.environ.get("TERM", ""),
        getattr(sys.stdout, "encoding", None) or "",
        columns,
        lines,
    )


def _tty(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:
        # A closed stream is no terminal.
        return False


def size() -> tuple[int, int]:
    """Columns and lines; those of 80×24 where nobody can tell."""
    try:
        found = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return 80, 24
    return found.columns or 80, found.lines or 24


def width() -> int | None:
    """The width reports are fitted to; None into a pipe or file, where nothing is cut."""
    return size()[0] if _tty(sys.stdout) else None


def colour() -> bool:
    """Whether reports are coloured: only on a terminal that can, and not against NO_COLOR (no-color.org)."""
    return _tty(sys.stdout) and os.environ.get("TERM", "") not in ("", "dumb") and not os.environ.get("NO_COLOR")
