"""Small questions above a screen: yes or no, a line of text, one of several. Each gives back its answer, None for Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from screens.keys import name_of
from screens.widgets.block import Block
from screens.widgets.lines import Line, line, paragraphs
from screens.widgets.rows import Row, Rows

T = TypeVar("T")


class Dialog(ModalScreen[T | None], Generic[T]):
    """A box in the middle; Esc closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "Rows, Input"
    DEFAULT_CSS = """
    Dialog {
        align: center middle; background: transparent;
        & > Vertical {
            width: auto; min-width: 40; max-width: 76; height: auto; max-height: 90%;
            background: $surface; border: round $rule; padding: 0 1;
        }
        & Block { width: 100%; }
        & Rows { height: auto; max-height: 14; margin-top: 1; }
        & #hint { margin-top: 1; }
    }
    """

    def __init__(self, title: str, text: str | Sequence[Line] = "", hint: str = "") -> None:
        super().__init__()
        self.heading = title
        self.lines = list(paragraphs(text)) if isinstance(text, str) else list(text)
        self.hint = hint

    def compose(self) -> ComposeResult:
        """Title, text, the control, a hint."""
        with Vertical(id="box"):
            yield Block([line((self.heading, "head"))])
            if self.lines:
                yield Block(self.lines, id="text")
            yield from self.control()
            if self.hint:
                yield Block([line((self.hint, "dim"))], id="hint")

    def control(self) -> ComposeResult:
        """What is answered with."""
        yield from ()

    def on_key(self, event: events.Key) -> None:
        """Esc closes."""
        if event.key in ("escape", "ctrl+c", "ctrl+q"):
            event.stop()
            self.dismiss(None)


class Choose(Dialog[str]):
    """One of several rows; the answer is the row's key."""

    def __init__(
        self,
        title: str,
        rows: Sequence[Row],
        text: str | Sequence[Line] = "",
        hint: str = "",
        cursor: str | None = None,
        shortcuts: dict[str, str] | None = None,
    ) -> None:
        super().__init__(title, text, hint)
        self.rows = list(rows)
        self.cursor = cursor
        self.shortcuts = shortcuts or {}

    def control(self) -> ComposeResult:
        """The list; digits choose where there are at most nine."""
        yield Rows(self.rows, numbered=len(self.rows) <= 9)

    def on_mount(self) -> None:
        """Stands on the proposed row."""
        if self.cursor:
            self.query_one(Rows).go_to(self.cursor)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Answers."""
        message.stop()
        self.dismiss(message.row.key)

    def on_key(self, event: events.Key) -> None:
        """Letters that stand for a row."""
        found = self.shortcuts.get(name_of(event)) or self.shortcuts.get(event.key)
        if found is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(found)


class Confirm(Dialog[bool]):
    """Yes or no; the cursor stands on no, for only what cannot be taken back asks."""

    def __init__(self, title: str, text: str | Sequence[Line], yes: str, no: str) -> None:
        super().__init__(title, text)
        self.yes, self.no = yes, no

    def control(self) -> ComposeResult:
        """Two rows."""
        yield Rows([Row("no", line(self.no)), Row("yes", line(self.yes))], numbered=True)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Answers."""
        message.stop()
        self.dismiss(message.row.key == "yes")


class AskText(Dialog[str]):
    """A line of text. `check` gives the sentence that says what is wrong with it, '' where nothing is."""

    DEFAULT_CSS = """
    AskText { & Vertical { width: 70; } & Input { margin-top: 1; } & #fault { color: $text-bad; } }
    """

    def __init__(
        self,
        title: str,
        text: str | Sequence[Line] = "",
        value: str = "",
        hint: str = "",
        check: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(title, text, hint)
        self.value = value
        self.check = check

    def control(self) -> ComposeResult:
        """The input, and a line for what is wrong."""
        yield Input(self.value, compact=True, select_on_focus=False)
        yield Block(id="fault")

    def on_mount(self) -> None:
        """No blinking: it costs bytes while nothing happens."""
        self.query_one(Input).cursor_blink = False

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Answers, or says what is wrong."""
        message.stop()
        fault = self.check(message.value) if self.check is not None else ""
        if fault:
            self.query_one("#fault", Block).show([line((fault, "bad"))])
            return
        self.dismiss(message.value)


class Read(Dialog[None]):
    """A text to read; any of Enter, Space and Esc closes it, arrows scroll."""

    AUTO_FOCUS = "#text"
    DEFAULT_CSS = """
    Read { & Vertical { width: 76; } & #text { max-height: 18; height: auto; } }
    """

    def on_mount(self) -> None:
        """The text takes the keys."""
        block = self.query_one("#text", Block)
        block.can_focus = True
        block.focus()

    def on_key(self, event: events.Key) -> None:
        """Closes."""
        if event.key in ("enter", "space"):
            event.stop()
            event.prevent_default()
            self.dismiss(None)
