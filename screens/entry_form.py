"""The entry form: renders any form of the core and hands every answer to it. It checks nothing itself."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from screens.actions import BACK, HELP, Act
from screens.assign import AssignScreen
from screens.attendance import AttendanceScreen
from screens.base import XjtuiScreen, bar_read_only
from screens.conflict import Conflict, differences
from screens.dialogs import Confirm
from screens.field_row import FieldRow
from screens.widgets.block import Block
from screens.widgets.controls import Changed, Done, OpenControl
from screens.widgets.lines import line
from screens.widgets.rows import Row, Rows
from xjtui.desk import Saved
from xjtui.domain.answers import Reading, read
from xjtui.domain.entry import Entry, answer, answers_of
from xjtui.domain.fields import Fault, Field, FieldKind
from xjtui.domain.guide import Action, open_entry
from xjtui.domain.plan import Basis
from xjtui.errors import ConflictError
from xjtui.words import tell

PAUSE = 0.8
"""Seconds without a key after which a draft is kept."""


class EntryScreen(XjtuiScreen):
    """One form. Its result is what the save made (`Saved`), None when it was left; what was typed is then a draft."""

    CSS_PATH = "entry_form.tcss"
    AUTO_FOCUS = ""
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("next-field", ("tab",), lambda w: w.acts.next_field, footer=1, menu=False),
        Act("save", ("f2", "ctrl+s"), lambda w: w.acts.save, footer=2, bar=bar_read_only),
        Act("drop-draft", ("f4",), lambda w: w.acts.drop_draft),
        BACK,
        replace(HELP, keys=("f1",)),
    )

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action
        self.entry: Entry
        self.pristine: Entry
        self.revision = 0
        self.rows: list[FieldRow] = []
        self._timer: Timer | None = None
        self._warned = False

    def acts(self) -> tuple[Act, ...]:
        """Letters belong to what is typed here."""
        return self.ACTS

    def heading(self) -> str:
        """What is being entered, edited or followed up."""
        kind, w = self.words.terms.kind[self.action.kind], self.w.form
        return w.edit(kind) if self.action.record else w.new(kind)

    # -- building ----------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """What it is about, the fields, the buttons, help for the field under the cursor."""
        sheet = self.sheet
        self.pristine = open_entry(sheet, self.action)
        self.entry, self.draft = self.desk.resume(sheet, self.action)
        self.revision = self._stored_revision()
        reading = self.desk.reading(sheet)
        self.rows = [
            FieldRow(field, self.entry.form, self.words, reading, self.entry.raw(field), n)
            for n, field in enumerate(self.entry.form.fields)
        ]
        yield Block(fold=False, id="about")
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.rows
            yield Rows(self._buttons(), columns=2, wrap_ends=False, quiet=True, id="buttons")
        yield Block(id="field-help")

    def _buttons(self) -> list[Row]:
        return [Row("save", line(f"[ {self.w.form.save} ]")), Row("drop", line(f"[ {self.w.form.drop} ]"))]

    def _stored_revision(self) -> int:
        record = self.sheet.situation.record(self.action.record) if self.action.record else None
        return record.revision if record else 0

    @property
    def reading(self) -> Reading:
        """What answers are read against, as of now."""
        return self.desk.reading(self.sheet)

    def on_mount(self) -> None:
        """Starts in the first field; tells of a draft."""
        self.show_asked()
        if self.draft is not None:
            self.say(self.w.form.resumed(self.draft.saved_at))
        asked = self.asked_rows()
        # Dates stand there already; the first thing to answer is what one comes for.
        first = next((row for row in asked if not row.raw), asked[0] if asked else None)
        if first is not None:
            self.call_after_refresh(first.take_focus)

    def on_resize(self) -> None:
        """Fields stand apart where there is room for it."""
        self.call_after_refresh(self._space)

    def _space(self) -> None:
        scroll = self.query_one("#fields")
        rows = self.asked_rows()
        used = sum(row.size.height for row in rows) + 3
        scroll.set_class(bool(scroll.size.height) and used + len(rows) <= scroll.size.height, "-roomy")

    def refresh_facts(self) -> None:
        """Others wrote, or the language changed: labels and choices anew, everything typed stays."""
        fresh = open_entry(self.sheet, self.action)
        form = fresh.form
        if [field.key for field in form.fields] == [field.key for field in self.entry.form.fields]:
            self.entry = replace(self.entry, form=form)
            self.pristine = fresh
            for row, field in zip(self.rows, form.fields, strict=True):
                row.retell(field, form, self.words, self.reading)
        if self._stored_revision() != self.revision and not self._warned:
            self._warned = True
            self.say(self.w.form.changed_meanwhile, "warning")
        self.query_one("#about", Block).show([line((self.about(), "head"))])
        self.query_one("#buttons", Rows).fill(self._buttons())
        self.show_help()

    def about(self) -> str:
        """The item, or the record that is followed up."""
        sheet = self.sheet
        title = tell.item_title(self.words, sheet, self.action.item)
        parent = sheet.situation.record(self.entry.form.about) if self.entry.form.about else None
        if parent is None:
            item = sheet.situation.plan.item(self.action.item)
            said = item.requirement.of(self.language) if item else ""
            return f"{title}  {said}"
        return f"{title}  {tell.record_line(self.words, parent, sheet.situation)}"

    # -- fields ------------------------------------------------------------------------------------------------------

    def asked_rows(self) -> list[FieldRow]:
        """The rows of the fields that are asked now."""
        asked = {field.key for field in self.entry.asked()}
        return [row for row in self.rows if row.field.key in asked]

    def show_asked(self) -> None:
        """Shows the fields that are asked, hides the others."""
        asked = {field.key for field in self.entry.asked()}
        for row in self.rows:
            row.display = row.field.key in asked

    def row_of(self, widget: Widget | None) -> FieldRow | None:
        """The field a widget belongs to."""
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parent if isinstance(widget.parent, Widget) else None
        return widget

    @property
    def here(self) -> FieldRow | None:
        """The field under the cursor."""
        return self.row_of(self.focused)

    def settle(self, row: FieldRow) -> None:
        """Hands an answer to the core and shows what it says; an untouched field is only looked at."""
        field = row.field
        given = row.touched or field.key in self.entry.answers
        taken = answer(self.entry, field.key, row.raw if row.touched else self.entry.raw(field), self.reading)
        if given:
            self.entry = taken.entry
        self.show_fault(row, taken.fault)
        if given:
            self.show_asked()

    def show_fault(self, row: FieldRow, fault: Fault | None) -> None:
        """Below its field, in words."""
        row.show_fault(fault, tell.fault(self.words, fault, self.entry.form, self.sheet) if fault else "")

    def collect(self) -> Entry:
        """The entry with what stands in the controls just now, read or not."""
        entry = self.entry
        for row in self.rows:
            if row.touched and entry.answers.get(row.field.key) != row.raw:
                entry = entry.put(row.field.key, row.raw)
        return entry

    def show_help(self) -> None:
        """Help for the field under the cursor: what to write, and how."""
        row, w = self.here, self.w.form
        block = self.query_one("#field-help", Block)
        if row is None:
            block.show([line((self.w.acts.save.help, "note"))])
            return
        field = row.field
        what = tell.help_text(self.words, row.form, field) or tell.label(self.words, row.form, field)
        if field.kind is FieldKind.ATTENDANCE:
            what = w.attendance_help
        notes = [] if field.required else [w.optional]
        if field.basis is Basis.INFERRED:
            notes.append(w.inferred)
        extra = f"（{self.words.phrases.joiner.join(notes)}）" if self.language == "zh" else f" ({', '.join(notes)})"
        block.show([line((what, "note"), (extra if notes else "", "dim")), line((row.keys_text(), "dim"))])

    # -- events ------------------------------------------------------------------------------------------------------

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Help follows the cursor."""
        self.show_help()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field that is left is checked at once."""
        row = self.row_of(event.widget)
        if row is not None and self.is_attached and row.display:
            self.settle(row)

    @on(Changed)
    def _typed(self, message: Changed) -> None:
        message.stop()
        row = self.row_of(message._sender if isinstance(message._sender, Widget) else None)
        if row is None:
            return
        if message.settled:
            self.settle(row)
        elif row.fault is not None:
            # What was wrong is being mended; it is looked at again when the field is left.
            row.show_fault(None)
        self.keep_soon()

    @on(Done)
    def _done(self, message: Done) -> None:
        message.stop()
        self.screen.focus_next()

    @on(Rows.Chosen, "#buttons")
    def _pressed(self, message: Rows.Chosen) -> None:
        message.stop()
        with self.errors():
            (self.do_save if message.row.key == "save" else self.do_drop_draft)()

    def on_key(self, event: events.Key) -> None:
        """Up and down go to the neighbouring field where the control does not want them."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            (self.focus_previous if event.key == "up" else self.focus_next)()

    @on(OpenControl.Opened)
    def _open(self, message: OpenControl.Opened) -> None:
        message.stop()
        row = self.here
        if row is None:
            return
        with self.errors():
            if row.field.kind is FieldKind.ATTENDANCE:
                self.open_attendance(row)
            else:
                self.app.push_screen(AssignScreen(row.field, row.raw), lambda raw: self.brought(row, raw))

    def open_attendance(self, row: FieldRow) -> None:
        """The grid, for the date that stands in the form."""
        field = self.entry.form.field("day")
        day = None
        if field is not None:
            day_row = next(one for one in self.rows if one.field.key == "day")
            self.settle(day_row)
            day = read(field, self.entry.raw(field), self.reading)
        if day is None or isinstance(day, Fault):
            self.say(self.w.form.day_first, "warning")
            return
        if day > self.sheet.situation.today:
            self.say(self.w.form.in_future, "warning")
            return
        host = next((one.raw for one in self.rows if one.field.key == "host"), "")
        record = self.sheet.situation.record(self.action.record) if self.action.record else None
        self.app.push_screen(AttendanceScreen(day, row.raw, host, record), lambda raw: self.brought(row, raw))

    def brought(self, row: FieldRow, raw: str | None) -> None:
        """What came back from a screen above."""
        if raw is not None and raw != row.raw:
            row.input.put_raw(raw)
            self.settle(row)
            self.keep_soon()
        row.tell_state()
        row.take_focus()

    # -- drafts ------------------------------------------------------------------------------------------------------

    def keep_soon(self) -> None:
        """A draft is kept when the keys rest."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self.keep_now)

    def keep_now(self) -> None:
        """Keeps what is typed; what is as it was before anybody typed leaves no draft."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        with self.errors():
            self._keep()

    def _keep(self) -> bool:
        entry = self.collect()
        if dict(entry.answers) == dict(self.pristine.answers):
            self.desk.drop_draft(self.unit_id, entry)
            return False
        self.desk.keep_draft(self.unit_id, entry)
        return entry.touched

    def before_leaving(self) -> None:
        """The line may be cut: keep the draft at once."""
        if self.rows:
            self._keep()

    # -- actions -----------------------------------------------------------------------------------------------------

    def do_next_field(self) -> None:
        """Only reached where Tab finds nothing to go to."""
        self.focus_next()

    def do_back(self) -> None:
        """Back; what was typed stays as a draft."""
        with self.errors():
            if self._keep():
                self.say(self.w.form.draft_kept)
        self.leave(None)

    def do_drop_draft(self) -> None:
        """Starts again; this cannot be taken back, so it asks."""

        def sure(yes: bool | None) -> None:
            if yes:
                with self.errors():
                    self.desk.drop_draft(self.unit_id, self.entry)
                    self.begin(open_entry(self.sheet, self.action))
                    self.say(self.w.form.draft_dropped)

        w = self.w.form
        self.app.push_screen(Confirm(w.drop_title, w.drop_text, w.drop, w.keep_on), sure)

    def begin(self, entry: Entry) -> None:
        """Shows another entry in the same fields."""
        self.entry = entry
        for row in self.rows:
            row.put(entry.raw(row.field))
            row.show_fault(None)
        self.show_asked()
        self.rows[0].take_focus()

    def do_save(self) -> None:
        """All faults at once, or the record."""
        for row in self.asked_rows():
            self.settle(row)
        if self._stored_revision() != self.revision:
            self.show_conflict()
            return
        try:
            made = self.desk.save(self.unit_id, self.entry)
        except ConflictError:
            self._keep()
            self.show_conflict()
            return
        if not isinstance(made, Saved):
            self.show_faults(made)
            return
        self.desk.drop_draft(self.unit_id, self.entry)
        if self._timer is not None:
            self._timer.stop()
        self.leave(made)

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Each below its field; the cursor goes to the first."""
        by_key: dict[str, Fault] = {}
        for fault in faults:
            by_key.setdefault(fault.key, fault)
        first: FieldRow | None = None
        for row in self.rows:
            fault_here = by_key.pop(row.field.key, None)
            self.show_fault(row, fault_here)
            if fault_here is not None and first is None and row.display:
                first = row
        self.say(self.w.form.faults(len(faults)), "warning")
        for fault in by_key.values():
            self.say(tell.fault(self.words, fault, self.entry.form, self.sheet), "error")
        if first is not None:
            first.take_focus()

    # -- conflict ----------------------------------------------------------------------------------------------------

    def show_conflict(self) -> None:
        """Both versions; whichever is taken, nothing typed is lost before one has chosen."""
        record = self.sheet.situation.record(self.action.record) if self.action.record else None
        stored = answers_of(record) if record is not None else {}
        found = differences(self.words, self.entry, stored, self.reading)

        def chosen(what: str | None) -> None:
            with self.errors():
                if what == "mine":
                    self.revision = self._stored_revision()
                    self.do_save()
                elif what == "theirs":
                    self.desk.drop_draft(self.unit_id, self.entry)
                    self.revision = self._stored_revision()
                    self.begin(open_entry(self.sheet, self.action))

        self.app.push_screen(Conflict(self.words, found), chosen)


def fields_of(screen: EntryScreen) -> dict[str, Field]:
    """The fields by key, for tests."""
    return {field.key: field for field in screen.entry.form.fields}
