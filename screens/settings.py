"""Settings of one's own: language, colours, borders, first unit, keys. They hold at once; the starter keeps them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from screens.actions import BACK, HELP, Act, key_label
from screens.dialogs import AskText, Dialog
from screens.key_rows import KeyRow, key_rows, taken_by, usable
from screens.keys import name_of, shown
from screens.more import MoreScreen, said
from screens.theme import THEMES
from screens.widgets.block import Block
from screens.widgets.lines import Line, line
from screens.widgets.rows import Row, Rows
from xjtui.errors import XjtuiError
from xjtui.words import LANGUAGES, tell

CHANGE = Act("setting-change", ("enter",), said(lambda m: m.settings.change), footer=1, menu=False)


class SettingsScreen(MoreScreen):
    """A row a setting; Enter goes to its next value, or opens what it needs."""

    ACTS: ClassVar[tuple[Act, ...]] = (CHANGE,)
    AUTO_FOCUS = "#settings"
    CSS_PATH = "settings.tcss"

    def heading(self) -> str:
        """The screen's name."""
        return self.more.settings.title

    def body(self) -> ComposeResult:
        """The settings, and a word on the one under the cursor."""
        yield Rows(id="settings")
        yield Block(id="about")

    def refresh_facts(self) -> None:
        """Every value as it is now."""
        words = self.more.settings
        told = self._values()
        self.query_one("#settings", Rows).fill(
            [Row(key, line(words.rows[key]), line((value, "key"))) for key, value in told.items()]
        )
        self._show_help()

    def _values(self) -> dict[str, str]:
        words, settings = self.more.settings, self.xjtui.settings
        return {
            "language": words.languages[self.language],
            "theme": words.themes[self._theme()],
            "borders": words.yes if self.xjtui.ascii_borders else words.no,
            "unit": settings.unit or words.no_unit,
            "keys": words.own_keys(len(settings.keys)),
        }

    def _theme(self) -> str:
        return self.xjtui.settings.theme if self.xjtui.settings.theme in _themes() else "dark"

    def _show_help(self) -> None:
        row = self.query_one("#settings", Rows).current
        self.query_one("#about", Block).show([line((self.more.settings.help[row.key], "note"))] if row else [])

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Help follows the cursor."""
        message.stop()
        self._show_help()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Changes the setting."""
        message.stop()
        with self.errors():
            self._change(message.row.key)

    def on_key(self, event: events.Key) -> None:
        """Left and right change a value too."""
        row = self.query_one("#settings", Rows).current
        if event.key in ("left", "right") and row is not None and row.key in ("language", "theme", "borders"):
            event.stop()
            event.prevent_default()
            with self.errors():
                self._change(row.key, 1 if event.key == "right" else -1)

    def _change(self, key: str, step: int = 1) -> None:
        match key:
            case "language":
                self.xjtui.change_setting("language", _next(LANGUAGES, self.language, step))
            case "theme":
                self.xjtui.change_setting("theme", _next(_themes(), self._theme(), step))
            case "borders":
                self.xjtui.ascii_borders = not self.xjtui.ascii_borders
                self.xjtui.set_settings(self.xjtui.settings)
            case "unit":
                self._ask_unit()
            case "keys":
                self.app.push_screen(KeysScreen())
        self.redraw()

    def _ask_unit(self) -> None:
        words = self.more.settings

        def check(typed: str) -> str:
            try:
                if typed.strip():
                    self.desk.find(typed.strip())
            except XjtuiError as error:
                return tell.error(self.words, error)
            return ""

        def done(typed: str | None) -> None:
            if typed is not None:
                with self.errors():
                    unit = self.desk.find(typed.strip()) if typed.strip() else ""
                    self.xjtui.change_setting("unit", unit)

        value = self.xjtui.settings.unit or self.unit_id
        self.app.push_screen(AskText(words.rows["unit"], words.help["unit"], value, check=check), done)


