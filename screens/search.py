"""Search in items and records while typing; what is chosen becomes the result. The guide goes there."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from screens.actions import Act
from screens.base import XjtuiScreen
from screens.detail import TONE_OF
from screens.widgets.block import Block
from screens.widgets.lines import Line, line
from screens.widgets.rows import Row, Rows
from xjtui.domain.records import Record
from xjtui.domain.states import ItemState
from xjtui.words import tell

MOST = 60
"""So many records are listed at the most; more say that more was found."""


def folded(text: str) -> str:
    """As it is compared: plain forms of full-width signs, small letters, one spelling of 台帐 (also written 台账)."""
    return unicodedata.normalize("NFKC", text).casefold().replace("台账", "台帐")


class SearchScreen(XjtuiScreen):
    """Its result is the key of the item that was chosen, None where nothing was."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "#wanted"
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("open-record", ("enter",), lambda w: w.acts.open_record, footer=1, menu=False),
    )

    def heading(self) -> str:
        """Search."""
        return self.w.record.search_title

    def body(self) -> ComposeResult:
        """What is looked for, what was found, and how to go on."""
        yield Input(id="wanted", compact=True, select_on_focus=False)
        yield Block(id="said")
        yield Rows(id="found", wrap_ends=False)

    def on_mount(self) -> None:
        """No blinking: it costs bytes while nothing happens."""
        self.query_one(Input).cursor_blink = False
        super().on_mount()

    def refresh_facts(self) -> None:
        """Looks again, with the words that stand there."""
        self.look()

    @on(Input.Changed)
    def look(self) -> None:
        """Every word must occur; items first, then records, the newest first."""
        wanted = folded(self.query_one(Input).value).split()
        items = [state for state in self.sheet.states if self._holds(self._item_text(state), wanted)]
        records = [record for record in self._records() if wanted and self._holds(self._record_text(record), wanted)]
        rows = [self._item_row(state) for state in items]
        rows += [self._record_row(record) for record in records[:MOST]]
        self.query_one("#found", Rows).fill(rows, rows[0].key if rows else None)
        self.query_one("#said", Block).show([self._said(bool(wanted), len(items), len(records))])

    def _said(self, asked: bool, items: int, records: int) -> Line:
        w = self.w.record
        if not asked:
            return line((w.search_hint, "dim"))
        if not items and not records:
            return line((w.nothing_found(self.query_one(Input).value.strip()), "warn"))
        said = f"{w.found_items(items)}  {w.found_records(records)}"
        more = f"  {w.more_found(records - MOST)}" if records > MOST else ""
        return line((said + more, "dim"))

    @staticmethod
    def _holds(text: str, wanted: list[str]) -> bool:
        return all(word in text for word in wanted)

    def _item_text(self, state: ItemState) -> str:
        item = state.item
        texts = (item.title, item.requirement, item.clause, *((item.help,) if item.help else ()))
        said = [spelled for text in texts for spelled in text.by_language.values()]
        return folded(" ".join((item.key, *said, self.words.terms.status[state.status])))

    def _records(self) -> list[Record]:
        return list(reversed(self.sheet.situation.known))

    def _record_text(self, record: Record) -> str:
        situation = self.sheet.situation
        kept = {key: value for key, value in record.data.items() if key not in ("attendance", "digest")}
        if record.data.get("anonymous"):
            kept.pop("author", None)
        kind = self.words.terms.kind[record.kind]
        return folded(f"{record.id} {kind} {tell.record_line(self.words, record, situation)} {_flat(kept)}")

    def _item_row(self, state: ItemState) -> Row:
        mark = self.words.terms.status_mark[state.status]
        text = line((f"{mark} ", TONE_OF[state.status]), state.item.title.of(self.language))
        return Row(f"item:{state.item.key}", text, line((tell.progress(self.words, state), "dim")))

    def _record_row(self, record: Record) -> Row:
        title = tell.item_title(self.words, self.sheet, record.item)
        text = line("    ", tell.record_line(self.words, record, self.sheet.situation))
        return Row(f"record:{record.id}", text, line((title, "dim")))

    # -- keys --------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """The arrows walk through what was found while the typing goes on; typed characters are text, not actions."""
        walks = event.key in ("up", "down", "pageup", "pagedown") and self.query_one("#found", Rows).move(event.key)
        if walks or event.is_printable:
            event.stop()
            event.prevent_default()

    @on(Input.Submitted)
    def do_open_record(self) -> None:
        """Goes to what the cursor stands on: an item in the guide, a record among its item's records."""
        row = self.query_one("#found", Rows).current
        if row is None:
            return
        kind, _, key = row.key.partition(":")
        if kind == "item":
            self.leave(key)
            return
        record = self.sheet.situation.record(key)
        item = self.sheet.situation.plan.item(record.item) if record else None
        if item is not None:
            self.open("records", item.key, key, then=lambda _: self.leave(item.key))

    @on(Rows.Chosen)
    def chosen(self, message: Rows.Chosen) -> None:
        """A click does the same."""
        message.stop()
        self.do_open_record()


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(_flat(one) for one in value.values())
    if isinstance(value, (list, tuple)):
        return " ".join(_flat(one) for one in value)
    return str(value)
