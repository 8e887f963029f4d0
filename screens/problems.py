"""The problem register: what was found, by when it is to be mended, how it went. Entering is the entry form's."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from screens.actions import Act
from screens.base import bar_read_only
from screens.columns import Column, fitted, heading_of, row_of
from screens.dialogs import AskText, Choose
from screens.more import MoreScreen, said
from screens.problem_rows import Case, Show, case_kind, cases, mark, register_item, shown, statements, tallied, told
from screens.widgets.block import Block
from screens.widgets.lines import Line, Span, line, spread
from screens.widgets.rows import Row, Rows
from xjtui.desk import Saved
from xjtui.domain.guide import Action
from xjtui.domain.problems import Step, possible_steps
from xjtui.domain.records import Kind
from xjtui.words import tell

COLUMNS = (
    Column("mark", 3),
    Column("no", 4, right=True),
    Column("found", 5),
    Column("text", 9, share=1),
    Column("class", 8),
    Column("owner", 8),
    Column("first", 9),
    Column("deadline", 7),
    Column("stand", 8),
)

NARROW = 64
"""Below so many cells the detail alone tells class and first deadline."""

OPEN = Act("problem-open", ("enter",), said(lambda m: m.problems.open), footer=1, menu=False)


def _bar_add(screen: ProblemsScreen) -> str:
    return bar_read_only(screen) or ("" if register_item(screen.sheet) else screen.more.problems.not_here)


def _bar_none(screen: ProblemsScreen) -> str:
    item = register_item(screen.sheet)
    if item is not None and cases(screen.sheet, item):
        return screen.more.problems.has_problems
    return _bar_add(screen)


ADD = Act("problem-add", ("a",), said(lambda m: m.problems.add), footer=2, bar=_bar_add)
FILTER = Act("problem-filter", ("f",), said(lambda m: m.problems.filter), footer=3)
NONE = Act("problem-none", ("o",), said(lambda m: m.problems.state_none), footer=4, bar=_bar_none)


class ProblemsScreen(MoreScreen):
    """The list above, the problem under the cursor below."""

    ACTS: ClassVar[tuple[Act, ...]] = (OPEN, ADD, FILTER, NONE)
    AUTO_FOCUS = "#cases"
    CSS_PATH = "problems.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.showing = Show.OPEN
        self.cases: dict[str, Case] = {}

    def heading(self) -> str:
        """The screen's name."""
        return self.more.problems.title

    def body(self) -> ComposeResult:
        """Figures, list, detail."""
        yield Block(id="counts", fold=False)
        yield Block(id="head", fold=False)
        yield Rows(id="cases")
        yield Block(id="about", indent=2)

    @property
    def case(self) -> Case | None:
        """The problem under the cursor."""
        row = self.query_one("#cases", Rows).current
        return self.cases.get(row.key) if row else None

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """Figures, list and detail anew; the cursor stays with its problem."""
        words, sheet, today = self.more.problems, self.sheet, self.sheet.situation.today
        item = register_item(sheet)
        listed = cases(sheet, item) if item else ()
        self.cases = {one.problem.record.id: one for one in listed}
        kept = shown(listed, self.showing, today)
        room = max(20, self.size.width - 2)
        right = line((f"{words.show[self.showing]} {len(kept)}", "dim"))
        left = line((words.counts(tallied(listed, today)), "head"))
        self.query_one("#counts", Block).show([spread(left, right, room)])
        cells = max(40, self.size.width - 3)
        told_ = {one.problem.record.id: self._cells(one) for one in kept}
        kept_columns = [column for column in COLUMNS if cells >= NARROW or column.key not in ("first", "class")]
        columns = fitted(kept_columns, words.head, told_.values())
        self.query_one("#head", Block).show([heading_of(columns, cells, words.head)] if kept else [])
        table = self.query_one("#cases", Rows)
        empty = words.not_here if item is None else words.none_shown if listed else words.empty
        table.empty = line((f"  {empty}", "dim"))
        table.fill([Row(one.problem.record.id, row_of(columns, cells, told_[one.problem.record.id])) for one in kept])
        self._show_case()

    def _cells(self, case: Case) -> dict[str, Span]:
        words, situation, problem = self.more.problems, self.sheet.situation, case.problem
        record, late = problem.record, problem.overdue(situation.today)
        return {
            "mark": mark(problem, situation.today),
            "no": (str(case.number), "dim"),
            "found": (self.short_day(record.day), ""),
            "text": (record.text("text"), ""),
            "class": (words.short.get(record.text("class"), ""), ""),
            "owner": (situation.name(record.text("owner")), ""),
            "first": (self.short_day(problem.first_deadline), "dim"),
            "deadline": (self.short_day(problem.deadline), "bad" if late else ""),
            "stand": (words.overdue if late else words.stand[problem.stand], "bad" if late else ""),
        }

    def _show_case(self) -> None:
        case, lines = self.case, list[Line]()
        if case is not None:
            lines = told(self.words, self.sheet, case)
        elif (item := register_item(self.sheet)) is not None:
            for one in statements(self.sheet, item):
                when = tell.day(self.words, one.day, self.sheet.situation.today)
                lines.append(line(self.more.problems.statement(when, one.text("reason"))))
        self.query_one("#about", Block).show(lines)

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The problem under the cursor."""
        message.stop()
        self._show_case()

    def on_resize(self, event: events.Resize) -> None:
        """Columns follow the width."""
        if self.is_mounted:
            self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Tab lets the arrows scroll a long course of a problem."""
        if event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            about, table = self.query_one("#about", Block), self.query_one("#cases", Rows)
            about.can_focus = table.has_focus
            (about if table.has_focus else table).focus()

    # -- actions -----------------------------------------------------------------------------------------------------

    def do_problem_filter(self) -> None:
        """The next sort of problems."""
        sorts = tuple(Show)
        self.showing = sorts[(sorts.index(self.showing) + 1) % len(sorts)]
        self.refresh_facts()

    def do_problem_add(self) -> None:
        """A new one."""
        item = register_item(self.sheet)
        if item is not None:
            self.open("entry", Action(item.key, case_kind(item)), then=self._saved)

    def do_problem_none(self) -> None:
        """The statement that there are none."""
        item = register_item(self.sheet)
        if item is not None:
            self.open("entry", Action(item.key, Kind.NO_PROBLEM), then=self._saved)

    def _saved(self, saved: Saved | None) -> None:
        if saved is None:
            return
        self.refresh_facts()
        key = saved.record.about or saved.record.id
        case = self.cases.get(key)
        if case is not None and case not in shown(self.cases.values(), self.showing, self.sheet.situation.today):
            # What was just entered shall be seen.
            self.showing = Show.ALL
            self.refresh_facts()
        self.query_one("#cases", Rows).go_to(key)
        self.say(self.w.guide.saved_only(tell.record_title(self.words, saved.record, self.sheet.situation)))

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """What can happen to the problem."""
        message.stop()
        self.do_problem_open()

    def do_problem_open(self) -> None:
        """Every step, those impossible now with the reason; then editing and voiding."""
        case, words = self.case, self.more.problems
        if case is None:
            self.choose_act(words.title, (ADD, NONE, FILTER))
            return
        read_only = bar_read_only(self)
        possible = possible_steps(case.problem)
        bars = {step: read_only or ("" if step in possible else words.impossible[case.problem.stand]) for step in Step}
        rows = []
        for step in Step:
            name = self.words.terms.choices["step"][step]
            why: Line = line((f"  {bars[step]}", "dim")) if bars[step] else ()
            rows.append(Row(step, (*line((name, "weak" if bars[step] else "")), *why)))
        rows += [Row("edit", line(words.edit)), Row("void", line(words.void)), Row("add", line(ADD.words(self.w).help))]

        def done(answer: str | None) -> None:
            if answer is None:
                return
            if answer == "add":
                self.run_act(ADD)
            elif why := bars[Step(answer)] if answer in bars else read_only:
                self.say(why, "warning")
            elif answer == "void":
                self._void(case)
            else:
                self._open(case, answer)

        first = next((str(step) for step in possible if not bars[step]), None)
        title = words.pick(case.number)
        self.app.push_screen(Choose(title, rows, case.problem.record.text("text"), cursor=first), done)

    def _open(self, case: Case, answer: str) -> None:
        record = case.problem.record
        action = Action(case.item, Kind.STEP, about=record.id, presets={"step": answer})
        if answer == "edit":
            action = Action(case.item, record.kind, record=record.id)
        self.open("entry", action, then=self._saved)

    def _void(self, case: Case) -> None:
        words = self.more.problems

        def check(why: str) -> str:
            return "" if why.strip() else self.w.record.void_reason_needed

        def done(why: str | None) -> None:
            if why is not None:
                with self.errors():
                    self.desk.void(self.unit_id, case.problem.record.id, why)
                    self.refresh_facts()
                    self.say(self.w.record.voided)

        self.app.push_screen(AskText(words.void_ask(case.number), words.void_help, check=check), done)
