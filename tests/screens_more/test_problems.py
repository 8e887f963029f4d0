"""The life of a problem on the screen: found, extended, referred, closed by somebody else, reopened."""

from __future__ import annotations

import pytest

from tests.screens.desks import desk_with
from tests.screens_more.branch import UNIT, at, branch, shows
from xjtui.desk import Desk
from xjtui.domain.problems import Problem, Stand, problems_under
from xjtui.domain.records import Kind


def lives(desk: Desk) -> list[Problem]:
    return list(problems_under(desk.sheet(UNIT).situation, "research.problems"))


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_register_shows_both_deadlines_and_who_is_late(language: str) -> None:
    async with at(branch(), "problems", language) as (pilot, _):
        told = shows(pilot)
    assert "04-05" in told and "04-10" in told
    assert {"zh": "已超期 5 天", "en": "5 days overdue"}[language] in told
    assert "[/b]" in told, "what a person wrote is shown as it is"
    assert {"zh": "共 3 件 · 整改中 2（其中超期 1） · 已转上级 0 · 已销号 1", "en": "3 in all"}[language] in told


async def test_filters_go_round() -> None:
    async with at(branch(), "problems") as (pilot, screen):
        table = screen.query_one("#cases")
        assert len(table.rows) == 2
        await pilot.press("f")
        assert len(table.rows) == 1
        await pilot.press("f")
        assert len(table.rows) == 3
        await pilot.press("f")
        assert len(table.rows) == 2


async def test_closing_takes_somebody_else_than_the_owner() -> None:
    desk = branch()
    async with at(desk, "problems") as (pilot, screen):
        await pilot.press("enter", "4")
        await pilot.pause()
        form = pilot.app.screen
        assert form.entry.raw(form.entry.form.field("step")) == "close"  # type: ignore[attr-defined]
        form.entry = form.entry.put("text", "已改好").put("verifier", "m001")  # type: ignore[attr-defined]
        await pilot.press("f2")
        await pilot.pause()
        assert "责任人以外的人" in shows(pilot)
        form.entry = form.entry.put("verifier", "m002")  # type: ignore[attr-defined]
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert lives(desk)[0].stand is Stand.CLOSED
        assert "孙一核实" in shows(pilot), "what was just closed is still in sight"


async def test_steps_that_cannot_be_say_why() -> None:
    desk = branch()
    async with at(desk, "problems") as (pilot, screen):
        await pilot.press("f", "f", "end", "enter")
        await pilot.pause()
        assert "已经销号，先重新整改" in shows(pilot)
        await pilot.press("2")
        await pilot.pause()
        assert pilot.app.screen is screen
        await pilot.press("enter", "5")
        await pilot.pause()
        form = pilot.app.screen
        form.entry = form.entry.put("text", "又没更新")  # type: ignore[attr-defined]
        await pilot.press("f2")
        await pilot.pause()
        assert lives(desk)[2].stand is Stand.OPEN


async def test_a_new_problem_is_in_sight_once_saved() -> None:
    desk = branch()
    async with at(desk, "problems") as (pilot, screen):
        await pilot.press("a")
        await pilot.pause()
        form = pilot.app.screen
        entry = form.entry  # type: ignore[attr-defined]
        for key, raw in {
            "text": "食堂排队太久",
            "class": "now",
            "measures": "分批用餐",
            "owner": "m001",
            "deadline": "4月16日",
        }.items():
            entry = entry.put(key, raw)
        form.entry = entry  # type: ignore[attr-defined]
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.case.number == 4
        assert "食堂排队太久" in shows(pilot)


async def test_voiding_asks_why() -> None:
    desk = branch()
    async with at(desk, "problems") as (pilot, _):
        await pilot.press("enter", "7")
        await pilot.pause()
        await pilot.press(*"记重了", "enter")
        await pilot.pause()
        assert len(lives(desk)) == 2
        voided = [one for one in desk.sheet(UNIT).situation.records if one.voided is not None]
        assert voided[0].voided is not None and voided[0].voided.why == "记重了"


async def test_that_there_are_none_can_only_be_said_where_there_are_none() -> None:
    async with at(branch(), "problems") as (pilot, screen):
        await pilot.press("o")
        await pilot.pause()
        assert pilot.app.screen is screen and "不能再说明没有问题" in shows(pilot)
    desk = desk_with()
    async with at(desk, "problems") as (pilot, screen):
        assert "还没有登记问题" in shows(pilot)
        await pilot.press("o")
        await pilot.pause()
        form = pilot.app.screen
        form.entry = form.entry.put("reason", "逐项自查,没有发现")  # type: ignore[attr-defined]
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "说明没有问题：逐项自查" in shows(pilot)
        assert [one.kind for one in desk.sheet(UNIT).situation.records] == [Kind.NO_PROBLEM]


async def test_the_class_of_a_problem_is_edited_in_its_form() -> None:
    desk = branch()
    async with at(desk, "problems") as (pilot, _):
        await pilot.press("enter", "6")
        await pilot.pause()
        form = pilot.app.screen
        form.entry = form.entry.put("class", "superior")  # type: ignore[attr-defined]
        await pilot.press("f2")
        await pilot.pause()
        assert lives(desk)[0].record.text("class") == "superior"
        assert lives(desk)[0].first_deadline != lives(desk)[0].deadline
