"""The attendance grid: eighty people with three exceptions, leave with its approver, filter, and making up later."""

from __future__ import annotations

import json

from screens.attendance import AttendanceScreen
from screens.entry_form import EntryScreen
from screens.guide import GuideScreen
from tests.screens.desks import desk_with
from tests.screens.stage import Person, person_at
from xjtui.domain.attendance import Mark, attendance
from xjtui.domain.records import Kind


async def open_grid(person: Person, theme: str = "学党章") -> AttendanceScreen:
    await person.open_form("study.sessions")
    await person.fill("theme", theme)
    person.row("attendance").take_focus()
    await person.pilot.pause()
    await person.press("enter")
    assert isinstance(person.app.screen, AttendanceScreen)
    return person.app.screen


async def test_eighty_people_with_three_exceptions_take_few_keys() -> None:
    desk = desk_with(80)
    async with person_at(desk) as person:
        grid = await open_grid(person)
        assert "应到 80" in person.picture and "未记 80" in person.picture
        # All eighty are in sight at 80×24.
        assert all(member.name in person.picture for member in desk.sheet("demo").situation.members)
        await person.press("0", "right", "6", "2", "4")
        await person.type("赵一")
        await person.press("enter")
        await person.type("住院")
        await person.press("enter", "enter")
        assert "实到 78" in person.picture and "请假 1" in person.picture and "97.5%" in person.picture
        await person.press("f2")
        assert isinstance(person.app.screen, EntryScreen) and grid.answer() == person.row("attendance").raw
        await person.press("f2")
        (record,) = desk.sheet("demo").situation.records
        taken = attendance(desk.sheet("demo").situation, record)
        assert taken is not None and len(taken.should) == 80 and len(taken.present) == 78
        assert taken.marked(Mark.SICK) == ("m003",) and taken.marked(Mark.ABSENT) == ("m001",)


async def test_the_answer_is_the_canonical_one_of_the_core() -> None:
    async with person_at(desk_with(6)) as person:
        grid = await open_grid(person)
        await person.press("0")
        assert grid.answer() == "all"
        await person.press("right", "5")
        await person.type("赵一")
        await person.press("enter", "enter", "enter")
        assert json.loads(grid.answer()) == {"m001": {"mark": "private", "approver": "赵一"}}


async def test_leaving_with_people_unmarked_asks_what_they_were() -> None:
    async with person_at(desk_with(6)) as person:
        grid = await open_grid(person)
        await person.press("1", "f2")
        await person.press("escape")
        assert person.app.screen is grid
        await person.press("escape", "3")
        assert isinstance(person.app.screen, EntryScreen)
        assert len(json.loads(person.row("attendance").raw)) == 5


async def test_esc_from_an_untouched_grid_takes_no_attendance() -> None:
    async with person_at(desk_with(6)) as person:
        await open_grid(person)
        await person.press("escape")
        assert isinstance(person.app.screen, EntryScreen)
        assert person.row("attendance").raw == ""


async def test_space_goes_round_the_marks_and_chinese_characters_filter() -> None:
    async with person_at(desk_with(12)) as person:
        grid = await open_grid(person)
        await person.press("space", "space")
        assert grid.marks["m000"] is Mark.LATE
        await person.type("钱")
        assert grid.shown() == ["m001", "m011"]
        await person.press("enter", "6")
        assert grid.marks["m001"] is Mark.ABSENT
        await person.press("escape")
        assert len(grid.shown()) == 12


async def test_full_width_digits_mark_too() -> None:
    async with person_at(desk_with(6)) as person:
        grid = await open_grid(person)
        await person.press("２")
        assert grid.marks["m000"] is Mark.LATE


async def test_who_missed_it_makes_it_up_from_the_records() -> None:
    desk = desk_with(6)
    async with person_at(desk) as person:
        await open_grid(person)
        await person.press("0", "right", "6", "f2")
        await person.fill("day", "4-8")
        await person.press("f2")
        await person.go_to("study.sessions")
        await person.press("r", "enter", "2")
        assert isinstance(person.app.screen, EntryScreen)
        await person.fill("day", "4-10")
        person.row("form").take_focus()
        await person.pilot.pause()
        await person.press("1")
        await person.fill("content", "自学材料")
        await person.fill("confirmed_by", "赵一")
        await person.press("f2", "escape")
        assert isinstance(person.app.screen, GuideScreen)
        situation = desk.sheet("demo").situation
        session = next(record for record in situation.records if record.kind is Kind.SESSION)
        taken = attendance(situation, session)
        assert taken is not None and taken.made_up == ("m001",) and taken.rate.part == 5
