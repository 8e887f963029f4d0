"""A text in the languages of its plan; which language is shown is the front end's choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages, e.g. `Text({"zh": "集中学习", "en": "Collective study"})`."""

    by_language: Mapping[str, str]

    def of(self, language: str) -> str:
        """The text in `language`; where the plan is not written in it, in the plan's first language."""
        found = self.by_language.get(language)
        return found if found is not None else next(iter(self.by_language.values()), "")

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.by_language.items())))
