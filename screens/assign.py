"""A person for every item: a table of items and names, with one row that gives all to one person."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from screens.actions import Act
from screens.base import XjtuiScreen
from screens.dialogs import Choose
from screens.widgets.block import Block
from screens.widgets.lines import line
from screens.widgets.rows import Row, Rows
from xjtui.domain.answers import raw_of, read
from xjtui.domain.fields import Field
from xjtui.words import tell

ALL = "*"


class AssignScreen(XjtuiScreen):
    """Its result is the raw answer. Esc keeps what was assigned: there is nothing to lose."""

    AUTO_FOCUS = "#table"
    DEFAULT_CSS = """
    AssignScreen { & #table { height: 1fr; margin: 1 1 0 1; } & #says { height: 1; padding: 0 2; } }
    """
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("give", ("enter",), lambda w: w.acts.fill_in, footer=1, menu=False),
        Act("done", ("f2",), lambda w: w.acts.done, footer=2),
    )

    def __init__(self, field: Field, raw: str) -> None:
        super().__init__()
        self.field = field
        self.raw = raw
        self.given: dict[str, str] = {}

    def heading(self) -> str:
        """What is asked."""
        return self.w.form.assign_title

    def body(self) -> ComposeResult:
        """The table and a count."""
        value = read(self.field, self.raw, self.desk.reading(self.sheet)) if self.raw.strip() else None
        self.given = dict(value) if isinstance(value, dict) else {}
        yield Rows(id="table")
        yield Block(id="says")

    def refresh_facts(self) -> None:
        """One row an item."""
        name = self.sheet.situation.name
        rows = [Row(ALL, line((self.w.form.assign_all, "key")))]
        for n, choice in enumerate(self.field.choices, 1):
            who = self.given.get(choice.key)
            right = line((name(who), "good")) if who else line((self.w.form.nobody, "dim"))
            rows.append(Row(choice.key, line((f"{n:>2} ", "dim"), tell.choice(self.words, self.field, choice)), right))
        self.query_one("#table", Rows).fill(rows)
        says = self.w.form.assigned(len(self.given), len(self.field.choices))
        self.query_one("#says", Block).show([line((says, "note"))])

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Asks who."""
        message.stop()
        self.ask(message.row.key)

    def ask(self, key: str) -> None:
        """Who takes an item, or all."""
        titles = {choice.key: tell.choice(self.words, self.field, choice) for choice in self.field.choices}
        title = self.w.form.assign_all if key == ALL else self.w.form.assign_who(titles[key])
        members = [Row(member.id, line(member.name)) for member in self.sheet.situation.everyone()]
        rows = [*members, Row("", line((self.w.form.nobody, "dim")))]

        def chosen(member: str | None) -> None:
            if member is None:
                return
            for one in titles if key == ALL else [key]:
                if member:
                    self.given[one] = member
                else:
                    self.given.pop(one, None)
            self.refresh_facts()
            if key != ALL:
                self.query_one("#table", Rows).move("down")

        self.app.push_screen(Choose(title, rows, hint=self.w.choose, cursor=self.given.get(key)), chosen)

    def do_give(self) -> None:
        """Enter outside the table."""
        self.query_one("#table", Rows).focus()

    def do_done(self) -> None:
        """Back with the answer."""
        self.leave(raw_of(self.given) if self.given else "")

    def do_back(self) -> None:
        """The same: what was assigned is kept."""
        self.do_done()
