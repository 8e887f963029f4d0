"""Undo and redo for screens: shows what would be taken back before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.dialogs import Choose
from screens.widgets.lines import line
from screens.widgets.rows import Row
from xjtui.domain.changes import Entry, last_undoable
from xjtui.words import tell

if TYPE_CHECKING:
    from screens.base import XjtuiScreen

    Base = XjtuiScreen
else:
    Base = object


class Undo(Base):
    """Mixed into a screen; gives it `do_undo`."""

    def do_undo(self) -> None:
        """Asks with the last change in sight; the newest undo can be taken back as well."""
        history = self.desk.history(self.unit_id)
        last = last_undoable(history)
        newest = history[-1] if history and history[-1].undoes is not None else None
        if last is None and newest is None:
            self.say(self.w.guide.nothing_to_undo, "warning")
            return
        rows = []
        if last is not None:
            rows.append(Row(str(last.seq), line(self.w.guide.undo_this(self._label(last), last.by))))
        if newest is not None:
            undone = next((entry for entry in history if entry.seq == newest.undoes), newest)
            rows.append(Row(str(newest.seq), line(self.w.guide.redo_this(self._label(undone), undone.by))))
        rows.append(Row("", line(self.w.guide.keep)))
        self.app.push_screen(Choose(self.w.guide.undo_title, rows), self._take_back)

    def _label(self, entry: Entry) -> str:
        return tell.change_label(self.words, entry.label, self.sheet.situation.plan)

    def _take_back(self, seq: str | None) -> None:
        if not seq:
            return
        with self.errors():
            history = self.desk.history(self.unit_id)
            entry = next(one for one in history if one.seq == int(seq))
            self.desk.undo(self.unit_id, int(seq))
            self.say(self.w.guide.undone(self._label(entry)))
        self.xjtui.redraw_all()
