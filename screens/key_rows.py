"""Which actions may be given other keys, by screen, and whether a key is free. No widgets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from screens.actions import COMMON, PLACES, Act
from screens.keys import shown

MOVING = ("tab", "shift+tab", "up", "down", "left", "right", "pageup", "pagedown", "home", "end")
FIXED = frozenset({*MOVING, "enter", "escape", "space", "delete", "backspace", "insert", "ctrl+c"})
"""Keys that move, type or leave everywhere."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """An action and the screens it can be carried out on; '' for every screen."""

    act: Act
    places: tuple[str, ...]


def acts_by_place() -> Iterator[tuple[str, tuple[Act, ...]]]:
    """Every screen that can be opened by name, with its own actions; a screen that is not there is passed over."""
    for name, place in PLACES.items():
        try:
            cls = getattr(import_module(place.module), place.name)
        except (ImportError, AttributeError):
            continue
        yield name, tuple(cls.ACTS)


def key_rows() -> tuple[KeyRow, ...]:
    """Actions with a key that may be another, each once, in the order of the screens."""
    acts: dict[str, Act] = {}
    places: dict[str, list[str]] = {}
    for act in COMMON:
        acts[act.id] = act
        places[act.id] = [""]
    for name, own in acts_by_place():
        for act in own:
            acts.setdefault(act.id, act)
            found = places.setdefault(act.id, [])
            if "" not in found:
                found.append(name)
    return tuple(KeyRow(act, tuple(places[act.id])) for act in acts.values() if movable(act))


def movable(act: Act) -> bool:
    """Whether its first key is one of its own, not a digit, a range of them, or a key that is fixed."""
    return bool(act.keys) and act.keys[0] not in FIXED and not act.keys[0][0].isdigit()


def taken_by(key: str, wanted: KeyRow, rows: tuple[KeyRow, ...], keymap: Mapping[str, str]) -> Act | None:
    """The other action that has the key on a screen of the wanted one."""
    for other in rows:
        if other.act.id == wanted.act.id or key not in other.act.keys_in(keymap):
            continue
        if "" in other.places or "" in wanted.places or set(other.places) & set(wanted.places):
            return other.act
    return None


def usable(key: str) -> bool:
    """Whether a key may be given away: neither fixed nor a digit, and one that can be shown."""
    return key not in FIXED and not key.isdigit() and bool(shown(key))
