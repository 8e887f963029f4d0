"""A stage for stories: an app that runs at 80×24 with notices on, and a person at its keys who reads what is shown."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from screens.app import XjtuiApp
from screens.entry_form import EntryScreen
from screens.field_row import FieldRow
from screens.guide import GuideScreen
from screens.widgets.block import Block
from xjtui.desk import Desk
from xjtui.words import words_for

S = TypeVar("S", bound=Screen[object])


class Person:
    """Presses keys and reads."""

    def __init__(self, app: XjtuiApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*("space" if c == " " else "enter" if c == "\n" else c for c in text))

    async def go_to(self, item: str) -> None:
        """Stands on an item of the guide."""
        guide = self.app.screen
        assert isinstance(guide, GuideScreen)
        guide.stand_on(item)
        await self.pilot.pause()

    async def open_form(self, item: str) -> EntryScreen:
        """Enter on an item; in a menu the first thing to enter."""
        await self.go_to(item)
        await self.press("enter")
        if not isinstance(self.app.screen, EntryScreen):
            await self.press("enter")
        return self.form

    @property
    def form(self) -> EntryScreen:
        assert isinstance(self.app.screen, EntryScreen), self.app.screen
        return self.app.screen

    def row(self, key: str) -> FieldRow:
        return next(row for row in self.form.rows if row.field.key == key)

    async def fill(self, key: str, text: str) -> None:
        """Goes to a field and types."""
        self.row(key).take_focus()
        await self.pilot.pause()
        await self.press("end", "ctrl+u")
        await self.type(text)

    @property
    def notices(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]

    @property
    def picture(self) -> str:
        """Everything on the screen, as text."""
        screen = self.app.screen
        strips = screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    @property
    def hint(self) -> str:
        return self.app.screen.query_one("#hint", Block).text


@asynccontextmanager
async def person_at(desk: Desk, language: str = "zh", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    """A person before the guide of the unit `demo`."""
    app = XjtuiApp(desk, "demo", words_for(language))
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Person(app, pilot)


def focused(person: Person) -> Widget | None:
    return person.app.screen.focused
