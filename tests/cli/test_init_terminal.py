"""`init` and the bare `xjtui` on a terminal: questions, answers that are asked again, and a way out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Xjtui
from xjtui.cli.main import run


class Typed(io.StringIO):
    """A terminal with a person at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def call(*words: str, lines: str) -> int:
        monkeypatch.setattr("sys.stdin", Typed(lines))
        return run(list(words))

    return call


def test_init_asks_what_is_open_and_asks_again(
    typed: Callable[..., int], xjtui: Xjtui, tmp_path: Path, capsys: pytest.CaptureFixture[str], imports: Path
) -> None:
    data = str(tmp_path / "d")
    roster = imports / "roster-new-school.xlsx"
    code = typed("--data", data, "init", lines=f"Eins\none\n\n示例支部\n大学\n2\n甲一\n{roster}\n")
    said = capsys.readouterr()
    assert code == 0, said.err
    assert "大学" in said.err and "示例支部" in said.out
    (unit,) = xjtui("--data", data, "unit", "list", "--json").json
    assert (unit["id"], unit["kind"], unit["secretary"]) == ("one", "primary", "甲一") and unit["members"] > 5


def test_init_given_up_makes_nothing(
    typed: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("--data", str(tmp_path / "d"), "init", lines="one\n") == 2
    assert not (tmp_path / "d").exists() and "init" in capsys.readouterr().err


def test_the_guide_asks_which_unit(typed: Callable[..., int], data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("--plain", lines="99\nb02\nq\n") == 0
    said = capsys.readouterr()
    assert "99" in said.err and "示例二小支部" in said.out


def test_migrate_asks_before_it_moves(
    typed: Callable[..., int], xjtui: Xjtui, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "next.toml"
    assert (
        xjtui("plan", "new", "--from", "xihu-2009-study", "--start", "2009-03-02", "--id", "p2", "-o", str(file)).code
        == 0
    )
    assert xjtui("plan", "use", str(file)).code == 0
    assert typed("plan", "migrate", "b01", "--to", "p2", lines="否\n") == 1
    assert xjtui("unit", "show", "b01", "--json").json["plan"]["id"] == "xihu-2009-study"
    assert typed("plan", "migrate", "b01", "--to", "p2", lines="是\n") == 0
    assert xjtui("unit", "show", "b01", "--json").json["plan"]["id"] == "p2"
