"""What the screen says, in both languages; terms of the trade and sentences about facts stand in their own modules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """One language's wording."""

    app: str


ZH = ScreenWords(app="学习实践活动清单")
EN = ScreenWords(app="Study campaign checklist")
