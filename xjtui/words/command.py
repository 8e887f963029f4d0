"""What the command line says, in both languages; terms and sentences about facts stand in their own modules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommandWords:
    """One language's wording."""

    app: str


ZH = CommandWords(app="学习实践活动清单")
EN = CommandWords(app="Study campaign checklist")
