"""The guide: stages, the items of one stage, and everything about the item under the cursor. It opens all other screens."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from screens.actions import HELP, QUIT, SETTINGS, Act
from screens.base import XjtuiScreen, bar_read_only, menu_of
from screens.detail import TONE_OF, detail
from screens.dialogs import Choose
from screens.item_menu import ItemMenu
from screens.keys import digit_of
from screens.undo import Undo
from screens.widgets.block import Block
from screens.widgets.lines import Line, Span, Tone, line, width
from screens.widgets.rows import Row, Rows
from xjtui.desk import Saved
from xjtui.domain.guide import Gap, next_gap
from xjtui.domain.plan import Stage
from xjtui.domain.sheet import tally
from xjtui.domain.states import ItemState, Status
from xjtui.words import tell

WIDE = 100
"""From so many columns on, the list gets more room."""


class GuideScreen(ItemMenu, Undo, XjtuiScreen):
    """Where one starts and comes back to. The cursor begins on the next gap."""

    CSS_PATH = "guide.tcss"
    AUTO_FOCUS = "#items"
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("fill-in", ("enter",), lambda w: w.acts.fill_in, footer=1, menu=False),
        Act("item-menu", ("space",), lambda w: w.acts.item_menu, footer=2, menu=False),
        Act("next-gap", ("n",), lambda w: w.acts.next_gap, footer=3),
        Act("stages", ("1-5",), lambda w: w.acts.stages, menu=False),
        Act("search", ("/",), lambda w: w.acts.search, footer=4),
        Act("records", ("r",), lambda w: w.acts.records),
        Act("explain", ("e",), lambda w: w.acts.explain),
        Act("roster", ("m",), lambda w: w.acts.roster),
        Act("problems", ("p",), lambda w: w.acts.problems),
        Act("look-back", ("l",), lambda w: w.acts.look_back),
        Act("summary", ("s",), lambda w: w.acts.summary),
        Act("undo", ("u",), lambda w: w.acts.undo, bar=bar_read_only),
        SETTINGS,
        QUIT,
        Act("menu", ("escape",), lambda w: w.acts.menu, footer=8, menu=False),
    )

    def __init__(self) -> None:
        super().__init__()
        self.stage = ""
        self.hint: Line = ()
        self.spoken = ""

    def acts(self) -> tuple[Act, ...]:
        """Esc opens the menu here: there is nothing to go back to."""
        return (*self.ACTS, HELP)

    def body(self) -> ComposeResult:
        """Stages above, items at the left, one item at the right, a word on what comes next."""
        yield Block(fold=False, id="stages")
        with Horizontal(id="main"):
            yield Rows(id="items")
            # A widget of its own, so that it is not painted again with every line beside it.
            yield Block(id="divider")
            yield Block(id="detail")
        yield Block(fold=False, id="hint")

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """Everything anew; stage and cursor stay, the first time they go to the next gap."""
        sheet = self.sheet
        stages = sheet.stages()
        if not stages:
            self.query_one("#detail", Block).show([line(self.w.guide.no_items)])
            return
        cursor = None
        if self.stage not in [stage.key for stage in stages]:
            gap = next_gap(sheet)
            self.stage = gap.state.item.stage if gap else stages[0].key
            cursor = gap.state.item.key if gap else None
            self.tell_gap(gap, first=True)
        elif self.spoken != self.language:
            self.tell_gap(next_gap(sheet))
        self.draw_stages()
        self.query_one("#items", Rows).fill(self.rows_of(self.stage), cursor)
        self.draw_detail()

    def rows_of(self, stage: str) -> list[Row]:
        """The items of a stage."""
        words = self.words
        rows = []
        for state in self.sheet.of_stage(stage):
            tone = TONE_OF[state.status]
            mark = words.terms.status_mark[state.status]
            weak: Tone = "weak" if state.status is Status.NOT_APPLICABLE else ""
            text = line((f"{mark} ", tone), (state.item.title.of(self.language), weak))
            rows.append(Row(state.item.key, text, line((self.short_progress(state), "dim"))))
        return rows

    def short_progress(self, state: ItemState) -> str:
        """12/18 人; in languages with long measure words the figures alone."""
        said = tell.progress(self.words, state)
        return said if len(said) <= 8 and self.language == "zh" else said.split(" ")[0] if "/" in said else ""

    def draw_stages(self) -> None:
        """The strip: number, name, mark, done of applicable."""
        sheet, cells = self.sheet, self.size.width
        stages = sheet.stages()
        for names, gap in ((True, "  "), (True, ""), (False, " ")):
            spans: list[Span] = [(" ", "")]
            for n, stage in enumerate(stages, 1):
                spans.extend(self._stage(n, stage, names or stage.key == self.stage, close=not gap))
                spans.append((gap, ""))
            if width(tuple(spans[:-1])) <= cells:
                break
        self.query_one("#stages", Block).show([tuple(spans[:-1])])

    def _stage(self, n: int, stage: Stage, named: bool, *, close: bool) -> list[Span]:
        counted = tally(self.sheet.of_stage(stage.key))
        mark = "[ ]"
        tone: Tone = ""
        for status, holds in (
            (Status.OVERDUE, counted.overdue),
            (Status.MET, counted.complete),
            (Status.IN_PROGRESS, counted.started),
        ):
            if holds:
                mark, tone = self.words.terms.status_mark[status], TONE_OF[status]
                break
        name = stage.short.of(self.language) if named else ""
        here = stage.key == self.stage
        head = f"{'>' if here else ' '}{n} {name}{'' if close or not name else ' '}"
        return [(head, "cursor" if here else "key"), (mark, tone), (f"{counted.done}/{counted.of}", "")]

    def draw_detail(self) -> None:
        """The panel about the item under the cursor."""
        state = self.current_state()
        block = self.query_one("#detail", Block)
        if state is not None:
            cells = block.content_size.width or 40
            block.show(detail(self.words, self.sheet, state, cells, self.draft_of(state)))

    def draft_of(self, state: ItemState) -> str:
        """A word on a draft that waits under an item."""
        for draft in self.desk.drafts(self.unit_id).values():
            if draft.item == state.item.key:
                return self.w.guide.draft_kept(self.words.terms.kind[draft.kind], draft.saved_at)
        return ""

    def current_state(self) -> ItemState | None:
        """The item under the cursor."""
        row = self.query_one("#items", Rows).current
        return self.sheet.state(row.key) if row else None

    def on_resize(self, event: events.Resize) -> None:
        """One column below the contract's width, more room for the list above it."""
        self.set_class(event.size.width < 70, "-narrow")
        self.set_class(event.size.width >= WIDE, "-wide")
        if self.is_mounted and self.stage:
            self.draw_stages()
            self.call_after_refresh(self.draw_detail)

    # -- saying what comes next --------------------------------------------------------------------------------------

    def show_hint(self, parts: Line) -> None:
        """One line above the footer."""
        self.spoken = self.language
        self.query_one("#hint", Block).show([((" ", ""), *parts)])

    def tell_gap(self, gap: Gap | None, first: bool = False) -> None:
        """The next gap with its reason, or that nothing is missing."""
        w = self.w.guide
        if gap is None:
            self.show_hint(line((w.nothing_missing, "good")))
            return
        title = gap.state.item.title.of(self.language)
        lack = tell.missing(self.words, gap.missing, self.sheet, 3)
        said = (w.start if first else w.next)(title, tell.gap(self.words, gap), lack)
        self.show_hint(line(("> ", "key"), said))

    def stand_on(self, key: str) -> None:
        """Cursor and stage to an item."""
        state = self.sheet.state(key)
        if state is None:
            return
        self.stage = state.item.stage
        self.draw_stages()
        self.query_one("#items", Rows).fill(self.rows_of(self.stage), key)
        self.draw_detail()

    def after_saving(self, saved: Saved | None) -> None:
        """What the save changed; the cursor goes on to the next gap once the item is done."""
        if saved is None:
            return
        state = saved.sheet.state(saved.record.item)
        self.redraw()
        if state is None:
            self.show_hint(line((self.w.guide.saved_only(self.words.terms.kind[saved.record.kind]), "good")))
            return
        title = state.item.title.of(self.language)
        word = self.words.terms.status[state.status]
        said = self.w.guide.saved(title, tell.progress(self.words, state), word)
        self.stand_on(state.item.key)
        spans = line((said, "good"))
        if state.satisfied and (gap := next_gap(self.sheet)) is not None:
            self.stand_on(gap.state.item.key)
            spans = (*spans, *line(("  > ", "key"), f"{gap.state.item.title.of(self.language)}"))
        self.show_hint(spans)

    # -- keys --------------------------------------------------------------------------------------------------------

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The panel follows the cursor."""
        self.draw_detail()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Enter fills in, Space shows all that can be done."""
        with self.errors():
            if message.key == "space":
                self.do_item_menu()
            else:
                self.do_fill_in()

    def on_key(self, event: events.Key) -> None:
        """Digits and side arrows change the stage."""
        keys = [stage.key for stage in self.sheet.stages()]
        digit = digit_of(event)
        if digit is not None and 1 <= digit <= len(keys):
            self.to_stage(keys[digit - 1])
        elif event.key in ("left", "right") and self.stage in keys:
            step = 1 if event.key == "right" else -1
            self.to_stage(keys[(keys.index(self.stage) + step) % len(keys)])
        elif event.key in ("tab", "shift+tab"):
            self.toggle_panel()
        else:
            return
        event.stop()
        event.prevent_default()

    def toggle_panel(self) -> None:
        """The panel takes the arrows, to read what does not fit."""
        panel, items = self.query_one("#detail", Block), self.query_one("#items", Rows)
        panel.can_focus = items.has_focus
        (panel if items.has_focus else items).focus()

    def to_stage(self, key: str) -> None:
        """Shows another stage, the cursor on its first open item."""
        if key == self.stage:
            return
        self.stage = key
        states = self.sheet.of_stage(key)
        first = next((s.item.key for s in states if s.applicable and not s.satisfied), states[0].item.key)
        self.stand_on(first)

    # -- actions -----------------------------------------------------------------------------------------------------

    def do_next_gap(self) -> None:
        """On to the next gap, with its reason."""
        state = self.current_state()
        gap = next_gap(self.sheet, state.item.key if state else None)
        if gap is not None:
            self.stand_on(gap.state.item.key)
        self.tell_gap(gap)
        self.query_one("#items", Rows).focus()

    def do_search(self) -> None:
        """Opens the search; an item found is stood upon."""
        self.open("search", then=lambda key: self.stand_on(key) if key else None)

    def do_records(self) -> None:
        """The records of the item."""
        if (state := self.current_state()) is not None:
            self.open("records", state.item.key, then=self.after_saving)

    def do_roster(self) -> None:
        """Members."""
        self.open("roster")

    def do_problems(self) -> None:
        """The problem register."""
        self.open("problems")

    def do_look_back(self) -> None:
        """Rating item by item."""
        self.open("look_back")

    def do_summary(self) -> None:
        """Preview and export."""
        self.open("summary")

    def do_menu(self) -> None:
        """All actions as a list, for those whose input method eats the letters."""
        acts = {act.id: act for act in self.acts()}
        rows = [Row(id, line(label), line((key, "dim"))) for id, key, label in menu_of(self, self.acts())]
        shortcuts = {key: act.id for act in acts.values() if act.menu for key in act.keys}

        def chosen(id: str | None) -> None:
            if id is not None:
                self.run_act(acts[id])

        self.app.push_screen(Choose(self.w.guide.menu_title, rows, hint=self.w.choose, shortcuts=shortcuts), chosen)
