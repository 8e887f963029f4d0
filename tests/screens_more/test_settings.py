"""Settings hold at once and everywhere; the help is made from the actions there are."""

from __future__ import annotations

import pytest

from screens.actions import PLACES
from screens.key_rows import acts_by_place, key_rows, taken_by, usable
from screens.theme_plain import PLAIN
from tests.screens_more.branch import at, branch, shows
from xjtui.settings import Settings


async def test_the_language_changes_on_every_open_screen() -> None:
    async with at(branch(), "roster") as (pilot, _):
        await pilot.app.push_screen(__import__("screens.settings", fromlist=["x"]).SettingsScreen())
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Language" in shows(pilot) and "设置" not in shows(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "roster order" in shows(pilot)
        assert pilot.app.settings.language == "en"  # type: ignore[attr-defined]


async def test_the_colours_change_at_once() -> None:
    async with at(branch(), "settings") as (pilot, _):
        await pilot.press("down", "right")
        await pilot.pause()
        assert pilot.app.settings.theme == "light"  # type: ignore[attr-defined]
        assert pilot.app.theme == "xjtui-light"
        await pilot.press("left")
        await pilot.pause()
        assert pilot.app.theme == "xjtui-dark"


async def test_the_terminals_own_colours_can_be_worn() -> None:
    async with at(branch(), "roster") as (pilot, _):
        pilot.app.register_theme(PLAIN)
        pilot.app.theme = PLAIN.name
        await pilot.pause()
        assert "党员名册" in shows(pilot)


async def test_borders_of_plain_signs() -> None:
    async with at(branch(), "settings") as (pilot, _):
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert pilot.app.has_class("-ascii-borders")


async def test_the_first_unit_must_be_one() -> None:
    async with at(branch(), "settings") as (pilot, _):
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("x", "enter")
        await pilot.pause()
        assert "没有单位" in shows(pilot)
        await pilot.press("backspace", "enter")
        await pilot.pause()
        assert pilot.app.settings.unit == "demo"  # type: ignore[attr-defined]


async def test_an_action_gets_another_key_but_not_one_that_is_taken() -> None:
    async with at(branch(), "roster") as (pilot, screen):
        await pilot.app.push_screen(__import__("screens.settings", fromlist=["x"]).SettingsScreen())
        await pilot.press("end", "enter")
        await pilot.pause()
        keys = pilot.app.screen
        keys.query_one("#keys").go_to("roster-order")  # type: ignore[attr-defined]
        await pilot.press("enter", "i")
        await pilot.pause()
        assert "已用于「导入」" in shows(pilot)
        await pilot.press("up")
        await pilot.pause()
        assert "移动和填写" in shows(pilot)
        await pilot.press("z")
        await pilot.pause()
        assert pilot.app.settings.keys == {"roster-order": "z"}  # type: ignore[attr-defined]
        assert "原来是 o" in shows(pilot)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert pilot.app.screen is screen and "z 排序" in shows(pilot)
        await pilot.press("z")
        await pilot.pause()
        assert "按姓名" in shows(pilot)


def test_keys_are_free_on_other_screens() -> None:
    rows = {row.act.id: row for row in key_rows()}
    every = tuple(rows.values())
    assert taken_by("a", rows["problem-add"], every, {}) is None
    assert taken_by("a", rows["roster-order"], every, {}) is rows["roster-add"].act
    assert not usable("enter") and not usable("3") and usable("f5")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_help_names_every_action_and_why_one_cannot_be_had(language: str) -> None:
    async with at(branch(), "problems", language) as (pilot, screen):
        await pilot.press("f1")
        await pilot.pause()
        told = pilot.app.screen.query_one("#text").text  # type: ignore[attr-defined]
        words = screen.w
        for act in screen.acts():
            assert act.words(words).help in told
        assert words.more.problems.has_problems in told
        places = dict(acts_by_place())
        for name, acts in places.items():
            assert name in PLACES
            for act in acts:
                assert act.words(words).help in told
        await pilot.press("f1")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_saved_settings_are_worn_from_the_start() -> None:
    async with at(branch(), "roster", settings=Settings(language="zh", keys={"roster-add": "b"})) as (pilot, _):
        assert "b 添加" in shows(pilot)