def _themes() -> tuple[str, ...]:
    """What may be chosen, by the names of the themes there are."""
    return tuple(theme.name.removeprefix("xjtui-") for theme in THEMES)


def _next(values: tuple[str, ...], now: str, step: int) -> str:
    return values[(values.index(now) + step) % len(values)]


class KeysScreen(MoreScreen):
    """Every action with its key."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("key-change", ("enter",), said(lambda m: m.settings.change), footer=1, menu=False),
        Act("key-reset", ("delete", "backspace"), said(lambda m: m.settings.reset), footer=2),
        BACK,
        HELP,
    )
    AUTO_FOCUS = "#keys"
    CSS_PATH = "settings.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.rows = key_rows()

    def acts(self) -> tuple[Act, ...]:
        """Its own."""
        return self.ACTS

    def heading(self) -> str:
        """The screen's name."""
        return self.more.settings.keys_title

    def body(self) -> ComposeResult:
        """A word, and the list."""
        yield Block(id="word")
        yield Rows(id="keys")

    def refresh_facts(self) -> None:
        """Actions by screen with the keys they have now."""
        words, keymap = self.more.settings, self.xjtui.settings.keys
        self.query_one("#word", Block).show([line((words.keys_help, "note"))])
        rows: list[Row] = []
        group = None
        for one in self.rows:
            if one.places[0] != group:
                group = one.places[0]
                name = self.more.help.screens[group] if group else words.everywhere
                rows.append(Row(f"/{group}", line((name, "head")), heading=True))
            spoken = one.act.words(self.w)
            own = key_label(one.act, {})
            was: Line = line((f"  {words.key_default(own)}", "dim")) if one.act.id in keymap else ()
            right = line((key_label(one.act, keymap), "key"))
            rows.append(Row(one.act.id, (*line(f"  {spoken.label}"), *was), right))
        self.query_one("#keys", Rows).fill(rows)

    @property
    def row(self) -> KeyRow | None:
        """The action under the cursor."""
        current = self.query_one("#keys", Rows).current
        return next((one for one in self.rows if current is not None and one.act.id == current.key), None)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Waits for the new key."""
        message.stop()
        self.do_key_change()

    def do_key_change(self) -> None:
        """Waits for the new key; one that is taken is told, and another can be pressed at once."""
        row = self.row
        if row is None:
            return
        words, keymap = self.more.settings, self.xjtui.settings.keys
        spoken = row.act.words(self.w).label

        def refuse(key: str) -> str:
            if not usable(key):
                return words.not_a_key(shown(key))
            other = taken_by(key, row, self.rows, keymap)
            return words.taken(shown(key), other.words(self.w).label) if other else ""

        def done(key: str | None) -> None:
            if key is None:
                return
            with self.errors():
                self.xjtui.change_setting(f"keys.{row.act.id}", key)
                self.say(words.key_set(spoken, shown(key)))

        self.app.push_screen(PressKey(words.press(spoken), words.press_help, refuse), done)

    def do_key_reset(self) -> None:
        """The key it had."""
        row = self.row
        if row is None or row.act.id not in self.xjtui.settings.keys:
            return
        self.xjtui.change_setting(f"keys.{row.act.id}", "")
        self.say(self.more.settings.key_reset(row.act.words(self.w).label, key_label(row.act, {})))


class PressKey(Dialog[str]):
    """Takes the next key that may be given away; Esc takes none."""

    def __init__(self, title: str, text: str, refuse: Callable[[str], str]) -> None:
        super().__init__(title, text)
        self.refuse = refuse

    def control(self) -> ComposeResult:
        """A line for what cannot be."""
        yield Block(id="fault")

    def on_key(self, event: events.Key) -> None:
        """The key, or why not."""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        key = name_of(event)
        if fault := self.refuse(key):
            self.query_one("#fault", Block).show([line((fault, "bad"))])
            return
        self.dismiss(key)
