"""Errors in words: those of the command line have their sentences in `words.command`, all others in `words.errors`."""

from __future__ import annotations

from xjtui.errors import XjtuiError
from xjtui.words import Words, tell
from xjtui.words.errors import Facts


def sentence(words: Words, error: XjtuiError) -> str:
    """One sentence: what, where, how to mend it."""
    own = words.command.errors.get(error.code)
    if own is not None:
        return own(Facts(error.facts))
    return tell.error(words, error)
