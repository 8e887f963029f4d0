"""An action's words for the screens that stand beside the guide: what a key is called, and what it does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """`label` for footer and menu, `help` for the help."""

    label: str
    help: str
