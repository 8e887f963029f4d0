"""One or several people (or other long choices): type to filter, arrows to the list below. It tells keys, or what was typed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from screens.widgets.block import Block
from screens.widgets.controls import Changed, Control, Done
from screens.widgets.lines import Line, cells_of, line
from screens.widgets.rows import Row, Rows
from xjtui.domain.answers import raw_of


class Typing(Input):
    """The line one types into; the picker sees the keys first."""

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=True)
        self.cursor_blink = False

    def on_key(self, event: events.Key) -> None:
        """Arrows, Enter and Space may belong to the list."""
        picker = self.parent
        if isinstance(picker, Picker) and picker.takes(event):
            event.stop()
            event.prevent_default()


class Offers(Rows, can_focus=False):
    """The list below the line; its cursor shows while the arrows are in it."""

    active = False

    @property
    def has_cursor(self) -> bool:
        """Whether the arrows are in the list."""
        return self.active


class Picker(Vertical, Control):
    """A line and, while it has the focus, the list of matches.

    `free`: what stands in no list is kept as written. `several`: Space ticks; the line is a filter only.
    """

    DEFAULT_CSS = """
    Picker {
        height: auto;
        & Block.picked { height: auto; max-height: 3; padding: 0 1; }
        & Offers { height: auto; max-height: 6; display: none; }
        &.-open Offers { display: block; }
    }
    """

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        *,
        several: bool = False,
        free: bool = False,
        says: tuple[str, str] = ("", ""),
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.choices = tuple(choices)
        self.several, self.free = several, free
        self.none_text, self.nobody_text = says
        self.chosen: tuple[str, ...] = ()
        self._typed = ""
        self._columns_now = 1

    def compose(self) -> ComposeResult:
        """Chosen names where several may be, the line, the offers."""
        if self.several:
            yield Block(classes="picked")
        yield Typing()
        yield Offers(wrap_ends=False, quiet=True, empty=line((f"  {self.nobody_text}", "dim")))

    def on_mount(self) -> None:
        """Draws what it was given before."""
        self._show_typed()
        self._draw()

    # -- answer ------------------------------------------------------------------------------------------------------

    @property
    def raw(self) -> str:
        """Keys where they were picked, the text where it was written."""
        if self.several:
            return raw_of(list(self.chosen))
        return self.chosen[0] if self.chosen else self._typed.strip()

    def put_raw(self, raw: str) -> None:
        """Shows an answer: keys, or a text."""
        keys = dict(self.choices)
        if self.several:
            try:
                wanted = [str(one) for one in json.loads(raw)] if raw.startswith("[") else [raw] if raw else []
            except ValueError:
                wanted = []
            # Who is no longer offered was chosen all the same; the core decides about them.
            self.chosen = tuple(wanted)
        else:
            self.chosen = (raw,) if raw in keys else ()
            self._typed = keys.get(raw, raw)
        if self.is_mounted:
            self._show_typed()
            self._draw()

    def relabel(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; what is chosen stays."""
        if tuple(choices) != self.choices:
            self.choices = tuple(choices)
            self._draw()

    def take_focus(self) -> None:
        """Into the line."""
        self.query_one(Typing).focus()

    def _show_typed(self) -> None:
        typing = self.query_one(Typing)
        with typing.prevent(Input.Changed):
            typing.value = "" if self.several else self._typed
        typing.cursor_position = len(typing.value)

    # -- list --------------------------------------------------------------------------------------------------------

    @property
    def filter(self) -> str:
        """What the list is narrowed by; a picked name narrows nothing."""
        typed = self.query_one(Typing).value.strip()
        return "" if not self.several and self.chosen else typed

    def _matches(self) -> list[tuple[str, str]]:
        wanted = _plain(self.filter)
        return [(key, label) for key, label in self.choices if wanted in _plain(label)]

    def _draw(self) -> None:
        offers = self.query_one(Offers)
        rows = []
        for key, label in self._matches():
            mark: Line = ()
            if self.several:
                mark = (("[x] ", "good") if key in self.chosen else ("[ ] ", ""),)
            rows.append(Row(key, (*mark, *line(label))))
        offers.fill(rows, columns=self._columns())
        if self.several:
            self._draw_picked()

    def _draw_picked(self) -> None:
        labels = dict(self.choices)
        names = [labels.get(key, key) for key in self.chosen]
        block = self.query_one(".picked", Block)
        said = line((f"{len(names)}: ", "good"), " ".join(names)) if names else line((self.none_text, "dim"))
        block.show([said])

    def _columns(self) -> int:
        cells = self.size.width or 56
        widest = max((cells_of(label) for _, label in self.choices), default=8) + (9 if self.several else 5)
        return max(1, cells // max(widest, 10))

    def on_resize(self) -> None:
        """As many columns as fit."""
        if (columns := self._columns()) != self._columns_now:
            self._columns_now = columns
            self._draw()

    # -- keys --------------------------------------------------------------------------------------------------------

    def takes(self, event: events.Key) -> bool:
        """Whether a key belongs to the list, and does it."""
        offers = self.query_one(Offers)
        if event.key == "down" and not offers.active and offers.rows:
            self._enter_list(True)
            return True
        if offers.active:
            return self._in_list(event, offers)
        if event.key == "enter":
            self._enter()
            return True
        if event.key == "space" and self.several and offers.rows and self.filter:
            self._pick(offers.rows[0].key)
            return True
        if event.key == "escape" and self.several and self.filter:
            self._clear()
            return True
        return False

    def _in_list(self, event: events.Key, offers: Offers) -> bool:
        key = event.key
        if key in ("enter", "space") and offers.current is not None:
            self._pick(offers.current.key)
            if not self.several:
                self._enter_list(False)
                self.post_message(Done())
            elif key == "enter":
                self._enter_list(False)
            return True
        if key == "up" and offers.cursor < offers.columns:
            self._enter_list(False)
            return True
        if key in ("up", "down", "left", "right", "pageup", "pagedown", "home", "end"):
            if not offers.move(key) and key == "down":
                self._enter_list(False)
                self.post_message(Done())
            return True
        if key in ("tab", "shift+tab", "escape"):
            self._enter_list(False)
            return key == "escape"
        if event.is_printable or key == "backspace":
            self._enter_list(False)
        return False

    def _enter_list(self, active: bool) -> None:
        offers = self.query_one(Offers)
        offers.active = active
        offers.repaint()

    def _enter(self) -> None:
        """In the line: the only match is meant; with several one has to look; else on to the next field."""
        matches = self._matches()
        typed = self.filter
        exact = [key for key, label in matches if _plain(label) == _plain(typed)]
        if typed and not self.free and len(exact or matches) == 1:
            self._pick((exact or [matches[0][0]])[0])
            if self.several:
                return
        elif typed and not self.free and len(matches) > 1:
            self._enter_list(True)
            return
        self.post_message(Done())

    def _pick(self, key: str) -> None:
        if self.several:
            self.chosen = tuple(k for k in self.chosen if k != key) if key in self.chosen else (*self.chosen, key)
            if self.filter:
                self._clear()
            self._draw()
        else:
            self.chosen = (key,)
            self._typed = dict(self.choices)[key]
            self._show_typed()
            self._draw()
        self.post_message(Changed(settled=True))

    def _clear(self) -> None:
        typing = self.query_one(Typing)
        with typing.prevent(Input.Changed):
            typing.value = ""
        self._draw()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Typing narrows the list; what was picked is typed over."""
        message.stop()
        if not self.several:
            self._typed = message.value
            self.chosen = ()
            self.post_message(Changed())
        self._draw()

    def on_descendant_focus(self) -> None:
        """The offers show while one is here."""
        self.add_class("-open")

    def on_descendant_blur(self) -> None:
        """Outside, the arrows are not in the list."""
        self.remove_class("-open")
        self._enter_list(False)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A click."""
        message.stop()
        self._pick(message.row.key)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "").casefold()
