"""The attendance grid: who was there on a day, marked by digits or Space. The core decides what the marks mean."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from screens.actions import BACK, HELP, Act
from screens.base import XjtuiScreen
from screens.dialogs import Choose
from screens.keys import digit_of
from screens.leave import LeaveDetails, LeaveDialog
from screens.widgets.block import Block
from screens.widgets.lines import Span, Tone, cells_of, line, pad
from screens.widgets.rows import Row, Rows
from xjtui.domain.answers import raw_of, read
from xjtui.domain.attendance import HERE, LEAVES, Mark, Rate, freeze
from xjtui.domain.fields import Field, FieldKind
from xjtui.domain.records import Record
from xjtui.words import tell

ORDER = tuple(Mark)
TONE: dict[Mark | None, Tone] = {
    Mark.PRESENT: "",
    Mark.LATE: "warn",
    Mark.OFFICIAL: "note",
    Mark.SICK: "note",
    Mark.PRIVATE: "note",
    Mark.ABSENT: "bad",
    None: "weak",
}
FIELD = Field("attendance", FieldKind.ATTENDANCE, False)

_APART: Span = ("   ", "")


class AttendanceScreen(XjtuiScreen):
    """Its result is the raw answer: `all`, or the exceptions as JSON; None where nothing was marked.

    `record` is the session being edited: on its own date the roster stays the one that was frozen with it.
    """

    AUTO_FOCUS = "#grid"
    DEFAULT_CSS = """
    AttendanceScreen {
        & #counts { height: 1; padding: 0 1; }
        & #legend { height: 1; padding: 0 1; margin-bottom: 1; }
        & #grid { height: 1fr; margin: 0 1; }
        & #exempt { height: auto; max-height: 2; padding: 0 2; }
        & #filter { display: none; margin: 0 1; }
        &.-filter #filter { display: block; }
    }
    """
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("all-present", ("0", "a"), lambda w: w.acts.all_present, footer=1),
        Act("mark", ("1-6",), lambda w: w.acts.mark),
        Act("cycle", ("space",), lambda w: w.acts.cycle, footer=3),
        Act("filter", ("/",), lambda w: w.acts.filter, footer=4),
        Act("done", ("f2", "enter"), lambda w: w.acts.done, footer=2),
        BACK,
        HELP,
    )

    def __init__(self, day: date, raw: str, approver: str = "", record: Record | None = None) -> None:
        super().__init__()
        self.day = day
        self.raw = raw
        self.approver = approver
        self.record = record
        self.should: tuple[str, ...] = ()
        self.exempt: tuple[str, ...] = ()
        self.marks: dict[str, Mark] = {}
        self.details: dict[str, LeaveDetails] = {}
        self.began: dict[str, object] = {}

    def acts(self) -> tuple[Act, ...]:
        """All stand in the class."""
        return self.ACTS

    def heading(self) -> str:
        """Which day."""
        return self.w.form.attendance_title(self.day)

    def body(self) -> ComposeResult:
        """Counts, what the digits mean, the grid, who is exempt, the filter."""
        self._read()
        yield Block(fold=False, id="counts")
        yield Block(fold=False, id="legend")
        yield Rows(wrap_ends=False, id="grid", empty=line((self.w.form.nobody_on(self.day), "warn")))
        yield Block(id="exempt")
        yield Input(id="filter", compact=True, select_on_focus=False)

    def _read(self) -> None:
        situation = self.sheet.situation
        self.should, self.exempt = freeze(situation.members, self.day)
        kept = self.record.data.get("attendance") if self.record is not None and self.record.day == self.day else None
        if isinstance(kept, dict):
            self.should = tuple(kept.get("should", self.should))
            self.exempt = tuple(kept.get("exempt", self.exempt))
        if not self.raw.strip():
            return
        value = read(FIELD, self.raw, self.desk.reading(self.sheet), self.day)
        if not isinstance(value, dict):
            return
        for member in self.should:
            entry = value.get(member, {})
            self.marks[member] = Mark(entry.get("mark", Mark.PRESENT))
            if self.marks[member] in LEAVES:
                self.details[member] = LeaveDetails.of(entry)
        self.began = self._state()

    def _state(self) -> dict[str, object]:
        return {**self.marks, "": dict(self.details)}

    def on_mount(self) -> None:
        """No blinking."""
        self.query_one("#filter", Input).cursor_blink = False

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """Counts and grid; the cursor stays."""
        grid = self.query_one("#grid", Rows)
        names = self.sheet.situation.names(self.should)
        word_cells = max(cells_of(word) for word in self.w.form.mark_short.values())
        name_cells = min(20, max((cells_of(name) for name in names), default=6))
        columns = max(1, (self.size.width - 2) // (name_cells + word_cells + 6))
        grid.fill([self._row(member, name_cells) for member in self.shown()], columns=columns)
        self._draw_counts()
        w = self.w.form
        legend: list[tuple[str, Tone]] = []
        for n, mark in enumerate(ORDER, 1):
            legend += [(f"{n} ", "key"), (f"{self.w.form.mark_short[mark]}  ", TONE[mark])]
        legend += [("0 ", "key"), (self.w.acts.all_present.label, "")]
        self.query_one("#legend", Block).show([tuple(legend)])
        exempt = tell.names(self.words, self.sheet.situation.names(self.exempt), 20)
        self.query_one("#exempt", Block).show([line((w.exempt(exempt), "dim"))] if self.exempt else [])

    def shown(self) -> list[str]:
        """Members the filter lets through."""
        wanted = _plain(self.query_one("#filter", Input).value) if self.has_class("-filter") else ""
        name = self.sheet.situation.name
        return [member for member in self.should if wanted in _plain(name(member))]

    def _row(self, member: str, name_cells: int) -> Row:
        mark = self.marks.get(member)
        word = self.w.form.mark_short[mark] if mark else "--"
        sign = "*" if mark in LEAVES and not self.details.get(member, LeaveDetails()).approver else ""
        name = self.sheet.situation.name(member)
        return Row(member, (*pad(line(name), name_cells + 1), *line((word + sign, TONE[mark]))))

    def _draw_counts(self) -> None:
        w = self.w.form
        here = sum(mark in HERE for mark in self.marks.values())
        leave = sum(mark in LEAVES for mark in self.marks.values())
        absent = sum(mark is Mark.ABSENT for mark in self.marks.values())
        blank = len(self.should) - len(self.marks)
        parts: list[Span] = [
            (w.should(len(self.should)), "head"),
            (w.present(here), "good"),
            (w.on_leave(leave), "note"),
        ]
        parts += [(w.absent(absent), "bad" if absent else "")]
        if blank:
            parts.append((w.unmarked(blank), "warn"))
        percent = Rate(here, len(self.should)).percent
        if percent is not None and not blank:
            parts.append((w.rate(percent), "head"))
        spans: list[Span] = [piece for part in parts for piece in (part, _APART)]
        self.query_one("#counts", Block).show([line(*spans)])

    def on_resize(self) -> None:
        """As many columns as fit."""
        if self.is_mounted:
            self.refresh_facts()

    # -- marking -----------------------------------------------------------------------------------------------------

    def current(self) -> str | None:
        """The member under the cursor."""
        row = self.query_one("#grid", Rows).current
        return row.key if row else None

    def set_mark(self, member: str, mark: Mark, *, onward: bool) -> None:
        """Marks one person; leave asks for its approver."""
        self.marks[member] = mark
        if mark not in LEAVES:
            self.details.pop(member, None)
        self.refresh_facts()
        if mark in LEAVES and onward:
            self.ask_details(member)
        elif onward:
            self._onward()

    def _onward(self) -> None:
        grid = self.query_one("#grid", Rows)
        if not grid.move("right" if grid.columns > 1 else "down"):
            return

    def ask_details(self, member: str) -> None:
        """Approver, reason, date of approval."""
        name = self.sheet.situation.name(member)
        # Nobody approves their own leave, so it is not proposed.
        details = self.details.get(member) or LeaveDetails(approver="" if self.approver == name else self.approver)

        def given(found: LeaveDetails | None) -> None:
            if found is not None:
                self.details[member] = found
                self.approver = found.approver or self.approver
            self.refresh_facts()
            self._onward()

        mark = self.words.terms.mark[self.marks[member]]
        self.app.push_screen(
            LeaveDialog(self.sheet.situation.name(member), mark, details, self.w.form, self.desk.reading(self.sheet)),
            given,
        )

    def on_key(self, event: events.Key) -> None:
        """Digits mark; a Chinese character begins the filter."""
        if self.query_one("#filter", Input).has_focus:
            if event.key in ("enter", "down", "escape"):
                event.stop()
                event.prevent_default()
                self.close_filter(clear=event.key == "escape")
            return
        member, digit = self.current(), digit_of(event)
        if digit is not None and 1 <= digit <= len(ORDER) and member is not None:
            self.set_mark(member, ORDER[digit - 1], onward=True)
        elif event.key == "escape" and self.has_class("-filter"):
            self.close_filter(clear=True)
        elif event.character and not event.character.isascii() and event.character.isalpha() and digit is None:
            self.do_filter(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Space cycles, Enter opens the details of a leave, or is done."""
        message.stop()
        if message.key == "space":
            self.do_cycle()
        elif self.marks.get(message.row.key) in LEAVES and message.key == "enter":
            self.ask_details(message.row.key)
        elif message.key == "enter":
            self.do_done()

    def do_cycle(self) -> None:
        """The next kind of mark for the one under the cursor."""
        member = self.current()
        if member is not None:
            old = self.marks.get(member)
            new = ORDER[(ORDER.index(old) + 1) % len(ORDER)] if old else Mark.PRESENT
            self.set_mark(member, new, onward=False)

    def do_mark(self) -> None:
        """By digit only."""

    def do_all_present(self) -> None:
        """Everybody not yet marked was there; exceptions stay as they are."""
        for member in self.should:
            self.marks.setdefault(member, Mark.PRESENT)
        self.refresh_facts()

    # -- filter ------------------------------------------------------------------------------------------------------

    def do_filter(self, begin: str = "") -> None:
        """Opens the line to filter by name."""
        field = self.query_one("#filter", Input)
        self.add_class("-filter")
        field.value = begin
        field.cursor_position = len(begin)
        field.focus()

    def close_filter(self, *, clear: bool) -> None:
        """Back to the grid; the filter stays unless cleared."""
        field = self.query_one("#filter", Input)
        if clear or not field.value:
            field.value = ""
            self.remove_class("-filter")
        self.query_one("#grid", Rows).focus()
        self.refresh_facts()

    @on(Input.Changed, "#filter")
    def _filtered(self, message: Input.Changed) -> None:
        message.stop()
        self.refresh_facts()

    # -- ending ------------------------------------------------------------------------------------------------------

    def answer(self) -> str:
        """The raw answer the core reads: the exceptions, or `all`."""
        found = {}
        for member in self.should:
            mark = self.marks.get(member, Mark.PRESENT)
            if mark is not Mark.PRESENT:
                details = self.details.get(member, LeaveDetails()) if mark in LEAVES else LeaveDetails()
                found[member] = {"mark": str(mark), **details.answers()}
        return raw_of(found) if found else "all"

    def do_done(self) -> None:
        """Back with the answer; asks what the unmarked were."""
        if not self.should:
            self.leave(None)
            return
        blank = len(self.should) - len(self.marks)
        if not blank:
            self.leave(self.answer())
            return
        w = self.w.form
        rows = [
            Row("back", line(self.w.form.rest_back)),
            Row("present", line(w.rest_as(blank, self.words.terms.mark[Mark.PRESENT]))),
            Row("absent", line(w.rest_as(blank, self.words.terms.mark[Mark.ABSENT]))),
        ]
        self.app.push_screen(Choose(w.unmarked(blank), rows, hint=self.w.choose), self._rest)

    def _rest(self, what: str | None) -> None:
        if what in ("present", "absent"):
            for member in self.should:
                self.marks.setdefault(member, Mark(what))
            self.leave(self.answer())

    def do_back(self) -> None:
        """Nothing marked: nothing changes. Something marked: it is not lost, the rest has to be settled first."""
        if self._state() == self.began or not self.marks:
            self.leave(None)
        else:
            self.do_done()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "").casefold()


def read_marks(raw: str) -> dict[str, dict[str, str]]:
    """The exceptions in a raw answer, for tests."""
    return {} if raw in ("", "all") else json.loads(raw)
