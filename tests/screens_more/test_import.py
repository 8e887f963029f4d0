"""A roster comes in from a file: chosen by typing or arrows, seen before it is saved, every bad row named."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.file_choices import choices, completed
from tests.screens_more.branch import UNIT, at, branch, shows
from xjtui.desk import Desk

GOOD = "姓名,性质,职务\n李一,正式党员,教师\n甲一,预备党员,\n"
MIXED = "姓名,性质,职务\n李一,正式党员,教师\n乙一,群众,\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "名册.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "有错.csv").write_text(MIXED, encoding="utf-8")
    (tmp_path / "坏.xlsx").write_bytes(b"no workbook")
    (tmp_path / "说明.txt").write_text("x", encoding="utf-8")
    (tmp_path / "去年").mkdir()
    (tmp_path / "去年" / "旧.csv").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(desk: Desk) -> set[str]:
    return {member.name for member in desk.sheet(UNIT).situation.members}


def test_files_are_offered_and_completed(folder: Path) -> None:
    assert [one.name for one in choices("")] == ["名册.csv", "坏.xlsx", "有错.csv", "..", "去年"]
    assert [one.path for one in choices("去年/")] == ["去年/旧.csv", ""]
    assert completed("名") == "名册.csv"
    assert completed("去") == "去年/"
    assert choices("没有/这里") == ()
    assert [one.path for one in choices(f"{folder}/名")] == [f"{folder}/名册.csv"]


async def test_all_well_is_imported_at_a_stroke(folder: Path) -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, screen):
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        told = shows(pilot)
        assert "新增 1 · 修改 1 · 没有变化 0 · 不能导入 0" in told
        assert "职务由（空）改为教师" in told
        assert "甲一" not in names(desk), "seeing is not saving"
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "甲一" in names(desk)
        assert "已导入：新增 1 人，修改 1 人" in shows(pilot)
        assert desk.history(UNIT)[-1].label == "import"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_with_bad_rows_nothing_is_imported_unless_one_says_so(folder: Path, language: str) -> None:
    desk = branch()
    async with at(desk, "roster", language) as (pilot, screen):
        await pilot.press("i", *"有", "tab", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        told = shows(pilot)
        assert "群众" in told and ("第 3 行" in told or "line 3" in told)
        await pilot.press("enter")
        await pilot.pause()
        assert desk.history(UNIT)[-1].label != "import", "the first choice is another file"
        await pilot.press(*["backspace"] * 20, *"有", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "乙一" not in names(desk)
        assert desk.sheet(UNIT).situation.member("m003").duty == "教师"  # type: ignore[union-attr]


async def test_a_file_that_is_none_says_why_and_leaves_one_where_one_was(folder: Path) -> None:
    async with at(branch(), "roster") as (pilot, screen):
        await pilot.press("i", *"坏.xlsx", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "坏.xlsx" in shows(pilot)
        await pilot.press(*["backspace"] * 10, *"没有.csv", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "没有.csv" in shows(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_folders_are_walked_with_the_arrows(folder: Path) -> None:
    async with at(branch(), "roster") as (pilot, _):
        await pilot.press("i", "down", "end", "enter")
        await pilot.pause()
        assert pilot.app.screen.query_one("#path").value == "去年/"
        await pilot.press("down", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "旧.csv" in shows(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query_one("#path").has_focus
