"""The Textual application: themes, news from other writers, an orderly end. `run_guide` starts it. Screens do the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

# A phrase committed by an input method arrives as junk under the kitty protocol; Textual reads this when imported.
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
    # The themes need no more than 256 colours, and true colour nearly doubles the bytes on the line.
    os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "256")

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from screens.base import XjtuiScreen
from screens.theme import THEMES, theme_name
from xjtui.desk import Desk
from xjtui.errors import Exit, XjtuiError
from xjtui.settings import Settings
from xjtui.words import Words, words_for

if TYPE_CHECKING:
    from textual.driver import Driver

POLL = 1.7
"""Seconds between two looks at the store's token: others' changes show within two seconds."""


class XjtuiApp(App[int], inherit_bindings=False):
    """One person at one unit. The truth is in the store; the app only holds where one is and what is typed."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    NOTIFICATION_TIMEOUT = 6
    CSS = """
    Input { height: 1; border: none; padding: 0 1; background: $field-bg; color: $foreground; }
    Input:focus { border: none; background: $field-focus-bg; background-tint: transparent; }
    TextArea { border: none; padding: 0 1; background: $field-bg; color: $foreground; }
    TextArea:focus { border: none; background: $field-focus-bg; background-tint: transparent; }
    ToastRack { align-horizontal: right; margin-bottom: 1; }
    Toast { width: auto; max-width: 60; padding: 0 1; background: $panel; }
    .-ascii-borders #box { border: ascii $rule; }
    """

    def __init__(
        self,
        desk: Desk,
        unit_id: str,
        words: Words,
        *,
        settings: Settings | None = None,
        ascii_borders: bool = False,
        on_settings_changed: Callable[[Settings], None] | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        self.desk = desk
        self.unit_id = unit_id
        self.words = words
        self.settings = settings or Settings()
        self.ascii_borders = ascii_borders
        self._on_settings_changed = on_settings_changed
        self.animation_level = "none"
        self.title = words.screen.app
        for theme in THEMES:
            self.register_theme(theme)
        self._dress()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The styles are read once before a theme is on; they must find the house's own variables then too."""
        return {**THEMES[0].variables}

    def on_mount(self) -> None:
        """Theme, first screen, and the look-out for others' changes."""
        from screens.guide import GuideScreen
        from screens.signals import watch

        watch(self)
        self.push_screen(GuideScreen())
        self.set_interval(POLL, self._look_out, name="look-out")

    def get_default_screen(self) -> Screen[Any]:
        """An empty ground that is never seen."""
        return Screen(id="_default")

    # -- settings ----------------------------------------------------------------------------------------------------

    def set_settings(self, settings: Settings) -> None:
        """Other settings at once, on every open screen; whoever started the app is told, so that it can keep them."""
        self.settings = settings
        language = settings.language or self.words.language
        if language != self.words.language:
            self.words = words_for(language)
            self.title = self.words.screen.app
        self._dress()
        if self._on_settings_changed is not None:
            self._on_settings_changed(settings)
        self.redraw_all()

    def change_setting(self, name: str, value: str) -> None:
        """One setting by its name, as `Settings.with_value` has it; InputError for a value that cannot be."""
        self.set_settings(self.settings.with_value(name, value))

    def _dress(self) -> None:
        self.theme = theme_name(self.settings.theme)
        self.set_class(self.ascii_borders, "-ascii-borders")

    # -- news --------------------------------------------------------------------------------------------------------

    def _look_out(self) -> None:
        try:
            if self.desk.changed(self.unit_id):
                self.redraw_all()
            self._tell_reports()
        except XjtuiError as error:
            self._tell(error)

    def _tell_reports(self) -> None:
        for _unit, code in self.desk.reports():
            self._tell(XjtuiError(code))

    def _tell(self, error: XjtuiError) -> None:
        from xjtui.words import tell

        self.notify(tell.error(self.words, error), severity="warning", markup=False, timeout=10)

    def redraw_all(self) -> None:
        """Every open screen anew; cursors and half-typed forms stay."""
        for screen in self.screen_stack:
            if isinstance(screen, XjtuiScreen) and screen.is_mounted:
                screen.redraw()

    # -- ends --------------------------------------------------------------------------------------------------------

    def keep_all(self) -> None:
        """What is half done on any open screen is kept."""
        for screen in self.screen_stack:
            if isinstance(screen, XjtuiScreen):
                try:
                    screen.before_leaving()
                except XjtuiError:
                    # The end cannot be put off; the other screens shall still be kept.
                    continue

    def leave_program(self, code: int = Exit.DONE) -> None:
        """Keeps what is half done and ends."""
        self.keep_all()
        self.exit(int(code))

    async def action_quit(self) -> None:
        """Textual's own way out leads here too."""
        self.leave_program()

    def action_help_quit(self) -> None:
        """Textual would answer in English."""
        self.leave_program()


def run_guide(
    desk: Desk,
    unit_id: str,
    words: Words,
    settings: Settings | None = None,
    *,
    ascii_borders: bool = False,
    on_settings_changed: Callable[[Settings], None] | None = None,
) -> int:
    """Runs the full screen until the user leaves; the exit code. XjtuiError passes through before the screen is taken.

    The language is that of `words`; `on_settings_changed` gets what was changed on the settings screen, to keep it.
    """
    from screens.terminal import driver_class

    desk.sheet(unit_id)
    app = XjtuiApp(
        desk,
        unit_id,
        words,
        settings=settings,
        ascii_borders=ascii_borders,
        on_settings_changed=on_settings_changed,
        driver_class=driver_class(),
    )
    code = app.run()
    sys.stderr.flush()
    # After an error nobody foresaw Textual has told of it and has no result.
    return int(code if code is not None else app.return_code or 0)
