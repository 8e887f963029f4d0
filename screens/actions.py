"""The registry of actions: what can be done on which screen, with which keys, under which words. Screens carry them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from screens.keys import shown
from xjtui.words.screen import ActWords, ScreenWords

if TYPE_CHECKING:
    from screens.base import XjtuiScreen


@dataclass(frozen=True, slots=True)
class Act:
    """One action. It is carried out by the screen's method `do_<id>`, with - for _.

    `keys`: plain characters or Textual's key names, the first one is shown. `words` picks label and help from the catalogue.
    `footer`: its place in the footer, 0: not there. `bar`: why it cannot be done now, as a sentence; '' where it can.
    `menu`: stands in the screen's menu (Esc on the guide, F10 elsewhere).
    """

    id: str
    keys: tuple[str, ...]
    words: Callable[[ScreenWords], ActWords]
    footer: int = 0
    bar: Callable[[Any], str] | None = None
    menu: bool = True

    def keys_in(self, keymap: Mapping[str, str]) -> tuple[str, ...]:
        """Its keys, after the user's own settings."""
        own = tuple(keymap.get(self.id, "").replace(",", " ").split())
        return own or self.keys

    def why_not(self, screen: XjtuiScreen) -> str:
        """Why it cannot be done on a screen just now, '' where it can."""
        return self.bar(screen) if self.bar is not None else ""


BACK = Act("back", ("escape",), lambda w: w.acts.back, footer=8, menu=False)
HELP = Act("help", ("f1", "?"), lambda w: w.acts.help, footer=9)
SETTINGS = Act("settings", ("f2",), lambda w: w.acts.settings)
QUIT = Act("quit", ("f10", "q"), lambda w: w.acts.quit)
COMMON = (BACK, HELP)
"""On every screen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen that can be opened by name; imported when it is first opened, so that the first paint is quick."""

    module: str
    name: str


PLACES: Mapping[str, Place] = {
    "guide": Place("screens.guide", "GuideScreen"),
    "entry": Place("screens.entry_form", "EntryScreen"),
    "attendance": Place("screens.attendance", "AttendanceScreen"),
    "records": Place("screens.records", "RecordsScreen"),
    "search": Place("screens.search", "SearchScreen"),
    "roster": Place("screens.roster", "RosterScreen"),
    "problems": Place("screens.problems", "ProblemsScreen"),
    "look_back": Place("screens.look_back", "LookBackScreen"),
    "summary": Place("screens.summary", "SummaryScreen"),
    "settings": Place("screens.settings", "SettingsScreen"),
    "help": Place("screens.help", "HelpScreen"),
}


def place(name: str) -> type[XjtuiScreen]:
    """The class of a screen. ImportError where it is not there."""
    from importlib import import_module

    found = PLACES[name]
    cls: type[XjtuiScreen] = getattr(import_module(found.module), found.name)
    return cls


def find(acts: Iterable[Act], key: str, keymap: Mapping[str, str]) -> Act | None:
    """The action a key stands for."""
    return next((act for act in acts if key in act.keys_in(keymap)), None)


def key_label(act: Act, keymap: Mapping[str, str]) -> str:
    """The key that is shown for an action, '' where it has none."""
    keys = act.keys_in(keymap)
    return shown(keys[0]) if keys else ""


FOOTER_LIMIT = 6


def footer(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The few actions shown at the foot of the screen, in their order."""
    ranked = sorted((act for act in acts if act.footer), key=lambda act: act.footer)
    if len(ranked) <= FOOTER_LIMIT:
        return tuple(ranked)
    # Back and help keep their places; what overflows is in the help.
    tail = [act for act in ranked if act in COMMON]
    return (*[act for act in ranked if act not in COMMON][: FOOTER_LIMIT - len(tail)], *tail)
