"""All wording, in Chinese and English: one frozen catalogue a language, no fallback between them."""

from __future__ import annotations

from xjtui.words.catalogue import LANGUAGES, LEXICON, Words, words_for

__all__ = ["LANGUAGES", "LEXICON", "Words", "words_for"]
