"""A program in a pseudo-terminal: how long until a text stands on the screen. What it costs is left to the caller."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence


def until(command: Sequence[str], marker: bytes, environment: Mapping[str, str], limit: float = 20.0) -> float:
    """Seconds from exec until `marker` was written to the terminal (80×24); the program is then ended.

    RuntimeError where it does not come within `limit` seconds.
    """
    begun = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execvpe(command[0], list(command), dict(environment))
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    try:
        while time.perf_counter() - begun < limit:
            ready, _, _ = select.select([fd], [], [], 0.05)
            if not ready:
                continue
            try:
                chunk = os.read(fd, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
            if marker in seen:
                return time.perf_counter() - begun
        raise RuntimeError(f"{marker!r} never came; the last of it: {seen[-300:]!r}")
    finally:
        os.kill(pid, signal.SIGTERM)
        os.close(fd)
        os.waitpid(pid, 0)
