"""Who changed what when, newest first; as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from xjtui.domain.changes import Entry
from xjtui.domain.plan import Plan
from xjtui.report.facts import Json
from xjtui.report.table import cut, safe
from xjtui.words import Words, tell

SCHEMA = "xjtui.history/1"


def history_text(entries: Sequence[Entry], plan: Plan, words: Words, *, width: int | None = 80) -> str:
    """A line for each change, the newest first."""
    if not entries:
        return words.reports.no_history
    lines = (safe(tell.history_line(words, entry, plan)) for entry in reversed(entries))
    return "\n".join(line if width is None else cut(line, width) for line in lines)


def history_json(entries: Sequence[Entry], plan: Plan, unit: str, words: Words) -> Json:
    """The same as data, with every document before and after; the schema is described in docs/commands-json.md.

    Names that were given anonymously are left out.
    """
    return {
        "schema": SCHEMA,
        "language": words.language,
        "unit": unit,
        "changes": [_change(entry, plan, words) for entry in reversed(entries)],
    }


def _change(entry: Entry, plan: Plan, words: Words) -> Json:
    undone = words.phrases.undid(entry.undoes) if entry.undoes is not None else ""
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "label": entry.label,
        "text": undone or tell.change_label(words, entry.label, plan),
        "undoes": entry.undoes,
        "edits": [
            {
                "table": edit.table.value,
                "id": edit.id,
                "before": None if edit.before is None else _masked(edit.before),
                "after": _masked(edit.after),
            }
            for edit in entry.edits
        ],
    }


def _masked(document: object) -> object:
    """A stored document without the author of what is anonymous."""
    if not isinstance(document, dict):
        return document
    data = document.get("data")
    if isinstance(data, dict) and data.get("anonymous") and "author" in data:
        return {**document, "data": {key: value for key, value in data.items() if key != "author"}}
    return document
