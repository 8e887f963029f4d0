"""Two versions of one record: where they differ, and the question which one is to stand."""

from __future__ import annotations

from collections.abc import Mapping

from screens.dialogs import Choose
from screens.widgets.lines import Line, line
from screens.widgets.rows import Row
from xjtui.domain.answers import Reading, read
from xjtui.domain.entry import Entry
from xjtui.domain.fields import Fault, Field, FieldKind
from xjtui.words import Words, tell


def differences(words: Words, mine: Entry, stored: Mapping[str, str], reading: Reading) -> list[tuple[str, str, str]]:
    """(label, stored, mine) of every field in which the two differ, as one reads them."""
    found = []
    theirs = Entry(mine.form, stored)
    for field in mine.form.fields:
        a, b = theirs.raw(field), mine.raw(field)
        if a != b and _value(field, a, reading) != _value(field, b, reading):
            found.append(
                (tell.label(words, mine.form, field), shown(words, field, a, reading), shown(words, field, b, reading))
            )
    return found


def _value(field: Field, raw: str, reading: Reading) -> object:
    value = read(field, raw, reading)
    return raw if isinstance(value, Fault) else value


def shown(words: Words, field: Field, raw: str, reading: Reading) -> str:
    """A raw answer as one reads it."""
    value = _value(field, raw, reading)
    name = reading.situation.name
    if value is None:
        return words.phrases.none
    match field.kind:
        case FieldKind.YES:
            return words.terms.yes if value else words.terms.no
        case FieldKind.CHOICE:
            return next((tell.choice(words, field, c) for c in field.choices if c.key == value), str(value))
        case FieldKind.MEMBER | FieldKind.PERSON:
            return name(str(value))
        case FieldKind.MEMBERS if isinstance(value, list):
            return words.phrases.joiner.join(name(one) for one in value)
        case FieldKind.ATTENDANCE if isinstance(value, dict):
            marks = [f"{name(key)} {words.terms.mark[entry['mark']]}" for key, entry in value.items()]
            return words.phrases.joiner.join(marks) or words.phrases.everyone_present
        case FieldKind.CHOICES if isinstance(value, list):
            labels = {choice.key: tell.choice(words, field, choice) for choice in field.choices}
            return words.phrases.joiner.join(labels.get(str(one), str(one)) for one in value)
        case _:
            return str(value)


class Conflict(Choose):
    """Shows both versions; the first row goes back to the form, and so does Esc."""

    def __init__(self, words: Words, found: list[tuple[str, str, str]]) -> None:
        w = words.screen.form
        lines: list[Line] = [line(w.conflict_text)]
        for label, theirs, mine in found[:5]:
            lines.append(line((w.theirs(label, theirs), "dim")))
            lines.append(line(w.mine(label, mine)))
        rows = [
            Row("keep", line(w.conflict_keep)),
            Row("mine", line(w.conflict_mine)),
            Row("theirs", line(w.conflict_theirs)),
        ]
        super().__init__(w.conflict_title, rows, lines)
