"""The catalogue: one `Words` a language, made of sections; each section's wording stands in its own module.

A section is loaded when it is first asked for: `status` in Chinese should not pay for the words of the screens.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

from xjtui.errors import InputError

if TYPE_CHECKING:
    from xjtui.domain.fields import Lexicon
    from xjtui.words.command import CommandWords
    from xjtui.words.errors import ErrorWords
    from xjtui.words.faults import Mistake
    from xjtui.words.file_problems import FileProblemWords
    from xjtui.words.lacks import Lacking
    from xjtui.words.phrases import Phrases
    from xjtui.words.prose import Prose
    from xjtui.words.remarks import Noted
    from xjtui.words.reports import ReportWords
    from xjtui.words.rules import Ruled
    from xjtui.words.screen import ScreenWords
    from xjtui.words.terms import Terms

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Words:
    """Everything the program says in one language. `tell` turns facts into sentences with it."""

    def __init__(self, language: Language) -> None:
        self._chinese = language == "zh"
        self.language: str = language

    @cached_property
    def terms(self) -> Terms:
        """The terms of the trade."""
        from xjtui.words import terms

        return terms.ZH if self._chinese else terms.EN

    @cached_property
    def phrases(self) -> Phrases:
        """Small sentences of dates, counts and names."""
        from xjtui.words import phrases

        return phrases.Chinese() if self._chinese else phrases.English()

    @cached_property
    def lack(self) -> Callable[[Lacking], str]:
        """What is missing."""
        from xjtui.words import lacks

        return lacks.zh if self._chinese else lacks.en

    @cached_property
    def remark(self) -> Callable[[Noted], str]:
        """What is worth noting."""
        from xjtui.words import remarks

        return remarks.zh if self._chinese else remarks.en

    @cached_property
    def fault(self) -> Callable[[Mistake], str]:
        """What is wrong with an answer."""
        from xjtui.words import faults

        return faults.zh if self._chinese else faults.en

    @cached_property
    def rule(self) -> Callable[[Ruled], str]:
        """A rule of the plan."""
        from xjtui.words import rules

        return rules.zh if self._chinese else rules.en

    @cached_property
    def errors(self) -> ErrorWords:
        """Errors by code."""
        from xjtui.words import errors, errors_en

        return errors.ZH if self._chinese else errors_en.EN

    @cached_property
    def file_problems(self) -> FileProblemWords:
        """What is wrong in plan files and rosters."""
        from xjtui.words import file_problems, file_problems_en

        return file_problems.ZH if self._chinese else file_problems_en.EN

    @cached_property
    def reports(self) -> ReportWords:
        """Headings of status, explain, records and history."""
        from xjtui.words import reports

        return reports.Chinese() if self._chinese else reports.English()

    @cached_property
    def prose(self) -> Prose:
        """The sentences of the self-check summary."""
        if self._chinese:
            from xjtui.words import prose_zh

            return prose_zh.Chinese()
        from xjtui.words import prose_en

        return prose_en.English()

    @cached_property
    def screen(self) -> ScreenWords:
        """The full screen."""
        from xjtui.words import screen

        return screen.ZH if self._chinese else screen.EN

    @cached_property
    def command(self) -> CommandWords:
        """The command line and the plain front."""
        from xjtui.words import command

        return command.ZH if self._chinese else command.EN


@cache
def _of(language: Language) -> Words:
    return Words(language)


def words_for(language: str) -> Words:
    """The words of a language. InputError for one that is not in `LANGUAGES`."""
    if language not in LANGUAGES:
        raise InputError("language_unknown", language=language, known=list(LANGUAGES))
    return _of(language)


def _merged() -> Lexicon:
    from xjtui.words import choices

    found: dict[str, dict[str, str]] = {}
    for lexicon in (choices.LEXICON_ZH, choices.LEXICON_EN):
        for group, words in lexicon.items():
            found.setdefault(group, {}).update({word.casefold(): key for word, key in words.items()})
    for labelled in (choices.ZH, choices.EN):
        for group, labels in labelled.items():
            found.setdefault(group, {}).update({label.casefold(): key for key, label in labels.items()})
    return found


LEXICON: Lexicon = _merged()
"""What a person may type for a built-in choice, in every language at once."""
