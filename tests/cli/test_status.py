"""`status` for people, for scripts, for cron; and how light it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Xjtui

HEAVY = ("textual", "rich", "openpyxl", "argcomplete", "importlib.metadata", "platformdirs", "asyncio", "screens")


def test_one_unit_or_all(xjtui: Xjtui, data: Path) -> None:
    one = xjtui("status", "b01")
    assert one.code == 0 and "示例一小支部" in one.out and one.err == ""
    assert xjtui("status", "示例一小支部").out == one.out
    assert len(xjtui("status", "--json").json["units"]) == len(xjtui("unit", "list", "--json").json)
    assert [unit["id"] for unit in xjtui("status", "b02", "b01", "--json").json["units"]] == ["b02", "b01"]


@pytest.mark.parametrize(
    ("condition", "fails", "holds"),
    [("overdue", "b01", "b02"), ("incomplete", "b01", None), ("late", "b01", "b02")],
)
def test_fail_on_is_an_exit_code_for_cron(
    xjtui: Xjtui, data: Path, condition: str, fails: str, holds: str | None
) -> None:
    failing = xjtui("status", fails, "--fail-on", condition, "--json")
    assert failing.code == 1 and failing.json["units"] and failing.err.count("\n") == 1
    if holds is not None:
        assert xjtui("status", holds, "--fail-on", condition).code == 0


def test_the_day_can_be_asked_for_anywhere(xjtui: Xjtui, data: Path) -> None:
    before = xjtui("--today", "2009-03-20", "status", "b01").out
    after = xjtui("status", "b01", "--today=2009年3月20日").out
    assert before == after and "3月20日" in before
    assert before != xjtui("status", "b01").out


def test_english_by_option_variable_or_settings(xjtui: Xjtui, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = xjtui("status", "b01", "--lang", "en").out
    assert "overdue" in asked
    assert xjtui("settings", "set", "language", "en").code == 0
    assert xjtui("status", "b01").out == asked
    monkeypatch.setenv("XJTUI_LANG", "zh")
    assert "逾期" in xjtui("status", "b01").out


def test_status_into_a_pipe_loads_nothing_heavy(data: Path) -> None:
    code = (
        "import sys; from xjtui.cli.main import run; "
        f"code = run(['status', 'b01']); bad = [name for name in {HEAVY!r} if name in sys.modules]; "
        "print(bad, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=dict(os.environ), check=True)
    assert done.stderr.decode().strip() == "[]"
