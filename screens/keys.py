"""Keys as people press them: full-width and capital spellings, digits, and the names shown on screen."""

from __future__ import annotations

import unicodedata

from textual import events

SHOWN = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
}
"""What is printed on the keyboard; the same in every language."""


def name_of(event: events.Key) -> str:
    """One name a key: the plain character for printable ones in whatever width or case, Textual's name else.

    An input method in full-width mode sends ？ and ／, and 、 stands on the key of the slash.
    """
    character = event.character or _named(event.key)
    if character is None or not character.isprintable() or len(character) != 1 or character == " ":
        return event.key
    if character == "、":
        return "/"
    return unicodedata.normalize("NFKC", character).lower()


def _named(key: str) -> str | None:
    """The sign that bears a key's name, for those that come by name only."""
    if "_" not in key:
        return None
    try:
        return unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return None


def digit_of(event: events.Key) -> int | None:
    """The digit a key stands for, in either width."""
    name = name_of(event)
    return int(name) if len(name) == 1 and name in "0123456789" else None


def shown(key: str) -> str:
    """How a key is called on screen: F1, Enter, Ctrl+S, n."""
    if key in SHOWN:
        return SHOWN[key]
    if "+" in key and len(key) > 1:
        return "+".join(part.capitalize() for part in key.split("+"))
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key
