"""The summary is read, written, made final and exported; it tells when the data went on without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.screens_more.branch import UNIT, at, branch, record, shows
from xjtui.desk import Desk
from xjtui.domain.records import Kind, Record


def summaries(desk: Desk) -> list[Record]:
    return [one for one in desk.sheet(UNIT).situation.records if one.kind is Kind.SUMMARY]


def written(desk: Desk) -> Desk:
    record(desk, "review.summary", Kind.SUMMARY, "4-10", causes="工学矛盾", next_steps="抓紧补齐")
    return desk


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_is_read_in_either_language(language: str) -> None:
    async with at(branch(), "summary", language) as (pilot, screen):
        first = screen.query_one("#text").text
        await pilot.press("l")
        await pilot.pause()
        second = screen.query_one("#text").text
        assert ("自查总结" in first) == (language == "zh")
        assert ("自查总结" in second) == (language == "en")
        assert screen.language == language
        await pilot.press("pagedown", "down")
        await pilot.pause()
        assert "^" in shows(pilot)


async def test_first_the_text_is_written_then_it_is_made_final() -> None:
    desk = branch()
    async with at(desk, "summary") as (pilot, screen):
        await pilot.press("f")
        await pilot.pause()
        assert "先写好原因分析" in shows(pilot)
        await pilot.press("w")
        await pilot.pause()
        form = pilot.app.screen
        form.entry = form.entry.put("causes", "工学矛盾").put("next_steps", "抓紧补齐")  # type: ignore[attr-defined]
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "工学矛盾" in screen.query_one("#text").text
        await pilot.press("f")
        await pilot.pause()
        assert "工作机构" in shows(pilot) and "还有这些没有完成" in shows(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert not summaries(desk)[0].text("digest"), "the cursor stands on «not yet»"
        await pilot.press("f", "2")
        await pilot.pause()
        assert summaries(desk)[0].text("digest")
        assert "[x] 4月15日已定稿" in shows(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert "已经定稿" in shows(pilot)


async def test_what_happens_afterwards_marks_it_outdated() -> None:
    desk = written(branch())
    async with at(desk, "summary") as (pilot, screen):
        await pilot.press("f", "2")
        await pilot.pause()
        record(desk, "study.micro_lectures", Kind.LECTURE, "4-14", lecturer="m003", title="新的一讲", minutes=10)
        screen.redraw()
        await pilot.pause()
        assert "[!] 4月15日定稿后记录有变" in shows(pilot)
        await pilot.press("f", "2")
        await pilot.pause()
        assert "[x] 4月15日已定稿" in shows(pilot)
        assert [one.text("causes") for one in summaries(desk)] == ["工学矛盾"] * 2, "the final one stays as it was"


async def test_it_is_exported_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with at(written(branch()), "summary") as (pilot, screen):
        await pilot.press("x", "enter")
        await pilot.pause()
        file = tmp_path / "示例一小支部-自查总结.txt"
        assert "工学矛盾" in file.read_text(encoding="utf-8")
        assert "已导出到" in shows(pilot)
        await pilot.press("x")
        await pilot.pause()
        await pilot.press(*["backspace"] * 30, *"a.json", "enter")
        await pilot.pause()
        facts = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
        assert isinstance(facts, dict) and facts
        assert sorted(one.name for one in tmp_path.iterdir()) == ["a.json", file.name]
        await pilot.press("x")
        await pilot.pause()
        await pilot.press(*["backspace"] * 30, *"没有/这里.txt", "enter")
        await pilot.pause()
        assert "没有这个文件夹" in shows(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_no_file_is_replaced_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "示例一小支部-自查总结.txt"
    file.write_text("要紧的", encoding="utf-8")
    async with at(written(branch()), "summary") as (pilot, _):
        await pilot.press("x", "enter")
        await pilot.pause()
        assert "已有这个文件" in shows(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert file.read_text(encoding="utf-8") == "要紧的"
        await pilot.press("enter", "2")
        await pilot.pause()
        assert "工学矛盾" in file.read_text(encoding="utf-8")


async def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    async with at(written(branch()), "summary") as (pilot, _):
        await pilot.press("x", "enter")
        await pilot.pause()
        assert "写不进去" in shows(pilot)
    assert list(tmp_path.iterdir()) == []
