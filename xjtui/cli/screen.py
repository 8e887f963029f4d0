"""What the terminal can do: is there one, its size, whether reports are coloured. What follows is decided elsewhere."""

from __future__ import annotations

import os
import sys


def tty(stream: object) -> bool:
    """Whether a stream is a terminal; a closed one is none."""
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:
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
    return size()[0] if tty(sys.stdout) else None


def colour() -> bool:
    """Whether reports are coloured: only on a terminal that can, and not against NO_COLOR (no-color.org)."""
    return tty(sys.stdout) and os.environ.get("TERM", "") not in ("", "dumb") and not os.environ.get("NO_COLOR")
