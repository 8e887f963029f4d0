"""Search in items and records. Finding is plain text over what is shown; 台帐 and 台账 are the same."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from screens.actions import BACK, Act
from screens.base import XjtuiScreen
from screens.detail import TONE_OF
from screens.widgets.block import Block
from screens.widgets.lines import line
from screens.widgets.rows import Row, Rows
from xjtui.domain.sheet import Sheet
from xjtui.words import Words, tell

MOST = 60
"""So many records are shown; more are only counted."""


def fold(text: str) -> str:
    """For comparing: width and case do not matter, nor which of the two characters for «register» was typed."""
    return unicodedata.normalize("NFKC", text).casefold().replace("账", "帐")


def find_items(words: Words, sheet: Sheet, text: str) -> list[str]:
    """Keys of the items whose title, requirement, clause, help or key hold every word of `text`."""
    wanted = fold(text).split()
    found = []
    for state in sheet.states:
        item = state.item
        texts = [item.title, item.requirement, item.clause, *([item.help] if item.help else [])]
        hay = fold(" ".join([item.key, *(one.of(words.language) for one in texts)]))
        if all(word in hay for word in wanted):
            found.append(item.key)
    return found


def find_records(words: Words, sheet: Sheet, text: str) -> list[str]:
    """Ids of the records whose line or texts hold every word of `text`, newest first; anonymous names are not searched."""
    situation = sheet.situation
    wanted = fold(text).split()
    found = []
    for record in sorted(situation.records, key=lambda one: (one.day, one.entered), reverse=True):
        hidden = {"digest", "author"} if record.data.get("anonymous") else {"digest"}
        texts = [str(value) for key, value in record.data.items() if key not in hidden and isinstance(value, str)]
        parts = record.data.get("parts")
        if isinstance(parts, dict):
            texts.extend(str(value) for value in parts.values())
        hay = fold(" ".join([tell.record_line(words, record, situation), words.terms.kind[record.kind], *texts]))
        if all(word in hay for word in wanted):
            found.append(record.id)
    return found


class SearchScreen(XjtuiScreen):
    """Its result is the key of the item to stand on, None where one only looked."""

    AUTO_FOCUS = "#query"
    DEFAULT_CSS = """
    SearchScreen { & #query { margin: 1 1; } & #found { height: 1fr; } & #says { height: 1; padding: 0 2; } }
    """
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("open-record", ("enter",), lambda w: w.acts.open_record, footer=1, menu=False),
        BACK,
    )

    def acts(self) -> tuple[Act, ...]:
        """Letters belong to what is typed."""
        return self.ACTS

    def heading(self) -> str:
        """The screen's name."""
        return self.w.record.search_title

    def body(self) -> ComposeResult:
        """The line, what was found, how many."""
        field = Input(compact=True, select_on_focus=False, id="query")
        field.cursor_blink = False
        yield field
        yield Rows(id="found", wrap_ends=False)
        yield Block(fold=False, id="says")

    def refresh_facts(self) -> None:
        """Everything found, items first."""
        text = self.query_one("#query", Input).value.strip()
        says, found = self.query_one("#says", Block), self.query_one("#found", Rows)
        w, words, sheet = self.w.record, self.words, self.sheet
        if not text:
            found.fill([Row(f"item:{s.item.key}", *self._item(s.item.key)) for s in sheet.states])
            says.show([line((w.search_hint, "dim"))])
            return
        items, records = find_items(words, sheet, text), find_records(words, sheet, text)
        rows = [Row(f"item:{key}", *self._item(key)) for key in items]
        for record_id in records[:MOST]:
            record = sheet.situation.record(record_id)
            if record is not None:
                said = tell.record_line(words, record, sheet.situation)
                title = tell.item_title(words, sheet, record.item)
                rows.append(Row(f"record:{record_id}", line(("    ", ""), said), line((title, "dim"))))
        found.fill(rows)
        if not rows:
            says.show([line((w.nothing_found(text), "warn"))])
            return
        more = f"   {w.more_found(len(records) - MOST)}" if len(records) > MOST else ""
        says.show([line((f"{w.found_items(len(items))}   {w.found_records(len(records))}{more}", "note"))])

    def _item(self, key: str):  # type: ignore[no-untyped-def]
        state = self.sheet.state(key)
        assert state is not None
        mark = self.words.terms.status_mark[state.status]
        text = line((f"{mark} ", TONE_OF[state.status]), (state.item.title.of(self.language), "head"))
        return text, line((tell.progress(self.words, state), "dim"))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Finds while one types."""
        message.stop()
        self.refresh_facts()

    def on_key(self, event: events.Key) -> None:
        """The arrows and Enter work in the list while one types."""
        rows = self.query_one("#found", Rows)
        if not self.query_one("#query", Input).has_focus:
            if event.key == "up":
                event.stop()
                event.prevent_default()
                self.query_one("#query", Input).focus()
            return
        if event.key in ("down", "pagedown"):
            event.stop()
            event.prevent_default()
            rows.focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter opens the first."""
        message.stop()
        self.do_open_record()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Opens what was found."""
        message.stop()
        self.do_open_record()

    def do_open_record(self) -> None:
        """An item is stood upon in the guide; a record is opened in its list."""
        row = self.query_one("#found", Rows).current
        if row is None:
            return
        what, _, key = row.key.partition(":")
        if what == "item":
            self.leave(key)
            return
        record = self.sheet.situation.record(key)
        if record is not None:
            item = self.sheet.situation.plan.item(record.item)
            self.open("records", item.key if item else record.item, key)
