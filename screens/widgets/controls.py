"""What one answer is typed into: a line, a text, choices, a button. Each tells its raw answer; none checks it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from screens.keys import digit_of
from screens.widgets.block import Block
from screens.widgets.lines import Line, cells_of, line, pad
from screens.widgets.rows import Row, Rows

if TYPE_CHECKING:
    Base = Widget
else:
    Base = object


class Changed(Message):
    """The raw answer of a control is another; `settled`: it was chosen, not half typed."""

    def __init__(self, settled: bool = False) -> None:
        super().__init__()
        self.settled = settled


class Done(Message):
    """The user wants to go on to the next field."""


class Control(Base):
    """Mixed into each control."""

    @property
    def raw(self) -> str:
        """The raw answer, as the core reads it."""
        raise NotImplementedError

    def put_raw(self, raw: str) -> None:
        """Shows an answer."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Puts the keys here."""
        self.focus()


class LineControl(Input, Control):
    """A line of text."""

    def __init__(self, raw: str = "", *, replaced: bool = False, id: str | None = None) -> None:
        """`replaced`: typing takes the place of what stands there, as one wants it with a date."""
        super().__init__(raw, compact=True, select_on_focus=replaced, id=id)
        self.cursor_blink = False

    @property
    def raw(self) -> str:
        """As typed."""
        return self.value

    def put_raw(self, raw: str) -> None:
        """Without telling anybody."""
        with self.prevent(Input.Changed):
            self.value = raw
        self.cursor_position = len(raw)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Tells the form."""
        message.stop()
        self.post_message(Changed())

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter goes on."""
        message.stop()
        self.post_message(Done())


