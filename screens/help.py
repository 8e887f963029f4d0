"""The help, made from the registry of actions: the screen one came from, moving, marks, the other screens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from screens.actions import BACK, Act
from screens.base import XjtuiScreen
from screens.key_rows import acts_by_place
from screens.keys import shown
from screens.more import MoreScreen
from screens.widgets.block import Block
from screens.widgets.lines import Line, cells_of, line, pad


class HelpScreen(MoreScreen):
    """A text to scroll. F1 closes it as well as Esc."""

    ACTS: ClassVar[tuple[Act, ...]] = (BACK,)
    AUTO_FOCUS = "#text"
    CSS_PATH = "help.tcss"

    def __init__(self, origin: XjtuiScreen | None = None) -> None:
        super().__init__()
        self.origin = origin

    def acts(self) -> tuple[Act, ...]:
        """Only the way back; F1 again closes too."""
        return (BACK, Act("back", ("f1", "?"), BACK.words))

    def heading(self) -> str:
        """The screen's name."""
        return self.more.help.title

    def body(self) -> ComposeResult:
        """The text."""
        text = Block(id="text", indent=4)
        text.can_focus = True
        yield text

    def refresh_facts(self) -> None:
        """The text anew, in the language of the moment."""
        self.query_one("#text", Block).show(self._lines(), keep_place=True)

    def _lines(self) -> list[Line]:
        words = self.more.help
        lines: list[Line] = []
        here = ""
        if self.origin is not None:
            here = type(self.origin).__name__
            name = self.origin.heading() or words.screens["guide"]
            lines += [line((words.here(name), "head")), *self._acts(self.origin.acts(), self.origin), ()]
        lines += [line((words.moving, "head")), *_pairs(words.moves), line((words.input_method, "dim")), ()]
        terms = self.words.terms
        # Met late bears the mark of met: one line for both.
        marks: dict[str, str] = {}
        for status, mark in terms.status_mark.items():
            marks.setdefault(mark, terms.status[status])
        lines += [line((words.status_marks, "head")), *_pairs(marks.items()), ()]
        lines += [line((words.other_marks, "head")), *_pairs(words.marks), ()]
        for name, acts in acts_by_place():
            if acts and _class_of(name) != here:
                lines += [line((words.screens[name], "head")), *self._acts(acts), ()]
        return lines[:-1]

    def _acts(self, acts: Iterable[Act], origin: XjtuiScreen | None = None) -> list[Line]:
        """Keys and what they do; what cannot be done now says why."""
        keymap, rows = self.xjtui.settings.keys, []
        for act in acts:
            keys = " ".join(shown(key) for key in act.keys_in(keymap))
            spoken = act.words(self.w)
            why = act.why_not(origin) if origin is not None else ""
            text = f"{spoken.label}{self.words.phrases.colon}{spoken.help}"
            rows.append((keys, f"{text} ({self.more.help.cannot(why)})" if why else text))
        return _pairs(rows)


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Line]:
    listed = list(pairs)
    widest = max((cells_of(left) for left, _ in listed), default=0)
    return [(*pad(line(("  ", ""), (left, "key")), min(widest, 16) + 4), (right, "")) for left, right in listed]


def _class_of(name: str) -> str:
    from screens.actions import PLACES

    return PLACES[name].name
