"""A real terminal: tmux on a socket of its own, 80×24, with the program in it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

XJTUI = str(Path(sys.executable).with_name("xjtui"))


class Tmux:
    """One tmux server with one window."""

    def __init__(self, folder: Path, columns: int = 80, rows: int = 24) -> None:
        self.folder = folder
        self.socket = str(folder / "tmux.sock")
        self.size = (columns, rows)

    def call(self, *words: str) -> str:
        """A tmux command; what it printed."""
        done = subprocess.run(["tmux", "-S", self.socket, *words], capture_output=True, text=True, check=True)
        return done.stdout

    def start(self, *command: str, **environment: str) -> None:
        """Runs a command in a new window; its exit code is written to `code`."""
        given = {
            "LC_ALL": "C.UTF-8",
            "XDG_CONFIG_HOME": str(self.folder),
            "XDG_STATE_HOME": str(self.folder),
            **environment,
        }
        assignments = " ".join(f"{key}={shlex.quote(value)}" for key, value in given.items())
        code = self.folder / "code"
        code.unlink(missing_ok=True)
        line = f"env {assignments} {shlex.join(command)}; echo $? > {shlex.quote(str(code))}; sleep 30"
        columns, rows = self.size
        subprocess.run(
            [
                "tmux",
                "-S",
                self.socket,
                "-f",
                os.devnull,
                "new-session",
                "-d",
                "-s",
                "x",
                "-x",
                str(columns),
                "-y",
                str(rows),
                "sh",
                "-c",
                line,
            ],
            check=True,
            env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        )

    def screen(self) -> str:
        """What stands on the screen."""
        return self.call("capture-pane", "-p", "-t", "x")

    def wait(self, found: str | Callable[[str], bool], seconds: float = 15.0) -> str:
        """The screen, once it holds what is waited for."""
        end = time.monotonic() + seconds
        seen = ""
        while time.monotonic() < end:
            seen = self.screen()
            if found(seen) if callable(found) else found in seen:
                return seen
            time.sleep(0.05)
        raise AssertionError(f"{found!r} never came; the screen:\n{seen}")

    def keys(self, *keys: str) -> None:
        """Presses keys, by tmux's names."""
        for key in keys:
            self.call("send-keys", "-t", "x", key)
            time.sleep(0.08)

    def type(self, text: str) -> None:
        """Types a text as it is."""
        self.call("send-keys", "-t", "x", "-l", text)
        time.sleep(0.1)

    def code(self, seconds: float = 10.0) -> int:
        """The exit code, once the program ended."""
        end = time.monotonic() + seconds
        file = self.folder / "code"
        while time.monotonic() < end:
            if file.exists() and (text := file.read_text().strip()):
                return int(text)
            time.sleep(0.05)
        raise AssertionError(f"it still runs; the screen:\n{self.screen()}")

    def end(self) -> None:
        """Takes the terminal away: what runs in it gets a hang-up."""
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """A terminal of 80×24."""
    if shutil.which("tmux") is None:
        if os.environ.get("XJTUI_PARTS") == "required":
            pytest.fail("tmux is not installed, and here it must be")
        pytest.skip("tmux is not installed; apt-get install tmux brings it")
    one = Tmux(tmp_path)
    yield one
    one.end()
