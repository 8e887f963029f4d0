"""The look-back: item after item a digit and a sentence, each saved at once. There is no rating of many at a stroke."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from screens.actions import BACK, HELP, Act
from screens.base import bar_read_only
from screens.dialogs import Choose
from screens.keys import digit_of
from screens.look_back_rows import Due, due_items, look_back_item, suggestion, told
from screens.more import MoreScreen, said
from screens.widgets.block import Block
from screens.widgets.lines import Line, Span, Tone, line
from screens.widgets.quiet import QuietLine
from screens.widgets.rows import Row, Rows
from xjtui.desk import Saved
from xjtui.domain.entry import Entry
from xjtui.domain.forms import RATINGS
from xjtui.domain.guide import Action
from xjtui.domain.records import Kind
from xjtui.words import tell


def _bar_rate(screen: LookBackScreen) -> str:
    return bar_read_only(screen) or ("" if screen.due else screen.more.look_back.empty)


RATE = Act("look-back-rate", ("enter", "1-4"), said(lambda m: m.look_back.rate), footer=1, menu=False, bar=_bar_rate)
KEEP = Act("look-back-keep", ("enter",), said(lambda m: m.look_back.keep), footer=1, menu=False)
NEXT = Act("look-back-next", ("n",), said(lambda m: m.look_back.go_on), footer=2)
FILTER = Act("look-back-filter", ("f",), said(lambda m: m.look_back.filter), footer=3)


class LookBackScreen(MoreScreen):
    """Items at the left, what the records show at the right, the comment below."""

    ACTS: ClassVar[tuple[Act, ...]] = (RATE, NEXT, FILTER)
    AUTO_FOCUS = "#items"
    CSS_PATH = "look_back.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.order: list[str] = []
        self.listed: dict[str, Due] = {}
        self.only_unrated = False
        self.typed: dict[str, tuple[str, str]] = {}
        self.rating = ""

    def acts(self) -> tuple[Act, ...]:
        """While a comment is written the letters belong to it."""
        return (KEEP, BACK, HELP) if self.is_mounted and self.typing else super().acts()

    def heading(self) -> str:
        """The screen's name."""
        return self.more.look_back.title

    def body(self) -> ComposeResult:
        """Figures, items, facts, the question, the comment."""
        yield Block(id="counts", fold=False)
        with Horizontal(id="main"):
            yield Rows(id="items")
            yield Block(id="facts")
        yield Block(id="ask", fold=False)
        yield QuietLine(id="comment")

    def on_mount(self) -> None:
        """Takes up a comment that was left half-written."""
        self.call_after_refresh(self._resume)

    @property
    def due(self) -> Due | None:
        """The item under the cursor."""
        row = self.query_one("#items", Rows).current
        return self.listed.get(row.key) if row else None

    @property
    def typing(self) -> bool:
        """Whether a comment is being written."""
        return self.query_one(QuietLine).wanted

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """List and facts anew. The order is made once, unrated first, so that nothing jumps while one rates."""
        words = self.more.look_back
        found = due_items(self.sheet)
        self.listed = {one.state.item.key: one for one in found}
        if set(self.order) != set(self.listed):
            self.order = [one.state.item.key for one in sorted(found, key=lambda one: one.rating is not None)]
        rated = sum(one.rating is not None for one in found)
        self.query_one("#counts", Block).show([line((words.counts(rated, len(found)), "head"))])
        items = self.query_one("#items", Rows)
        empty = words.not_here if look_back_item(self.sheet) is None else words.all_done if found else words.empty
        items.empty = line((f"  {empty}", "dim"))
        kept = [self.listed[key] for key in self.order]
        if self.only_unrated:
            kept = [one for one in kept if one.rating is None]
        items.fill([self._row(one) for one in kept])
        self._show()

    def _row(self, due: Due) -> Row:
        ratings, terms = self.words.terms.choices["rating"], self.words.terms
        mark = line((f"{terms.status_mark[due.state.status]} ", "dim"))
        tone: Tone = "" if due.rating is None else "dim"
        title: Span = (due.state.item.title.of(self.language), tone)
        if due.rating is None:
            right: Line = line((self.more.look_back.unrated, "weak"))
        else:
            right = line(("! ", "warn") if due.stale else "", (ratings.get(due.rating.text("rating"), ""), "good"))
        return Row(due.state.item.key, (*mark, *line(title)), right)

    def _show(self) -> None:
        facts, due = self.query_one("#facts", Block), self.due
        cells = facts.content_size.width or 40
        facts.show(told(self.words, self.sheet, due, cells) if due else [])
        self._ask()

    def _ask(self) -> None:
        words = self.more.look_back
        asked: Line = line((words.scale, "key"))
        if self.typing:
            asked = line((words.ask(self.words.terms.choices["rating"][self.rating]), "head"))
        self.query_one("#ask", Block).show([asked])
        self.draw_footer()

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Facts follow the cursor."""
        message.stop()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """The bar follows the width."""
        self.set_class(event.size.width >= 100, "-wide")
        if self.is_mounted:
            self.call_after_refresh(self._show)

    # -- rating ------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Digits rate; Tab lets the arrows scroll the facts."""
        digit = digit_of(event)
        if digit is not None and 1 <= digit <= len(RATINGS) and not self.typing:
            if why := _bar_rate(self):
                self.say(why, "warning")
            else:
                self.begin(RATINGS[digit - 1])
        elif event.key in ("tab", "shift+tab") and not self.typing:
            facts, items = self.query_one("#facts", Block), self.query_one("#items", Rows)
            facts.can_focus = items.has_focus
            (facts if items.has_focus else items).focus()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Without digits: a list of the ratings."""
        message.stop()
        self.run_act(RATE)

    def do_look_back_rate(self) -> None:
        """The four ratings to choose from."""
        due = self.due
        if due is None:
            return

        def done(rating: str | None) -> None:
            if rating is not None:
                self.begin(rating)

        names = self.words.terms.choices["rating"]
        now = due.rating.text("rating") if due.rating else None
        rows = [Row(rating, line(names[rating])) for rating in RATINGS]
        self.app.push_screen(Choose(due.state.item.title.of(self.language), rows, cursor=now), done)

    def begin(self, rating: str) -> None:
        """The comment: what was typed before, else the one there is, else a start made from the facts."""
        due = self.due
        if due is None:
            return
        self.rating = rating
        _, text = self.typed.get(due.state.item.key, ("", ""))
        if not text:
            text = due.rating.text("comment") if due.rating else suggestion(self.words, self.sheet, due.state)
        self.query_one(QuietLine).begin(text)
        self.query_one("#items", Rows).can_focus = False
        self._ask()

    def on_input_changed(self, message: Input.Changed) -> None:
        """What is typed is remembered for its item."""
        message.stop()
        if self.typing and self.due is not None:
            self.typed[self.due.state.item.key] = (self.rating, message.value)

    def do_look_back_keep(self) -> None:
        """Saves, and goes on to the next."""
        due, typed = self.due, self.query_one(QuietLine).value
        if due is None:
            return
        if not typed.strip():
            self.query_one("#ask", Block).show([line((self.more.look_back.comment_empty, "bad"))])
            return
        entry = self._entry(due.state.item.key, self.rating, typed)
        saved = self.attempt(lambda: self.desk.save(self.unit_id, entry))
        if saved is None:
            return
        if not isinstance(saved, Saved):
            fault = tell.fault(self.words, saved[0], entry.form, self.sheet)
            self.query_one("#ask", Block).show([line((fault, "bad"))])
            return
        self.desk.drop_draft(self.unit_id, entry)
        self.typed.pop(due.state.item.key, None)
        self._end()
        self.redraw()
        self.do_look_back_next()

    def _entry(self, item: str, rating: str, comment: str) -> Entry:
        """A rating made again on the same day mends the first; on another day it is a new one."""
        from xjtui.domain.guide import open_entry

        asking, due = look_back_item(self.sheet), self.listed.get(item)
        assert asking is not None
        old = due.rating if due else None
        record = old.id if old is not None and old.day == self.sheet.situation.today else None
        entry = open_entry(self.sheet, Action(asking.item.key, Kind.RATING, record=record))
        return entry.put("item", item).put("rating", rating).put("comment", comment)

    def _end(self) -> None:
        comment, items = self.query_one(QuietLine), self.query_one("#items", Rows)
        items.can_focus = True
        items.focus()
        comment.end()
        self._ask()

    def do_back(self) -> None:
        """From the comment to the list, what was typed stays; from the list back."""
        if self.typing:
            self._end()
            return
        self.before_leaving()
        self.leave()

    def before_leaving(self) -> None:
        """Keeps the comment that was begun last."""
        if not self.typed:
            return
        item, (rating, comment) = list(self.typed.items())[-1]
        if item in self.listed and rating and comment.strip():
            self.desk.keep_draft(self.unit_id, self._entry(item, rating, comment))

    def _resume(self) -> None:
        with self.errors():
            self._take_up()

    def _take_up(self) -> None:
        asking = look_back_item(self.sheet)
        for draft in self.desk.drafts(self.unit_id).values():
            item = draft.answers.get("item", "")
            if (
                asking is not None
                and draft.item == asking.item.key
                and draft.kind is Kind.RATING
                and item in self.listed
            ):
                self.typed[item] = (draft.answers.get("rating", ""), draft.answers.get("comment", ""))
                self.query_one("#items", Rows).go_to(item)
                if self.typed[item][0] in RATINGS and not bar_read_only(self):
                    self.begin(self.typed[item][0])

    # -- going on ----------------------------------------------------------------------------------------------------

    def do_look_back_next(self) -> None:
        """On to the next that is not rated, going round."""
        here = self.due.state.item.key if self.due else ""
        place = self.order.index(here) if here in self.order else -1
        later = self.order[place + 1 :] + self.order[: place + 1]
        following = next((key for key in later if self.listed[key].rating is None), None)
        if following is None:
            self.say(self.more.look_back.all_done)
        else:
            self.query_one("#items", Rows).go_to(following)

    def do_look_back_filter(self) -> None:
        """Unrated only, or all."""
        self.only_unrated = not self.only_unrated
        self.refresh_facts()
