"""What can be done with one item: the closing action at once, or all actions as a menu. Used by guide and search."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from screens.dialogs import Choose, Read
from screens.widgets.lines import line, paragraphs
from screens.widgets.rows import Row
from xjtui.domain.guide import Action, actions, gap_of
from xjtui.domain.plan import ProblemsRule, RatingsRule, SummaryRule, UrgingRule
from xjtui.domain.records import Kind
from xjtui.domain.states import ItemState
from xjtui.words import tell

if TYPE_CHECKING:
    from screens.base import XjtuiScreen
    from xjtui.desk import Saved

    Base = XjtuiScreen
else:
    Base = object


class ItemMenu(Base):
    """Mixed into a screen that has items."""

    def current_state(self) -> ItemState | None:
        """The item that is meant."""
        raise NotImplementedError

    def after_saving(self, saved: Saved | None) -> None:
        """Called when a form was saved, with None when it was left."""

    def stand_on(self, key: str) -> None:
        """Puts the cursor on an item."""

    # -- actions -----------------------------------------------------------------------------------------------------

    def do_fill_in(self) -> None:
        """Opens the one form that closes the gap; asks where several could be meant."""
        state = self.current_state()
        if state is None:
            return
        open_ones = [action for action in actions(self.sheet, state.item.key) if action.kind is not Kind.WAIVER]
        ready = [action for action in open_ones if action.bar is None]
        special = isinstance(state.item.rule, (RatingsRule, SummaryRule))
        if len(open_ones) == 1 and ready and not special and (not state.satisfied or not self._records(state)):
            self.open_action(ready[0])
            return
        self.do_item_menu()

    def do_item_menu(self) -> None:
        """Everything that can be done with the item."""
        state = self.current_state()
        if state is None:
            return
        choices = self._choices(state)
        rows = [Row(key, line(label)) for key, label, _ in choices]
        deeds = {key: deed for key, _, deed in choices}

        def chosen(key: str | None) -> None:
            if key is not None:
                with self.errors():
                    deeds[key]()

        title = self.w.guide.what_now(state.item.title.of(self.language))
        self.app.push_screen(Choose(title, rows, hint=self.w.choose), chosen)

    def _choices(self, state: ItemState) -> list[tuple[str, str, Callable[[], None]]]:
        w, key = self.w.guide, state.item.key
        found: list[tuple[str, str, Callable[[], None]]] = []
        rule = state.item.rule
        if isinstance(rule, RatingsRule):
            found.append(("place:look_back", w.look_back, lambda: self.open("look_back")))
        if isinstance(rule, SummaryRule):
            found.append(("place:summary", w.summary, lambda: self.open("summary")))
        if isinstance(rule, (ProblemsRule, UrgingRule)):
            found.append(("place:problems", w.problems, lambda: self.open("problems")))
        gap = gap_of(self.sheet, key)
        for blocked in gap.blocked_by if gap is not None else ():
            title = tell.item_title(self.words, self.sheet, blocked)
            found.append((f"item:{blocked}", w.go_to_item(title), partial(self.stand_on, blocked)))
        for n, action in enumerate(actions(self.sheet, key)):
            found.append((f"act:{n}", self.label_of(action), partial(self.open_action, action)))
        if count := self._records(state):
            found.append(("records", w.records_of(count), lambda: self.open("records", key, then=self.after_saving)))
        found.append(("explain", w.explain, lambda: self.explain(key)))
        return found

    def _records(self, state: ItemState) -> int:
        item = self.sheet.situation.plan.item(state.item.key)
        keys = {state.item.key, *(item.replaces if item else ())}
        return sum(record.item in keys and record.about is None for record in self.sheet.situation.records)

    def label_of(self, action: Action) -> str:
        """What an action does, and why it cannot be done now."""
        w, kind = self.w.guide, tell.action(self.words, action)
        if action.bar is not None:
            return f"({tell.bar(self.words, action.bar)})"
        if action.kind is Kind.WAIVER:
            return w.to_waive
        record = self.sheet.situation.record(action.record or action.about or "")
        said = w.to_edit(kind) if action.record else w.to_answer(kind) if action.about else w.to_enter(kind)
        if record is None:
            return said
        return f"{said} < {tell.record_line(self.words, record, self.sheet.situation)}"

    def open_action(self, action: Action) -> None:
        """The form of an action, with this person's draft; or why not."""
        if action.bar is not None:
            self.say(tell.bar(self.words, action.bar), "warning")
            return
        if why := self.desk.read_only(self.unit_id):
            self.say(self.w.read_only_why if why else "", "warning")
            return
        self.open("entry", action, then=self.after_saving)

    def do_explain(self) -> None:
        """Where the status of the item comes from."""
        if (state := self.current_state()) is not None:
            self.explain(state.item.key)

    def explain(self, key: str) -> None:
        """Clause, rule, records, what is missing."""
        from xjtui.report.explain import explain_text

        cells = max(40, min(72, self.size.width - 6))
        text = explain_text(self.sheet, key, self.words, width=cells)
        head, _, rest = text.partition("\n")
        self.app.push_screen(Read(head, list(paragraphs(rest.strip("\n"))), self.w.close))
