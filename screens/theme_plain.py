"""A theme of the terminal's own sixteen colours, for terminals and eyes that want no others. Light and dark: `theme`."""

from __future__ import annotations

from textual.theme import Theme

PLAIN = Theme(
    name="xjtui-plain",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        # No bright black: where a terminal shows it as its background, what bears it would be gone.
        "text-dim": "ansi_default",
        "text-weak": "ansi_default",
        "text-head": "ansi_default",
        "text-key": "ansi_cyan",
        "text-good": "ansi_green",
        "text-warn": "ansi_yellow",
        "text-bad": "ansi_red",
        "text-note": "ansi_default",
        "cursor-fg": "ansi_bright_white",
        "cursor-bg": "ansi_blue",
        "bar-bg": "ansi_default",
        "bar-fg": "ansi_default",
        "rule": "ansi_default",
        "field-bg": "ansi_default",
        "field-focus-bg": "ansi_default",
    },
)
