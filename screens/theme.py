"""The colour themes: light and dark, with colours that stay apart when a terminal has only sixteen; and the plain one."""

from __future__ import annotations

from textual.theme import Theme

from screens.theme_plain import PLAIN

DARK = "xjtui-dark"
LIGHT = "xjtui-light"

THEMES = (
    Theme(
        name=DARK,
        primary="#5fafd7",
        secondary="#87afaf",
        warning="#d7af5f",
        error="#ff6f6f",
        success="#87af5f",
        accent="#5fafd7",
        foreground="#d0d0d0",
        background="#121417",
        surface="#1a1d21",
        panel="#262b31",
        dark=True,
        variables={
            "text-dim": "#8f979f",
            "text-weak": "#5f676f",
            "text-head": "#ffffff",
            "text-key": "#5fd7ff",
            "text-good": "#87d75f",
            "text-warn": "#ffd75f",
            "text-bad": "#ff6f6f",
            "text-note": "#87afd7",
            "cursor-fg": "#ffffff",
            "cursor-bg": "#005f87",
            "bar-bg": "#262b31",
            "bar-fg": "#d0d0d0",
            "rule": "#4e565e",
            "field-bg": "#1f2429",
            "field-focus-bg": "#2b333b",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#005f87",
        secondary="#3f5f5f",
        warning="#875f00",
        error="#af0000",
        success="#206f20",
        accent="#005f87",
        foreground="#1c1c1c",
        background="#fafaf7",
        surface="#f2f2ee",
        panel="#e4e6e4",
        dark=False,
        variables={
            "text-dim": "#5f6468",
            "text-weak": "#9a9ea2",
            "text-head": "#000000",
            "text-key": "#005faf",
            "text-good": "#206f20",
            "text-warn": "#875f00",
            "text-bad": "#af0000",
            "text-note": "#30557f",
            "cursor-fg": "#ffffff",
            "cursor-bg": "#005f87",
            "bar-bg": "#dfe3e4",
            "bar-fg": "#1c1c1c",
            "rule": "#a8adb0",
            "field-bg": "#eceeec",
            "field-focus-bg": "#dbe7ef",
        },
    ),
    PLAIN,
)


def theme_name(chosen: str) -> str:
    """The name of the theme for a setting: dark where nothing, or nothing known, was chosen."""
    name = f"xjtui-{chosen}"
    return name if any(theme.name == name for theme in THEMES) else DARK
