"""What comes in from the terminal and goes out to it: bytes that are no UTF-8, an input that ends, few bytes out."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from screens.squeeze import Squeezer


class TolerantDriver(LinuxDriver):
    """Textual's own driver stops at the first byte that is no UTF-8, and spins when the input has ended.

    Its output goes through the squeezer, for slow lines. Written against Textual 8.2; `driver_class` uses it there only.
    """

    _squeeze: Squeezer | None = None

    def write(self, data: str) -> None:
        """Paints, in fewer bytes."""
        if self._squeeze is None:
            self._squeeze = Squeezer()
        super().write(self._squeeze(data))

    def run_input_thread(self) -> None:
        """Reads keys until the end; undecodable bytes are dropped."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("ignore").decode
        selector = selectors.SelectSelector()
        selector.register(self.fileno, selectors.EVENT_READ)
        try:
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    try:
                        data = os.read(self.fileno, 4096)
                    except OSError:
                        data = b""
                    if not data:
                        self._ended()
                        return
                    # An empty string would tell the parser that the input has ended.
                    text = decode(data)
                    for event in parser.feed(text) if text else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        finally:
            selector.close()
            try:
                for _ in parser.feed(""):
                    pass
            except (EOFError, ParseError):
                pass

    def _ended(self) -> None:
        """Nothing will ever be typed again: end as if the line had been hung up."""
        if not self.exit_event.is_set():
            os.kill(os.getpid(), signal.SIGHUP)


def driver_class() -> type[LinuxDriver] | None:
    """The tolerant driver where it fits the installed Textual, else None for the stock one."""
    from importlib.metadata import version

    return TolerantDriver if version("textual").startswith("8.2.") and os.name == "posix" else None
