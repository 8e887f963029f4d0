"""A gentle lint against box-ticking: same-minute entries, identical texts, make-ups before the absence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation
from xjtui.domain.states import Note, Remark

BULK = 5
"""So many records entered within one minute, under different items or on different days, look like box-ticking."""
LONG_TEXT = 12
"""Texts of at least so many characters are compared; shorter ones are alike for good reasons."""

WRITTEN = ("text", "theme", "content", "reason", "comment", "measures", "demand")
"""The fields that hold a person's own words."""
TITLED = frozenset({Kind.LECTURE, Kind.PIECE})
"""Kinds whose titles should differ; a document filed again keeps its own."""


def _texts(record: Record) -> tuple[str, ...]:
    """What somebody wrote in their own words; keys, ids and file names are alike for good reasons."""
    values = [record.data.get(key) for key in WRITTEN]
    if record.kind in TITLED:
        values.append(record.data.get("title"))
    parts = record.data.get("parts")
    if isinstance(parts, Mapping):
        values.extend(parts.values())
    return tuple(value.strip() for value in values if isinstance(value, str) and len(value.strip()) >= LONG_TEXT)


def same_minute(situation: Situation) -> tuple[tuple[Record, ...], ...]:
    """Groups of at least `BULK` records entered in the same minute; ratings, made on one screen, are left out."""
    minutes: dict[datetime, list[Record]] = {}
    for record in situation.known:
        if record.kind not in (Kind.RATING, Kind.OPINION, Kind.MAKEUP):
            minutes.setdefault(record.entered.replace(second=0, microsecond=0), []).append(record)
    return tuple(tuple(group) for group in minutes.values() if len(group) >= BULK)


def same_text(situation: Situation) -> tuple[tuple[Record, ...], ...]:
    """Groups of records under one item that share a long text to the letter."""
    seen: dict[tuple[str, str], list[Record]] = {}
    for record in situation.known:
        if record.kind is Kind.SUMMARY:
            continue
        for text in dict.fromkeys(_texts(record)):
            seen.setdefault((record.item, text), []).append(record)
    # Several people who make up one session together are told of in the same words.
    return tuple(tuple(group) for group in seen.values() if len({r.about or r.id for r in group}) > 1)


def early_makeups(situation: Situation) -> tuple[Record, ...]:
    """Make-ups dated on or before the session they make up for."""
    found = []
    for record in situation.known:
        if record.kind is Kind.MAKEUP and record.about is not None:
            session = situation.record(record.about)
            if session is not None and record.day <= session.day:
                found.append(record)
    return tuple(found)


def lint(situation: Situation) -> tuple[Note, ...]:
    """All of it, as notes on the unit."""
    notes = [
        Note(Remark.SAME_MINUTE, len(group), day=group[0].entered.date(), records=tuple(r.id for r in group))
        for group in same_minute(situation)
    ]
    notes += [Note(Remark.SAME_TEXT, len(group), records=tuple(r.id for r in group)) for group in same_text(situation)]
    if early := early_makeups(situation):
        notes.append(Note(Remark.MAKEUP_TOO_EARLY, len(early), records=tuple(r.id for r in early)))
    return tuple(notes)
