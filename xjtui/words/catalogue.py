"""The catalogue: one `Words` a language, made of sections; each section's wording stands in its own module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xjtui.domain.fields import Lexicon
from xjtui.errors import InputError
from xjtui.words import (
    command,
    errors,
    errors_en,
    faults,
    file_problems,
    file_problems_en,
    lacks,
    phrases,
    prose_en,
    prose_zh,
    remarks,
    reports,
    rules,
    screen,
    terms,
)
from xjtui.words.choices import LEXICON_EN, LEXICON_ZH
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

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the program says in one language. `tell` turns facts into sentences with it."""

    language: str
    terms: Terms
    phrases: Phrases
    lack: Callable[[Lacking], str]
    remark: Callable[[Noted], str]
    fault: Callable[[Mistake], str]
    rule: Callable[[Ruled], str]
    errors: ErrorWords
    file_problems: FileProblemWords
    reports: ReportWords
    prose: Prose
    screen: ScreenWords
    command: CommandWords


_WORDS = {
    "zh": Words(
        "zh",
        terms.ZH,
        phrases.Chinese(),
        lacks.zh,
        remarks.zh,
        faults.zh,
        rules.zh,
        errors.ZH,
        file_problems.ZH,
        reports.Chinese(),
        prose_zh.Chinese(),
        screen.ZH,
        command.ZH,
    ),
    "en": Words(
        "en",
        terms.EN,
        phrases.English(),
        lacks.en,
        remarks.en,
        faults.en,
        rules.en,
        errors_en.EN,
        file_problems_en.EN,
        reports.English(),
        prose_en.English(),
        screen.EN,
        command.EN,
    ),
}


def words_for(language: str) -> Words:
    """The words of a language. InputError for one that is not in `LANGUAGES`."""
    found = _WORDS.get(language)
    if found is None:
        raise InputError("language_unknown", language=language, known=list(LANGUAGES))
    return found


def _merged() -> Lexicon:
    found: dict[str, dict[str, str]] = {}
    for lexicon in (LEXICON_ZH, LEXICON_EN):
        for group, words in lexicon.items():
            found.setdefault(group, {}).update({word.casefold(): key for word, key in words.items()})
    for one in _WORDS.values():
        for group, labels in one.terms.choices.items():
            found.setdefault(group, {}).update({label.casefold(): key for key, label in labels.items()})
    return found


LEXICON: Lexicon = _merged()
"""What a person may type for a built-in choice, in every language at once."""
