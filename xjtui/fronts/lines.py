"""Questions and answers line by line: the one reader and the one printer. What is asked is left to callers."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from typing import TextIO


class EndOfInput(Exception):
    """There is nobody left who answers: the end of the input."""


Reader = Callable[[str], str]
"""Shows a prompt and returns one line without its end; EOFError at the end, UnicodeDecodeError for a garbled line."""


class Lines:
    """One reader and one printer for a whole run. `garbled` is said where a line is not in the terminal's encoding."""

    def __init__(self, garbled: str, read: Reader | None = None) -> None:
        self._garbled = garbled
        self._read = read or reader(sys.stdin)

    def say(self, *lines: str) -> None:
        """Prints lines, without what could steer the terminal."""
        for line in lines:
            print(tame(line))

    def ask(self, prompt: str) -> str:
        """One answer; EndOfInput where there is none. A line that ends with `\\` goes on on the next."""
        parts: list[str] = []
        while True:
            try:
                line = self._read(tame(prompt))
            except UnicodeDecodeError:
                self.say(self._garbled)
                continue
            except EOFError:
                raise EndOfInput from None
            if not line.endswith("\\"):
                return "\n".join((*parts, line))
            parts.append(line.removesuffix("\\"))


def tame(text: str) -> str:
    """Without control characters and marks that turn the direction of writing; tabs and line feeds stay."""
    return "".join(c for c in text if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def reader(stdin: TextIO) -> Reader:
    """How to read: with line editing on a terminal; by bytes from a pipe, so that one bad line spoils one line."""
    if stdin.isatty():
        # Imported for its effect: `input` then edits lines, and erases a Chinese character as one.
        import contextlib

        with contextlib.suppress(ImportError):
            import readline  # noqa: F401
        erase_whole_characters(stdin)
        return input
    buffer = getattr(stdin, "buffer", None)

    def from_pipe(prompt: str) -> str:
        print(prompt, end="", flush=True)
        line = buffer.readline().decode(stdin.encoding or "utf-8") if buffer is not None else stdin.readline()
        if not line:
            raise EOFError
        print()
        return str(line).rstrip("\r\n")

    return from_pipe


def erase_whole_characters(stdin: TextIO) -> None:
    """Tells the kernel that input is UTF-8, for systems without readline; where it cannot be told, nothing is lost."""
    if (stdin.encoding or "").lower().replace("-", "") != "utf8" or sys.platform != "linux":
        return
    import termios

    iutf8 = 0o40000
    try:
        state = termios.tcgetattr(stdin)
        state[0] |= iutf8
        termios.tcsetattr(stdin, termios.TCSANOW, state)
    except (termios.error, ValueError):
        return


def command_of(reply: str) -> str:
    """A reply as a command word: full-width letters and signs narrowed, lower case."""
    return unicodedata.normalize("NFKC", reply).strip().casefold()
