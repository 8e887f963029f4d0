"""What the screens beside the guide share: their words, short dates, and a menu of what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual.reactive import Reactive
from textual.widget import Widget

from screens.actions import Act, key_label
from screens.base import XjtuiScreen
from screens.dialogs import Choose
from screens.widgets.lines import Line, cells_of, line, pad
from screens.widgets.rows import Row
from xjtui.words.screen import ActWords, ScreenWords
from xjtui.words.screen_more import MoreScreenWords
from xjtui.words.screen_said import Said


def said(pick: Callable[[MoreScreenWords], Said]) -> Callable[[ScreenWords], ActWords]:
    """For `Act.words`: an action's words from this part of the catalogue."""

    def words(w: ScreenWords) -> ActWords:
        found = pick(w.more)
        return ActWords(found.label, found.help)

    return words


class Menu(Choose):
    """A wide list of actions, each with what it does."""

    DEFAULT_CSS = """
    Menu { & > Vertical { width: 72; } }
    """


class MoreScreen(XjtuiScreen):
    """A screen beside the guide."""

    # Textual paints the whole screen anew at each change of focus; what shows it here is painted by the widgets.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    @property
    def more(self) -> MoreScreenWords:
        """The words of these screens."""
        return self.w.more

    def short_day(self, day: date | None) -> str:
        """A date for a column: 04-15; year and month where it is not of the plan's years; nothing for none."""
        if day is None:
            return ""
        plan = self.sheet.situation.plan
        return f"{day:%m-%d}" if day.year in (plan.start.year, plan.end.year) else f"{day:%Y-%m}"

    def choose_act(self, title: str, acts: Sequence[Act], text: str | Sequence[Line] = "", cursor: str = "") -> None:
        """A menu of actions; one that cannot be had now is shown with its reason, and says it again when chosen."""
        rows, shortcuts = [], {}
        widest = max(cells_of(act.words(self.w).label) for act in acts)
        keys = self.xjtui.settings.keys
        for act in acts:
            words, why = act.words(self.w), act.why_not(self)
            key = key_label(act, keys)
            name = pad(line((words.label, "weak" if why else "")), widest + 2)
            rows.append(Row(act.id, (*name, *line((why or words.help, "dim"))), line((key, "key"))))
            shortcuts.update(dict.fromkeys(act.keys_in(keys), act.id))

        def done(answer: str | None) -> None:
            found = next((act for act in acts if act.id == answer), None)
            if found is not None:
                self.run_act(found)

        self.app.push_screen(Menu(title, rows, text, cursor=cursor or None, shortcuts=shortcuts), done)
