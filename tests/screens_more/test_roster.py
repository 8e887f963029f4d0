"""A secretary keeps the roster: finds, adds, frees, transfers, takes back; with the keyboard alone."""

from __future__ import annotations

import re

import pytest

from screens.keys import SHOWN
from tests.screens_more.branch import UNIT, at, branch, day, sent, shows
from xjtui.desk import Desk
from xjtui.domain.people import Member

LANGUAGES = ("zh", "en")


def members(desk: Desk) -> dict[str, Member]:
    return {member.name: member for member in desk.sheet(UNIT).situation.members}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_roster_says_who_counts(language: str) -> None:
    async with at(branch(), "roster", language) as (pilot, _):
        told = shows(pilot)
    figures = {"zh": "在册 10 人 · 应参加 10 · 免除 1 · 预备 1 · 积极分子 1 · 已转出 1", "en": "10 members · attend 10"}
    assert figures[language] in told
    assert {"zh": "未批准", "en": "no appr."}[language] in told
    assert all(len(line) <= 80 for line in told.splitlines())


async def test_attendance_is_that_of_the_days_one_was_a_member() -> None:
    async with at(branch(), "roster") as (_pilot, screen):
        rows = {person.member.name: person for person in screen.people.values()}
    assert (rows["陈一"].attended.part, rows["陈一"].attended.whole) == (1, 1)
    assert (rows["李一"].attended.part, rows["李一"].attended.whole, rows["李一"].made_up) == (1, 2, 1)
    assert rows["吴一"].lectured is None, "an approved exemption asks for no lecture"
    assert rows["郑一"].lectured is False, "an exemption without an approver frees nobody"


@pytest.mark.parametrize("key", ["/", "／", "、"])
async def test_finding_ends_with_esc_before_the_screen_does(key: str) -> None:
    async with at(branch(), "roster") as (pilot, screen):
        await sent(pilot, key)
        await pilot.press("副")
        await pilot.pause()
        assert screen.query_one("#people").text.count("\n") == 0
        await pilot.press("enter", "escape")
        assert len(screen.query_one("#people").rows) == 12
        assert pilot.app.screen is screen
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is not screen


async def test_typing_what_to_find_takes_nobody_back() -> None:
    async with at(branch(), "roster") as (pilot, screen):
        await pilot.press("/", "d", "delete")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_orders_put_first_who_needs_looking_at() -> None:
    async with at(branch(), "roster") as (pilot, screen):
        await pilot.press("o", "o", "o")
        await pilot.pause()
        assert screen.query_one("#people").rows[0].key in ("m003", "m007")
        assert "按出勤" in shows(pilot)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_adding_a_member_by_keyboard(language: str) -> None:
    desk = branch()
    async with at(desk, "roster", language) as (pilot, screen):
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"甲[x]", "enter", "2", "tab", *"教师")
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is screen
        added = members(desk)["甲[x]"]
        assert (added.standing, added.duty, added.leader, added.joined) == ("probationary", "教师", False, None)
        assert screen.person is not None and screen.person.member.id == added.id
        assert "甲[x]" in shows(pilot)


async def test_a_menu_leads_everywhere_without_letters() -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, screen):
        await pilot.press("down", "down", "down", "enter", "enter")
        await pilot.pause()
        await pilot.press("end", *"老", "f2")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert members(desk)["李一老"].id == "m003"


async def test_a_namesake_is_told_apart() -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, _screen):
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"李 一", "f2")
        await pilot.pause()
        assert "名册上已有" in shows(pilot)
        assert len(members(desk)) == 12


async def test_leaving_keeps_past_attendance() -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, screen):
        await pilot.press("down", "down", "down", "t")
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert members(desk)["李一"].left == day("4-15")
        assert "在册 9 人" in shows(pilot) and "已转出 2" in shows(pilot)
        row = screen.people["m003"]
        assert row.attended.whole == 2
        await pilot.press("t")
        await pilot.pause()
        assert pilot.app.screen is screen, "who has left does not leave again"


async def test_an_exemption_counts_once_somebody_else_approves_it() -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, screen):
        await pilot.press(*["down"] * 6, "x", "2")
        await pilot.pause()
        await pilot.press("down", "down", *"郑一", "f2")
        await pilot.pause()
        assert "不能由本人批准" in shows(pilot)
        await pilot.press(*["backspace"] * 2, *"赵一", "f2")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert members(desk)["郑一"].exemptions[0].approver == "赵一"
        assert "免除 2" in shows(pilot)


async def test_a_mistaken_exemption_is_taken_away() -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, _screen):
        await pilot.press(*["down"] * 5, "x", "2")
        await pilot.pause()
        screen_above = pilot.app.screen
        screen_above.query_one("#buttons").focus()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert members(desk)["吴一"].exemptions == ()


async def test_taking_a_row_back_asks_why_and_deletes_nothing() -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, screen):
        await pilot.press("end", "d")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "请写一句理由" in shows(pilot)
        await pilot.press(*"录错了", "enter")
        await pilot.pause()
        removed = members(desk)["赵二"].removed
        assert removed is not None and removed.why == "录错了"
        assert "赵二" not in screen.query_one("#people").text


async def test_what_was_typed_is_there_again() -> None:
    desk = branch()
    async with at(desk, "roster") as (pilot, screen):
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"丙一", "escape")
        await pilot.pause()
        assert pilot.app.screen is screen
    async with at(desk, "roster") as (pilot, _):
        await pilot.press("a")
        await pilot.pause()
        assert "丙一" in shows(pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert "丙一" in members(desk)
        await pilot.press("a")
        await pilot.pause()
        assert pilot.app.screen.rows[0].raw == ""  # type: ignore[attr-defined]


async def test_two_people_change_different_things_of_one_member() -> None:
    from dataclasses import replace

    desk = branch()
    async with at(desk, "roster") as (pilot, _):
        await pilot.press("down", "down", "down", "e")
        await pilot.pause()
        await pilot.press("end", *"甲")
        other = members(desk)["李一"]
        desk.save_members(UNIT, (replace(other, duty="纪检委员"),))
        await pilot.press("f2")
        await pilot.pause()
    assert members(desk)["李一甲"].duty == "纪检委员"


async def test_read_only_says_why() -> None:
    desk = branch()
    desk.store.read_only = "newer"  # type: ignore[attr-defined]
    desk._sheets.clear()
    async with at(desk, "roster") as (pilot, screen):
        await pilot.press("a")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "只能看" in shows(pilot)


async def test_an_empty_roster_says_how_to_begin() -> None:
    from tests.screens.desks import desk_with

    async with at(desk_with(members=()), "roster") as (pilot, _):
        assert "名册还是空的" in shows(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "导入" in shows(pilot)


KEYS = {*SHOWN.values(), "F1", "F2", "F10", "xlsx", "csv", "JSON", "PgUp", "PgDn", "Tab", "TOML"}


@pytest.mark.parametrize("name", ["roster", "problems", "look_back", "summary", "settings", "help"])
async def test_no_english_is_left_on_a_chinese_screen(name: str) -> None:
    async with at(branch(), name) as (pilot, _):
        words = set(re.findall(r"[A-Za-z]{2,}", shows(pilot)))
    assert words <= KEYS | {"English", "Shift", "Ctrl"}, words - KEYS
