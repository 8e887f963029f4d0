"""A secretary with nothing but a keyboard: from an empty branch to everything met, form by form, as the guide leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from screens.app import XjtuiApp
from screens.attendance import AttendanceScreen
from screens.dialogs import Choose
from screens.entry_form import EntryScreen
from screens.field_row import FieldRow
from screens.guide import GuideScreen
from screens.widgets.block import Block
from screens.widgets.rows import Rows
from tests.screens.desks import desk_with
from xjtui.clock import Clock
from xjtui.desk import Desk
from xjtui.domain.fields import FieldKind
from xjtui.domain.guide import next_gap
from xjtui.domain.problems import Step
from xjtui.domain.records import Kind
from xjtui.domain.states import Lack
from xjtui.words import words_for

DAY = date(2009, 4, 28)


class Secretary:
    """Presses keys, looks at the screen, knows nothing else."""

    def __init__(self, app: XjtuiApp, pilot: Pilot[int], desk: Desk) -> None:
        self.app, self.pilot, self.desk = app, pilot, desk
        self.forms = 0

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        await self.press("end", "ctrl+u", *text)

    async def to_gap(self) -> None:
        """Stage by digit, item by arrows, Enter; in a menu the first thing that is not a place."""
        guide = self.app.screen
        assert isinstance(guide, GuideScreen), guide
        gap = next_gap(self.desk.sheet("demo"))
        assert gap is not None
        keys = [stage.key for stage in self.desk.sheet("demo").stages()]
        if guide.stage != gap.state.item.stage:
            await self.press(str(keys.index(gap.state.item.stage) + 1))
        rows = guide.query_one("#items", Rows)
        await self.press("home")
        while rows.current is not None and rows.current.key != gap.state.item.key:
            await self.press("down")
        await self.press("enter")
        if isinstance(self.app.screen, Choose):
            choices = [row.key for row in self.app.screen.rows]
            await self.press(str(choices.index("act:0") + 1))
        assert isinstance(self.app.screen, EntryScreen), self.app.screen

    async def fill_in(self) -> None:
        """Every field that needs it, in the order of the form; then save."""
        form = self.app.screen
        assert isinstance(form, EntryScreen)
        self.forms += 1
        gap = next_gap(self.desk.sheet("demo"))
        named = gap.missing.what if gap is not None else None
        done: set[str] = set()
        while True:
            todo = [row for row in form.asked_rows() if row.field.key not in done]
            if not todo:
                break
            row = todo[0]
            done.add(row.field.key)
            if self.wanted(form, row, named):
                row.take_focus()
                await self.pilot.pause()
                await self.answer(form, row)
        await self.press("f2")
        faults = {row.field.key: row.fault for row in form.rows if row.fault is not None}
        assert self.app.screen is not form, (form.action, faults, form.entry.answers)

    def wanted(self, form: EntryScreen, row: FieldRow, named: Lack | None) -> bool:
        key, kind = row.field.key, form.action.kind
        if key in ("attendance", "questions", "assignments", "final", "step") or key.startswith("parts."):
            return True
        if kind is Kind.CHANNEL and key == "opinions":
            return True
        return (row.field.required and not row.raw.strip()) or (kind is Kind.PUBLICITY and key == "form")

    async def answer(self, form: EntryScreen, row: FieldRow) -> None:
        field = row.field
        match field.kind:
            case FieldKind.DAY:
                await self.type("4.30" if field.key == "deadline" else "4.28")
            case FieldKind.TIME:
                await self.type("15:30")
            case FieldKind.NUMBER:
                await self.type("6")
            case FieldKind.LINE | FieldKind.TEXT:
                await self.type(f"第{self.forms}件{len(field.key)}")
            case FieldKind.PAIRS:
                await self.press(*"怎么改|月底前改")
            case FieldKind.YES:
                await self.press("1")
            case FieldKind.CHOICE:
                await self.press(str(self.choice(form, row) + 1))
            case FieldKind.CHOICES:
                for n in range(len(field.choices)):
                    await self.press(str(n + 1))
            case FieldKind.MEMBER | FieldKind.PERSON | FieldKind.MEMBERS:
                await self.person(form, row)
            case FieldKind.ATTENDANCE:
                await self.press("enter")
                assert isinstance(self.app.screen, AttendanceScreen)
                await self.press("0", "f2")
            case FieldKind.ASSIGNMENTS:
                await self.press("enter", "enter", "enter", "f2")
        assert self.app.screen is form, (field.key, self.app.screen)

    def choice(self, form: EntryScreen, row: FieldRow) -> int:
        """The step that closes a case; of several forms the one not used yet."""
        keys = [choice.key for choice in row.field.choices]
        if form.action.kind is Kind.STEP:
            return keys.index(Step.CLOSE)
        used = [record.text(row.field.key) for record in self.desk.sheet("demo").situation.records]
        return min(range(len(keys)), key=lambda n: used.count(keys[n]))

    async def person(self, form: EntryScreen, row: FieldRow) -> None:
        people = self.desk.sheet("demo").situation.everyone()
        # Somebody else than the owner closes a problem.
        who = people[1] if row.field.key in ("verifier", "confirmed_by") else people[0]
        await self.press(*who.name, "enter" if row.field.kind is not FieldKind.MEMBERS else "space")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_from_nothing_to_everything_met_by_keyboard_alone(language: str) -> None:
    desk = replace(desk_with(3), clock=Clock(DAY))
    app = XjtuiApp(desk, "demo", words_for(language))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        secretary = Secretary(app, pilot, desk)
        await pilot.pause()
        for _ in range(120):
            if desk.sheet("demo").total.complete:
                break
            await secretary.to_gap()
            await secretary.fill_in()
            await pilot.pause()
        assert desk.sheet("demo").total.complete
        await pilot.press("s")
        await pilot.pause()
        assert "示例一小支部" in app.screen.query_one("#text", Block).text
