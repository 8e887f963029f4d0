"""One field of a form: label, control, and below it what is wrong. Which control fits which kind of field is decided here."""

from __future__ import annotations

import json
from datetime import date
from typing import assert_never

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from screens.widgets.block import Block
from screens.widgets.controls import Control, LineControl, OpenControl, OptionsControl, TextControl
from screens.widgets.lines import Tone, cells_of, line
from screens.widgets.picker import Picker
from xjtui.domain.answers import Reading, read
from xjtui.domain.attendance import Mark
from xjtui.domain.fields import Fault, Field, FieldKind, Form
from xjtui.words import Words, tell

FEW = 12
"""So many choices are shown all at once; more are filtered."""
SHORT = 24
"""Cells of a label that still is one of a few choices."""


class FieldRow(Vertical):
    """A field. `shown` is what the control showed before anybody typed: as long as it does, nothing was answered."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & > Horizontal { height: auto; }
        & .label { width: 15; padding: 0 1 0 0; }
        & .control { width: 1fr; }
        & .fault { display: none; padding: 0 0 0 15; }
        &.-fault .fault { display: block; }
        &.-wide .label { width: 19; }
        &.-wide .fault { padding: 0 0 0 19; }
    }
    """

    def __init__(self, field: Field, form: Form, words: Words, reading: Reading, raw: str, at: int) -> None:
        super().__init__(id=f"field-{at}", classes="field")
        self.field = field
        self.form = form
        self.words = words
        self.reading = reading
        self.fault: Fault | None = None
        self.control = self._control()
        self.shown = ""
        self.set_class(words.language != "zh", "-wide")
        self._put(raw)

    def compose(self) -> ComposeResult:
        """Label, control, fault."""
        with Horizontal():
            yield Block([self._label()], classes="label")
            yield self.control
        yield Block(classes="fault")

    def _label(self) -> tuple[tuple[str, Tone], ...]:
        text = tell.label(self.words, self.form, self.field)
        return line((text, ""), ("*" if self.field.required else "", "key"))

    # -- control -----------------------------------------------------------------------------------------------------

    def choices(self) -> list[tuple[str, str]]:
        """(key, label) of what may be chosen; namesakes bear their id."""
        if self.field.kind is FieldKind.YES:
            return [("yes", self.words.terms.yes), ("no", self.words.terms.no)]
        labels = [tell.choice(self.words, self.field, choice) for choice in self.field.choices]
        return [
            (choice.key, f"{label} ({choice.key})" if labels.count(label) > 1 and choice.key != label else label)
            for choice, label in zip(self.field.choices, labels, strict=True)
        ]

    def _control(self) -> Widget:
        field, form_words = self.field, self.words.screen.form
        says = (form_words.none_picked, form_words.nobody_found)
        control: Widget
        match field.kind:
            case FieldKind.LINE:
                control = LineControl()
            case FieldKind.DAY | FieldKind.TIME | FieldKind.NUMBER:
                control = LineControl(replaced=True)
            case FieldKind.TEXT | FieldKind.PAIRS:
                control = TextControl()
            case FieldKind.CHOICE | FieldKind.CHOICES | FieldKind.YES:
                choices = self.choices()
                several = field.kind is FieldKind.CHOICES
                if len(choices) <= FEW and all(cells_of(label) <= SHORT for _, label in choices):
                    control = OptionsControl(choices, several=several)
                else:
                    control = Picker(choices, several=several, says=says)
            case FieldKind.MEMBER:
                control = Picker(self.choices(), says=says)
            case FieldKind.PERSON:
                control = Picker(self.choices(), free=True, says=says)
            case FieldKind.MEMBERS:
                control = Picker(self.choices(), several=True, says=says)
            case FieldKind.ATTENDANCE | FieldKind.ASSIGNMENTS:
                control = OpenControl()
            case other:
                assert_never(other)
        control.add_class("control")
        return control

    @property
    def input(self) -> Control:
        """The control, as one that holds an answer."""
        assert isinstance(self.control, Control)
        return self.control

    def _put(self, raw: str) -> None:
        self.input.put_raw(self.display_of(raw))
        self.shown = self.input.raw
        self.tell_state()

    def put(self, raw: str) -> None:
        """Shows another answer, as if it had always been there."""
        self._put(raw)

    def display_of(self, raw: str) -> str:
        """A raw answer as one sees it: today's date instead of «today», a list's keys settled, pairs as lines."""
        field = self.field
        if not raw.strip():
            return ""
        value = read(field, raw, self.reading)
        if isinstance(value, Fault) or value is None:
            return raw
        match field.kind:
            case FieldKind.DAY:
                return value.isoformat() if isinstance(value, date) else raw
            case FieldKind.PAIRS:
                return "\n".join(" | ".join(part.replace("\n", " ") for part in pair if part) for pair in value)
            case FieldKind.CHOICE | FieldKind.MEMBER:
                return str(value)
            case FieldKind.PERSON:
                return str(value)
            case FieldKind.YES:
                return "yes" if value else "no"
            case FieldKind.CHOICES | FieldKind.MEMBERS:
                return json.dumps(value, ensure_ascii=False)
            case _:
                return raw

    @property
    def raw(self) -> str:
        """The answer as it stands in the control."""
        return self.input.raw

    @property
    def touched(self) -> bool:
        """Whether something else stands there than at the beginning."""
        return self.input.raw != self.shown

    def take_focus(self) -> None:
        """Puts the keys into the control."""
        self.input.take_focus()

    # -- showing -----------------------------------------------------------------------------------------------------

    def tell_state(self) -> None:
        """What an opening line says of what is inside."""
        if not isinstance(self.control, OpenControl):
            return
        w, raw = self.words.screen.form, self.control.raw
        value = read(self.field, raw, self.reading) if raw.strip() else None
        if self.field.kind is FieldKind.ASSIGNMENTS:
            given = len(value) if isinstance(value, dict) else 0
            said = line((w.assigned(given, len(self.field.choices)), "good" if given else "dim"))
        elif not isinstance(value, dict):
            said = line((w.not_taken, "dim"))
        else:
            said = line(self._attendance_says(value))
        self.control.tell(said, w.press_enter)

    def _attendance_says(self, marks: dict[str, dict[str, str]]) -> str:
        terms = self.words.terms
        if not marks:
            return self.words.phrases.everyone_present
        counts = {mark: sum(entry.get("mark") == mark for entry in marks.values()) for mark in Mark}
        listed = "  ".join(f"{terms.mark[mark]} {count}" for mark, count in counts.items() if count)
        return f"{listed}{self.words.phrases.comma}{self.words.screen.form.others_present}"

    def show_fault(self, fault: Fault | None, text: str = "") -> None:
        """What is wrong, below the control; nothing where nothing is."""
        self.fault = fault
        self.query_one(".fault", Block).show([line(("! ", "bad"), (text, "bad"))] if fault else [])
        self.set_class(fault is not None, "-fault")

    def retell(self, field: Field, form: Form, words: Words, reading: Reading) -> None:
        """Other words, or other choices; what is typed stays."""
        self.field, self.form, self.words, self.reading = field, form, words, reading
        self.set_class(words.language != "zh", "-wide")
        self.query_one(".label", Block).show([self._label()])
        if isinstance(self.control, (OptionsControl, Picker)):
            self.control.relabel(self.choices())
        self.tell_state()

    def keys_text(self) -> str:
        """How this control is worked."""
        w = self.words.screen.form
        match self.control:
            case TextControl():
                return w.text_keys
            case OptionsControl(several=True):
                return w.choices_keys
            case OptionsControl():
                return w.choice_keys
            case Picker(several=True):
                return w.picks_keys
            case Picker():
                return w.pick_keys
            case OpenControl():
                return w.press_enter
            case _:
                return tell.how(self.words, self.field)
