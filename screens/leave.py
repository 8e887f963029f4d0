"""The details of one person's leave: who approved it, why, when. All may stay empty; the core names what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from screens.dialogs import Dialog
from screens.widgets.block import Block
from screens.widgets.lines import line
from xjtui.domain.answers import Reading, read
from xjtui.domain.fields import Fault, Field, FieldKind
from xjtui.words.screen import FormWords

KEYS = ("approver", "reason", "approved")


@dataclass(frozen=True, slots=True)
class LeaveDetails:
    """As typed; the date is ISO once it was read."""

    approver: str = ""
    reason: str = ""
    approved: str = ""
    applied: str = ""

    @classmethod
    def of(cls, entry: Mapping[str, str]) -> LeaveDetails:
        """From the core's answer."""
        return cls(*(str(entry.get(key, "")) for key in (*KEYS, "applied")))

    def answers(self) -> dict[str, str]:
        """What is filled in, as the core reads it."""
        filled = {key: getattr(self, key) for key in (*KEYS, "applied")}
        return {key: value for key, value in filled.items() if value}


class LeaveDialog(Dialog[LeaveDetails]):
    """Three lines; Enter goes on and in the last one closes. Esc keeps the mark and leaves the details as they were."""

    AUTO_FOCUS = "#approver"
    DEFAULT_CSS = """
    LeaveDialog {
        & Vertical { width: 60; }
        & Horizontal { height: 1; margin-top: 1; }
        & .label { width: 12; }
        & Input { width: 1fr; }
    }
    """

    def __init__(self, name: str, mark: str, details: LeaveDetails, words: FormWords, reading: Reading) -> None:
        super().__init__(words.leave_title(name, mark), hint=words.leave_hint)
        self.details = details
        self.words = words
        self.reading = reading

    def control(self) -> ComposeResult:
        """Approver, reason, date."""
        labels = (self.words.approver, self.words.reason, self.words.approved)
        for key, label in zip(KEYS, labels, strict=True):
            with Horizontal():
                yield Block([line(label)], classes="label")
                field = Input(getattr(self.details, key), compact=True, select_on_focus=True, id=key)
                field.cursor_blink = False
                yield field
        yield Block(id="fault")

    def on_key(self, event: events.Key) -> None:
        """Up and down between the lines."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            (self.focus_previous if event.key == "up" else self.focus_next)()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """On to the next line, or closed with what was typed."""
        message.stop()
        if message.input.id != KEYS[-1]:
            self.focus_next()
            return
        values = {key: self.query_one(f"#{key}", Input).value.strip() for key in KEYS}
        when = read(Field("approved", FieldKind.DAY, False), values["approved"], self.reading)
        if isinstance(when, Fault):
            self.query_one("#fault", Block).show([line(("! ", "bad"), (self.words.approved_unclear, "bad"))])
            return
        approved = when.isoformat() if isinstance(when, date) else ""
        self.dismiss(LeaveDetails(values["approver"], values["reason"], approved, self.details.applied))
