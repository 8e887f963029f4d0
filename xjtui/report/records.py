"""The records of a unit, or of one item: a line each, voided and later-entered ones marked; as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xjtui.domain.records import Record
from xjtui.domain.sheet import Sheet
from xjtui.report.explain import find_state
from xjtui.report.facts import Json, iso, record_json, unit_json
from xjtui.report.table import Style, paint, safe, wrap
from xjtui.words import Words, tell

SCHEMA = "xjtui.records/1"


def select(sheet: Sheet, item: str | None = None) -> tuple[Record, ...]:
    """All records entered by the sheet's day, voided ones too, oldest deed first; of one item where it is named.

    InputError for an item that is not on the unit's checklist.
    """
    situation = sheet.situation
    everything = (*situation.records, *situation.oversight)
    known = [record for record in everything if record.entered.date() <= situation.today]
    if item is not None:
        wanted = find_state(sheet, item).item
        known = [record for record in known if situation.plan.item(record.item) is wanted]
    return tuple(sorted(known, key=lambda record: (record.day, record.entered, record.id)))


def records_text(
    sheet: Sheet, words: Words, item: str | None = None, *, width: int | None = 80, colour: bool = False
) -> str:
    """The records under the titles of their items, in the plan's order. InputError as of `select`."""
    found = select(sheet, item)
    if not found:
        return words.reports.no_records
    situation = sheet.situation
    groups: dict[str, list[Record]] = {}
    for record in found:
        of = situation.plan.item(record.item)
        groups.setdefault(of.key if of else record.item, []).append(record)
    order = [state.item.key for state in sheet.states if state.item.key in groups]
    order += [key for key in groups if key not in order]
    lines: list[str] = []
    for key in order:
        lines += ["", paint(safe(f"{tell.item_title(words, sheet, key)}  {key}"), Style.BOLD, colour)]
        for record in threaded(groups[key]):
            lines += _lines(record, sheet, words, width, colour)
    return "\n".join(lines[1:])


def threaded(records: Sequence[Record]) -> Iterator[Record]:
    """Each record with what followed it up right below it, whenever that was."""
    ids = {record.id for record in records}
    follow_ups: dict[str, list[Record]] = {}
    for record in records:
        if record.about in ids:
            follow_ups.setdefault(str(record.about), []).append(record)
    for record in records:
        if record.about not in ids:
            yield record
            yield from follow_ups.get(record.id, ())


def _lines(record: Record, sheet: Sheet, words: Words, width: int | None, colour: bool) -> Sequence[str]:
    indent = "    " if record.about else "  "
    kind = words.terms.kind[record.kind]
    line = f"{indent}{tell.record_line(words, record, sheet.situation)}"
    line += f"  ({kind} {record.id})" if words.language == "en" else f"（{kind} {record.id}）"
    if record.voided is not None:
        voided = record.voided
        day = tell.day(words, voided.at.date(), sheet.situation.today)
        line += "  " + words.phrases.voided_why(voided.by, day, voided.why)
    parts = [safe(line)] if width is None else wrap(safe(line), width, indent + "  ")
    return [paint(part, Style.DIM if record.voided else None, colour) for part in parts]


def records_json(sheet: Sheet, words: Words, item: str | None = None) -> Json:
    """The same as data; the schema is described in docs/commands-json.md. InputError as of `select`."""
    return {
        "schema": SCHEMA,
        "language": words.language,
        "today": iso(sheet.situation.today),
        "unit": unit_json(sheet, words),
        "item": item,
        "records": [record_json(record, sheet.situation, words) for record in select(sheet, item)],
    }
