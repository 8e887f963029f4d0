"""The look-back: a digit and a sentence an item, one after the other, each saved at once."""

from __future__ import annotations

import pytest

from tests.screens_more.branch import UNIT, at, branch, record, shows
from xjtui.desk import Desk
from xjtui.domain.records import Kind, Record


def ratings(desk: Desk) -> list[Record]:
    return [one for one in desk.sheet(UNIT).situation.records if one.kind is Kind.RATING]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_going_down_the_list(language: str) -> None:
    desk = branch()
    async with at(desk, "look_back", language) as (pilot, screen):
        first = screen.due.state.item.key
        await pilot.press("4")
        await pilot.pause()
        begun = screen.query_one("#comment").value
        assert begun.startswith({"zh": "已逾期", "en": "overdue"}[language]), "the facts begin the sentence"
        await pilot.press(*"1月后补", "enter")
        await pilot.pause()
        second = screen.due.state.item.key
        await pilot.press("１"[0] if False else "1", "enter")
        await pilot.pause()
        found = ratings(desk)
        assert [one.text("item") for one in found] == [first, second]
        assert found[0].text("rating") == "poor"
        assert found[0].text("comment") == begun + "1月后补", "digits belong to what is typed"
        assert {"zh": "已评 2/21", "en": "2 of 21"}[language] in shows(pilot)


async def test_without_digits_a_list_of_ratings() -> None:
    desk = branch()
    async with at(desk, "look_back") as (pilot, _):
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert ratings(desk)[0].text("rating") == "fair"


async def test_an_empty_comment_is_no_rating() -> None:
    desk = branch()
    async with at(desk, "look_back") as (pilot, screen):
        await pilot.press("1")
        await pilot.pause()
        screen.query_one("#comment").value = ""
        await pilot.press("enter")
        await pilot.pause()
        assert "说明不能空着" in shows(pilot)
        assert ratings(desk) == []


async def test_esc_goes_back_to_the_list_and_keeps_the_sentence() -> None:
    desk = branch()
    async with at(desk, "look_back") as (pilot, screen):
        await pilot.press("2", *"还要补", "escape", "down", "up", "2")
        await pilot.pause()
        assert screen.query_one("#comment").value.endswith("还要补")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert pilot.app.screen is not screen
    async with at(desk, "look_back") as (pilot, screen):
        await pilot.pause()
        assert screen.query_one("#comment").value.endswith("还要补"), "the line may have been cut in between"
        await pilot.press("enter")
        await pilot.pause()
        assert ratings(desk)[0].text("comment").endswith("还要补")
        assert desk.drafts(UNIT) == {}


async def test_rating_again_on_the_same_day_mends_it() -> None:
    desk = branch()
    async with at(desk, "look_back") as (pilot, _):
        await pilot.press("1", "enter")
        await pilot.pause()
        await pilot.press("home", "3", "enter")
        await pilot.pause()
    assert [one.text("rating") for one in ratings(desk)] == ["ordinary"]
    assert ratings(desk)[0].revision == 2


async def test_unrated_come_first_and_nothing_jumps_meanwhile() -> None:
    desk = branch()
    async with at(desk, "look_back") as (pilot, screen):
        order = list(screen.order)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert screen.order == order
    async with at(desk, "look_back") as (pilot, screen):
        assert screen.order == [*order[1:], order[0]]
        await pilot.press("f")
        await pilot.pause()
        assert len(screen.query_one("#items").rows) == len(order) - 1


async def test_a_rating_is_outdated_by_what_came_after_it() -> None:
    desk = branch()
    async with at(desk, "look_back") as (pilot, screen):
        screen.query_one("#items").go_to("study.sessions")
        await pilot.press("1", "enter")
        await pilot.pause()
        assert not screen.listed["study.sessions"].stale
        session = desk.sheet(UNIT).situation.record(screen.listed["study.sessions"].state.judgement.counted[0])
        assert session is not None
        late = dict(session.data.items())
        made = record(desk, "study.sessions", Kind.SESSION, "4-14", **late)
        from dataclasses import replace
        from datetime import timedelta

        stored = desk.record(UNIT, made.id)
        desk.apply(UNIT, (replace(stored, entered=desk.clock.now() + timedelta(minutes=5)),), "record")
        screen.redraw()
        await pilot.pause()
        assert screen.listed["study.sessions"].stale
