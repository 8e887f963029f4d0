"""Every error that may reach a user, as facts; `xjtui.words` turns the facts into a sentence."""

from __future__ import annotations

from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """Exit codes of the command line, one meaning each."""

    DONE = 0
    NOT_SO = 1
    USAGE = 2
    FORBIDDEN = 3
    CONFLICT = 4
    DAMAGED = 5
    REFUSED = 6


class XjtuiError(Exception):
    """Base of all expected errors: a `code` that `words` knows, and facts to fill the sentence with."""

    exit = Exit.USAGE

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({facts})"


class InputError(XjtuiError):
    """What the user gave cannot be used: a bad option, an unknown unit, a wrong file."""


class NotAllowedError(XjtuiError):
    """The person may not do this."""

    exit = Exit.FORBIDDEN


class ConflictError(XjtuiError):
    """Somebody else changed what this change set rests on; facts: `ids`, `current`."""

    exit = Exit.CONFLICT


class BusyError(XjtuiError):
    """The lock could not be had in time."""

    exit = Exit.CONFLICT


class DamagedError(XjtuiError):
    """A file is not what the program wrote, and could not be brought back."""

    exit = Exit.DAMAGED


class ReadOnlyError(XjtuiError):
    """The data may be read, not written (rights, a read-only disk, or data newer than the program)."""

    exit = Exit.REFUSED


class RefusedError(XjtuiError):
    """The disk or the system refused: full, I/O error, no such place."""

    exit = Exit.REFUSED


class UnknownOutcomeError(XjtuiError):
    """The system failed after the point where the change may have become durable."""

    exit = Exit.REFUSED
