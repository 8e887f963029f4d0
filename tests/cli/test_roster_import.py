"""A roster comes in from a file: good ones at once and once only, bad ones row by row and not behind anybody's back."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Xjtui


def test_the_same_file_twice_changes_nothing(xjtui: Xjtui, data: Path, imports: Path) -> None:
    file = str(imports / "roster-b01-april.xlsx")
    first = xjtui("member", "import", "b01", file)
    assert first.code == 0 and "新增 1 人，修改 1 人" in first.out, first.err
    changes = len(xjtui("history", "b01", "--json").json["changes"])
    again = xjtui("member", "import", "b01", file)
    assert again.code == 0 and "新增 0 人，修改 0 人" in again.out
    assert len(xjtui("history", "b01", "--json").json["changes"]) == changes


def test_every_bad_row_is_named_and_none_comes_in(xjtui: Xjtui, data: Path, imports: Path) -> None:
    before = xjtui("member", "list", "b01", "--all", "--json").json
    said = xjtui("member", "import", "b01", str(imports / "roster-with-mistakes.csv"))
    assert said.code == 2
    assert sum(line.startswith("第 ") for line in said.err.splitlines()) >= 10
    assert "--skip-bad" in said.err
    assert xjtui("member", "list", "b01", "--all", "--json").json == before


def test_good_rows_come_in_where_the_user_says_so(xjtui: Xjtui, data: Path, imports: Path) -> None:
    file = str(imports / "roster-with-mistakes.csv")
    assert "没有导入" in xjtui("member", "import", "b01", file, "--skip-bad", "--dry-run").out
    said = xjtui("member", "import", "b01", file, "--skip-bad")
    assert said.code == 0
    assert any(one["id"] == "h01" for one in xjtui("member", "list", "b01", "--json").json)


def test_a_file_that_is_none_says_so(xjtui: Xjtui, data: Path, tmp_path: Path) -> None:
    assert xjtui("member", "import", "b01", str(tmp_path / "none.csv")).code == 2
    assert xjtui("member", "import", "b01", str(tmp_path)).code == 2
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    said = xjtui("member", "import", "b01", str(empty))
    assert said.code == 2 and len(said.err.strip().splitlines()) == 1
