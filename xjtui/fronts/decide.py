"""Which front a terminal can carry: a pure decision from facts, made before Textual is imported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_COLUMNS, LEAST_LINES = 60, 16


class Mode(StrEnum):
    """The two fronts."""

    FULL = "full"
    PLAIN = "plain"


class Reason(StrEnum):
    """Why that front."""

    ASKED_FULL = "asked_full"
    ASKED_PLAIN = "asked_plain"
    INPUT_NO_TERMINAL = "input_no_terminal"
    OUTPUT_NO_TERMINAL = "output_no_terminal"
    ERRORS_NO_TERMINAL = "errors_no_terminal"
    DUMB = "dumb"
    ENCODING = "encoding"
    SMALL = "small"
    ABLE = "able"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the terminal. `asked` is the front the user named, None where nobody did; sizes in cells."""

    asked: Mode | None
    stdin_tty: bool
    stdout_tty: bool
    stderr_tty: bool
    term: str
    encoding: str
    columns: int
    lines: int


@dataclass(frozen=True, slots=True)
class Decision:
    """The front, and the reason."""

    mode: Mode
    reason: Reason


def decide(facts: Facts) -> Decision:
    """Plain where the terminal cannot carry the full screen; what the user asked for goes first, where it can be had.

    A full screen without a terminal cannot be had: there is nothing to draw on, and nothing to read keys from.
    Stderr counts as well, because Textual draws on it.
    """
    if facts.asked is Mode.PLAIN:
        return Decision(Mode.PLAIN, Reason.ASKED_PLAIN)
    for tty, reason in (
        (facts.stdin_tty, Reason.INPUT_NO_TERMINAL),
        (facts.stdout_tty, Reason.OUTPUT_NO_TERMINAL),
        (facts.stderr_tty, Reason.ERRORS_NO_TERMINAL),
    ):
        if not tty:
            return Decision(Mode.PLAIN, reason)
    if facts.asked is Mode.FULL:
        return Decision(Mode.FULL, Reason.ASKED_FULL)
    if facts.term.strip().lower() in ("", "dumb", "unknown"):
        return Decision(Mode.PLAIN, Reason.DUMB)
    if facts.encoding.lower().replace("-", "").replace("_", "") != "utf8":
        return Decision(Mode.PLAIN, Reason.ENCODING)
    if facts.columns < LEAST_COLUMNS or facts.lines < LEAST_LINES:
        return Decision(Mode.PLAIN, Reason.SMALL)
    return Decision(Mode.FULL, Reason.ABLE)
