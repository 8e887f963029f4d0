"""A line to type into that keeps its place and takes the keys only when it is wanted: nothing else is repainted."""

from __future__ import annotations

from textual.widgets import Input


class QuietLine(Input):
    """Blank and out of reach until `begin`; `end` makes it so again. Showing and hiding it would repaint the screen.

    Its colours stand with the screens: those of the app for every line would win over its own.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False
        self.can_focus = False
        self.wanted = False
        self._hint = ""

    def hint(self, text: str) -> None:
        """What an empty line shows while it is wanted."""
        self._hint = text
        self.placeholder = text if self.wanted else ""

    def begin(self, value: str = "") -> None:
        """Takes the keys."""
        self.wanted = self.can_focus = True
        self.add_class("-on")
        self.hint(self._hint)
        if value != self.value:
            self.value = value
        self.cursor_position = len(value)
        self.focus()

    def end(self) -> None:
        """Gives them back; tells nobody that it is empty again."""
        self.wanted = self.can_focus = False
        self.remove_class("-on")
        self.hint(self._hint)
        with self.prevent(Input.Changed):
            self.value = ""
