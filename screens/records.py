"""The records of one item: list, contents, follow-ups, voiding and restoring. Figures and rules are the core's."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from screens.actions import BACK, HELP, Act
from screens.base import XjtuiScreen, bar_read_only
from screens.dialogs import AskText, Choose
from screens.undo import Undo
from screens.widgets.block import Block
from screens.widgets.lines import Line, Tone, line
from screens.widgets.rows import Row, Rows
from xjtui.desk import Saved
from xjtui.domain.forms import form_for
from xjtui.domain.guide import Action, actions, record_actions
from xjtui.domain.records import Record
from xjtui.words import tell


class RecordsScreen(XjtuiScreen, Undo):
    """Newest first, follow-ups below what they follow up. Its result is the last save, None where there was none."""

    CSS_PATH = "records.tcss"
    AUTO_FOCUS = "#list"
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("open-record", ("enter",), lambda w: w.acts.open_record, footer=1, menu=False),
        Act("add", ("a",), lambda w: w.acts.add_record, footer=2, bar=bar_read_only),
        Act("void", ("v", "delete"), lambda w: w.acts.void, footer=3, bar=bar_read_only),
        Act("undo", ("u",), lambda w: w.acts.undo, footer=4, bar=bar_read_only),
        BACK,
        HELP,
    )

    def __init__(self, item: str, at: str | None = None) -> None:
        super().__init__()
        self.item = item
        self.at = at
        self.saved: Saved | None = None

    def acts(self) -> tuple[Act, ...]:
        """All stand in the class."""
        return self.ACTS

    def heading(self) -> str:
        """Whose records."""
        return self.w.record.title(tell.item_title(self.words, self.sheet, self.item))

    def body(self) -> ComposeResult:
        """The list above, the contents of the record under the cursor below."""
        yield Rows(id="list", empty=line((f"  {self.w.record.none}", "dim")))
        yield Block(id="contents")

    # -- drawing -----------------------------------------------------------------------------------------------------

    def records(self) -> list[Record]:
        """Of the item, planned and voided ones too, newest deed first."""
        situation = self.sheet.situation
        item = situation.plan.item(self.item)
        keys = {self.item, *(item.replaces if item else ())}
        mine = [r for r in (*situation.records, *situation.oversight) if r.item in keys and r.about is None]
        return sorted(mine, key=lambda record: (record.day, record.entered, record.id), reverse=True)

    def followers(self, record: Record) -> list[Record]:
        """What follows a record up, oldest first."""
        situation = self.sheet.situation
        found = [r for r in (*situation.records, *situation.oversight) if r.about == record.id]
        return sorted(found, key=lambda one: (one.day, one.entered, one.id))

    def refresh_facts(self) -> None:
        """List and contents; the cursor stays on its record."""
        rows = []
        for record in self.records():
            rows.append(self._row(record, ""))
            rows.extend(self._row(follower, "  + ") for follower in self.followers(record))
        self.query_one("#list", Rows).fill(rows, self.at)
        self.at = None
        self.draw_contents()

    def _row(self, record: Record, lead: str) -> Row:
        situation = self.sheet.situation
        planned = record.day > situation.today
        tone: Tone = "weak" if record.voided else "note" if planned else ""
        mark = "-" if record.voided else "~" if planned else "x"
        said = tell.record_line(self.words, record, situation)
        if lead:
            said = f"{self.words.terms.kind[record.kind]} {said}"
        right = line((self.w.record.planned if planned and not record.voided else record.by, "dim"))
        return Row(record.id, line((lead, "dim"), (f"[{mark}] ", tone), (said, tone)), right)

    def current(self) -> Record | None:
        """The record under the cursor."""
        row = self.query_one("#list", Rows).current
        return self.sheet.situation.record(row.key) if row else None

    def draw_contents(self) -> None:
        """Every filled field of the record under the cursor, as one reads it."""
        record = self.current()
        self.query_one("#contents", Block).show(self.contents(record) if record is not None else [])

    def contents(self, record: Record) -> list[Line]:
        """Kind, who entered it when, and its fields."""
        situation, words = self.sheet.situation, self.words
        lines: list[Line] = [
            line(
                (words.terms.kind[record.kind], "head"),
                (f"   {self.w.record.entered(record.by, record.entered)}", "dim"),
                (f"   {words.phrases.entered_later}" if record.entered_later else "", "warn"),
            )
        ]
        if record.voided is not None:
            gone = record.voided
            said = words.phrases.voided_why(gone.by, tell.day(words, gone.at.date(), situation.today), gone.why)
            lines.append(line((said, "warn")))
        item = situation.plan.item(record.item)
        if item is None:
            return lines
        parent = situation.record(record.about) if record.about else None
        form = form_for(situation, item, record.kind, parent, record)
        for field in form.fields:
            value = tell.answer_text(words, record, field, situation)
            if value:
                label = tell.label(words, form, field)
                for n, piece in enumerate(value.splitlines()):
                    lines.append(line((f"{label}{words.phrases.colon}" if n == 0 else "  ", "dim"), piece))
        return lines

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Contents follow the cursor."""
        self.draw_contents()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """What can be done with the record."""
        message.stop()
        with self.errors():
            self.do_open_record()

    # -- actions -----------------------------------------------------------------------------------------------------

    def do_open_record(self) -> None:
        """Edit, follow up, void or restore."""
        record = self.current()
        if record is None:
            self.do_add()
            return
        w = self.w.record
        found = {f"act:{n}": action for n, action in enumerate(record_actions(self.sheet, record))}
        rows = []
        for key, action in found.items():
            if record.voided is not None:
                continue
            kind = tell.action(self.words, action)
            label = w.edit if action.record else w.follow(kind)
            why = f"  ({tell.bar(self.words, action.bar)})" if action.bar is not None else ""
            rows.append(Row(key, line((label, "weak" if why else ""), (why, "dim"))))
        rows.append(Row("restore", line(w.restore)) if record.voided else Row("void", line(w.void)))

        def chosen(key: str | None) -> None:
            with self.errors():
                if key == "void":
                    self.do_void()
                elif key == "restore":
                    self.restore(record.id)
                elif key is not None:
                    self.open_action(found[key])

        title = tell.record_line(self.words, record, self.sheet.situation)
        self.app.push_screen(Choose(title, rows, hint=self.w.choose), chosen)

    def open_action(self, action: Action) -> None:
        """A form; or why not."""
        if action.bar is not None:
            self.say(tell.bar(self.words, action.bar), "warning")
        elif why := bar_read_only(self):
            self.say(why, "warning")
        else:
            self.open("entry", action, then=self.after_saving)

    def after_saving(self, saved: Saved | None) -> None:
        """Stands on what was saved."""
        if saved is not None:
            self.saved = saved
            self.at = saved.record.id
            self.redraw()

    def do_add(self) -> None:
        """Another record of the item; asks of which kind where there are several."""
        found = [action for action in actions(self.sheet, self.item) if action.record is None and action.about is None]
        if len(found) == 1:
            self.open_action(found[0])
            return
        rows = [Row(str(n), line(tell.action(self.words, action))) for n, action in enumerate(found)]

        def chosen(key: str | None) -> None:
            if key is not None:
                self.open_action(found[int(key)])

        self.app.push_screen(Choose(self.w.guide.what_now(self.heading()), rows, hint=self.w.choose), chosen)

    def do_void(self) -> None:
        """Asks why, then voids; on a voided record it restores."""
        record, w = self.current(), self.w.record
        if record is None:
            return
        if record.voided is not None:
            self.restore(record.id)
            return

        def given(why: str | None) -> None:
            if why is not None:
                with self.errors():
                    self.desk.void(self.unit_id, record.id, why)
                    self.say(w.voided)
                self.xjtui.redraw_all()

        self.app.push_screen(
            AskText(
                w.void_title,
                [line(tell.record_line(self.words, record, self.sheet.situation)), line((w.void_why, "dim"))],
                check=lambda text: "" if text.strip() else w.void_reason_needed,
            ),
            given,
        )

    def restore(self, record_id: str) -> None:
        """Brings it back."""
        self.desk.restore(self.unit_id, record_id)
        self.say(self.w.record.restored)
        self.xjtui.redraw_all()

    def do_back(self) -> None:
        """Back, with the last save."""
        self.leave(self.saved)