class TextControl(TextArea, Control):
    """A longer text. Enter breaks the line; on an empty line it goes on to the next field."""

    DEFAULT_CSS = """
    TextControl { height: auto; min-height: 2; max-height: 6; }
    """

    def __init__(self, raw: str = "", id: str | None = None) -> None:
        super().__init__(
            raw,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
            id=id,
        )
        self.cursor_blink = False

    @property
    def raw(self) -> str:
        """As typed, without the empty line that led on."""
        return self.text.rstrip("\n")

    def put_raw(self, raw: str) -> None:
        """Without telling anybody."""
        with self.prevent(TextArea.Changed):
            self.load_text(raw)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Tells the form."""
        message.stop()
        self.post_message(Changed())

    def on_key(self, event: events.Key) -> None:
        """Enter on an empty last line, and arrows at the edges, leave the text."""
        row, column = self.cursor_location
        last = self.document.line_count - 1
        if event.key == "enter" and row == last and not self.document.get_line(row).strip():
            event.stop()
            event.prevent_default()
            if last > 0:
                self.text = self.text.rstrip("\n")
            self.post_message(Done())
        elif (event.key == "up" and self.get_cursor_up_location() == (row, column)) or (
            event.key == "up" and row == 0 and self.wrapped_document.location_to_offset((row, column)).y == 0
        ):
            event.stop()
            event.prevent_default()
            self.screen.focus_previous()
        elif event.key == "down" and self.wrapped_document.location_to_offset((row, column)).y >= (
            self.wrapped_document.height - 1
        ):
            event.stop()
            event.prevent_default()
            self.screen.focus_next()


class OptionsControl(Rows, Control):
    """One or several of a few choices, all in sight, in as many columns as fit. Marks tell what is chosen, not colour."""

    DEFAULT_CSS = """
    OptionsControl { height: auto; max-height: 8; background: $field-bg; }
    OptionsControl:focus { background: $field-focus-bg; }
    """

    def __init__(self, choices: Sequence[tuple[str, str]], *, several: bool = False, id: str | None = None) -> None:
        super().__init__(wrap_ends=False, quiet=True, id=id)
        self.choices = tuple(choices)
        self.several = several
        self.chosen: tuple[str, ...] = ()
        self._foreign = ""
        self._draw()

    @property
    def raw(self) -> str:
        """The chosen key, or the keys; what was there before where it is none of the choices."""
        if not self.chosen:
            return self._foreign
        if not self.several:
            return self.chosen[0]
        from xjtui.domain.answers import raw_of

        return raw_of(list(self.chosen))

    def put_raw(self, raw: str) -> None:
        """Shows which are chosen; `raw` holds settled keys."""
        import json

        keys = [key for key, _ in self.choices]
        self._foreign = ""
        wanted: list[str] = []
        if self.several and raw.startswith("["):
            try:
                wanted = [str(one) for one in json.loads(raw)]
            except ValueError:
                wanted = []
        elif raw:
            wanted = [raw]
        self.chosen = tuple(key for key in wanted if key in keys)
        if raw and not self.chosen:
            self._foreign = raw
        self._draw()
        if self.chosen:
            self.go_to(self.chosen[0])

    def relabel(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other labels or choices; what is chosen stays."""
        if tuple(choices) != self.choices:
            self.choices = tuple(choices)
            self._draw()

    def _draw(self) -> None:
        on, off = ("[x]", "[ ]") if self.several else ("(*)", "( )")
        rows = []
        for n, (key, label) in enumerate(self.choices, 1):
            chosen = key in self.chosen
            lead = f"{n} " if n <= 9 else "  "
            rows.append(Row(key, line((lead, "key"), (f"{on if chosen else off} ", "good" if chosen else ""), label)))
        self.fill(rows, columns=self._columns())

    def _columns(self) -> int:
        cells = self.content_size.width or 56
        widest = max((cells_of(label) for _, label in self.choices), default=8) + 10
        return max(1, min(len(self.choices) or 1, cells // widest))

    def on_resize(self) -> None:
        """As many columns as fit."""
        if self._columns() != self.columns:
            self._draw()

    def get_content_height(self, container, viewport, width):  # type: ignore[no-untyped-def]
        """The columns that fit in that width decide."""
        widest = max((cells_of(label) for _, label in self.choices), default=8) + 10
        return self._height_of(len(self.choices), max(1, min(len(self.choices) or 1, width // widest)))

    def choose(self, key: str, *, toggle: bool = True) -> None:
        """Chooses, or ticks and unticks where several may be."""
        if not self.several:
            changed = self.chosen != (key,)
            self.chosen = (key,)
        else:
            changed = True
            kept = [one for one in self.chosen if one != key]
            ticked = {*kept} if key in self.chosen and toggle else {*kept, key}
            self.chosen = tuple(one for one, _ in self.choices if one in ticked)
        if changed:
            self._draw()
            self.post_message(Changed(settled=True))

    def on_key(self, event: events.Key) -> None:
        """Space and digits choose, Enter chooses and goes on."""
        digit = digit_of(event)
        if digit is not None and 0 < digit <= len(self.choices):
            event.stop()
            event.prevent_default()
            self.go_to(self.choices[digit - 1][0])
            self.choose(self.choices[digit - 1][0])
        elif event.key in ("space", "enter") and self.current is not None:
            event.stop()
            event.prevent_default()
            if event.key == "space" or not self.several:
                self.choose(self.current.key)
            if event.key == "enter":
                self.post_message(Done())

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A click on the cursor."""
        message.stop()
        self.choose(message.row.key)


class OpenControl(Block, Control, can_focus=True):
    """A line that opens a screen of its own on Enter or Space."""

    DEFAULT_CSS = """
    OpenControl { height: 1; background: $field-bg; padding: 0 1; }
    OpenControl:focus { background: $field-focus-bg; }
    """

    class Opened(Message):
        """The user wants to see inside."""

    def __init__(self, raw: str = "", id: str | None = None) -> None:
        super().__init__(fold=False, id=id)
        self._raw = raw
        self._says: Line = ()
        self._opens = ""

    @property
    def raw(self) -> str:
        """What came back from the screen."""
        return self._raw

    def put_raw(self, raw: str) -> None:
        """Keeps an answer."""
        self._raw = raw

    def tell(self, says: Line, opens: str) -> None:
        """What stands in the line."""
        self._says, self._opens = says, opens
        self.repaint()

    @property
    def text(self) -> str:
        """For tests."""
        return "".join(text for text, _ in self._says)

    def line_at(self, y: int) -> Line:
        """State at the left, how to open at the right."""
        lead: Line = ((">", "key"), (" ", "")) if self.has_focus else (("  ", ""),)
        return pad((*lead, *self._says, ("   ", ""), (self._opens, "dim")), self.content_size.width)

    def on_focus(self) -> None:
        """Shows where the keys go."""
        self.repaint()

    def on_blur(self) -> None:
        """Shows where the keys went."""
        self.repaint()

    def on_key(self, event: events.Key) -> None:
        """Opens."""
        event.prevent_default()
        if event.key in ("enter", "space"):
            event.stop()
            self.post_message(self.Opened())

    def on_click(self) -> None:
        """Opens."""
        self.post_message(self.Opened())
