"""The records of one item: each with what followed it up, what it says, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult

from screens.actions import Act
from screens.base import XjtuiScreen, bar_read_only
from screens.dialogs import AskText, Choose
from screens.undo import Undo
from screens.widgets.block import Block
from screens.widgets.lines import Line, line, paragraphs
from screens.widgets.rows import Row, Rows
from xjtui.desk import Saved
from xjtui.domain.forms import form_for
from xjtui.domain.guide import Action, actions, record_actions
from xjtui.domain.records import Record
from xjtui.report.records import select, threaded
from xjtui.words import tell


def _bar_void(screen: RecordsScreen) -> str:
    record = screen.current_record()
    if record is not None and record.voided is not None:
        return screen.w.record.voided
    return bar_read_only(screen)


class RecordsScreen(Undo, XjtuiScreen):
    """Left with the last save (`Saved`), None where nothing was saved. `record_id` is where the cursor begins."""

    CSS_PATH = "records.tcss"
    AUTO_FOCUS = "#rows"
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("open-record", ("enter",), lambda w: w.acts.open_record, footer=1, menu=False),
        Act("fill-in", ("a",), lambda w: w.acts.fill_in, footer=2, bar=bar_read_only),
        Act("void", ("v", "delete"), lambda w: w.acts.void, footer=3, bar=_bar_void),
        Act("restore", ("t",), lambda w: w.acts.restore, bar=bar_read_only),
        Act("undo", ("u",), lambda w: w.acts.undo, footer=4, bar=bar_read_only),
        Act("explain", ("e",), lambda w: w.acts.explain),
    )

    def __init__(self, item: str, record_id: str | None = None) -> None:
        super().__init__()
        self.item = item
        self.start = record_id
        self.saved: Saved | None = None

    def heading(self) -> str:
        """The item's records."""
        return self.w.record.title(tell.item_title(self.words, self.sheet, self.item))

    def body(self) -> ComposeResult:
        """The list above, the record under the cursor below."""
        yield Rows(id="rows", empty=line((self.w.record.none, "dim")))
        yield Block(id="about")

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """The list anew; the cursor stays on its record."""
        rows = [self._row(record) for record in threaded(select(self.sheet, self.item))]
        self.query_one("#rows", Rows).fill(rows, self.start)
        self.start = None
        self.draw_about()

    def _row(self, record: Record) -> Row:
        gone = record.voided is not None
        ahead = not gone and record.day > self.sheet.situation.today
        lead = "    " if record.about else ""
        mark = "[-] " if gone else "    "
        text = line((f"{lead}{mark}", "weak" if gone else ""))
        said = tell.record_line(self.words, record, self.sheet.situation)
        return Row(
            record.id,
            (*text, *line((said, "weak" if gone else ""))),
            line((self.w.record.planned, "note")) if ahead else line((record.by, "dim")),
        )

    def draw_about(self) -> None:
        """Everything the record under the cursor says."""
        record = self.current_record()
        self.query_one("#about", Block).show(self._about(record) if record is not None else [])

    def _about(self, record: Record) -> list[Line]:
        w, sheet = self.w.record, self.sheet
        said = w.entered(record.by, record.entered)
        lines = [line((self.words.terms.kind[record.kind], "head"), "  ", (said, "dim"))]
        if record.voided is not None:
            day = tell.day(self.words, record.voided.at.date())
            why = self.words.phrases.voided_why(record.voided.by, day, record.voided.why)
            lines.append(line((why, "bad")))
        item = sheet.situation.plan.item(record.item)
        if item is None:
            return lines
        about = sheet.situation.record(record.about) if record.about else None
        form = form_for(sheet.situation, item, record.kind, about, record)
        for field in form.fields:
            said = tell.answer_text(self.words, record, field, sheet.situation)
            if said.strip():
                label = line((f"{tell.label(self.words, form, field)}  ", "dim"))
                first, *rest = paragraphs(said)
                lines.extend([(*label, *first), *rest])
        return lines

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The panel follows the cursor."""
        message.stop()
        self.draw_about()

    def current_record(self) -> Record | None:
        """The record under the cursor."""
        row = self.query_one("#rows", Rows).current
        return self.sheet.situation.record(row.key) if row else None

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Enter on a record."""
        message.stop()
        self.do_open_record()

    def do_open_record(self) -> None:
        """What can be done with the record: change it, follow it up, take it back."""
        record = self.current_record()
        if record is None:
            self.do_fill_in()
            return
        w = self.w.record
        found: list[tuple[str, str, Callable[[], None]]] = []
        if record.voided is None:
            for n, action in enumerate(record_actions(self.sheet, record)):
                found.append((f"act:{n}", self._act_label(action), lambda one=action: self._open(one)))  # type: ignore[misc]
            found.append(("void", w.void, self.do_void))
        else:
            found.append(("restore", w.restore, self.do_restore))
        deeds = {key: deed for key, _, deed in found}

        def chosen(key: str | None) -> None:
            if key is not None:
                with self.errors():
                    deeds[key]()

        rows = [Row(key, line(label)) for key, label, _ in found]
        self.app.push_screen(Choose(w.what_now, rows, hint=self.w.choose), chosen)

    def _act_label(self, action: Action) -> str:
        if action.bar is not None:
            kind = tell.action(self.words, action)
            return f"{kind} ({tell.bar(self.words, action.bar)})"
        return self.w.record.edit if action.record else self.w.record.follow(tell.action(self.words, action))

    def _open(self, action: Action) -> None:
        if action.bar is not None:
            self.say(tell.bar(self.words, action.bar), "warning")
        elif why := bar_read_only(self):
            self.say(why, "warning")
        else:
            self.open("entry", action, then=self._after)

    def _after(self, saved: Saved | None) -> None:
        if saved is not None:
            self.saved = saved
            self.start = saved.record.id
        self.redraw()

    def do_fill_in(self) -> None:
        """One more record of this item."""
        ready = [action for action in actions(self.sheet, self.item) if action.bar is None and action.record is None]
        if not ready:
            barred = actions(self.sheet, self.item)
            self.say(tell.bar(self.words, barred[0].bar) if barred and barred[0].bar else self.w.record.none, "warning")
            return
        if len(ready) == 1:
            self._open(ready[0])
            return
        rows = [Row(str(n), line(self.w.guide.to_enter(tell.action(self.words, one)))) for n, one in enumerate(ready)]
        title = self.w.guide.what_now(tell.item_title(self.words, self.sheet, self.item))
        self.app.push_screen(
            Choose(title, rows, hint=self.w.choose), lambda key: self._open(ready[int(key)]) if key else None
        )

    def do_void(self) -> None:
        """Takes the record back; it stays, with the reason."""
        record = self.current_record()
        if record is None:
            return
        w = self.w.record

        def given(why: str | None) -> None:
            if why:
                with self.errors():
                    self.desk.void(self.unit_id, record.id, why)
                    self.say(w.voided)
                self.redraw()

        text = tell.record_line(self.words, record, self.sheet.situation)
        check: Callable[[str], str] = lambda said: "" if said.strip() else w.void_reason_needed  # noqa: E731
        self.app.push_screen(AskText(w.void_title, f"{text}\n{w.void_why}", check=check), given)

    def do_restore(self) -> None:
        """Brings a voided record back."""
        record = self.current_record()
        if record is not None:
            with self.errors():
                self.desk.restore(self.unit_id, record.id)
                self.say(self.w.record.restored)
            self.redraw()

    def do_explain(self) -> None:
        """Where the item's status comes from."""
        from screens.dialogs import Read
        from xjtui.report.explain import explain_text

        cells = max(40, min(72, self.size.width - 6))
        head, _, rest = explain_text(self.sheet, self.item, self.words, width=cells).partition("\n")
        self.app.push_screen(Read(head, list(paragraphs(rest.strip("\n"))), self.w.close))

    def do_back(self) -> None:
        """Back, with what was saved here last."""
        self.leave(self.saved)
