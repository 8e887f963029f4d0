"""An orderly end when the line drops or the host shuts down: what is half done is kept, the terminal is restored."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.app import XjtuiApp

ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
GRACE = 3.0
"""Seconds the program has to end by itself after a signal; a terminal that is gone must not keep it running."""


def watch(app: XjtuiApp) -> None:
    """From now on these signals end the program the way its own quit does, with the shell's exit code for a signal."""
    loop = asyncio.get_running_loop()
    for number in ENDS:
        loop.add_signal_handler(number, _end, app, number)


def _end(app: XjtuiApp, number: signal.Signals) -> None:
    loop = asyncio.get_running_loop()
    # Drafts first: should the terminal be gone, the rest may fail.
    app.leave_program(128 + number)
    loop.call_later(GRACE, os._exit, 128 + number)
