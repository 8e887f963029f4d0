"""The full screen in a real terminal: what a secretary sees, and what a hang-up leaves behind."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import XJTUI, Tmux
from xjtui.sample import DISTRICT, find_sample


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the sample district."""
    target = tmp_path / "data"
    shutil.copytree(find_sample() / DISTRICT, target)
    return target


def xjtui(data: Path, *words: str) -> str:
    """What a command prints, on 15 April."""
    command = [XJTUI, "--data", str(data), "--today", "2009-04-15", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("language", "said"), [("zh", "四项制度"), ("en", "Four systems")])
def test_the_demo_opens_at_the_next_gap_with_its_reason(tmux: Tmux, language: str, said: str) -> None:
    tmux.start(XJTUI, "demo", "--lang", language)
    screen = tmux.wait(lambda seen: said in seen and "[!]" in seen and "[x]" in seen)
    assert all(len(line) <= 80 for line in screen.splitlines())
    tmux.keys("q")
    assert tmux.code() == 0


def test_a_hang_up_in_the_middle_of_a_form_loses_nothing(tmux: Tmux, data: Path) -> None:
    guide = (XJTUI, "--data", str(data), "--today", "2009-04-15", "guide", "b04")
    tmux.start(*guide)
    tmux.wait("示例四小支部" if "示例四小支部" in xjtui(data, "status", "b04") else "支部")
    tmux.keys("Enter")
    tmux.wait("保存")
    tmux.keys("Tab")
    tmux.type("写到一半的文件")
    tmux.wait("写到一半的文件")
    time.sleep(0.2)
    tmux.end()
    time.sleep(1.0)
    again = Tmux(tmux.folder)
    try:
        again.start(*guide)
        again.wait("支部")
        again.keys("Enter")
        again.wait("写到一半的文件")
    finally:
        again.end()


def test_the_terminal_is_left_as_it_was_found(tmux: Tmux, data: Path) -> None:
    tmux.start(XJTUI, "--data", str(data), "--today", "2009-04-15", "guide", "b01")
    tmux.wait("示例一小支部")
    pane = int(tmux.call("display-message", "-p", "-t", "x", "#{pane_pid}"))
    child = subprocess.run(["pgrep", "-P", str(pane)], capture_output=True, text=True, check=True).stdout.split()[0]
    subprocess.run(["kill", "-TERM", child], check=True)
    tmux.wait(lambda seen: "示例一小支部" not in seen)
    assert tmux.call(
        "display-message", "-p", "-t", "x", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"
    ).split() == [
        "0",
        "1",
        "0",
    ]


def test_what_another_session_writes_shows_within_two_seconds_and_moves_no_cursor(tmux: Tmux, data: Path) -> None:
    tmux.start(XJTUI, "--data", str(data), "--today", "2009-04-15", "guide", "b01")
    tmux.wait("3/4")
    answers = {"day": "2009-04-14", "part": "spot_checks", "text": "支部抽查制度"}
    xjtui(data, "record", "b01", "org.four_systems", "--set", *[f"{k}={v}" for k, v in answers.items()])
    begun = time.monotonic()
    tmux.wait("4/4", seconds=4)
    assert time.monotonic() - begun < 4
    assert json.loads(xjtui(data, "status", "b01", "--json"))
