"""What the terminal does to us: bytes that are no UTF-8, an input that ends, signals, and a line that is already dead."""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable

from screens.squeeze import Squeezer
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

GRACE = 3.0
"""Seconds for an orderly end; a terminal that is gone may block the last write for ever."""


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
            loop = getattr(self._app, "_loop", None)
            hang_up = getattr(self._app, "hang_up", None)
            if loop is not None and hang_up is not None:
                loop.call_soon_threadsafe(hang_up)


def driver_class() -> type[LinuxDriver] | None:
    """The tolerant driver where it fits the installed Textual, else None for the stock one."""
    from importlib.metadata import version

    return TolerantDriver if version("textual").startswith("8.2.") and os.name == "posix" else None


def catch_signals(hang_up: Callable[[int], None]) -> None:
    """SIGTERM and SIGHUP end the program in order; to be called in the event loop's thread."""
    loop = asyncio.get_running_loop()
    for signum in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(signum, hang_up, 128 + signum)


def force_end(code: int) -> threading.Timer:
    """Ends the process hard after a while; drafts are on disk by then."""
    timer = threading.Timer(GRACE, os._exit, (code,))
    timer.daemon = True
    timer.start()
    return timer
